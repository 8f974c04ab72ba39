// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/stretchengine.h"

#include <memory>

namespace RubberBand {
class RubberBandStretcher;
}

namespace app::playback::internal {

/// Takes sound apart into its frequencies and puts them together at another pace: smoother, at some
/// ten times the cost.
class FineStretcher final : public StretchEngine
{
public:
    explicit FineStretcher(const media::SoundFormat &format);
    ~FineStretcher() override;

    void restart(double speed, std::span<const float> before) override;
    void put(const float *sound, qint64 frames) override;
    void receive(std::vector<float> &into) override;
    void addPlaces(qint64 from, qint64 frames, std::vector<Anchor> &places) const override;

private:
    void process(const float *sound, qint64 frames);

    media::SoundFormat m_format;
    std::unique_ptr<RubberBand::RubberBandStretcher> m_band;
    std::vector<std::vector<float>> m_channels; ///< one buffer each
    std::vector<float *> m_pointers;            ///< to those
    std::vector<float> m_pad;                   ///< to be put in front of the first sound
    qint64 m_delayLeft = 0;                     ///< frames that come out first and belong to it
    double m_speed = 1;
};

} // namespace app::playback::internal
