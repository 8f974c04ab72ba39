// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/pausefinder.h"

#include <algorithm>
#include <cmath>

namespace app::media::internal {

namespace {

constexpr int blocksPerSecond = 100;
constexpr std::size_t shortestPause = 25; // blocks
/// Judged alike, by what is heard up to six of them away.
constexpr std::size_t chunkBlocks = 10 * blocksPerSecond;
constexpr std::size_t reach = 6;
/// One pole at some 110 Hz: hum is no speech.
constexpr float humPole = 0.985F;

constexpr float lowest = -100; // dB
constexpr int stepsPerDecibel = 2;
/// What is below -65 dB is inaudible beside any speech.
constexpr int inaudible = 35 * stepsPerDecibel;
/// Speech must stand out by so much from the rest, or there are no pauses that can be told.
constexpr int leastContrast = 9 * stepsPerDecibel;
/// However silent a room is, what is so far below the voices is a pause.
constexpr int farBelowSpeech = 42 * stepsPerDecibel;
/// Nobody speaks so much more softly than usual.
constexpr int softer = 14 * stepsPerDecibel;

/// The level that this share of all lies below.
template <typename Counts>
[[nodiscard]] int quantile(const Counts &counts, double share)
{
    quint64 all = 0;
    for (const auto count : counts) {
        all += count;
    }
    const auto wanted = static_cast<quint64>(share * static_cast<double>(all));
    quint64 below = 0;
    int level = 0;
    for (const auto count : counts) {
        below += count;
        if (below > wanted) {
            break;
        }
        ++level;
    }
    return std::min(level, 255);
}

} // namespace

PauseFinder::PauseFinder(int sampleRate)
    : m_rate(sampleRate)
    , m_blockEnd(sampleRate / blocksPerSecond)
{}

void PauseFinder::put(const float *middle, const float *side, qint64 frames)
{
    const std::array<const float *, 2> channels{middle, side};
    for (qint64 done = 0; done < frames;) {
        const auto count = std::min(frames - done, m_blockEnd - m_frames);
        for (std::size_t c = 0; c < channels.size() && channels[c] != nullptr; ++c) {
            const auto *sound = channels[c] + done;
            auto before = m_before[c];
            auto passed = m_passed[c];
            for (qint64 i = 0; i < count; ++i) {
                passed = sound[i] - before + humPole * passed;
                before = sound[i];
                m_power += passed * passed;
            }
            m_before[c] = before;
            m_passed[c] = passed;
        }
        done += count;
        m_frames += count;
        if (m_frames == m_blockEnd) {
            endBlock();
        }
    }
}

void PauseFinder::endBlock()
{
    const float mean = m_power * blocksPerSecond / static_cast<float>(m_rate);
    const float level = 10.0F * std::log10(std::max(mean, 1e-10F));
    const auto step = std::lround((level - lowest) * stepsPerDecibel);
    m_levels.push_back(static_cast<quint8>(std::clamp(step, 0L, 255L)));
    m_power = 0;
    // Not every rate has a whole number of samples in a block.
    m_blockEnd = (static_cast<qint64>(m_levels.size()) + 1) * m_rate / blocksPerSecond;
    // What fades away for ever becomes numbers too small to be quick.
    for (float &value : m_passed) {
        value = std::abs(value) < 1e-12F ? 0 : value;
    }
}

std::vector<PauseFinder::Counts> PauseFinder::countChunks() const
{
    std::vector<Counts> chunks((m_levels.size() + chunkBlocks - 1) / chunkBlocks);
    for (std::size_t block = 0; block < m_levels.size(); ++block) {
        ++chunks[block / chunkBlocks][m_levels[block]];
    }
    return chunks;
}

/// Between the room and the voices, nearer to the room. Where only the room is heard for long, the
/// voices of the rest of the recording are what it is compared with.
int PauseFinder::quietBelow(const Counts &around, int usualSpeech)
{
    const int room = std::max(quantile(around, 0.05), inaudible);
    const int speech = std::max(quantile(around, 0.9), usualSpeech - softer);
    if (speech - room < leastContrast) {
        return inaudible;
    }
    return std::max({inaudible, room + (speech - room) * 3 / 10, speech - farBelowSpeech});
}

/// By the middle one of five blocks: a crackle in a pause is no speech, and where one begins and
/// ends stays what it is.
bool PauseFinder::isQuiet(std::size_t block, int limit) const
{
    int quiet = 0;
    int all = 0;
    for (auto at = block - std::min<std::size_t>(block, 2);
         at < std::min(block + 3, m_levels.size());
         ++at) {
        quiet += m_levels[at] < limit ? 1 : 0;
        ++all;
    }
    return quiet * 2 > all;
}

/// For each chunk, from it and those around it.
std::vector<int> PauseFinder::limits() const
{
    const auto chunks = countChunks();
    Counts whole{};
    Counts around{};
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        for (std::size_t level = 0; level < whole.size(); ++level) {
            whole[level] += chunks[i][level];
            around[level] += i < reach ? chunks[i][level] : 0;
        }
    }
    const int usualSpeech = quantile(whole, 0.9);
    std::vector<int> limits;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        for (std::size_t level = 0; level < around.size(); ++level) {
            around[level] += i + reach < chunks.size() ? chunks[i + reach][level] : 0;
            around[level] -= i > reach ? chunks[i - reach - 1][level] : 0;
        }
        limits.push_back(quietBelow(around, usualSpeech));
    }
    return limits;
}

std::vector<timestamps::TimeRange> PauseFinder::finish() const
{
    const auto below = limits();
    std::vector<timestamps::TimeRange> pauses;
    std::size_t quietSince = 0;
    for (std::size_t block = 0; block <= m_levels.size(); ++block) {
        if (block < m_levels.size() && isQuiet(block, below[block / chunkBlocks])) {
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
