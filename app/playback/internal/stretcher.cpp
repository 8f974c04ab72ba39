// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/stretcher.h"

#include "app/playback/internal/finestretcher.h"
#include "app/playback/internal/lightstretcher.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

Stretcher::Stretcher(const media::SoundFormat &format)
    : m_format(format)
{}

Stretcher::~Stretcher() = default;

void Stretcher::restart(double speed, qint64 place, std::span<const float> before)
{
    m_ready.clear();
    m_speed = speed;
    m_start = place;
    m_put = m_given = m_taken = 0;
    if (speed == 1.0) {
        return;
    }
    if (!m_engine || m_quality != m_wantedQuality) {
        m_quality = m_wantedQuality;
        if (m_quality == settings::StretchQuality::Fine) {
            m_engine = std::make_unique<FineStretcher>(m_format);
        } else {
            m_engine = std::make_unique<LightStretcher>(m_format);
        }
    }
    m_engine->restart(speed, before);
}

void Stretcher::put(const float *sound, qint64 frames)
{
    m_put += frames;
    if (m_speed == 1.0) {
        m_ready.insert(m_ready.end(), sound, sound + frames * m_format.channels);
        m_given += frames;
    } else if (frames > 0) {
        m_engine->put(sound, frames);
        receive();
    }
}

void Stretcher::receive()
{
    const auto before = m_ready.size();
    m_engine->receive(m_ready);
    m_given += static_cast<qint64>(m_ready.size() - before) / m_format.channels;
}

void Stretcher::finish(const float *after, qint64 frames)
{
    if (m_speed == 1.0) {
        return;
    }
    const auto wanted = std::llround(static_cast<double>(m_put) / m_speed);
    if (frames > 0 && m_given < wanted) {
        m_engine->put(after, frames);
        receive();
    }
    constexpr qint64 silenceFrames = 1024;
    const std::vector<float> silence(static_cast<std::size_t>(silenceFrames * m_format.channels),
                                     0.0F);
    for (int i = 0; i < 200 && m_given < wanted; ++i) {
        m_engine->put(silence.data(), silenceFrames);
        receive();
    }
    const auto surplus = std::max<qint64>(m_given - wanted, 0) * m_format.channels;
    const auto kept = static_cast<qint64>(m_ready.size()) - surplus;
    m_ready.resize(static_cast<std::size_t>(std::max<qint64>(kept, 0)));
    m_given = wanted;
}

Piece Stretcher::take()
{
    Piece piece;
    piece.sound = std::move(m_ready);
    m_ready.clear();
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    if (frames > 0 && m_speed == 1.0) {
        piece.places.push_back({0, static_cast<double>(m_taken), 1.0});
    } else if (frames > 0) {
        m_engine->addPlaces(m_taken, frames, piece.places);
    }
    for (auto &anchor : piece.places) {
        anchor.place += static_cast<double>(m_start);
    }
    m_taken += frames;
    return piece;
}

} // namespace app::playback::internal
