// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace app::base {

/// Where the time of day comes from, so that tests can choose it. Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Now in UTC, whole milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace app::base
