// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/pausefinder.h"

#include <algorithm>
#include <cmath>

namespace app::media::internal {

namespace {

constexpr qint64 blocksPerSecond = 100;
constexpr std::size_t shortestPause = 25; // blocks
constexpr std::size_t windowBlocks = 60 * blocksPerSecond;
/// What is below this is inaudible beside any speech.
constexpr float inaudible = -65;
/// Speech must stand out by so much from the rest, or there are no pauses that can be told.
constexpr float leastContrast = 9;
/// How far between the room and the voices a block may lie and still be quiet.
constexpr float share = 0.3F;
/// One pole at some 110 Hz: hum is no speech.
constexpr float humPole = 0.985F;

} // namespace

PauseFinder::PauseFinder(const SoundFormat &format)
    : m_format(format)
    , m_blockFrames(format.sampleRate / blocksPerSecond)
{}

void PauseFinder::put(const float *sound, qint64 frames)
{
    const auto channels = static_cast<std::size_t>(std::min(m_format.channels, 2));
    for (qint64 i = 0; i < frames; ++i) {
        for (std::size_t c = 0; c < channels; ++c) {
            const float now = sound[i * m_format.channels + static_cast<qint64>(c)];
            m_passed[c] = now - m_before[c] + humPole * m_passed[c];
            m_before[c] = now;
            m_power += static_cast<double>(m_passed[c] * m_passed[c]);
        }
        if (++m_filled == m_blockFrames) {
            endBlock();
        }
    }
}

void PauseFinder::endBlock()
{
    const double mean = m_power / static_cast<double>(m_filled * m_format.channels);
    m_levels.push_back(static_cast<float>(10.0 * std::log10(std::max(mean, 1e-10))));
    m_filled = 0;
    m_power = 0;
    // What a damaged file may hold must not silence all that follows.
    for (float &value : m_passed) {
        value = std::isfinite(value) ? value : 0;
    }
}

float PauseFinder::quietBelow(std::size_t firstBlock, std::size_t endBlock) const
{
    std::vector<float> sorted(m_levels.begin() + static_cast<std::ptrdiff_t>(firstBlock),
                              m_levels.begin() + static_cast<std::ptrdiff_t>(endBlock));
    const auto at = [&sorted](double part) {
        const auto place =
            static_cast<std::ptrdiff_t>(part * static_cast<double>(sorted.size() - 1));
        std::nth_element(sorted.begin(), sorted.begin() + place, sorted.end());
        return sorted[static_cast<std::size_t>(place)];
    };
    const float speech = at(0.85);
    const float room = std::max(at(0.05), inaudible);
    if (speech - room < leastContrast) {
        return inaudible;
    }
    return std::max(inaudible, room + share * (speech - room));
}

std::vector<timestamps::TimeRange> PauseFinder::finish()
{
    std::vector<timestamps::TimeRange> pauses;
    std::size_t quietSince = 0;
    float limit = inaudible;
    for (std::size_t block = 0; block <= m_levels.size(); ++block) {
        if (block % windowBlocks == 0 && block < m_levels.size()) {
            // A short rest at the end is judged with the minute before it.
            const std::size_t first = m_levels.size() - block < windowBlocks / 4 && block > 0
                                          ? block - windowBlocks
                                          : block;
            limit = quietBelow(first, std::min(block + windowBlocks, m_levels.size()));
        }
        if (block < m_levels.size() && m_levels[block] < limit) {
            continue;
        }
        if (block - quietSince >= shortestPause) {
            pauses.push_back({timestamps::MediaTime::fromMs(static_cast<qint64>(quietSince) * 10),
                              timestamps::MediaTime::fromMs(static_cast<qint64>(block) * 10)});
        }
        quietSince = block + 1;
    }
    return pauses;
}

} // namespace app::media::internal
