// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/stretchengine.h"

#include <memory>

namespace soundtouch {
class SoundTouch;
}

namespace app::playback::internal {

/// Leaves out or repeats pieces of some vowels' periods where they join best. Costs next to
/// nothing.
class LightStretcher final : public StretchEngine
{
public:
    explicit LightStretcher(const media::SoundFormat &format);
    ~LightStretcher() override;

    void restart(double speed, std::span<const float> before) override;
    void put(const float *sound, qint64 frames) override;
    void receive(std::vector<float> &into) override;
    void addPlaces(qint64 from, qint64 frames, std::vector<Anchor> &places) const override;

private:
    media::SoundFormat m_format;
    std::unique_ptr<soundtouch::SoundTouch> m_touch;
    double m_speed = 1;
};

} // namespace app::playback::internal
