// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace app::notes::internal {

/// Which numbers make the longest strictly rising row, by place. n log n.
/// Source: C. Schensted, "Longest increasing and decreasing subsequences" (1961).
[[nodiscard]] std::vector<std::size_t> longestRising(const std::vector<std::size_t> &numbers);

} // namespace app::notes::internal
