// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/textfinder.h"
#include "app/transcripts/transcriptreader.h"
#include "app/transcripts/transcriptwriter.h"
#include "tests/fuzz/transcripts/soundness.h"

#include <array>
#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(sniffFormat(bytes));
    const auto transcript = readTranscript(bytes);
    if (!transcript)
        return 0;
    fuzz::require(!transcript->cues.empty());
    fuzz::requireSound(*transcript);
    const ReadingText text = makeReadingText(*transcript);
    fuzz::requireSound(text);
    const auto named =
        readTranscript(bytes, {}, {QStringLiteral("Jane Doe"), QStringLiteral("Zoë")});
    fuzz::require(named && !named->cues.empty());
    fuzz::requireSound(*named);
    static_cast<void>(findText(text.text, text.text.left(3)));
    // One of the written forms each time: which, the input's length says.
    using Write = QByteArray (*)(const Transcript &);
    constexpr std::array<Write, 5> writers{
        [](const Transcript &t) { return writeWebVtt(t); },
        [](const Transcript &t) { return writeSubRip(t); },
        [](const Transcript &t) { return writePodcastJson(t); },
        [](const Transcript &t) { return writePlainText(t); },
        [](const Transcript &t) { return writeHtml(t); },
    };
    if (const auto again = readTranscript(writers[size % writers.size()](*transcript)))
        fuzz::requireSound(*again);
    return 0;
}
