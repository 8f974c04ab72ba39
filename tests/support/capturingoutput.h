// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiooutput.h"
#include "app/playback/engineplayer.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tests {

/// What a CapturingOutput heard, and how a test moves its time. Shared, because the engine owns
/// the output itself. Thread: any.
class Capture final
{
public:
    ~Capture();

    /// An output for makeEnginePlayer() that belongs to this capture. One at a time.
    [[nodiscard]] app::playback::AudioOutputFactory factory();

    /// Lets the device hear so many frames; waits for sound that is on its way.
    /// Does nothing while the output is stopped or suspended. \returns frames heard
    qint64 advance(qint64 frames);

    /// From now on time passes by itself, this many times as fast as real (0: as fast as sound
    /// comes); ends with stopAutomatic() or the capture.
    void startAutomatic(double speed = 0);
    void stopAutomatic();

    /// Keeps only about so many of the latest frames, for long tests; 0 keeps all.
    void keepOnly(qint64 frames);

    /// Everything heard so far that is kept, interleaved stereo.
    [[nodiscard]] std::vector<float> heard() const;
    /// Of that, only what was heard since a number of frames, as given by heardFrames().
    [[nodiscard]] std::vector<float> heardSince(qint64 frame) const;
    /// Frames heard in all, over flushes and restarts.
    [[nodiscard]] qint64 heardFrames() const;

    [[nodiscard]] bool isRunning() const;

    /// How often the engine threw away what waited, which it does at each seek.
    [[nodiscard]] int flushes() const { return m_flushes; }

    [[nodiscard]] double volume() const { return m_volume; }

    /// The device that was chosen, and how often one was opened.
    [[nodiscard]] QByteArray device() const;

    [[nodiscard]] int starts() const { return m_starts; }

    /// The device holds so many frames back before they are heard. Set it before playing.
    void setDelay(qint64 frames) { m_delay = frames; }

    /// The next start() fails.
    void failNextStart(const app::base::Error &error);
    /// The device goes away.
    void breakDevice(const app::base::Error &error);

private:
    friend class CapturingOutput;

    mutable std::mutex m_mutex;
    std::mutex m_pulling; ///< held while pull() runs
    app::playback::FrameProvider *m_provider = nullptr;
    std::function<void(app::base::Error)> m_onFailure;
    std::optional<app::base::Error> m_failNext;
    std::vector<float> m_heard;
    qint64 m_forgotten = 0; ///< frames heard before those
    qint64 m_kept = 0;
    QByteArray m_device;
    qint64 m_pulled = 0; ///< since start or flush
    bool m_suspended = false;
    std::atomic<qint64> m_delay = 0;
    std::atomic<int> m_flushes = 0;
    std::atomic<int> m_starts = 0;
    std::atomic<double> m_volume = 1;
    std::atomic<bool> m_automatic = false;
    std::thread m_thread;
};

} // namespace tests
