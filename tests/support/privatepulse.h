// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace tests {

/// A PulseAudio server of one's own, whose only device is heard by nobody but a recorder.
/// Programs started afterwards, and this one's sound, go there.
class PrivatePulse final
{
public:
    PrivatePulse();
    ~PrivatePulse();
    PrivatePulse(const PrivatePulse &) = delete;
    PrivatePulse &operator=(const PrivatePulse &) = delete;

    /// Why there is no server; empty when there is.
    [[nodiscard]] QString problem() const { return m_problem; }

    static constexpr int sampleRate = 48'000;

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_problem;
};

/// Records what comes out of the private server's device, and knows when each frame sounded.
/// Thread: any; recording has one of its own, so nothing the test does disturbs it.
class MonitorRecording final
{
public:
    using Clock = std::chrono::steady_clock;

    MonitorRecording();
    ~MonitorRecording();
    MonitorRecording(const MonitorRecording &) = delete;
    MonitorRecording &operator=(const MonitorRecording &) = delete;

    /// Interleaved stereo from a frame on.
    [[nodiscard]] std::vector<float> since(qint64 frame) const;
    [[nodiscard]] qint64 frames() const;

    /// When a frame sounded. The best estimate there is: the recorder's own delay at its shortest
    /// is counted as the sound's.
    [[nodiscard]] Clock::time_point timeOf(qint64 frame) const;
    /// The frame that sounds at a time.
    [[nodiscard]] qint64 frameAt(Clock::time_point time) const;

private:
    void record();

    mutable std::mutex m_mutex;
    std::vector<float> m_sound;
    Clock::time_point m_begun = Clock::time_point::max(); ///< when frame 0 sounded
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};

} // namespace tests
