// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/ttmltime.h"

#include "app/transcripts/internal/caption.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace app::transcripts::internal {

namespace {

using Milliseconds = std::chrono::milliseconds;

/// Digits with at most one point (or comma) among them.
std::optional<double> readNumber(QStringView text)
{
    constexpr qsizetype longest = 24;
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u',';
    });
    if (!plain)
        return std::nullopt;
    bool ok = false;
    const double number = text.toString().replace(u',', u'.').toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<Milliseconds> fromSeconds(double seconds)
{
    const double ms = std::round(seconds * 1000.0);
    if (!(ms >= 0.0) || ms > static_cast<double>(latestTime.ms()))
        return std::nullopt;
    return Milliseconds(static_cast<qint64>(ms));
}

/// "mm:ss", "hh:mm:ss" or "hh:mm:ss:ff", fractions at the end.
std::optional<Milliseconds> readClock(QStringView text, const TtmlRates &rates)
{
    std::array<double, 4> parts{};
    std::size_t count = 0;
    for (qsizetype first = 0; first <= text.size();) {
        qsizetype end = first;
        while (end < text.size() && text[end] != u':' && text[end] != u';')
            ++end;
        const std::optional<double> part = readNumber(text.sliced(first, end - first));
        if (!part || count == parts.size())
            return std::nullopt;
        parts[count++] = *part;
        first = end + 1;
    }
    if (count < 3) {
        parts = {0.0, parts[0], parts[1], 0.0};
    }
    return fromSeconds((parts[0] * 60.0 + parts[1]) * 60.0 + parts[2] + parts[3] / rates.frames);
}

/// How many seconds a unit has; 0 for none that is known.
double secondsOf(QStringView unit, const TtmlRates &rates)
{
    if (unit.isEmpty() || unit == u"s")
        return 1.0;
    if (unit == u"ms")
        return 0.001;
    if (unit == u"m")
        return 60.0;
    if (unit == u"h")
        return 3600.0;
    if (unit == u"f")
        return 1.0 / rates.frames;
    return unit == u"t" ? 1.0 / rates.ticks : 0.0;
}

std::optional<double> readRate(QStringView text)
{
    constexpr double most = 1e9;
    const std::optional<double> rate = readNumber(text.trimmed());
    return rate && *rate > 0.0 && *rate <= most ? rate : std::nullopt;
}

} // namespace

TtmlRates readTtmlRates(QStringView frameRate, QStringView multiplier, QStringView tickRate)
{
    TtmlRates rates;
    const std::optional<double> frames = readRate(frameRate);
    rates.frames = frames.value_or(rates.frames);
    const QStringView pair = multiplier.trimmed();
    const qsizetype space = pair.indexOf(u' ');
    const std::optional<double> numerator = space < 0 ? std::nullopt : readRate(pair.first(space));
    const std::optional<double> divisor = space < 0 ? std::nullopt : readRate(pair.sliced(space));
    if (numerator && divisor)
        rates.frames *= *numerator / *divisor;
    rates.ticks = readRate(tickRate).value_or(frames ? rates.frames : rates.ticks);
    return rates;
}

std::optional<std::chrono::milliseconds> readTtmlTime(QStringView text, const TtmlRates &rates)
{
    const QStringView time = text.trimmed();
    if (time.contains(u':'))
        return readClock(time, rates);
    qsizetype end = time.size();
    while (end > 0 && time[end - 1].isLetter())
        --end;
    const std::optional<double> number = readNumber(time.first(end).trimmed());
    const double unit = secondsOf(time.sliced(end), rates);
    return number && unit > 0.0 ? fromSeconds(*number * unit) : std::nullopt;
}

} // namespace app::transcripts::internal
