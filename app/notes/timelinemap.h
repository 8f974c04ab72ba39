// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"
#include "app/timestamps/timerange.h"

#include <vector>

namespace app::notes {

/// A stretch that two recordings share.
struct TimelinePiece
{
    timestamps::TimeRange from; ///< in the one
    timestamps::Duration shift; ///< to be added for the other
    double confidence = 0;      ///< 0 to 1: how much of the words speaks for it

    bool operator==(const TimelinePiece &) const = default;
};

/// A time of one recording, in the other.
struct MappedTime
{
    timestamps::MediaTime time;
    double confidence = 0;
    bool atEdge = false; ///< what was said there is not in the other: this is the nearest that is

    bool operator==(const MappedTime &) const = default;
};

/// From the times of one recording of an episode to those of another with other advertisements.
///
/// Inside a piece its shift holds. Between two pieces something was put in, left out or exchanged:
/// a time there takes the shift of the nearer one, but not beyond where the other begins, and is
/// flagged unless that is less than 2 s away. Before the first and behind the last piece their
/// shifts hold, flagged beyond 30 s. Without pieces a time stays. Thread: any.
class TimelineMap final
{
public:
    TimelineMap() = default;
    /// \param pieces  in order of from, apart from each other, and so in the other recording
    explicit TimelineMap(std::vector<TimelinePiece> pieces);

    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }

    [[nodiscard]] const std::vector<TimelinePiece> &pieces() const { return m_pieces; }

    /// Never before the start.
    [[nodiscard]] MappedTime map(timestamps::MediaTime place) const;

    /// From the other recording to the one.
    [[nodiscard]] TimelineMap inverse() const;

    bool operator==(const TimelineMap &) const = default;

private:
    std::vector<TimelinePiece> m_pieces;
};

/// Aligns two recordings by what is said in them: rows of five words that each text has once, in
/// the longest order that both keep, cut where the time between the two changes by over 3 s.
///
/// Empty when languages differ, times are missing or too little agrees. What both say at a shift of
/// its own for less than 8 such rows is passed over. Takes about 50 ms for ten hours. Thread: any.
[[nodiscard]] TimelineMap alignTimelines(const AnchorText &from, const AnchorText &to);

} // namespace app::notes
