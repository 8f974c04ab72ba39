// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/subviewer.h"

#include "app/timestamps/timerange.h"
#include "app/transcripts/internal/captiontext.h"
#include "app/transcripts/internal/clocks.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

namespace app::transcripts::internal {

using timestamps::MediaTime;
using timestamps::TimeRange;

namespace {

/// "0:00:01.000": a fraction set off by a point is a must, for the comma parts the two times.
std::optional<MediaTime> readPointTime(QStringView line, qsizetype &at)
{
    const qsizetype first = at;
    qsizetype end = at;
    while (end < line.size() && (isDigit(line[end]) || line[end] == u':' || line[end] == u'.'))
        ++end;
    const QStringView written = line.sliced(first, end - first);
    qsizetype inside = 0;
    const std::optional<MediaTime> time =
        written.contains(u'.') ? readClock(written, inside) : std::nullopt;
    at = first + inside;
    return time;
}

std::optional<TimeRange> readTimes(QStringView line)
{
    constexpr qsizetype longest = 60;
    const QStringView text = line.trimmed();
    if (text.size() > longest || text.isEmpty() || !isDigit(text.front()))
        return std::nullopt;
    qsizetype at = 0;
    const std::optional<MediaTime> start = readPointTime(text, at);
    if (!start || at >= text.size() || text[at] != u',')
        return std::nullopt;
    ++at;
    skipSpaces(text, at);
    const std::optional<MediaTime> end = readPointTime(text, at);
    return end && at == text.size() ? std::optional(TimeRange{*start, *end}) : std::nullopt;
}

void finish(Caption &caption, QString &text, std::vector<Caption> &captions)
{
    text.replace(QStringLiteral("[br]"), QStringLiteral("\n"), Qt::CaseInsensitive);
    if (caption.start)
        readCaptionText(text, CaptionSyntax::SubRip, caption);
    if (!caption.lines.empty())
        captions.push_back(std::move(caption));
    caption = Caption();
    text.clear();
}

} // namespace

bool isSubViewer(QStringView text)
{
    constexpr int linesLookedAt = 60;
    Lines lines(text);
    for (int count = 0; count < linesLookedAt && !lines.atEnd(); ++count) {
        if (readTimes(lines.next()))
            return true;
    }
    return false;
}

Transcript readSubViewer(QStringView text, const KnownNames &known)
{
    std::vector<Caption> captions;
    Caption caption;
    QString said;
    Lines lines(text);
    while (!lines.atEnd()) {
        const QStringView line = lines.next();
        if (const std::optional<TimeRange> times = readTimes(line)) {
            finish(caption, said, captions);
            caption.start = times->start;
            caption.end = times->end;
        } else {
            said += line;
            said += u'\n';
        }
    }
    finish(caption, said, captions);
    findSpeakers(captions, known);
    Transcript transcript;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
