// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

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

} // namespace app::playback::internal
