// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"
#include "app/timestamps/internal/normaltext.h"

namespace app::timestamps::internal {

/// Finds everything that is written like a time, in order, not overlapping: generously, for whether
/// it is one is weighed later.
///
/// Refused are only shapes that can never be one: inside IPv6 and hardware addresses, four fields.
[[nodiscard]] Candidates scan(const NormalText &text);

} // namespace app::timestamps::internal
