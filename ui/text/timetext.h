// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"
#include "app/timestamps/timerange.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace ui::text {

/// A place as on a clock: "4:30", "1:02:03".
[[nodiscard]] QString clockText(app::timestamps::MediaTime place);

/// From and to: "11:45–13:20".
[[nodiscard]] QString clockText(const app::timestamps::TimeRange &range);

/// What is left, with a minus sign: "−33:41".
[[nodiscard]] QString remainingClockText(app::timestamps::Duration left);

/// A place as a screen reader says it: "4 minutes 30 seconds". Parts that are nothing are left out.
[[nodiscard]] QString spokenText(app::timestamps::MediaTime place);

/// How long something is, to the minute: "58 min", "1 h 12", below a minute "45 s".
[[nodiscard]] QString lengthText(app::timestamps::Duration length);

/// How much is left to hear: "33 min left".
[[nodiscard]] QString leftText(app::timestamps::Duration left);

/// A difference to the second: "2 min 05 s", below a minute "45 s".
[[nodiscard]] QString exactLengthText(app::timestamps::Duration length);

/// A day in full: "20 November 2026".
[[nodiscard]] QString dateText(QDate day, const QLocale &locale);

/// The head of a group of episodes: "Today", "Yesterday", "This week", else the month: "October
/// 2026". Days after today are "Upcoming", no date at all "Undated". The week begins with the
/// locale's first day.
[[nodiscard]] QString dayGroupText(QDate day, QDate today, const QLocale &locale);

/// How long ago: "just now", "8 min ago", "3 h ago", from a day on the date.
[[nodiscard]] QString agoText(const QDateTime &then, const QDateTime &now, const QLocale &locale);

[[nodiscard]] QString episodeCountText(int count); ///< "1 episode", "12 episodes"
[[nodiscard]] QString noteCountText(int count);    ///< "1 note", "7 notes"

} // namespace ui::text
