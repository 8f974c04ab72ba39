// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/risingchain.h"

#include <algorithm>

namespace app::notes::internal {

std::vector<std::size_t> longestRising(const std::vector<std::size_t> &numbers)
{
    constexpr std::size_t none = ~std::size_t{0};
    std::vector<std::size_t> smallestEnd; // of rows of each length: the place of its last number
    std::vector<std::size_t> before(numbers.size(), none);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto longer = std::lower_bound(
            smallestEnd.begin(),
            smallestEnd.end(),
            numbers[at],
            [&numbers](std::size_t place, std::size_t number) { return numbers[place] < number; });
        if (longer != smallestEnd.begin())
            before[at] = *std::prev(longer);
        if (longer == smallestEnd.end())
            smallestEnd.push_back(at);
        else
            *longer = at;
    }
    std::vector<std::size_t> row;
    for (std::size_t at = smallestEnd.empty() ? none : smallestEnd.back(); at != none;
         at = before[at])
        row.push_back(at);
    std::reverse(row.begin(), row.end());
    return row;
}

} // namespace app::notes::internal
