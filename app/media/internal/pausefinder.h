// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"

#include <QtGlobal>

#include <array>
#include <vector>

namespace app::media::internal {

/// Finds where nobody speaks, once the whole recording has gone by: what is near the room's own
/// noise, judged by what was heard around it, for 250 ms and more. Thread: one at a time.
class PauseFinder final
{
public:
    explicit PauseFinder(int sampleRate);

    /// The mean of two channels and half their difference; of one channel, itself and no side.
    void put(const float *middle, const float *side, qint64 frames);
    [[nodiscard]] std::vector<timestamps::TimeRange> finish() const;

private:
    /// How often each level occurs; levels are in half decibels above silence.
    using Counts = std::array<quint32, 256>;

    [[nodiscard]] std::vector<Counts> countChunks() const;
    [[nodiscard]] std::vector<int> limits() const;
    [[nodiscard]] static int quietBelow(const Counts &around, int usualSpeech);
    [[nodiscard]] bool isQuiet(std::size_t block, int limit) const;
    void endBlock();

    int m_rate;
    qint64 m_frames = 0;
    qint64 m_blockEnd;
    float m_power = 0;
    std::array<float, 2> m_before{}; ///< per channel, of the filter that takes hum away
    std::array<float, 2> m_passed{};
    std::vector<quint8> m_levels; ///< of blocks of 10 ms
};

} // namespace app::media::internal
