// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"

namespace app::timestamps::internal {

/// Candidates of a section in order of appearance.
using Members = QList<Candidate *>;

/// How often a value is smaller than the one before, all short ones read one way.
[[nodiscard]] qsizetype orderBreaks(const Members &members, bool hoursAndMinutes);

/// Three or more with at most a fifth of breaks.
[[nodiscard]] bool isOrdered(const Members &members, bool hoursAndMinutes);

/// From which member on short forms are h:mm; members.size() for none, 0 for all.
///
/// m:ss is the rule; h:mm needs an order or a spread that m:ss cannot give.
[[nodiscard]] qsizetype firstHourMember(const Members &members, std::optional<qint64> durationMs);

} // namespace app::timestamps::internal
