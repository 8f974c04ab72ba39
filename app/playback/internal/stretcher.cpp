// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/stretcher.h"

#include <SoundTouch.h>

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

constexpr int sequenceMs = 40;
constexpr int overlapMs = 8;

} // namespace

Stretcher::Stretcher(const media::SoundFormat &format)
    : m_format(format)
    , m_touch(std::make_unique<soundtouch::SoundTouch>())
{
    m_touch->setSampleRate(static_cast<unsigned>(format.sampleRate));
    m_touch->setChannels(static_cast<unsigned>(format.channels));
    // For speech: pieces of a few vowels' periods, joined where they fit within half a piece of
    // a deep voice's period; a wider search would move sounds further from their place.
    m_touch->setSetting(SETTING_SEQUENCE_MS, sequenceMs);
    m_touch->setSetting(SETTING_SEEKWINDOW_MS, 15);
    m_touch->setSetting(SETTING_OVERLAP_MS, overlapMs);
}

Stretcher::~Stretcher() = default;

void Stretcher::restart(double speed, qint64 place)
{
    m_touch->clear();
    m_touch->setTempo(speed);
    m_ready.clear();
    m_speed = speed;
    m_start = place;
    m_put = m_given = m_taken = 0;
}

void Stretcher::put(const float *sound, qint64 frames)
{
    m_put += frames;
    if (m_speed == 1.0) {
        m_ready.insert(m_ready.end(), sound, sound + frames * m_format.channels);
        m_given += frames;
        return;
    }
    m_touch->putSamples(sound, static_cast<unsigned>(frames));
    receive();
}

void Stretcher::receive()
{
    const auto channels = static_cast<std::size_t>(m_format.channels);
    while (const auto waiting = m_touch->numSamples()) {
        const auto before = m_ready.size();
        m_ready.resize(before + waiting * channels);
        const auto got = m_touch->receiveSamples(m_ready.data() + before, waiting);
        m_ready.resize(before + got * channels);
        m_given += got;
    }
}

void Stretcher::finish(const float *after, qint64 frames)
{
    if (m_speed == 1.0) {
        return;
    }
    const auto wanted = std::llround(static_cast<double>(m_put) / m_speed);
    if (frames > 0) {
        m_touch->putSamples(after, static_cast<unsigned>(frames));
        receive();
    }
    constexpr qint64 silenceFrames = 1024;
    const std::vector<float> silence(static_cast<std::size_t>(silenceFrames * m_format.channels),
                                     0.0F);
    for (int i = 0; i < 200 && m_given < wanted; ++i) {
        m_touch->putSamples(silence.data(), static_cast<unsigned>(silenceFrames));
        receive();
    }
    const auto surplus = std::max<qint64>(m_given - wanted, 0) * m_format.channels;
    const auto kept = static_cast<qint64>(m_ready.size()) - surplus;
    m_ready.resize(static_cast<std::size_t>(std::max<qint64>(kept, 0)));
}

Piece Stretcher::take()
{
    Piece piece;
    piece.sound = std::move(m_ready);
    m_ready.clear();
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    addPlaces(frames, piece.places);
    m_taken += frames;
    return piece;
}

/// Faster sound is made of stretches at its natural speed with pieces left out in between, so the
/// place goes on in steps: at 3x by twice 32 ms. Slower sound repeats; there the mean is told, for
/// a position that steps back would confuse.
void Stretcher::addPlaces(qint64 frames, std::vector<Anchor> &places) const
{
    const auto start = static_cast<double>(m_start);
    if (m_speed <= 1.0) {
        if (frames > 0) {
            places.push_back({0, start + static_cast<double>(m_taken) * m_speed, m_speed});
        }
        return;
    }
    const auto overlap = m_format.sampleRate * overlapMs / 1000;
    const auto step = m_format.sampleRate * sequenceMs / 1000 - overlap;
    for (auto frame = m_taken; frame < m_taken + frames;) {
        const auto sequence = (frame + overlap) / step;
        const auto begun = std::max<qint64>(sequence * step - overlap, 0);
        const auto place =
            start + static_cast<double>(begun) * m_speed + static_cast<double>(frame - begun);
        places.push_back({frame - m_taken, place, 1.0});
        frame = (sequence + 1) * step - overlap;
    }
}

} // namespace app::playback::internal
