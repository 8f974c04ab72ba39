// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <chrono>
#include <compare>

namespace app::timestamps {

/// A length of sound or of a wait.
using Duration = std::chrono::milliseconds;

/// A place in a recording, in whole milliseconds from its first sample.
///
/// Two places subtract to a Duration; they cannot be added, for that would mean nothing.
class MediaTime
{
public:
    constexpr MediaTime() = default;

    constexpr explicit MediaTime(Duration sinceStart)
        : m_sinceStart(sinceStart)
    {}

    [[nodiscard]] static constexpr MediaTime fromMs(qint64 ms) { return MediaTime(Duration(ms)); }

    [[nodiscard]] constexpr Duration sinceStart() const { return m_sinceStart; }

    [[nodiscard]] constexpr qint64 ms() const { return m_sinceStart.count(); }

    [[nodiscard]] constexpr double seconds() const { return static_cast<double>(ms()) / 1000.0; }

    constexpr auto operator<=>(const MediaTime &) const = default;

    friend constexpr MediaTime operator+(MediaTime place, Duration length)
    {
        return MediaTime(place.m_sinceStart + length);
    }

    friend constexpr MediaTime operator-(MediaTime place, Duration length)
    {
        return MediaTime(place.m_sinceStart - length);
    }

    friend constexpr Duration operator-(MediaTime a, MediaTime b)
    {
        return a.m_sinceStart - b.m_sinceStart;
    }

private:
    Duration m_sinceStart{0};
};

} // namespace app::timestamps

Q_DECLARE_METATYPE(app::timestamps::MediaTime)
