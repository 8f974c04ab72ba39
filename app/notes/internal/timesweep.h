// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"

namespace app::notes::internal {

/// In proportion to the characters.
[[nodiscard]] inline qint64 msBetween(const TextTime &from, const TextTime &to, qsizetype offset)
{
    if (offset <= from.offset || to.time <= from.time)
        return from.time.ms();
    const double part =
        static_cast<double>(offset - from.offset) / static_cast<double>(to.offset - from.offset);
    return from.time.ms()
           + static_cast<qint64>(part * static_cast<double>((to.time - from.time).count()));
}

/// Reads times of a text for offsets; rising offsets cost one pass in all.
class TimeSweep
{
public:
    /// \param times  has to outlive this; not empty
    explicit TimeSweep(const std::vector<TextTime> &times)
        : m_times(times)
    {}

    [[nodiscard]] qint64 msAt(qsizetype offset)
    {
        if (offset < m_times[m_at].offset)
            m_at = 0;
        for (std::size_t next = m_at + 1; next < m_times.size(); ++next) {
            const TextTime &time = m_times[next];
            if (time.offset > offset)
                return msBetween(m_times[m_at], time, offset);
            if (time.offset >= m_times[m_at].offset && time.time >= m_times[m_at].time)
                m_at = next;
        }
        return m_times[m_at].time.ms();
    }

private:
    const std::vector<TextTime> &m_times;
    std::size_t m_at = 0;
};

} // namespace app::notes::internal
