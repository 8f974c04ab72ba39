// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/cues.h"

namespace app::timestamps::internal {

/// Weighs what stands around each candidate of one line: where it is, what brackets it, which
/// words come before and after. Fills position, evidence, chains and ranges, and refuses
/// look-alikes. What only the whole list can tell is left to the list rules.
/// \param tokens  the line, candidates included
void judgeLine(const NormalText &text, const Tokens &tokens, Candidates &candidates);

} // namespace app::timestamps::internal
