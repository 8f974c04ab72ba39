// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/offsetmap.h"

#include <algorithm>
#include <cmath>

namespace app::timestamps {
namespace {

using namespace std::chrono_literals;

constexpr Duration samePoint = 2s;
constexpr double sameSpeed = 0.02;

bool contradict(const OffsetPoint &a, const OffsetPoint &b)
{
    return (a.written < b.written) != (a.here < b.here);
}

MediaTime between(const OffsetPoint &before, const OffsetPoint &after, MediaTime written)
{
    const auto there = static_cast<double>((after.written - before.written).count());
    const auto here = static_cast<double>((after.here - before.here).count());
    if (std::abs(here / there - 1) <= sameSpeed) {
        const auto passed = static_cast<double>((written - before.written).count());
        return before.here + Duration(std::llround(passed * here / there));
    }
    return std::min(before.here + (written - before.written), after.here);
}

} // namespace

OffsetMap::OffsetMap(const std::vector<OffsetPoint> &points)
{
    for (const OffsetPoint &point : points) {
        add(point);
    }
}

void OffsetMap::add(OffsetPoint point)
{
    std::erase_if(m_points, [&point](const OffsetPoint &other) {
        return std::chrono::abs(other.written - point.written) < samePoint
               || contradict(other, point);
    });
    const auto after = std::find_if(m_points.begin(), m_points.end(), [&point](const auto &other) {
        return other.written > point.written;
    });
    m_points.insert(after, point);
}

MediaTime OffsetMap::here(MediaTime written) const
{
    if (m_points.empty()) {
        return written;
    }
    const auto after = std::find_if(m_points.begin(), m_points.end(), [written](const auto &point) {
        return point.written > written;
    });
    if (after != m_points.begin() && after != m_points.end()) {
        return between(*std::prev(after), *after, written);
    }
    const OffsetPoint &nearest = after == m_points.begin() ? *after : m_points.back();
    return std::max(MediaTime(), nearest.here + (written - nearest.written));
}

} // namespace app::timestamps
