// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"

#include <QStringView>

#include <optional>

namespace app::timestamps::internal {

/// Reads hours, minutes and seconds with unit words or signs at a place: "1h 2m 3s", "4分30秒",
/// "1h23". Two units at least, or one written together as in "1h" (never "30 minutes").
/// \param folded  lower case, normalised
[[nodiscard]] std::optional<Candidate> readUnits(QStringView folded, qsizetype begin);

/// Reads 4'30" at a place.
[[nodiscard]] std::optional<Candidate> readPrimes(QStringView folded, qsizetype begin);

/// Reads "minute 45", "45 minute mark", "45'" and the end of "minute 45 to 50" around the number at
/// a place. \a last is the candidate before, or null.
[[nodiscard]] std::optional<Candidate>
readMinute(QStringView folded, qsizetype begin, const Candidate *last);

} // namespace app::timestamps::internal
