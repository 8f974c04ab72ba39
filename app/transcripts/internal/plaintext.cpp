// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/plaintext.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"
#include "app/transcripts/internal/stampedlines.h"

namespace app::transcripts::internal {

namespace {

/// A cue per paragraph; where no blank line parts them, per line.
std::vector<Caption> paragraphs(QStringView text)
{
    const bool blankLines = text.trimmed().contains(QStringView(u"\n\n"));
    std::vector<Caption> captions(1);
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        if (!blankLines || line.trimmed().isEmpty())
            captions.emplace_back();
        const QString said = singleSpaced(line);
        if (!said.isEmpty())
            captions.back().lines.push_back({{}, said, {}});
    }
    return captions;
}

/// Whether lines begin in bold, as Markdown sets names and times.
bool hasBoldStarts(QStringView text)
{
    int found = 0;
    Lines lines(text);
    while (!lines.atEnd() && found < 2)
        found += lines.next().trimmed().startsWith(QStringView(u"**")) ? 1 : 0;
    return found >= 2;
}

} // namespace

Transcript readPlainText(QStringView text, const KnownNames &known)
{
    const bool bold = hasBoldStarts(text);
    const QString unmarked = bold ? text.toString().remove(QStringLiteral("**")) : QString();
    const QStringView words = bold ? QStringView(unmarked) : text;
    const StampReader reader(words);
    std::vector<Caption> captions =
        isStamped(words, reader) ? stampedCaptions(words, reader, known) : paragraphs(words);
    findSpeakers(captions, known);
    Transcript transcript;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
