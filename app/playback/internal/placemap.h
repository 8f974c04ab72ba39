// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/piece.h"

#include <deque>

namespace app::playback::internal {

/// Places of sound that was stretched after parts of the recording were left out. Where the
/// stretcher says which frame put a frame of sound is made of, this says where in the recording
/// that was from. Thread: one at a time.
class PlaceMap final
{
public:
    void restart();
    /// Adds sound in front of the stretcher; its places go on by one.
    void put(const Piece &piece, qint64 frames);
    /// Turns places in frames put into places of the recording; they rise from call to call.
    /// \param frames  the length of the sound
    /// \returns the frames of the recording that were left out since the last call
    [[nodiscard]] qint64 turn(std::vector<Anchor> &places, qint64 frames);

private:
    /// From one frame put on.
    struct Stretch
    {
        qint64 from = 0;
        qint64 ahead = 0; ///< of that frame's number is its place
    };

    std::deque<Stretch> m_stretches;
    qint64 m_put = 0;
};

} // namespace app::playback::internal
