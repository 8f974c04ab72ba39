// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"

#include <memory>
#include <vector>

namespace soundtouch {
class SoundTouch;
}

namespace app::playback::internal {

/// From one frame of sound on: the place in the recording, and how fast it moves.
struct Anchor
{
    qint64 frame = 0; ///< of the sound
    double place = 0; ///< in frames of the recording
    double rate = 1;  ///< frames of the recording per frame of sound

    [[nodiscard]] double at(qint64 other) const
    {
        return place + static_cast<double>(other - frame) * rate;
    }
};

/// Sound with the places in the recording it belongs to.
struct Piece
{
    std::vector<float> sound;
    std::vector<Anchor> places; ///< rising; the first is for frame 0 when there is sound
};

/// Makes sound faster or slower and keeps its pitch. At 1x it changes nothing.
/// Thread: one at a time.
class Stretcher final
{
public:
    explicit Stretcher(const media::SoundFormat &format);
    ~Stretcher();

    /// Forgets everything; what is put next begins at \p place.
    void restart(double speed, qint64 place);
    void put(const float *sound, qint64 frames);
    /// Nothing more is put: what is held back comes out, so that the length is right to the frame.
    /// \param after  frames that follow in the recording, for a natural end; may be none
    void finish(const float *after, qint64 frames);
    /// What is ready.
    [[nodiscard]] Piece take();

private:
    void receive();
    void addPlaces(qint64 frames, std::vector<Anchor> &places) const;

    media::SoundFormat m_format;
    std::unique_ptr<soundtouch::SoundTouch> m_touch;
    std::vector<float> m_ready;
    double m_speed = 1;
    qint64 m_start = 0; ///< place of the first frame put
    qint64 m_put = 0;   ///< frames since then
    qint64 m_given = 0; ///< frames taken or ready since then
    qint64 m_taken = 0;
};

} // namespace app::playback::internal
