// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/decoder.h"

#include <QByteArray>

#include <functional>

namespace app::playback {

/// Gives sound to an output, frame by frame. Called on the output's own thread; never blocks.
class FrameProvider
{
public:
    virtual ~FrameProvider() = default;

    /// Fills exactly \p frames frames, with silence where there is nothing to play.
    virtual void pull(float *interleaved, qint64 frames) = 0;

    /// The output counts its frames from 0 again: called inside start() and flush(), where no
    /// pull() can run.
    virtual void restarted() {}

    /// For outputs that have no clock of their own: waits until so many frames can be pulled
    /// without a gap, or it is certain that they do not come soon. A device never calls it.
    virtual void waitUntilReady(qint64 frames) { Q_UNUSED(frames) }
};

/// A way out for sound: the device, or a capture in tests.
///
/// Thread: all functions from the engine's thread; pull() comes on the output's.
class AudioOutput
{
public:
    virtual ~AudioOutput() = default;

    /// Begins to pull from \p provider, which outlives the output or the next stop().
    /// Errors: NoDevice (also no sound server), Busy, Unsupported.
    [[nodiscard]] virtual base::Result<void> start(const media::SoundFormat &format,
                                                   FrameProvider &provider) = 0;

    /// Ends pulling; when it returns, no pull() is running and none will come.
    virtual void stop() = 0;

    /// Keeps the device but pulls no more until resume(); what was pulled may still sound.
    virtual void suspend() = 0;
    virtual void resume() = 0;

    /// Throws away what was pulled but not yet heard, so that a seek sounds at once.
    virtual void flush() = 0;

    /// Frames heard since start() or the last flush(): pulled, less what waits in the device.
    /// Thread: any.
    [[nodiscard]] virtual qint64 framesHeard() const = 0;

    /// The device the next start() opens, by its id; empty, or one that is not there, is the
    /// default. Thread: engine.
    virtual void setDevice(const QByteArray &id) { Q_UNUSED(id) }

    /// 0 to 1, of the listener's setting. Thread: engine.
    virtual void setVolume(double volume) = 0;

    /// Called (on any thread) when the device goes away or fails after start().
    std::function<void(base::Error)> onFailure;
};

} // namespace app::playback
