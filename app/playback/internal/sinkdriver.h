// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/audiooutput.h"

#include <QAudioFormat>
#include <QIODevice>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

class QAudioSink;

namespace app::playback::internal {

/// Feeds a QAudioSink and counts what it consumes.
/// Thread: one with an event loop, all but framesHeard().
class SinkDriver final : public QObject
{
    Q_OBJECT

public:
    explicit SinkDriver(std::function<void(base::Error)> failed);
    ~SinkDriver() override;

    [[nodiscard]] base::Result<void> start(const media::SoundFormat &format,
                                           FrameProvider &provider);
    void stop();
    void suspend();
    void resume();
    void flush();
    void setVolume(double volume);

    /// For the next start(). One that is not there gives way to the default.
    void setDevice(const QByteArray &id) { m_wantedDevice = id; }

    /// Thread: any.
    [[nodiscard]] qint64 framesHeard() const;

private:
    class Feed;

    [[nodiscard]] base::Result<void> openSink();
    void closeSink();
    qint64 give(char *into, qint64 bytes);
    void convert(const float *from, qint64 frames, char *into) const;
    void noteConsumed();
    void restartCount();
    void watch();
    void watchPresence();
    void startWatching();
    void stopWatching();
    void fail(const QString &what);

    std::function<void(base::Error)> m_failed;
    media::SoundFormat m_format;
    FrameProvider *m_provider = nullptr;
    QAudioFormat m_device;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<QAudioSink> m_sink;
    QTimer m_watchdog;
    QTimer m_presence;
    QByteArray m_wantedDevice;
    QByteArray m_openDevice;
    std::vector<float> m_sound;
    double m_volume = 1;
    bool m_suspended = false;
    int m_restarts = 0;
    qint64 m_watched = 0; ///< frames given when the watchdog looked last

    mutable std::mutex m_mutex; ///< guards what follows
    qint64 m_given = 0;         ///< frames, since start or flush
    double m_heard = 0;         ///< frames, at m_heardAt
    std::chrono::steady_clock::time_point m_heardAt;
    bool m_runs = false;
};

} // namespace app::playback::internal
