// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/leveller.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

// In dB.
constexpr double mostSofter = -12;
constexpr double mostLouder = 18;

constexpr double glideSeconds = 0.5;
/// An estimate is followed so slowly that nobody notices, in dB/s.
constexpr double followingPace = 1;

} // namespace

Leveller::Leveller(const media::SoundFormat &format)
    : m_format(format)
    , m_meter(format)
    , m_limiter(format)
{}

void Leveller::forget()
{
    m_meter.forget();
    m_known.reset();
    m_estimate.reset();
    m_hasGiven = false;
    m_gain = m_goal = m_pace = 0;
}

void Leveller::setLoudness(std::optional<double> loudness)
{
    if (m_known != loudness) {
        m_known = loudness;
        aim();
    }
}

/// Where the gain is to go, and how soon.
void Leveller::aim()
{
    const auto loudness = m_known ? m_known : m_estimate;
    if (!m_target || !loudness || !std::isfinite(*loudness)) {
        return;
    }
    const auto goal = std::clamp(*m_target - *loudness, mostSofter, mostLouder);
    if (!m_hasGiven && m_known) {
        m_gain = goal;
    }
    if (m_known && goal != m_goal) {
        m_pace = std::abs(goal - m_gain) / (glideSeconds * m_format.sampleRate);
    } else if (!m_known) {
        m_pace = followingPace / m_format.sampleRate;
    }
    m_goal = goal;
}

void Leveller::restart()
{
    if (!m_wanted) {
        // Whoever turns levelling on again hears it set in from here.
        m_gain = m_goal = 0;
    }
    m_target = m_wanted;
    aim();
    m_limiter.restart();
    m_put = m_given = 0;
    m_places.clear();
}

Piece Leveller::put(Piece piece)
{
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    m_hasGiven = m_hasGiven || frames > 0;
    if (!m_target || frames == 0) {
        return m_target ? Piece{} : std::move(piece);
    }
    for (auto &sample : piece.sound) {
        sample = std::isfinite(sample) ? sample : 0.0F;
    }
    if (!m_known) {
        if (const auto estimate = m_meter.put(piece.sound.data(), frames)) {
            m_estimate = estimate;
            aim();
        }
    }
    for (const auto &anchor : piece.places) {
        m_places.push_back({m_put + anchor.frame, anchor.place, anchor.rate});
    }
    m_put += frames;
    amplify(piece.sound);
    std::vector<float> limited;
    limited.reserve(piece.sound.size());
    m_limiter.put(piece.sound.data(), frames, limited);
    return give(std::move(limited));
}

/// In steps of a millisecond, each a straight line.
void Leveller::amplify(std::vector<float> &sound)
{
    const auto channels = static_cast<std::size_t>(m_format.channels);
    const auto frames = sound.size() / channels;
    const auto step = static_cast<std::size_t>(m_format.sampleRate / 1000);
    for (std::size_t start = 0; start < frames; start += step) {
        const auto count = std::min(step, frames - start);
        const auto before = std::pow(10.0, m_gain / 20);
        const auto most = m_pace * static_cast<double>(count);
        m_gain += std::clamp(m_goal - m_gain, -most, most);
        const auto after = std::pow(10.0, m_gain / 20);
        for (std::size_t i = 0; i < count; ++i) {
            const auto share = static_cast<double>(i + 1) / static_cast<double>(count);
            const auto gain = static_cast<float>(before + (after - before) * share);
            for (std::size_t c = 0; c < channels; ++c) {
                sound[(start + i) * channels + c] *= gain;
            }
        }
    }
}

Piece Leveller::give(std::vector<float> sound)
{
    Piece piece;
    piece.sound = std::move(sound);
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    const auto end = m_given + frames;
    std::vector<Anchor> left;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto &anchor = m_places[i];
        const auto next = i + 1 < m_places.size() ? m_places[i + 1].frame : m_put;
        const auto from = std::max(anchor.frame, m_given);
        if (from < std::min(next, end)) {
            piece.places.push_back({from - m_given, anchor.at(from), anchor.rate});
        }
        if (next > end) {
            left.push_back(anchor);
        }
    }
    m_places = std::move(left);
    m_given = end;
    return piece;
}

Piece Leveller::finish()
{
    std::vector<float> rest;
    if (m_target) {
        m_limiter.finish(rest);
    }
    return give(std::move(rest));
}

} // namespace app::playback::internal
