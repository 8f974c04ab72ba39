// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timecode.h"

#include <algorithm>
#include <array>

namespace app::timestamps {

namespace {

constexpr qint64 msPerSecond = 1000;
constexpr qint64 msPerMinute = 60 * msPerSecond;
constexpr qint64 msPerHour = 60 * msPerMinute;
/// Nine digits of hours are a hundred thousand years and still far from overflow.
constexpr qsizetype maxDigits = 9;

QString padded(qint64 number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// Takes digits from the front of a text.
std::optional<qint64> takeNumber(QStringView &text)
{
    qint64 value = 0;
    qsizetype digits = 0;
    while (digits < text.size() && isDigit(text[digits])) {
        if (digits == maxDigits) {
            return std::nullopt;
        }
        value = value * 10 + text[digits].digitValue();
        ++digits;
    }
    text = text.sliced(digits);
    return digits > 0 ? std::optional(value) : std::nullopt;
}

/// Takes ".5" or nothing; digits after the third are below the millisecond and only checked.
std::optional<qint64> takeFraction(QStringView &text)
{
    if (!text.startsWith(QLatin1Char('.'))) {
        return 0;
    }
    text = text.sliced(1);
    qint64 ms = 0;
    qint64 unit = 100;
    qsizetype digits = 0;
    for (; digits < text.size() && isDigit(text[digits]); ++digits) {
        ms += unit * text[digits].digitValue();
        unit /= 10;
    }
    text = text.sliced(digits);
    return digits > 0 ? std::optional(ms) : std::nullopt;
}

/// "4:30", "1:02:03.5", "270.5".
std::optional<MediaTime> parseColons(QStringView text)
{
    qint64 total = 0;
    for (int field = 0; field < 3; ++field) {
        const QStringView before = text;
        const auto number = takeNumber(text);
        const bool twoDigits = before.size() - text.size() == 2;
        if (!number || (field > 0 && (*number > 59 || (!twoDigits && !text.startsWith(u':'))))) {
            return std::nullopt;
        }
        total = total * 60 + *number;
        if (!text.startsWith(QLatin1Char(':'))) {
            const auto fraction = takeFraction(text);
            if (!fraction || !text.isEmpty()) {
                return std::nullopt;
            }
            return MediaTime::fromMs(total * msPerSecond + *fraction);
        }
        text = text.sliced(1);
    }
    return std::nullopt;
}

/// "1h2m3s", "4m30s", "90s", "1h".
std::optional<MediaTime> parseUnits(QStringView text)
{
    constexpr std::array units{msPerHour, msPerMinute, msPerSecond};
    const QString letters = QStringLiteral("hms");
    qint64 total = 0;
    qsizetype next = 0;
    while (!text.isEmpty()) {
        const auto number = takeNumber(text);
        const auto fraction = takeFraction(text);
        const qsizetype unit = number && fraction && !text.isEmpty()
                                   ? letters.indexOf(text.front().toLower(), next)
                                   : -1;
        const bool fractionElsewhere = unit != 2 && fraction.value_or(0) != 0;
        if (unit < 0 || fractionElsewhere || (next > 0 && *number > 59)) {
            return std::nullopt;
        }
        total += *number * units[static_cast<std::size_t>(unit)] + *fraction;
        next = unit + 1;
        text = text.sliced(1);
    }
    return next > 0 ? std::optional(MediaTime::fromMs(total)) : std::nullopt;
}

} // namespace

QString formatTimecode(MediaTime place)
{
    const qint64 seconds = std::max<qint64>(place.ms(), 0) / msPerSecond;
    const QString tail = padded(seconds % 60, 2);
    const qint64 minutes = seconds / 60;
    if (minutes < 60) {
        return QString::number(minutes) + QLatin1Char(':') + tail;
    }
    return QString::number(minutes / 60) + QLatin1Char(':') + padded(minutes % 60, 2)
           + QLatin1Char(':') + tail;
}

QString formatFullTimecode(MediaTime place, QChar separator)
{
    const qint64 ms = std::max<qint64>(place.ms(), 0);
    return padded(ms / msPerHour, 2) + QLatin1Char(':') + padded(ms / msPerMinute % 60, 2)
           + QLatin1Char(':') + padded(ms / msPerSecond % 60, 2) + separator
           + padded(ms % msPerSecond, 3);
}

std::optional<MediaTime> parseTimecode(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (const auto clock = parseColons(trimmed)) {
        return clock;
    }
    return parseUnits(trimmed);
}

} // namespace app::timestamps
