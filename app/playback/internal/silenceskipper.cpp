// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/silenceskipper.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace app::playback::internal {

namespace {

constexpr qint64 fadeMs = 10;
constexpr std::ptrdiff_t retryBlocks = 5;
/// In dB; the softest ends of words are heard where the room is that far below speech.
constexpr double clearContrast = 40;
constexpr double blocksPerDecibel = 0.4;
constexpr qint64 mostMoreBlocks = 8;

[[nodiscard]] BandLevels levelsOf(const BandPowers &a, const BandPowers &b, const BandPowers &c)
{
    BandLevels levels{};
    for (std::size_t band = 0; band < levels.size(); ++band) {
        levels[band] = 10.0 * std::log10((a[band] + b[band] + c[band]) / 3 + 1e-10);
    }
    return levels;
}

} // namespace

SilenceSkipper::SilenceSkipper(const media::SoundFormat &format)
    : m_format(format)
    , m_fadeFrames(format.sampleRate * fadeMs / 1000)
    , m_meter(format)
{}

/// Beyond the 120 ms around speech that are promised, some are kept for where its soft ends are
/// not told from the room: more of them where the room is loud.
SilenceSkipper::Limits SilenceSkipper::limits() const
{
    Limits blocks{33, 15, 14};
    if (m_strength == settings::SilenceSkipping::Gentle) {
        blocks = {90, 30, 30};
    } else if (m_strength == settings::SilenceSkipping::Medium) {
        blocks = {50, 18, 17};
    }
    const auto drowned = (clearContrast - m_judge.contrast()) * blocksPerDecibel;
    const auto more = std::clamp<qint64>(std::llround(drowned), 0, mostMoreBlocks);
    const auto frames = m_meter.blockFrames();
    return {(blocks.longest + 2 * more) * frames,
            (blocks.before + more) * frames,
            (blocks.after + more) * frames};
}

void SilenceSkipper::restart(qint64 place)
{
    m_strength = m_wanted;
    m_meter.restart();
    m_measured = 0;
    m_state = State::Sound;
    m_pause.clear();
    m_head.clear();
    m_held.clear();
    m_judged = m_heldStart = place;
    m_ready = {};
}

void SilenceSkipper::put(const float *sound, qint64 frames)
{
    m_held.insert(m_held.end(), sound, sound + frames * m_format.channels);
    if (m_strength == settings::SilenceSkipping::Off) {
        pass(m_heldStart + frames);
        return;
    }
    m_powers.clear();
    m_meter.put(sound, frames, m_powers);
    for (const auto &powers : m_powers) {
        judge(powers);
    }
    if (m_state == State::Sound) {
        pass(m_judged);
    } else if (m_state == State::Pause) {
        pass(std::min(m_judged, m_pauseStart + m_limits.before - m_fadeFrames));
    } else {
        drop(m_judged - m_limits.after - m_fadeFrames);
    }
}

/// A block is judged by the mean with its neighbours, so when the one behind it is measured.
void SilenceSkipper::judge(const BandPowers &next)
{
    if (m_measured++ > 0) {
        const auto levels = levelsOf(m_last[0], m_last[1], next);
        const bool quiet = m_judge.isQuiet(levels);
        step(quiet, levels);
        m_judged += m_meter.blockFrames();
    }
    m_last = {m_measured > 1 ? m_last[1] : next, next};
}

/// The block begins where everything is judged until now.
void SilenceSkipper::step(bool quiet, const BandLevels &levels)
{
    if (!quiet) {
        endPause(m_judged);
        return;
    }
    if (m_state == State::Sound) {
        m_state = State::Pause;
        m_limits = limits();
        m_pauseStart = m_judged;
        m_pause.clear();
    }
    if (m_state != State::Pause) {
        return;
    }
    m_pause.push_back(levels);
    const auto end = m_judged + m_meter.blockFrames();
    if (end - m_pauseStart < m_limits.longest) {
        return;
    }
    if (!m_judge.isEven(m_pause)) {
        // Perhaps it becomes so: a word may have died away in it.
        m_pause.erase(m_pause.begin(), m_pause.begin() + retryBlocks);
        m_pauseStart += retryBlocks * m_meter.blockFrames();
        return;
    }
    const auto channels = m_format.channels;
    const auto cut = m_pauseStart + m_limits.before;
    pass(cut - m_fadeFrames);
    m_head.assign(held(cut - m_fadeFrames), held(cut - m_fadeFrames) + m_fadeFrames * channels);
    m_state = State::LeavingOut;
}

void SilenceSkipper::endPause(qint64 speech)
{
    if (m_state == State::LeavingOut) {
        join(speech - m_limits.after);
    }
    m_state = State::Sound;
}

const float *SilenceSkipper::held(qint64 place) const
{
    return m_held.data() + (place - m_heldStart) * m_format.channels;
}

/// Gives what is held up to a place.
void SilenceSkipper::pass(qint64 place)
{
    const auto frames = place - m_heldStart;
    if (frames <= 0) {
        return;
    }
    if (m_ready.sound.empty()) {
        m_ready.places.push_back({0, static_cast<double>(m_heldStart), 1.0});
    }
    m_ready.sound.insert(m_ready.sound.end(), held(m_heldStart), held(place));
    drop(place);
}

/// Leaves out what is held up to a place.
void SilenceSkipper::drop(qint64 place)
{
    const auto frames = place - m_heldStart;
    if (frames > 0) {
        m_held.erase(m_held.begin(),
                     m_held.begin() + static_cast<std::ptrdiff_t>(frames * m_format.channels));
        m_heldStart = place;
    }
}

/// Fades from the sound in front of what is left out into that which ends at a place. The loudness
/// stays the same for noise as for hum, which adds up in another way.
void SilenceSkipper::join(qint64 place)
{
    const auto start = place - m_fadeFrames;
    const auto *tail = held(start);
    const auto samples = m_head.size();
    double both = 0;
    double headPower = 1e-20;
    double tailPower = 1e-20;
    for (std::size_t i = 0; i < samples; ++i) {
        both += static_cast<double>(m_head[i] * tail[i]);
        headPower += static_cast<double>(m_head[i] * m_head[i]);
        tailPower += static_cast<double>(tail[i] * tail[i]);
    }
    const auto likeness = std::clamp(both / std::sqrt(headPower * tailPower), 0.0, 1.0);
    const auto before = static_cast<qint64>(m_ready.sound.size()) / m_format.channels;
    if (m_ready.sound.empty()) {
        const auto cut = m_pauseStart + m_limits.before;
        m_ready.places.push_back({0, static_cast<double>(cut - m_fadeFrames), 1.0});
    }
    for (std::size_t i = 0; i < samples; ++i) {
        const auto frame = i / static_cast<std::size_t>(m_format.channels);
        const auto share = (static_cast<double>(frame) + 0.5) / static_cast<double>(m_fadeFrames);
        const auto out = std::cos(share * std::numbers::pi / 2);
        const auto in = std::sin(share * std::numbers::pi / 2);
        const auto norm = 1.0 / std::sqrt(1.0 + 2.0 * out * in * likeness);
        m_ready.sound.push_back(
            static_cast<float>((m_head[i] * out + static_cast<double>(tail[i]) * in) * norm));
    }
    const auto middle = m_fadeFrames / 2;
    m_ready.places.push_back({before + middle, static_cast<double>(start + middle), 1.0});
    drop(place);
}

void SilenceSkipper::finish()
{
    const auto end = m_heldStart + static_cast<qint64>(m_held.size()) / m_format.channels;
    endPause(end);
    pass(end);
}

Piece SilenceSkipper::take()
{
    return std::exchange(m_ready, {});
}

} // namespace app::playback::internal
