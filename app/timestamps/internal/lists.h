// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/sections.h"
#include "app/timestamps/timestampreader.h"

namespace app::timestamps::internal {

/// Decides what only a whole section can tell: whether it is a list, m:ss or h:mm, whether it is an
/// agenda or track lengths, whether it belongs to another recording, and what lies beyond the end.
/// Sets Candidate::ms, endMs, inList, foreign and refuses what fails.
void decideSection(const Section &section,
                   std::optional<Duration> duration,
                   Candidates &candidates);

} // namespace app::timestamps::internal
