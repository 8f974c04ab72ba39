// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <vector>

namespace app::timestamps {

/// Where the listener heard what a text has at a time of another recording.
struct OffsetPoint
{
    MediaTime written;
    MediaTime here;

    bool operator==(const OffsetPoint &) const = default;
};

/// From the times of another recording to places in this one, by points found by ear.
///
/// One point shifts all times. Between two points times are spread evenly as long as the recordings
/// run about as fast (within 2 %); else something was put in or left out between them, nobody knows
/// where, and the earlier point's shift holds until the later point is reached. Before the first
/// and after the last point their shifts hold. Thread: any.
class OffsetMap final
{
public:
    OffsetMap() = default;
    /// Of points that contradict each other (later there, earlier here) the later given ones stay.
    explicit OffsetMap(const std::vector<OffsetPoint> &points);

    /// Adds a point; others within 2 s of its written time, or that contradict it, go.
    void add(OffsetPoint point);

    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }

    /// Rising in both times.
    [[nodiscard]] const std::vector<OffsetPoint> &points() const { return m_points; }

    /// Never before the start. Without points a time is what is written.
    [[nodiscard]] MediaTime here(MediaTime written) const;

    bool operator==(const OffsetMap &) const = default;

private:
    std::vector<OffsetPoint> m_points;
};

} // namespace app::timestamps
