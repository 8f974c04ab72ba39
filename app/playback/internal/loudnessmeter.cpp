// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/loudnessmeter.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

constexpr int looksPerSecond = 10;
constexpr qint64 leastLooks = 3 * looksPerSecond;
/// LUFS; what is softer is no speech that anybody could follow.
constexpr double leastLoudness = -50;

} // namespace

struct LoudnessMeter::State
{
    explicit State(const media::SoundFormat &format)
        // The histogram takes the same memory however long one listens.
        : meter(ebur128_init(static_cast<unsigned>(format.channels),
                             static_cast<unsigned long>(format.sampleRate),
                             EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM))
    {}

    ~State()
    {
        if (meter != nullptr) {
            ebur128_destroy(&meter);
        }
    }

    State(const State &) = delete;
    State &operator=(const State &) = delete;

    ebur128_state *meter;
};

LoudnessMeter::LoudnessMeter(const media::SoundFormat &format)
    : m_format(format)
{
    forget();
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::forget()
{
    m_state.reset();
    m_looks = 0;
    m_untilLook = m_format.sampleRate / looksPerSecond;
}

std::optional<double> LoudnessMeter::put(const float *sound, qint64 frames)
{
    if (!m_state) {
        m_state = std::make_unique<State>(m_format);
    }
    auto *meter = m_state->meter;
    std::optional<double> estimate;
    while (frames > 0 && meter != nullptr) {
        const auto count = std::min(frames, m_untilLook);
        ebur128_add_frames_float(meter, sound, static_cast<std::size_t>(count));
        sound += count * m_format.channels;
        frames -= count;
        m_untilLook -= count;
        if (m_untilLook > 0) {
            continue;
        }
        m_untilLook = m_format.sampleRate / looksPerSecond;
        double now = 0;
        if (ebur128_loudness_momentary(meter, &now) != EBUR128_SUCCESS || !(now > leastLoudness)) {
            continue;
        }
        ++m_looks;
        double whole = 0;
        if (m_looks >= leastLooks && m_looks % looksPerSecond == 0
            && ebur128_loudness_global(meter, &whole) == EBUR128_SUCCESS && std::isfinite(whole)) {
            estimate = whole;
        }
    }
    return estimate;
}

} // namespace app::playback::internal
