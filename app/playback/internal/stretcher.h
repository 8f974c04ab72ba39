// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/playback/internal/piece.h"
#include "app/playback/internal/stretchengine.h"
#include "app/settings/sound.h"

#include <memory>

namespace app::playback::internal {

/// Makes sound faster or slower and keeps its pitch, with the length right to the frame. At 1x it
/// changes nothing. Thread: one at a time.
class Stretcher final
{
public:
    explicit Stretcher(const media::SoundFormat &format);
    ~Stretcher();

    /// Takes effect with the next restart().
    void setQuality(settings::StretchQuality quality) { m_wantedQuality = quality; }

    /// Forgets everything; what is put next begins at \p place.
    /// \param before  sound in front of it, for a natural start; may be none
    void restart(double speed, qint64 place, std::span<const float> before = {});
    void put(const float *sound, qint64 frames);
    /// Nothing more is put: what is held back comes out, so that the length is right to the frame.
    /// \param after  frames that follow in the recording, for a natural end; may be none
    void finish(const float *after, qint64 frames);
    /// What is ready.
    [[nodiscard]] Piece take();

private:
    void receive();

    media::SoundFormat m_format;
    settings::StretchQuality m_wantedQuality = settings::StretchQuality::Light;
    settings::StretchQuality m_quality = settings::StretchQuality::Light; ///< of the engine
    std::unique_ptr<StretchEngine> m_engine; ///< made when first needed
    std::vector<float> m_ready;
    double m_speed = 1;
    qint64 m_start = 0; ///< place of the first frame put
    qint64 m_put = 0;   ///< frames since then
    qint64 m_given = 0; ///< frames taken or ready since then
    qint64 m_taken = 0;
};

} // namespace app::playback::internal
