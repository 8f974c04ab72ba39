// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/pausejudge.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

// In blocks of 10 ms.
constexpr std::size_t longestMemory = 2000;
constexpr std::size_t longestSpeechMemory = 1000;
constexpr std::size_t leastHeard = 200;
constexpr std::size_t leastSpeech = 100;
/// A word's end and the room's answer.
constexpr std::size_t endOfWord = 6;
constexpr std::size_t leastEven = 18;

// In dB.
/// The sound of a room goes up and down by this much above its quietest moments; the less, the
/// wider a band is.
constexpr BandLevels roomRange{6, 5, 4.5, 4.5};
/// What is so far below speech is not heard beside it. Soft consonants are louder.
constexpr double inaudibleBelowSpeech = 50;
/// Speech stands out that much, or there is no telling it from what is below: music, most likely.
constexpr double leastContrast = 15;
constexpr double digitalSilence = -90;
constexpr double evenRange = 7;
/// Notes die away faster than this; rooms do not, in dB/s.
constexpr double evenSlope = 12;

[[nodiscard]] double sumOf(const BandLevels &levels)
{
    double power = 0;
    for (const auto level : levels) {
        power += std::pow(10.0, level / 10.0);
    }
    return 10.0 * std::log10(power);
}

} // namespace

RecentLevels::RecentLevels(std::size_t most)
    : m_most(most)
{}

void RecentLevels::add(double level)
{
    const auto last = static_cast<double>(steps - 1);
    const auto step =
        static_cast<quint8>(std::clamp((level - lowest) * stepsPerDecibel, 0.0, last));
    if (m_ring.size() < m_most) {
        m_ring.push_back(step);
    } else {
        --m_counts[m_ring[m_next]];
        m_ring[m_next] = step;
        m_next = (m_next + 1) % m_most;
    }
    ++m_counts[step];
}

double RecentLevels::quantile(double share) const
{
    const auto wanted = share * static_cast<double>(m_ring.size());
    double below = 0;
    std::size_t step = 0;
    for (; step + 1 < steps; ++step) {
        below += m_counts[step];
        if (below > wanted) {
            break;
        }
    }
    return lowest + static_cast<double>(step) / stepsPerDecibel;
}

PauseJudge::PauseJudge()
    : m_allBands(longestMemory)
    , m_speech(longestSpeechMemory)
{
    forget();
}

void PauseJudge::forget()
{
    m_all.assign(BandLevels{}.size(), RecentLevels(longestMemory));
    m_allBands = RecentLevels(longestMemory);
    m_speech = RecentLevels(longestSpeechMemory);
    m_inaudible = -100;
    m_contrast = 0;
    m_limits.reset();
}

bool PauseJudge::isQuiet(const BandLevels &levels)
{
    const auto together = sumOf(levels);
    for (std::size_t band = 0; band < levels.size(); ++band) {
        m_all[band].add(levels[band]);
    }
    m_allBands.add(together);
    learnLimits();
    bool quiet = m_limits.has_value();
    for (std::size_t band = 0; quiet && band < levels.size(); ++band) {
        quiet = levels[band] <= (*m_limits)[band];
    }
    // A long pause must not become what speech is measured by.
    if (!quiet) {
        m_speech.add(together);
    }
    return quiet;
}

void PauseJudge::learnLimits()
{
    m_limits.reset();
    m_contrast = 0;
    if (m_allBands.size() < leastHeard || m_speech.size() < leastSpeech) {
        return;
    }
    const auto speech = m_speech.quantile(0.9);
    constexpr double quietest = 0.05;
    m_contrast = speech - m_allBands.quantile(quietest);
    if (m_contrast < leastContrast) {
        return;
    }
    m_inaudible = std::max(speech - inaudibleBelowSpeech, digitalSilence);
    m_limits.emplace();
    for (std::size_t band = 0; band < m_all.size(); ++band) {
        (*m_limits)[band] = std::max(m_all[band].quantile(quietest) + roomRange[band], m_inaudible);
    }
}

bool PauseJudge::isEven(std::span<const BandLevels> levels) const
{
    if (levels.size() < endOfWord + leastEven) {
        return false;
    }
    const auto inside = levels.subspan(endOfWord);
    const auto count = static_cast<double>(inside.size());
    for (std::size_t band = 0; band < m_all.size(); ++band) {
        double least = 0;
        double most = -200;
        double lean = 0;
        auto time = -(count - 1) / 2;
        for (const auto &block : inside) {
            const auto level = std::max(block[band], m_inaudible);
            least = std::min(least, level);
            most = std::max(most, level);
            lean += time * level;
            time += 1;
        }
        const auto slope = lean * 12.0 / (count * (count * count - 1)) * 100;
        if (most - least > evenRange || std::abs(slope) > evenSlope) {
            return false;
        }
    }
    return true;
}

} // namespace app::playback::internal
