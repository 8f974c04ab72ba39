// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/limiter.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

constexpr qint64 aheadMs = 5;
/// Slow enough that a voice does not wobble, quick enough that the next word is as loud again.
constexpr double recoverySeconds = 0.15;

} // namespace

Limiter::Limiter(const media::SoundFormat &format)
    : m_channels(format.channels)
    , m_ahead(format.sampleRate * aheadMs / 1000)
    , m_recovery(1.0 - std::exp(-1.0 / (recoverySeconds * format.sampleRate)))
{
    restart();
}

void Limiter::restart()
{
    m_held.clear();
    m_heldStart = 0;
    m_put = 0;
    m_needs.clear();
    m_gain = 1;
    m_gains.assign(static_cast<std::size_t>(m_ahead + 1), 1.0);
    m_sum = static_cast<double>(m_gains.size());
}

/// The gain applied is the mean of the softest gains needed ahead. Each of these is no more than
/// what the frame that comes out needs, so neither is their mean.
void Limiter::need(double gain)
{
    while (!m_needs.empty() && m_needs.back().gain >= gain) {
        m_needs.pop_back();
    }
    m_needs.push_back({m_put, gain});
    if (m_needs.front().frame < m_put - m_ahead) {
        m_needs.pop_front();
    }
    m_gain = std::min(m_needs.front().gain, m_gain + (1.0 - m_gain) * m_recovery);
    if (m_gain > 1.0 - 1e-6) {
        m_gain = 1.0;
    }
    auto &oldest = m_gains[static_cast<std::size_t>(m_put) % m_gains.size()];
    m_sum += m_gain - oldest;
    oldest = m_gain;
    ++m_put;
}

void Limiter::give(std::vector<float> &into)
{
    const auto mean = std::min(m_sum / static_cast<double>(m_gains.size()), 1.0);
    // Sums of many small steps are off by as small an amount; full scale is not to be.
    const auto gain = mean > 1.0 - 1e-7 ? 1.0F : static_cast<float>(mean);
    for (int c = 0; c < m_channels; ++c) {
        into.push_back(std::clamp(m_held[m_heldStart++] * gain, -ceiling, ceiling));
    }
}

void Limiter::put(const float *sound, qint64 frames, std::vector<float> &into)
{
    const auto count = static_cast<std::size_t>(frames * m_channels);
    m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(m_heldStart));
    m_heldStart = 0;
    m_held.insert(m_held.end(), sound, sound + count);
    for (qint64 i = 0; i < frames; ++i) {
        float peak = 0;
        for (int c = 0; c < m_channels; ++c) {
            peak = std::max(peak, std::abs(*sound++));
        }
        need(peak > ceiling ? static_cast<double>(ceiling / peak) : 1.0);
        if (m_put > m_ahead) {
            give(into);
        }
    }
}

void Limiter::finish(std::vector<float> &into)
{
    while (m_heldStart < m_held.size()) {
        need(1.0);
        if (m_put > m_ahead) {
            give(into);
        }
    }
}

} // namespace app::playback::internal
