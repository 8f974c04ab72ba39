// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/heightindex.h"

#include <bit>

namespace ui::transcript::internal {

namespace {

std::size_t lowestBit(std::size_t i)
{
    return i & (~i + 1);
}

} // namespace

void HeightIndex::assign(const std::vector<double> &heights)
{
    m_heights = heights;
    m_sums.assign(heights.size() + 1, 0.0);
    for (std::size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += heights[i - 1];
        const std::size_t parent = i + lowestBit(i);
        if (parent < m_sums.size()) {
            m_sums[parent] += m_sums[i];
        }
    }
}

void HeightIndex::set(std::size_t index, double height)
{
    const double change = height - m_heights[index];
    m_heights[index] = height;
    for (std::size_t i = index + 1; i < m_sums.size(); i += lowestBit(i)) {
        m_sums[i] += change;
    }
}

double HeightIndex::top(std::size_t index) const
{
    double sum = 0;
    for (std::size_t i = index; i > 0; i -= lowestBit(i)) {
        sum += m_sums[i];
    }
    return sum;
}

std::size_t HeightIndex::at(double y) const
{
    std::size_t index = 0;
    double rest = y;
    for (std::size_t step = std::bit_floor(size()); step > 0; step /= 2) {
        if (index + step <= size() && m_sums[index + step] <= rest) {
            index += step;
            rest -= m_sums[index];
        }
    }
    return index < size() ? index : size() - 1;
}

} // namespace ui::transcript::internal
