// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/bandmeter.h"

#include <optional>
#include <span>

namespace app::playback::internal {

/// The latest levels, and how they are spread.
class RecentLevels final
{
public:
    explicit RecentLevels(std::size_t most);

    void add(double level);

    [[nodiscard]] std::size_t size() const { return m_ring.size(); }

    /// The level that this share of them lies below; there must be some.
    [[nodiscard]] double quantile(double share) const;

private:
    static constexpr double lowest = -100;
    static constexpr double stepsPerDecibel = 2;
    static constexpr std::size_t steps = 201;

    std::size_t m_most;
    std::size_t m_next = 0;
    std::vector<quint8> m_ring;
    std::array<quint32, steps> m_counts{};
};

/// Tells pauses from speech by what it heard lately: how loud speech is, and what is left of the
/// room when nobody speaks.
///
/// When in doubt it is speech. A pause is quiet in every band, so that a hiss above rumble is none;
/// and it is even, for a soft voice or a note that dies away is not, however quiet. Thread: one at
/// a time.
class PauseJudge final
{
public:
    PauseJudge();

    /// Forgets what it heard.
    void forget();
    /// Learns the next block and says whether it is quiet.
    [[nodiscard]] bool isQuiet(const BandLevels &levels);

    /// How far the room lies below speech, in dB; 0 while too little was heard.
    [[nodiscard]] double contrast() const { return m_contrast; }

    /// Whether quiet blocks in a row are the sound of the room and nothing else. False for less
    /// than a quarter of a second.
    [[nodiscard]] bool isEven(std::span<const BandLevels> levels) const;

private:
    void learnLimits();

    std::vector<RecentLevels> m_all; ///< in each band
    RecentLevels m_allBands;
    RecentLevels m_speech; ///< of blocks that are not quiet
    double m_inaudible = -100;
    double m_contrast = 0;
    std::optional<BandLevels> m_limits; ///< of quiet blocks; none while too little was heard
};

} // namespace app::playback::internal
