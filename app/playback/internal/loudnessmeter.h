// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"

#include <memory>
#include <optional>

namespace app::playback::internal {

/// Estimates the loudness of a recording from what was heard of it. Thread: one at a time.
class LoudnessMeter final
{
public:
    explicit LoudnessMeter(const media::SoundFormat &format);
    ~LoudnessMeter();

    /// Forgets what was heard; for another recording.
    void forget();
    /// \returns a new estimate when there is one: LUFS, after EBU R128; the first after 3 s of
    /// sound that is more than a room's, then each second.
    [[nodiscard]] std::optional<double> put(const float *sound, qint64 frames);

private:
    struct State;

    media::SoundFormat m_format;
    std::unique_ptr<State> m_state; ///< made when first needed
    qint64 m_untilLook = 0;         ///< frames
    qint64 m_looks = 0;             ///< that found sound
};

} // namespace app::playback::internal
