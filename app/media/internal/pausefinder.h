// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/timestamps/timerange.h"

#include <array>
#include <vector>

namespace app::media::internal {

/// Finds where nobody speaks, once the whole recording has gone by: what is near the room's own
/// noise, minute by minute, for 250 ms and more. Thread: one at a time.
class PauseFinder final
{
public:
    explicit PauseFinder(const SoundFormat &format);

    void put(const float *sound, qint64 frames);
    [[nodiscard]] std::vector<timestamps::TimeRange> finish();

private:
    /// Level below which a block of this part of the recording is quiet, in dB.
    [[nodiscard]] float quietBelow(std::size_t firstBlock, std::size_t endBlock) const;
    void endBlock();

    SoundFormat m_format;
    qint64 m_blockFrames;
    qint64 m_filled = 0; ///< frames of the block so far
    double m_power = 0;
    std::array<float, 2> m_before{}; ///< per channel, of the filter that takes hum away
    std::array<float, 2> m_passed{};
    std::vector<float> m_levels; ///< of blocks of 10 ms, in dB
};

} // namespace app::media::internal
