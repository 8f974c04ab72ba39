// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/readingtext.h"
#include "app/transcripts/textfinder.h"
#include "app/transcripts/transcriptreader.h"
#include "app/transcripts/transcriptwriter.h"

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

namespace {

void require(bool condition)
{
    if (!condition)
        __builtin_trap();
}

void checkTimes(const Transcript &transcript)
{
    app::timestamps::MediaTime last;
    for (const Cue &cue : transcript.cues) {
        require(!cue.body.trimmed().isEmpty());
        require(!cue.start || *cue.start >= last);
        require(!cue.start || !cue.end || *cue.end >= *cue.start);
        last = cue.start.value_or(last);
    }
}

void checkReadingText(const ReadingText &text)
{
    qsizetype end = 0;
    for (const Sentence &sentence : text.sentences) {
        require(sentence.offset >= end && sentence.length > 0);
        end = sentence.offset + sentence.length;
        require(end <= text.text.size());
        require(!sentence.start || text.sentenceAt(*sentence.start).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(sniffFormat(bytes));
    const auto transcript = readTranscript(bytes);
    if (!transcript)
        return 0;
    require(!transcript->cues.empty());
    checkTimes(*transcript);
    const ReadingText text = makeReadingText(*transcript);
    checkReadingText(text);
    static_cast<void>(findText(text.text, text.text.left(3)));
    for (const QByteArray &written : {writeWebVtt(*transcript),
                                      writeSubRip(*transcript),
                                      writePodcastJson(*transcript),
                                      writePlainText(*transcript),
                                      writeHtml(*transcript)}) {
        if (const auto again = readTranscript(written))
            checkTimes(*again);
    }
    return 0;
}
