// SPDX-License-Identifier: GPL-3.0-or-later
// Kept corrections, and what they make of a transcript they need not fit.
#include "app/transcripts/corrections.h"

#include "tests/fuzz/transcripts/soundness.h"

#include <QStringList>

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

namespace {

using app::timestamps::MediaTime;

Cue cueOf(const QString &speaker, const QString &body, qint64 start)
{
    Cue cue;
    cue.speaker = speaker;
    cue.body = body;
    cue.start = MediaTime::fromMs(start);
    cue.end = MediaTime::fromMs(start + 900);
    for (const QString &word : body.split(u' ')) {
        cue.words.push_back({MediaTime::fromMs(start), MediaTime::fromMs(start + 200), word});
        start += 200;
    }
    return cue;
}

/// Of the kinds there are: words with times, a cue without words, one without any time.
const Transcript &talk()
{
    static const Transcript made = [] {
        Transcript transcript;
        const QString one = QStringLiteral("Speaker 1");
        transcript.cues.push_back(cueOf(one, QStringLiteral("Good evening."), 0));
        transcript.cues.push_back(cueOf({}, QStringLiteral("Gut en Abend"), 1000));
        transcript.cues.push_back(cueOf(QStringLiteral("Zoë"), QStringLiteral("Hello."), 2000));
        transcript.cues.back().words.clear();
        transcript.cues.push_back(cueOf(one, QStringLiteral("日 本"), 3000));
        transcript.cues.push_back(cueOf(one, QStringLiteral("Good evening."), 4000));
        transcript.cues.back().start.reset();
        transcript.cues.back().end.reset();
        transcript.cues.back().words.clear();
        return transcript;
    }();
    return made;
}

/// A correction may leave nothing of a cue; what is left of the others is as sound as before.
void requireReadableButEmpty(Transcript transcript)
{
    std::erase_if(transcript.cues,
                  [](const Cue &cue) { return cue.body.trimmed().isEmpty() && cue.words.empty(); });
    fuzz::requireReadable(transcript);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto corrections = readCorrections(bytes);
    if (!corrections)
        return 0;
    const auto corrected = applyCorrections(talk(), *corrections);
    requireReadableButEmpty(corrected.transcript);
    for (const std::size_t index : corrected.unfit)
        fuzz::require(index < corrections->edits.size());

    const QByteArray written = writeCorrections(*corrections);
    const auto again = readCorrections(written);
    fuzz::require(again && writeCorrections(*again) == written);

    // What was read can be added to, and what comes of that can be read.
    Corrections added;
    for (const Edit &edit : corrections->edits) {
        if (!addEdit(added, edit))
            break;
    }
    fuzz::require(readCorrections(writeCorrections(added)).has_value());
    requireReadableButEmpty(applyCorrections(talk(), added).transcript);
    return 0;
}
