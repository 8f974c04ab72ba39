// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"

#include <array>
#include <vector>

namespace app::playback::internal {

/// Power of a block of sound in four bands from deep voices to hissing consonants; the deepest
/// leaves hum out. All channels are added up.
using BandPowers = std::array<double, 4>;
/// The same in dB; 0 is a full scale square in one channel.
using BandLevels = std::array<double, 4>;

/// Measures sound in blocks of 10 ms. Thread: one at a time.
class BandMeter final
{
public:
    explicit BandMeter(const media::SoundFormat &format);

    [[nodiscard]] qint64 blockFrames() const { return m_blockFrames; }

    /// What is put next does not follow what was put before.
    void restart();
    /// Appends the powers of the blocks that became complete.
    void put(const float *sound, qint64 frames, std::vector<BandPowers> &powers);

private:
    /// Second order, in the transposed direct form.
    struct Filter
    {
        std::array<float, 3> b{};
        std::array<float, 2> a{};
    };

    struct State
    {
        float first = 0;
        float second = 0;
    };

    static constexpr std::size_t filterCount = 7;

    [[nodiscard]] static Filter makeFilter(double hertz, bool highPass, double sampleRate);
    [[nodiscard]] static float run(const Filter &filter, State &state, float in);
    void add(float sample, std::array<State, filterCount> &states);
    void settle();

    int m_channels;
    qint64 m_blockFrames;
    qint64 m_filled = 0; ///< frames of the block so far
    std::array<Filter, filterCount> m_filters;
    std::vector<std::array<State, filterCount>> m_states; ///< of each channel
    BandPowers m_sums{};
};

} // namespace app::playback::internal
