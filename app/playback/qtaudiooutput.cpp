// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logging.h"
#include "app/playback/engineplayer.h"
#include "app/playback/internal/sinkdriver.h"

#include <QThread>

namespace app::playback {

namespace {

/// The device, on a thread of its own: a feeding timer on any other thread stutters with it.
class QtAudioOutput final : public AudioOutput
{
public:
    QtAudioOutput()
    {
        m_driver = new internal::SinkDriver([this](const base::Error &error) {
            if (onFailure) {
                onFailure(error);
            }
        });
        m_driver->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_driver, &QObject::deleteLater);
        m_thread.setObjectName(QStringLiteral("sound"));
        m_thread.start(QThread::TimeCriticalPriority);
    }

    ~QtAudioOutput() override
    {
        QtAudioOutput::stop();
        m_thread.quit();
        m_thread.wait();
    }

    base::Result<void> start(const media::SoundFormat &format, FrameProvider &provider) override
    {
        base::Result<void> started;
        onDriver([&] { started = m_driver->start(format, provider); });
        return started;
    }

    void stop() override
    {
        onDriver([this] { m_driver->stop(); });
    }

    void suspend() override
    {
        onDriver([this] { m_driver->suspend(); });
    }

    void resume() override
    {
        onDriver([this] { m_driver->resume(); });
    }

    void flush() override
    {
        onDriver([this] { m_driver->flush(); });
    }

    [[nodiscard]] qint64 framesHeard() const override { return m_driver->framesHeard(); }

    void setDevice(const QByteArray &id) override
    {
        onDriver([this, id] { m_driver->setDevice(id); });
    }

    void setVolume(double volume) override
    {
        onDriver([this, volume] { m_driver->setVolume(volume); });
    }

private:
    template <typename Function>
    void onDriver(Function function)
    {
        QMetaObject::invokeMethod(m_driver, function, Qt::BlockingQueuedConnection);
    }

    QThread m_thread;
    internal::SinkDriver *m_driver = nullptr; ///< deleted on its thread when that ends
};

} // namespace

AudioOutputFactory deviceOutput()
{
    return [] {
        return std::make_unique<QtAudioOutput>();
    };
}

} // namespace app::playback
