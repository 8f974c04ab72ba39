// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/copies.h"

#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/library/transcriptstore.h"
#include "app/session/internal/anchorseeker.h"
#include "app/session/internal/playable.h"

#include <QFileInfo>

#include <algorithm>

namespace app::session::internal {
namespace {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using library::Connection;
using library::Episode;
using library::EpisodeStore;
using notes::AudioIdentity;
using notes::Note;
using timestamps::Duration;
using timestamps::MediaTime;

constexpr Duration sameLength{2'000};
/// Lengths that are decoded twice may differ by a frame.
constexpr Duration veryLength{100};

Duration apart(Duration a, Duration b)
{
    return a < b ? b - a : a - b;
}

bool isAstray(const Note &note, const AudioIdentity &copy)
{
    const bool sameSound =
        !note.audio.soundHash.isEmpty() && note.audio.soundHash == copy.soundHash;
    return note.audio.duration && copy.duration && !sameSound
           && apart(*note.audio.duration, *copy.duration) > sameLength;
}

/// Whether a note was taken on this very file, as far as can be told without its sound.
bool isTakenOn(const Note &note, const AudioIdentity &copy, const library::FileIdentity &file)
{
    if (!note.audio.soundHash.isEmpty()) {
        return false;
    }
    if (note.audio.sizeBytes != 0) {
        return note.audio.sizeBytes == copy.sizeBytes;
    }
    if (note.audio.duration) {
        return copy.duration && apart(*note.audio.duration, *copy.duration) <= veryLength;
    }
    // Nothing was kept of it: the file was there when the note was made.
    return file.modifiedMs <= note.created.toMSecsSinceEpoch();
}

/// Whether the words of another transcript tell where these notes belong now.
Result<bool> isTold(Connection &connection, base::EpisodeId episode, const CopyState &state)
{
    library::TranscriptStore transcripts(connection);
    const auto current = transcripts.best(episode);
    if (!current) {
        return current.error().code == ErrorCode::NotFound
                   ? Result<bool>(false)
                   : Result<bool>(unexpected(current.error()));
    }
    auto anchored = readAnchored(connection, episode);
    if (!anchored) {
        return unexpected(anchored.error());
    }
    return std::any_of(
        anchored->notes.begin(), anchored->notes.end(), [&](const AnchoredNote &one) {
            const bool wanted =
                std::any_of(state.astray.begin(), state.astray.end(), [&one](const Note &note) {
                    return note.id == one.note.id;
                });
            const QString origin = originOf(one);
            return wanted && origin != current->sha256 && anchored->origins.contains(origin);
        });
}

} // namespace

AudioIdentity copyOf(const Episode &episode, std::optional<Duration> duration)
{
    AudioIdentity copy;
    if (!episode.row.filePath.isEmpty()) {
        copy.sizeBytes = QFileInfo(episode.row.filePath).size();
    }
    copy.duration =
        duration ? duration : (episode.durationIsExact ? episode.row.duration : std::nullopt);
    return copy;
}

Result<CopyState> readCopyState(Connection &connection,
                                base::EpisodeId id,
                                std::optional<Duration> duration,
                                const SoundHashes &hashes)
{
    auto episode = EpisodeStore(connection).get(id);
    if (!episode) {
        return unexpected(episode.error());
    }
    library::NoteFilter filter;
    filter.episode = id;
    auto listed = library::NoteStore(connection).list(filter);
    if (!listed) {
        return unexpected(listed.error());
    }
    CopyState state;
    state.episode = *std::move(episode);
    state.copy = copyOf(state.episode, duration);
    const library::FileIdentity file = identify(state.episode.row.filePath);
    if (const auto known = hashes.find(file.path);
        known != hashes.end() && known->second.first == file) {
        state.copy.soundHash = known->second.second;
    }
    std::copy_if(listed->begin(),
                 listed->end(),
                 std::back_inserter(state.astray),
                 [&state](const Note &note) { return isAstray(note, state.copy); });
    if (state.astray.empty()) {
        return state;
    }
    CopyDifference difference;
    difference.difference = *state.copy.duration - *state.astray.front().audio.duration;
    std::transform(state.astray.begin(),
                   state.astray.end(),
                   std::back_inserter(difference.notes),
                   [](const Note &note) { return note.id; });
    const auto told = isTold(connection, id, state);
    if (!told) {
        return unexpected(told.error());
    }
    difference.byWords = *told;
    state.difference = difference;
    return state;
}

std::vector<notes::AnchoringRecord>
moveAll(const CopyState &state, Duration offset, const QDateTime &now)
{
    std::vector<notes::AnchoringRecord> records;
    for (const Note &note : state.astray) {
        notes::NotePlace place = notes::placeOf(note);
        place.start = std::max(MediaTime(), note.start + offset);
        if (note.end) {
            place.end = std::max(place.start, *note.end + offset);
        }
        place.audio = state.copy;
        records.push_back(notes::recordPlacement(note, place, now));
    }
    return records;
}

Result<std::optional<library::FileIdentity>> fileToIdentify(Connection &connection,
                                                            base::EpisodeId id)
{
    using Found = std::optional<library::FileIdentity>;
    const auto episode = EpisodeStore(connection).get(id);
    if (!episode) {
        return unexpected(episode.error());
    }
    if (!QFileInfo(episode->row.filePath).isFile()) {
        return Found();
    }
    library::NoteFilter filter;
    filter.episode = id;
    const auto listed = library::NoteStore(connection).list(filter);
    if (!listed) {
        return unexpected(listed.error());
    }
    const library::FileIdentity file = identify(episode->row.filePath);
    const AudioIdentity copy = copyOf(*episode);
    const bool any = std::any_of(listed->begin(), listed->end(), [&](const Note &note) {
        return isTakenOn(note, copy, file);
    });
    return any ? Found(file) : Found();
}

Result<int> identifyNotes(Connection &connection,
                          base::EpisodeId id,
                          const library::FileIdentity &file,
                          const QString &soundHash,
                          library::Changes &changes)
{
    library::NoteStore store(connection);
    const auto episode = EpisodeStore(connection).get(id);
    library::NoteFilter filter;
    filter.episode = id;
    const auto listed = store.list(filter);
    if (!episode || !listed) {
        return unexpected(episode ? listed.error() : episode.error());
    }
    AudioIdentity copy = copyOf(*episode);
    copy.soundHash = soundHash;
    int told = 0;
    for (const Note &note : *listed) {
        if (copy.sizeBytes != file.sizeBytes || !isTakenOn(note, copy, file)) {
            continue;
        }
        Note after = note;
        after.audio = copy;
        after.audio.duration = note.audio.duration ? note.audio.duration : copy.duration;
        const auto applied =
            store.apply({note.id, note, after}, notes::JournalKind::Anchor, changes);
        if (!applied) {
            return unexpected(applied.error());
        }
        ++told;
    }
    return told;
}

} // namespace app::session::internal
