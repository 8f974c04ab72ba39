// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/bandmeter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::playback::internal {

namespace {

constexpr double lowest = 150;
constexpr double lowToMiddle = 800;
constexpr double middleToHigh = 2500;
constexpr double highToHiss = 6000;

} // namespace

BandMeter::BandMeter(const media::SoundFormat &format)
    : m_channels(format.channels)
    , m_blockFrames(format.sampleRate / 100)
    , m_states(static_cast<std::size_t>(format.channels))
{
    const double rate = format.sampleRate;
    m_filters = {makeFilter(lowest, true, rate),
                 makeFilter(lowToMiddle, false, rate),
                 makeFilter(lowToMiddle, true, rate),
                 makeFilter(middleToHigh, false, rate),
                 makeFilter(middleToHigh, true, rate),
                 makeFilter(highToHiss, false, rate),
                 makeFilter(highToHiss, true, rate)};
}

BandMeter::Filter BandMeter::makeFilter(double hertz, bool highPass, double sampleRate)
{
    const auto k = std::tan(std::numbers::pi * std::min(hertz / sampleRate, 0.45));
    const auto norm = 1.0 / (1.0 + k * std::numbers::sqrt2 + k * k);
    const auto edge = highPass ? norm : k * k * norm;
    const auto middle = highPass ? -2.0 * edge : 2.0 * edge;
    Filter filter;
    filter.b = {static_cast<float>(edge), static_cast<float>(middle), static_cast<float>(edge)};
    filter.a = {static_cast<float>(2.0 * (k * k - 1.0) * norm),
                static_cast<float>((1.0 - k * std::numbers::sqrt2 + k * k) * norm)};
    return filter;
}

float BandMeter::run(const Filter &filter, State &state, float in)
{
    const auto out = filter.b[0] * in + state.first;
    state.first = filter.b[1] * in - filter.a[0] * out + state.second;
    state.second = filter.b[2] * in - filter.a[1] * out;
    return out;
}

void BandMeter::restart()
{
    m_filled = 0;
    m_sums = {};
    std::fill(m_states.begin(), m_states.end(), std::array<State, filterCount>{});
}

void BandMeter::add(float sample, std::array<State, filterCount> &states)
{
    const auto apply = [&](std::size_t i, float in) {
        return run(m_filters[i], states[i], in);
    };
    const std::array<float, 4> bands{apply(1, apply(0, sample)),
                                     apply(3, apply(2, sample)),
                                     apply(5, apply(4, sample)),
                                     apply(6, sample)};
    for (std::size_t band = 0; band < bands.size(); ++band) {
        m_sums[band] += static_cast<double>(bands[band] * bands[band]);
    }
}

void BandMeter::put(const float *sound, qint64 frames, std::vector<BandPowers> &powers)
{
    for (qint64 i = 0; i < frames; ++i) {
        for (auto &states : m_states) {
            add(*sound++, states);
        }
        if (++m_filled == m_blockFrames) {
            settle();
            for (auto &sum : m_sums) {
                sum /= static_cast<double>(m_blockFrames);
            }
            powers.push_back(m_sums);
            m_filled = 0;
            m_sums = {};
        }
    }
}

/// Filters that ring out into silence would count in ever smaller numbers, which takes long; and
/// one that met what is no number would never recover.
void BandMeter::settle()
{
    for (auto &states : m_states) {
        for (auto &state : states) {
            for (auto *value : {&state.first, &state.second}) {
                if (!std::isfinite(*value) || std::abs(*value) < 1e-15F) {
                    *value = 0;
                }
            }
        }
    }
    for (auto &sum : m_sums) {
        // What is no number is loud, for it must not be taken for a pause.
        sum = std::isfinite(sum) ? sum : 1.0;
    }
}

} // namespace app::playback::internal
