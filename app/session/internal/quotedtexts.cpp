// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/quotedtexts.h"

#include "app/library/episodestore.h"
#include "app/library/transcriptstore.h"
#include "app/markup/richtext.h"
#include "app/notes/quotecontext.h"
#include "app/transcripts/readingtext.h"

#include <algorithm>

namespace app::session::internal {
namespace {

using library::Connection;
using library::TranscriptRecord;
using notes::Note;

/// All of it is in memory while notes are written.
constexpr qint64 mostBytes = 256 << 20;

QString readingOf(transcripts::Transcript transcript, const transcripts::SpeakerNames &names)
{
    transcripts::nameSpeakers(transcript, names);
    return transcripts::makeReadingText(transcript).text;
}

/// The one that a note was taken from: the episode's own, for something may be put right in it, or
/// what is left of it.
std::optional<TranscriptRecord> recordOf(Connection &connection, const Note &note)
{
    library::TranscriptStore store(connection);
    const QString &hash = note.anchor.transcriptHash;
    if (note.episode.isValid()) {
        const auto all = store.list(note.episode);
        for (const TranscriptRecord &record : all.value_or({})) {
            if (hash.isEmpty() || record.sha256 == hash) {
                auto whole = store.get(record.id);
                return whole ? std::optional(*std::move(whole)) : std::nullopt;
            }
        }
    }
    auto left = hash.isEmpty() ? std::nullopt : std::optional(store.byHash(hash));
    return left && *left ? std::optional(**std::move(left)) : std::nullopt;
}

} // namespace

std::optional<QuotedTexts::Source> QuotedTexts::transcriptOf(Connection &connection,
                                                             const Note &note)
{
    auto record = recordOf(connection, note);
    if (!record) {
        return std::nullopt;
    }
    Transcript transcript;
    library::TranscriptStore store(connection);
    if (record->id.isValid()) {
        transcript.words.corrections = store.corrections(record->id).value_or({});
    }
    if (const auto episode = library::EpisodeStore(connection).get(record->episode)) {
        transcript.words.knownNames = speakersTold(*episode);
        transcript.names = store.speakerNames(episode->row.podcastId).value_or({});
    }
    transcript.words.record = *std::move(record);
    return transcript;
}

std::optional<QuotedTexts::Source> QuotedTexts::sourceOf(Connection &connection, const Note &note)
{
    if (note.anchor.source == notes::QuoteSource::Transcript) {
        return transcriptOf(connection, note);
    }
    if (note.anchor.source != notes::QuoteSource::ShowNotes || !note.episode.isValid()) {
        return std::nullopt;
    }
    const auto episode = library::EpisodeStore(connection).get(note.episode);
    return episode ? std::optional<Source>(episode->feed.description) : std::nullopt;
}

QuotedTexts QuotedTexts::gather(Connection &connection, const std::vector<Note> &notes)
{
    QuotedTexts texts;
    qint64 bytes = 0;
    for (const Note &note : notes) {
        const notes::Anchor &anchor = note.anchor;
        const bool has = anchor.offset >= 0 && !anchor.textHash.isEmpty() && !note.deleted;
        if (!has || texts.m_sources.contains(anchor.textHash)) {
            continue;
        }
        auto source = sourceOf(connection, note);
        if (!source) {
            continue;
        }
        const auto *const transcript = std::get_if<Transcript>(&*source);
        bytes += transcript != nullptr ? transcript->words.record.bytes.size()
                                       : std::get<ShowNotes>(*source).size() * 2;
        if (bytes > mostBytes) {
            break;
        }
        texts.m_sources.insert(anchor.textHash, *std::move(source));
    }
    return texts;
}

std::optional<QString> QuotedTexts::textOf(const QString &textHash) const
{
    const auto found = m_sources.constFind(textHash);
    if (found == m_sources.constEnd()) {
        return std::nullopt;
    }
    const auto isIt = [&textHash](const QString &text) {
        return notes::hashText(text) == textHash;
    };
    if (const auto *const shown = std::get_if<ShowNotes>(&*found)) {
        QString text = markup::readShowNotes(*shown).text;
        return isIt(text) ? std::optional(std::move(text)) : std::nullopt;
    }
    const auto &transcript = std::get<Transcript>(*found);
    const auto reading = readCorrected(transcript.words);
    if (!reading) {
        return std::nullopt;
    }
    // A note that was made before something was put right stands in the text as it was.
    for (const transcripts::Transcript &version :
         {reading->corrected.transcript, reading->original}) {
        for (const transcripts::SpeakerNames &names :
             {transcript.names, transcripts::SpeakerNames()}) {
            if (QString text = readingOf(version, names); isIt(text)) {
                return text;
            }
        }
    }
    return std::nullopt;
}

} // namespace app::session::internal
