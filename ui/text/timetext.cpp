// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"

#include "app/timestamps/timecode.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ui::text {

using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

// English carries no catalogue, so Qt would say "1 minutes": its singular stands beside it here.
QString counted(const char *many, QLatin1String englishOne, int count)
{
    const QString translated = QCoreApplication::translate("TimeText", many, nullptr, count);
    const QString untranslated =
        QString::fromLatin1(many).replace(QLatin1String("%n"), QString::number(count));
    return count == 1 && translated == untranslated ? QString(englishOne) : translated;
}

int wholeSeconds(Duration length)
{
    const qint64 seconds = std::max<qint64>(length.count(), 0) / 1000;
    return static_cast<int>(std::min<qint64>(seconds, 1'000'000'000));
}

} // namespace

QString clockText(MediaTime place)
{
    return app::timestamps::formatTimecode(place);
}

QString clockText(const TimeRange &range)
{
    return TimeText::tr("%1–%2", "from-to, two times")
        .arg(clockText(range.start), clockText(range.end));
}

QString remainingClockText(Duration left)
{
    return QChar(0x2212) + clockText(MediaTime(std::max(left, Duration(0))));
}

QString spokenText(MediaTime place)
{
    const int seconds = wholeSeconds(place.sinceStart());
    const int hours = seconds / 3600;
    const int minutes = seconds / 60 % 60;
    QStringList parts;
    if (hours > 0) {
        parts +=
            counted(QT_TRANSLATE_N_NOOP("TimeText", "%n hours"), QLatin1String("1 hour"), hours);
    }
    if (minutes > 0) {
        parts += counted(
            QT_TRANSLATE_N_NOOP("TimeText", "%n minutes"), QLatin1String("1 minute"), minutes);
    }
    if (seconds % 60 > 0 || parts.isEmpty()) {
        parts += counted(
            QT_TRANSLATE_N_NOOP("TimeText", "%n seconds"), QLatin1String("1 second"), seconds % 60);
    }
    return parts.join(QLatin1Char(' '));
}

QString lengthText(Duration length)
{
    const int seconds = wholeSeconds(length);
    if (seconds < 60) {
        return TimeText::tr("%1 s", "a length in seconds").arg(seconds);
    }
    const int minutes = (seconds + 30) / 60;
    if (minutes < 60) {
        return TimeText::tr("%1 min", "a length in minutes").arg(minutes);
    }
    return TimeText::tr("%1 h %2", "a length: hours, then minutes with two digits")
        .arg(minutes / 60)
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString leftText(Duration left)
{
    return TimeText::tr("%1 left", "%1 is a length such as 33 min").arg(lengthText(left));
}

QString exactLengthText(Duration length)
{
    const int seconds = wholeSeconds(length);
    if (seconds < 60) {
        return TimeText::tr("%1 s", "a length in seconds").arg(seconds);
    }
    return TimeText::tr("%1 min %2 s", "a length: minutes, seconds with two digits")
        .arg(seconds / 60)
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString dateText(QDate day, const QLocale &locale)
{
    return locale.toString(day, TimeText::tr("d MMMM yyyy", "QLocale pattern of a day in full"));
}

QString dayGroupText(QDate day, QDate today, const QLocale &locale)
{
    if (!day.isValid()) {
        return TimeText::tr("Undated", "group of episodes without a date");
    }
    if (day > today) {
        return TimeText::tr("Upcoming", "group of episodes dated in the future");
    }
    if (day == today) {
        return TimeText::tr("Today");
    }
    if (day == today.addDays(-1)) {
        return TimeText::tr("Yesterday");
    }
    const int sinceWeekBegan = (today.dayOfWeek() - locale.firstDayOfWeek() + 7) % 7;
    if (day >= today.addDays(-sinceWeekBegan)) {
        return TimeText::tr("This week");
    }
    return locale.toString(day, TimeText::tr("MMMM yyyy", "QLocale pattern of a month"));
}

QString agoText(const QDateTime &then, const QDateTime &now, const QLocale &locale)
{
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1) {
        return TimeText::tr("just now");
    }
    if (minutes < 60) {
        return TimeText::tr("%1 min ago").arg(minutes);
    }
    if (minutes < 24 * 60) {
        return TimeText::tr("%1 h ago", "hours").arg(minutes / 60);
    }
    return dateText(then.toLocalTime().date(), locale);
}

QString episodeCountText(int count)
{
    return counted(
        QT_TRANSLATE_N_NOOP("TimeText", "%n episodes"), QLatin1String("1 episode"), count);
}

QString noteCountText(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("TimeText", "%n notes"), QLatin1String("1 note"), count);
}

} // namespace ui::text
