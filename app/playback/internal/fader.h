// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace app::playback::internal {

/// How loud each frame given to the output is while sound falls silent or comes back.
///
/// Heard loudness grows with about the 0.6th power of pressure (Stevens), so a fall that sounds
/// even takes the gain down with its 5/3rd. Thread: one at a time.
class Fader final
{
public:
    /// Falls from where it is to nothing.
    void fall(qint64 frames);
    /// Rises from where it is to full.
    void rise(qint64 frames);

    /// Gain of the next frame, and on to the one after it.
    [[nodiscard]] float next();
    /// Passes over frames that have no sound.
    void skip(qint64 frames);

    /// Whether a fall has come to its end.
    [[nodiscard]] bool isSilent() const { return m_falls && m_left == 0; }

    /// Frames that can be given before it is silent; all there are when it does not fall.
    [[nodiscard]] qint64 framesUntilSilent() const;

private:
    [[nodiscard]] double gain() const;

    bool m_falls = false;
    double m_from = 1; ///< gain where the change began
    qint64 m_length = 0;
    qint64 m_left = 0;
};

} // namespace app::playback::internal
