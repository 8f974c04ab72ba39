// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"
#include "app/timestamps/internal/normaltext.h"

namespace app::timestamps::internal {

/// Finds everything that is written like a time, in order, not overlapping.
///
/// Judges only the characters that touch it: four fields, prices, decimals, hex and dates get
/// Refusal::Shape (they stay in the list, for they still stand between other candidates).
[[nodiscard]] Candidates scan(const NormalText &text);

} // namespace app::timestamps::internal
