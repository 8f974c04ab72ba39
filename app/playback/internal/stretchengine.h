// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/internal/piece.h"

#include <span>

namespace app::playback::internal {

/// One way to make sound faster or slower and keep its pitch. Knows no end and no place in a
/// recording: those are the Stretcher's. Thread: one at a time.
class StretchEngine
{
public:
    virtual ~StretchEngine() = default;

    /// Forgets everything.
    /// \param before  sound in front of what is put next, for a natural start; may be none
    virtual void restart(double speed, std::span<const float> before) = 0;
    virtual void put(const float *sound, qint64 frames) = 0;
    /// Appends what is ready. The first frame since restart() is made of the first that was put.
    virtual void receive(std::vector<float> &into) = 0;
    /// Appends what these frames, counted since restart(), are made of, in frames put; their first
    /// one is frame 0 of the anchors.
    virtual void addPlaces(qint64 from, qint64 frames, std::vector<Anchor> &places) const = 0;
};

} // namespace app::playback::internal
