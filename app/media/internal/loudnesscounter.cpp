// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/loudnesscounter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::media::internal {

namespace {

constexpr unsigned pieceMs = 100;
constexpr std::size_t piecesOfBlock = 4;
constexpr double absoluteGate = -70; // LUFS
constexpr double relativeGate = -10; // LU
/// Beside any sound this is none: -100 dB.
constexpr float inaudible = 1e-5F;
/// Of what the weighting still holds of earlier sound, nothing is left after it.
constexpr std::size_t lingeringSeconds = 1;

[[nodiscard]] double toLufs(double power)
{
    return 10 * std::log10(power) - 0.691;
}

[[nodiscard]] double toPower(double lufs)
{
    return std::pow(10, (lufs + 0.691) / 10);
}

/// Mean of the powers of blocks above a gate; 0 when there is none.
[[nodiscard]] double gatedPower(const std::vector<float> &blocks, double gate)
{
    double sum = 0;
    std::size_t count = 0;
    for (const double power : blocks) {
        if (power >= gate) {
            sum += power;
            ++count;
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : 0;
}

} // namespace

/// One channel, weighted.
struct LoudnessCounter::Meter
{
    explicit Meter(unsigned long sampleRate)
        : state(ebur128_init(1, sampleRate, EBUR128_MODE_M))
    {}

    ~Meter() { ebur128_destroy(&state); }

    Meter(const Meter &) = delete;
    Meter &operator=(const Meter &) = delete;

    void put(const float *sound, std::size_t frames)
    {
        if (state != nullptr) {
            ebur128_add_frames_float(state, sound, frames);
        }
    }

    [[nodiscard]] double power() const
    {
        double lufs = 0;
        const bool measured = state != nullptr
                              && ebur128_loudness_window(state, pieceMs, &lufs) == EBUR128_SUCCESS
                              && std::isfinite(lufs);
        return measured ? toPower(lufs) : 0;
    }

    ebur128_state *state;
};

LoudnessCounter::LoudnessCounter(int sampleRate)
    : m_pieceFrames(static_cast<std::size_t>(sampleRate) * pieceMs / 1000)
    , m_middle(std::make_unique<Meter>(static_cast<unsigned long>(sampleRate)))
    , m_side(std::make_unique<Meter>(static_cast<unsigned long>(sampleRate)))
    , m_quietFrames(std::numeric_limits<std::size_t>::max() / 2)
{}

LoudnessCounter::~LoudnessCounter() = default;

void LoudnessCounter::put(const float *middle, const float *side, std::size_t frames)
{
    m_isStereo = side != nullptr;
    for (std::size_t done = 0; done < frames;) {
        const auto count = std::min(frames - done, m_pieceFrames - m_filled);
        m_middle->put(middle + done, count);
        if (m_isStereo) {
            const bool isHeard = std::any_of(side + done, side + done + count, [](float value) {
                return std::abs(value) > inaudible;
            });
            m_quietFrames = isHeard ? 0 : m_quietFrames + count;
            if (m_quietFrames <= m_pieceFrames * 10 * lingeringSeconds) {
                m_side->put(side + done, count);
            }
        }
        done += count;
        m_filled += count;
        if (m_filled == m_pieceFrames) {
            endPiece();
        }
    }
}

void LoudnessCounter::endPiece()
{
    m_filled = 0;
    double power = m_middle->power();
    if (m_isStereo) {
        const bool lingers = m_quietFrames <= m_pieceFrames * 10 * lingeringSeconds;
        power = 2 * (power + (lingers ? m_side->power() : 0));
    }
    m_powers.push_back(static_cast<float>(power));
}

/// Source: ITU-R BS.1770-4, "Gating": blocks of 400 ms, each 100 ms one.
std::optional<double> LoudnessCounter::loudness() const
{
    std::vector<float> blocks;
    for (std::size_t i = piecesOfBlock; i <= m_powers.size(); ++i) {
        float sum = 0;
        for (std::size_t k = i - piecesOfBlock; k < i; ++k) {
            sum += m_powers[k];
        }
        blocks.push_back(sum / piecesOfBlock);
    }
    const double loud = gatedPower(blocks, toPower(absoluteGate));
    if (loud <= 0) {
        return std::nullopt;
    }
    const double gate = std::max(toPower(toLufs(loud) + relativeGate), toPower(absoluteGate));
    return toLufs(gatedPower(blocks, gate));
}

} // namespace app::media::internal
