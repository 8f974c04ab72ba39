// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ui::transcript::internal {

/// Heights of many blocks stacked on each other: changes and look-ups in O(log n).
class HeightIndex final
{
public:
    void assign(const std::vector<double> &heights);

    [[nodiscard]] std::size_t size() const { return m_heights.size(); }

    [[nodiscard]] double height(std::size_t index) const { return m_heights[index]; }

    [[nodiscard]] double total() const { return top(size()); }

    void set(std::size_t index, double height);

    /// Where a block begins; with size(), where the last one ends.
    [[nodiscard]] double top(std::size_t index) const;

    /// The block that covers a height; the first above all, the last below. Not when empty.
    [[nodiscard]] std::size_t at(double y) const;

private:
    std::vector<double> m_heights;
    std::vector<double> m_sums; ///< a Fenwick tree, from 1
};

} // namespace ui::transcript::internal
