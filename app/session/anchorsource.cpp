// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/anchorsource.h"

#include "app/notes/quotecontext.h"

#include <algorithm>

namespace app::session {

notes::AnchorText anchorText(const LoadedTranscript &transcript)
{
    const transcripts::ReadingText &reading = transcript.reading;
    notes::AnchorText text;
    text.text = reading.text;
    text.hash = notes::hashText(reading.text);
    text.transcriptHash = transcript.sha256;
    text.language = transcript.transcript.language;
    text.times.reserve(reading.anchors.size());
    for (const transcripts::ReadingText::Anchor &known : reading.anchors) {
        text.times.push_back({known.offset, known.time});
    }
    for (const transcripts::Paragraph &paragraph : reading.paragraphs) {
        if (!paragraph.speaker.isEmpty()) {
            text.speakers.push_back({paragraph.offset, paragraph.length, paragraph.speaker});
        }
    }
    return text;
}

notes::Anchor anchorIn(const LoadedTranscript &transcript, qsizetype offset, qsizetype length)
{
    const transcripts::ReadingText &reading = transcript.reading;
    notes::Anchor anchor =
        notes::makeAnchor(reading.text, offset, length, notes::QuoteSource::Transcript);
    anchor.transcriptHash = transcript.sha256;
    const auto behind = std::upper_bound(
        reading.paragraphs.begin(),
        reading.paragraphs.end(),
        anchor.offset,
        [](qsizetype place, const transcripts::Paragraph &next) { return place < next.offset; });
    if (behind != reading.paragraphs.begin()) {
        anchor.speaker = std::prev(behind)->speaker;
    }
    return anchor;
}

} // namespace app::session
