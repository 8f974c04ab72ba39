// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

namespace app::timestamps {

/// A stretch of a recording, half-open: start belongs to it, end does not.
struct TimeRange
{
    MediaTime start;
    MediaTime end;

    [[nodiscard]] constexpr bool contains(MediaTime place) const
    {
        return place >= start && place < end;
    }

    [[nodiscard]] constexpr Duration length() const { return end - start; }

    [[nodiscard]] constexpr bool isEmpty() const { return end <= start; }

    constexpr bool operator==(const TimeRange &) const = default;
};

} // namespace app::timestamps
