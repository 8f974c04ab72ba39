// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/anchorseeker.h"

#include "app/base/logging.h"
#include "app/library/anchoringstore.h"
#include "app/library/notestore.h"
#include "app/library/transcriptstore.h"
#include "app/session/anchorsource.h"
#include "app/transcripts/transcriptreader.h"

#include <algorithm>

namespace app::session::internal {
namespace {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using library::Connection;
using notes::AnchoringRecord;
using notes::AnchorText;
using notes::Note;

bool isTakenFromTranscript(const Note &note)
{
    return note.anchor.source == notes::QuoteSource::Transcript && !note.anchor.quote.isEmpty();
}

/// The same words may have other times in another transcript.
bool standsIn(const notes::Anchor &anchor, const AnchorText &text)
{
    return anchor.textHash == text.hash && anchor.transcriptHash == text.transcriptHash;
}

bool isSought(const AnchoredNote &anchored, const AnchorText &text, const AnchorWish &wish)
{
    const Note &note = anchored.note;
    if (!wish.only.empty()) {
        return std::find(wish.only.begin(), wish.only.end(), note.id) != wish.only.end();
    }
    return isTakenFromTranscript(note) && isToBeSought(anchored, text);
}

/// A kept transcript as it came. What was put right in it changes few words and no times.
std::optional<AnchorText> textOf(const library::TranscriptRecord &record)
{
    auto read = transcripts::readTranscript(record.bytes, record.type);
    if (!read) {
        return std::nullopt;
    }
    LoadedTranscript loaded;
    loaded.sha256 = record.sha256;
    loaded.transcript = *std::move(read);
    if (loaded.transcript.language.isEmpty()) {
        loaded.transcript.language = record.language.toLower();
    }
    loaded.reading = transcripts::makeReadingText(loaded.transcript);
    return anchorText(loaded);
}

/// What notes from one transcript are sought with.
struct Origin
{
    notes::AnchorIndex index;
    notes::TimelineMap times; ///< to the recording of the text; empty when it is the same
};

/// One for each transcript that notes were taken from.
class Origins final
{
public:
    Origins(const AnchoredNotes &notes, const AnchorText &text)
        : m_notes(notes)
        , m_text(text)
    {}

    /// \param hash  of the transcript a note is from; empty when that is not known
    [[nodiscard]] const Origin &of(const QString &hash)
    {
        const auto made = m_made.find(hash);
        return made != m_made.end() ? made->second : m_made.emplace(hash, make(hash)).first->second;
    }

private:
    [[nodiscard]] Origin make(const QString &hash) const
    {
        notes::AnchorOrigin origin;
        const auto kept = m_notes.origins.find(hash);
        if (hash != m_text.transcriptHash && kept != m_notes.origins.end()) {
            if (const auto before = textOf(kept->second)) {
                origin.language = before->language;
                origin.times = notes::alignTimelines(*before, m_text);
            }
        }
        return {notes::AnchorIndex(m_text, origin), origin.times};
    }

    const AnchoredNotes &m_notes;
    const AnchorText &m_text;
    std::map<QString, Origin> m_made;
};

/// A mark without words, or with words from elsewhere, goes where the words around it went, if that
/// is known.
std::optional<AnchoringRecord>
recordMark(const Note &note, const Origin &origin, const AnchorText &text, const AnchorWish &wish)
{
    if (origin.times.isEmpty()) {
        return std::nullopt;
    }
    const notes::MappedTime start = origin.times.map(note.start);
    const notes::MappedTime end = origin.times.map(note.end.value_or(note.start));
    const bool doubtful = start.atEdge || end.atEdge;
    notes::Anchoring anchoring;
    anchoring.state = doubtful ? notes::AnchorState::Approximate : note.anchor.state;
    anchoring.time = {start.time, std::max(start.time, end.time)};
    anchoring.score = std::min(start.confidence, end.confidence);
    auto record = notes::recordAnchoring(note, anchoring, text, wish.audio, wish.now);
    if (record && !note.anchor.quote.isEmpty()) {
        const notes::AnchorState state = record->after.anchor.state;
        record->after.anchor = note.anchor;
        record->after.anchor.state = state;
    }
    return record && record->after != record->before ? record : std::nullopt;
}

/// For notes that were taken from sound alone: that of those beside them.
QString usualOrigin(const AnchoredNotes &notes)
{
    for (const AnchoredNote &anchored : notes.notes) {
        if (const QString hash = originOf(anchored); notes.origins.contains(hash)) {
            return hash;
        }
    }
    return {};
}

std::optional<AnchoringRecord> seek(const AnchoredNote &anchored,
                                    const QString &usualOrigin,
                                    Origins &origins,
                                    const AnchorText &text,
                                    const AnchorWish &wish)
{
    if (!isTakenFromTranscript(anchored.note)) {
        return recordMark(anchored.note, origins.of(usualOrigin), text, wish);
    }
    const notes::NotePlace firm = firmPlaceOf(anchored);
    const Origin &origin = origins.of(firm.anchor.transcriptHash);
    const notes::Anchoring found = origin.index.reanchor(firm.anchor, firm.start, firm.end);
    auto record = notes::recordAnchoring(anchored.note, found, text, wish.audio, wish.now);
    if (record && record->after.audio == record->before.audio
        && notes::timesAreChosen(anchored.note, anchored.history)) {
        record->after.start = record->before.start;
        record->after.end = record->before.end;
    }
    return record && record->after != record->before ? record : std::nullopt;
}

} // namespace

bool isToBeSought(const AnchoredNote &anchored, const AnchorText &text)
{
    const auto wasUndone = [&text](const AnchoringRecord &record) {
        return record.undone && standsIn(record.after.anchor, text);
    };
    return !standsIn(anchored.note.anchor, text)
           && std::none_of(anchored.history.begin(), anchored.history.end(), wasUndone);
}

Result<AnchoredNotes> readAnchored(Connection &connection, base::EpisodeId episode)
{
    library::NoteFilter filter;
    filter.episode = episode;
    filter.deletedToo = true;
    auto listed = library::NoteStore(connection).list(filter);
    if (!listed) {
        return unexpected(listed.error());
    }
    AnchoredNotes anchored;
    for (Note &note : *listed) {
        auto history = library::AnchoringStore(connection).history(note.id);
        if (!history) {
            return unexpected(history.error());
        }
        anchored.notes.push_back({std::move(note), *std::move(history)});
        const AnchoredNote &last = anchored.notes.back();
        for (const QString &hash : {originOf(last), firmPlaceOf(last).anchor.transcriptHash}) {
            if (hash.isEmpty() || anchored.origins.contains(hash)) {
                continue;
            }
            auto record = library::TranscriptStore(connection).byHash(hash);
            if (record) {
                anchored.origins.emplace(hash, *std::move(record));
            } else if (record.error().code != ErrorCode::NotFound) {
                return unexpected(record.error());
            }
        }
    }
    return anchored;
}

notes::NotePlace firmPlaceOf(const AnchoredNote &anchored)
{
    AnchoredNote bare = anchored;
    bare.note.audio = {};
    for (AnchoringRecord &record : bare.history) {
        record.before.audio = {};
        record.after.audio = {};
    }
    return notes::firmPlace(bare.note, bare.history);
}

QString originOf(const AnchoredNote &anchored)
{
    const auto first = std::find_if(anchored.history.begin(),
                                    anchored.history.end(),
                                    [](const AnchoringRecord &record) { return !record.undone; });
    return first != anchored.history.end() ? first->before.anchor.transcriptHash
                                           : anchored.note.anchor.transcriptHash;
}

std::vector<AnchoringRecord> seekNotes(const AnchoredNotes &notes,
                                       const LoadedTranscript &transcript,
                                       const AnchorWish &wish,
                                       const std::function<bool()> &cancelled)
{
    const AnchorText text = anchorText(transcript);
    Origins origins(notes, text);
    const QString usual = usualOrigin(notes);
    std::vector<AnchoringRecord> found;
    for (const AnchoredNote &anchored : notes.notes) {
        if (cancelled()) {
            break;
        }
        if (!isSought(anchored, text, wish)) {
            continue;
        }
        if (auto record = seek(anchored, usual, origins, text, wish)) {
            found.push_back(*std::move(record));
        }
    }
    return found;
}

Result<Note>
undoLastAnchoring(Connection &connection, const base::NoteId &id, library::Changes &changes)
{
    library::NoteStore notes(connection);
    library::AnchoringStore anchorings(connection);
    const auto note = notes.get(id);
    const auto history = anchorings.list(id);
    if (!note || !history) {
        return unexpected(note ? history.error() : note.error());
    }
    const auto last = std::find_if(history->rbegin(), history->rend(), [](const auto &stored) {
        return !stored.record.undone;
    });
    if (last == history->rend()) {
        return unexpected(ErrorCode::NotFound,
                          QStringLiteral("note %1 was never moved").arg(id.text()));
    }
    AnchoringRecord record = last->record;
    // What became known of the sound since is no other place.
    if (record.before.audio == record.after.audio) {
        record.before.audio = note->audio;
    }
    record.after.audio = note->audio;
    const auto before = notes::undoAnchoring(*note, record);
    if (!before) {
        return unexpected(before.error());
    }
    const notes::NoteChange change{id, *note, *before};
    if (const auto applied = notes.apply(change, notes::JournalKind::Undo, changes); !applied) {
        return unexpected(applied.error());
    }
    if (const auto noted = anchorings.setUndone(last->id, true); !noted) {
        return unexpected(noted.error());
    }
    return *before;
}

} // namespace app::session::internal
