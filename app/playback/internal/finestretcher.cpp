// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/finestretcher.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

using RubberBand::RubberBandStretcher;

constexpr qint64 blockFrames = 1024;
/// The windows that what comes first is made of reach so far back.
constexpr std::size_t mostLeadFrames = 4096;

} // namespace

FineStretcher::FineStretcher(const media::SoundFormat &format)
    : m_format(format)
    , m_channels(static_cast<std::size_t>(format.channels),
                 std::vector<float>(static_cast<std::size_t>(blockFrames)))
{
    for (auto &channel : m_channels) {
        m_pointers.push_back(channel.data());
    }
    // Channels together: a voice in the middle must stay there.
    m_band = std::make_unique<RubberBandStretcher>(
        static_cast<std::size_t>(format.sampleRate),
        static_cast<std::size_t>(format.channels),
        RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner
            | RubberBandStretcher::OptionThreadingNever
            | RubberBandStretcher::OptionChannelsTogether);
    m_band->setDebugLevel(0);
    m_band->setMaxProcessSize(static_cast<std::size_t>(blockFrames));
}

FineStretcher::~FineStretcher() = default;

void FineStretcher::restart(double speed, std::span<const float> before)
{
    m_band->reset();
    m_band->setTimeRatio(1.0 / speed);
    const auto channels = static_cast<std::size_t>(m_format.channels);
    const auto lead = before.last(std::min(before.size(), mostLeadFrames * channels));
    m_pad.assign(m_band->getPreferredStartPad() * channels, 0.0F);
    m_pad.insert(m_pad.end(), lead.begin(), lead.end());
    const auto leadFrames = static_cast<double>(lead.size() / channels);
    m_delayLeft = static_cast<qint64>(m_band->getStartDelay()) + std::llround(leadFrames / speed);
    m_speed = speed;
}

void FineStretcher::put(const float *sound, qint64 frames)
{
    process(m_pad.data(), static_cast<qint64>(m_pad.size()) / m_format.channels);
    m_pad.clear();
    process(sound, frames);
}

void FineStretcher::process(const float *sound, qint64 frames)
{
    while (frames > 0) {
        const auto count = std::min(frames, blockFrames);
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            for (auto &channel : m_channels) {
                channel[i] = *sound++;
            }
        }
        m_band->process(m_pointers.data(), static_cast<std::size_t>(count), false);
        frames -= count;
    }
}

void FineStretcher::receive(std::vector<float> &into)
{
    for (;;) {
        const auto available = static_cast<qint64>(m_band->available());
        if (available <= 0) {
            return;
        }
        const auto wanted = static_cast<std::size_t>(std::min(available, blockFrames));
        const auto got = m_band->retrieve(m_pointers.data(), wanted);
        const auto dropped = std::min(m_delayLeft, static_cast<qint64>(got));
        m_delayLeft -= dropped;
        for (auto i = static_cast<std::size_t>(dropped); i < got; ++i) {
            for (const auto &channel : m_channels) {
                into.push_back(channel[i]);
            }
        }
        if (got == 0) {
            return;
        }
    }
}

void FineStretcher::addPlaces(qint64 from, qint64, std::vector<Anchor> &places) const
{
    places.push_back({0, static_cast<double>(from) * m_speed, m_speed});
}

} // namespace app::playback::internal
