// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"

#include <optional>

namespace app::session::internal {

/// A and B of a loop made by hand. A pure value.
///
/// The first of either waits for the other; the same again moves it. B before A makes the same loop
/// as A before B. With a loop made, A starts over and B moves its end.
class LoopMarks final
{
public:
    /// \returns the loop, once both ends are there and it is long enough to be one
    std::optional<timestamps::TimeRange> setStart(timestamps::MediaTime place);
    std::optional<timestamps::TimeRange> setEnd(timestamps::MediaTime place);

    void clear();
    /// A loop was made elsewhere.
    void setMade(const timestamps::TimeRange &range);

    /// What waits for the other end.
    [[nodiscard]] std::optional<timestamps::MediaTime> waiting() const;

private:
    [[nodiscard]] std::optional<timestamps::TimeRange> make();

    std::optional<timestamps::MediaTime> m_start;
    std::optional<timestamps::MediaTime> m_end;
};

} // namespace app::session::internal
