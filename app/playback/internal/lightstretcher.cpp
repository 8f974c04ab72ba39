// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/lightstretcher.h"

#include <SoundTouch.h>

#include <algorithm>

namespace app::playback::internal {

namespace {

constexpr int sequenceMs = 40;
constexpr int overlapMs = 8;

} // namespace

LightStretcher::LightStretcher(const media::SoundFormat &format)
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

LightStretcher::~LightStretcher() = default;

void LightStretcher::restart(double speed, std::span<const float>)
{
    m_touch->clear();
    m_touch->setTempo(speed);
    m_speed = speed;
}

void LightStretcher::put(const float *sound, qint64 frames)
{
    m_touch->putSamples(sound, static_cast<unsigned>(frames));
}

void LightStretcher::receive(std::vector<float> &into)
{
    const auto channels = static_cast<std::size_t>(m_format.channels);
    while (const auto waiting = m_touch->numSamples()) {
        const auto before = into.size();
        into.resize(before + waiting * channels);
        const auto got = m_touch->receiveSamples(into.data() + before, waiting);
        into.resize(before + got * channels);
    }
}

/// Sound is made of stretches at its natural speed. Where it becomes faster, pieces are left out in
/// between, so the place goes on in steps: at 3x by twice 32 ms. Slower sound repeats; there the
/// mean is told, for a position that steps back would confuse. It is ahead by half of what a
/// stretch runs ahead, but at the start, where the first stretch is only beginning.
void LightStretcher::addPlaces(qint64 from, qint64 frames, std::vector<Anchor> &places) const
{
    const auto overlap = m_format.sampleRate * overlapMs / 1000;
    const auto step = m_format.sampleRate * sequenceMs / 1000 - overlap;
    if (m_speed <= 1.0) {
        const auto settled = qint64{step / 2};
        if (from < settled) {
            places.push_back({0, static_cast<double>(from), 1.0});
        }
        if (const auto start = std::max(from, settled); start < from + frames) {
            const auto ahead = static_cast<double>(settled) * (1.0 - m_speed);
            const auto place = static_cast<double>(start) * m_speed + ahead;
            places.push_back({start - from, place, m_speed});
        }
        return;
    }
    for (auto frame = from; frame < from + frames;) {
        const auto sequence = (frame + overlap) / step;
        const auto begun = std::max<qint64>(sequence * step - overlap, 0);
        const auto place =
            static_cast<double>(begun) * m_speed + static_cast<double>(frame - begun);
        places.push_back({frame - from, place, 1.0});
        frame = (sequence + 1) * step - overlap;
    }
}

} // namespace app::playback::internal
