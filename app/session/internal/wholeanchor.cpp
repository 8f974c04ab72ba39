// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/wholeanchor.h"

#include "app/library/transcriptstore.h"
#include "app/notes/anchortext.h"
#include "app/session/anchorsource.h"
#include "app/session/internal/correctedreading.h"

namespace app::session::internal {
namespace {

using base::Result;
using base::unexpected;
using library::Connection;
using library::TranscriptStore;
using notes::Anchor;

/// A transcript as the reader shows it; empty when it can no longer be read.
Result<std::optional<notes::AnchorText>>
shownText(Connection &connection, const library::Episode &episode, base::TranscriptId id)
{
    using Text = std::optional<notes::AnchorText>;
    TranscriptStore store(connection);
    auto record = store.get(id);
    auto corrections = store.corrections(id);
    const auto names = store.speakerNames(episode.row.podcastId);
    if (!record || !names) {
        return unexpected(!record ? record.error() : names.error());
    }
    KeptWords words;
    words.record = *std::move(record);
    // Those that cannot be read are not shown either.
    words.corrections = std::move(corrections).value_or({});
    words.knownNames = speakersTold(episode);
    auto reading = readCorrected(words);
    if (!reading) {
        return Text();
    }
    LoadedTranscript loaded;
    loaded.sha256 = words.record.sha256;
    loaded.transcript = std::move(reading->corrected.transcript);
    transcripts::nameSpeakers(loaded.transcript, *names);
    loaded.reading = transcripts::makeReadingText(loaded.transcript);
    return Text(anchorText(loaded));
}

} // namespace

Result<Anchor>
wholeAnchor(Connection &connection, const library::Episode &episode, const Anchor &anchor)
{
    const bool lacks = anchor.source == notes::QuoteSource::Transcript && !anchor.quote.isEmpty()
                       && anchor.offset >= 0 && anchor.transcriptHash.isEmpty();
    if (!lacks) {
        return anchor;
    }
    const auto kept = TranscriptStore(connection).list(episode.row.id);
    if (!kept) {
        return unexpected(kept.error());
    }
    for (const library::TranscriptRecord &record : *kept) {
        const auto text = shownText(connection, episode, record.id);
        if (!text) {
            return unexpected(text.error());
        }
        if (!*text || (*text)->hash != anchor.textHash) {
            continue;
        }
        Anchor whole = anchor;
        whole.transcriptHash = (*text)->transcriptHash;
        if (whole.speaker.isEmpty()) {
            whole.speaker = notes::speakerAt(**text, anchor.offset);
        }
        return whole;
    }
    return anchor;
}

} // namespace app::session::internal
