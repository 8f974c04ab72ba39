// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/loopmarks.h"

#include <utility>

namespace app::session::internal {
namespace {

using timestamps::MediaTime;
using timestamps::TimeRange;

/// The player ignores shorter ones.
constexpr timestamps::Duration shortest{100};

} // namespace

std::optional<TimeRange> LoopMarks::setStart(MediaTime place)
{
    if (m_start && m_end) {
        m_end.reset();
    }
    const auto before = std::exchange(m_start, place);
    const auto made = make();
    if (!made && m_end) {
        m_start = before;
    }
    return made;
}

std::optional<TimeRange> LoopMarks::setEnd(MediaTime place)
{
    const auto before = std::exchange(m_end, place);
    const auto made = make();
    if (!made && m_start) {
        m_end = before;
    }
    return made;
}

void LoopMarks::clear()
{
    m_start.reset();
    m_end.reset();
}

void LoopMarks::setMade(const TimeRange &range)
{
    m_start = range.start;
    m_end = range.end;
}

std::optional<MediaTime> LoopMarks::waiting() const
{
    if (m_start && m_end) {
        return std::nullopt;
    }
    return m_start ? m_start : m_end;
}

std::optional<TimeRange> LoopMarks::make()
{
    if (!m_start || !m_end) {
        return std::nullopt;
    }
    const TimeRange range{std::min(*m_start, *m_end), std::max(*m_start, *m_end)};
    if (range.length() < shortest) {
        return std::nullopt;
    }
    setMade(range);
    return range;
}

} // namespace app::session::internal
