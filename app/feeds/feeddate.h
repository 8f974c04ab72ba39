// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>

namespace app::feeds {

/// Reads a date as feeds write them, into UTC.
///
/// RFC 822/2822 with or without weekday, two-digit years, month names in full, English zone names
/// ("GMT", "EST", "Z"), numeric zones with or without a colon, missing seconds; ISO 8601 / RFC 3339
/// in full or by date only; Unix seconds. Without a zone it is UTC. The weekday is never trusted.
/// An invalid QDateTime when nothing sensible can be read. Locale and clock play no part.
/// Thread: any.  Source: RFC 2822 3.3 and 4.3, RFC 3339.
[[nodiscard]] QDateTime readFeedDate(QStringView text);

/// Reads itunes:duration ("3723", "62:03", "1:02:03", fractions too) in milliseconds; -1 if
/// unreadable.
[[nodiscard]] qint64 readFeedDurationMs(QStringView text);

} // namespace app::feeds
