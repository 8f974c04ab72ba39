// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/sinkdriver.h"

#include "app/base/logging.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// Below this, some sound servers never start to play.
constexpr qint64 deviceBufferMs = 100;
constexpr std::chrono::seconds watchInterval(2);
constexpr int mostRestarts = 2;
/// A sound server moves the sound of a device that is unplugged to another one and says nothing, so
/// the list of devices is looked at while playing.
constexpr std::chrono::milliseconds presenceInterval(300);

[[nodiscard]] QAudioDevice deviceOf(const QByteArray &id)
{
    const auto devices = QMediaDevices::audioOutputs();
    const auto device = std::find_if(devices.begin(), devices.end(), [&](const auto &other) {
        return !id.isEmpty() && other.id() == id;
    });
    return device != devices.end() ? *device : QMediaDevices::defaultAudioOutput();
}

/// The nearest format a device can play.
[[nodiscard]] std::optional<QAudioFormat> playableFormat(const QAudioDevice &device,
                                                         const media::SoundFormat &wanted)
{
    QAudioFormat format;
    format.setSampleRate(wanted.sampleRate);
    format.setChannelCount(wanted.channels);
    for (const auto sample : {QAudioFormat::Float, QAudioFormat::Int16, QAudioFormat::Int32}) {
        format.setSampleFormat(sample);
        if (device.isFormatSupported(format)) {
            return format;
        }
    }
    return std::nullopt;
}

} // namespace

/// What the sink reads from. It never runs dry: an empty read would put the sink to rest.
class SinkDriver::Feed final : public QIODevice
{
public:
    explicit Feed(SinkDriver &driver)
        : m_driver(driver)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }

    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return std::numeric_limits<int>::max() / 2;
    }

protected:
    qint64 readData(char *into, qint64 bytes) override { return m_driver.give(into, bytes); }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SinkDriver &m_driver;
};

SinkDriver::SinkDriver(std::function<void(base::Error)> failed)
    : m_failed(std::move(failed))
    , m_watchdog(this)
    , m_presence(this)
{
    m_watchdog.setInterval(watchInterval);
    connect(&m_watchdog, &QTimer::timeout, this, &SinkDriver::watch);
    m_presence.setInterval(presenceInterval);
    connect(&m_presence, &QTimer::timeout, this, &SinkDriver::watchPresence);
}

SinkDriver::~SinkDriver() = default;

base::Result<void> SinkDriver::start(const media::SoundFormat &format, FrameProvider &provider)
{
    m_format = format;
    m_provider = &provider;
    m_suspended = false;
    m_restarts = 0;
    restartCount();
    auto opened = openSink();
    if (!opened) {
        m_provider = nullptr;
    }
    return opened;
}

base::Result<void> SinkDriver::openSink()
{
    const auto device = deviceOf(m_wantedDevice);
    if (device.isNull()) {
        return unexpected(ErrorCode::NoDevice, QStringLiteral("there is no sound device"));
    }
    const auto playable = playableFormat(device, m_format);
    if (!playable) {
        return unexpected(ErrorCode::Unsupported,
                          device.description() + u" cannot play stereo at 48 kHz");
    }
    m_device = *playable;
    m_openDevice = device.id();
    m_feed = std::make_unique<Feed>(*this);
    m_sink = std::make_unique<QAudioSink>(device, m_device);
    m_sink->setBufferSize(m_device.bytesForDuration(deviceBufferMs * 1000));
    m_sink->setVolume(m_volume);
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        const bool broken = m_sink && m_sink->error() != QAudio::NoError
                            && m_sink->error() != QAudio::UnderrunError;
        if (state == QAudio::StoppedState && broken && !m_suspended) {
            // Not from inside the sink's own signal, which would destroy it under its feet.
            QMetaObject::invokeMethod(
                this,
                [this] { fail(QStringLiteral("the sound device stopped")); },
                Qt::QueuedConnection);
        }
    });
    m_sink->start(m_feed.get());
    if (m_sink->error() != QAudio::NoError && m_sink->error() != QAudio::UnderrunError) {
        closeSink();
        return unexpected(ErrorCode::NoDevice,
                          device.description() + u": the sound device cannot be opened");
    }
    {
        const std::lock_guard lock(m_mutex);
        m_runs = true;
        m_heardAt = std::chrono::steady_clock::now();
    }
    startWatching();
    return {};
}

void SinkDriver::closeSink()
{
    stopWatching();
    {
        const std::lock_guard lock(m_mutex);
        m_runs = false;
    }
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->reset();
    }
    m_sink.reset();
    m_feed.reset();
}

void SinkDriver::stop()
{
    closeSink();
    m_provider = nullptr;
}

void SinkDriver::suspend()
{
    m_suspended = true;
    stopWatching();
    {
        const auto heard = framesHeard();
        const std::lock_guard lock(m_mutex);
        m_heard = static_cast<double>(heard);
        m_runs = false;
    }
    if (m_sink) {
        m_sink->suspend();
    }
}

void SinkDriver::resume()
{
    if (!m_suspended || m_provider == nullptr) {
        return;
    }
    m_suspended = false;
    if (!m_sink) {
        if (const auto opened = openSink(); !opened) {
            m_failed(opened.error());
        }
        return;
    }
    m_sink->resume();
    {
        const std::lock_guard lock(m_mutex);
        m_runs = true;
        m_heardAt = std::chrono::steady_clock::now();
    }
    startWatching();
}

void SinkDriver::flush()
{
    if (m_provider == nullptr) {
        return;
    }
    // A sink that rests is opened anew with the next resume(): some keep old sound otherwise.
    closeSink();
    restartCount();
    if (!m_suspended) {
        if (const auto opened = openSink(); !opened) {
            m_failed(opened.error());
        }
    }
}

void SinkDriver::restartCount()
{
    const std::lock_guard lock(m_mutex);
    m_given = 0;
    m_heard = 0;
    m_heardAt = std::chrono::steady_clock::now();
    m_provider->restarted();
}

void SinkDriver::setVolume(double volume)
{
    m_volume = volume;
    if (m_sink) {
        m_sink->setVolume(volume);
    }
}

qint64 SinkDriver::framesHeard() const
{
    const std::lock_guard lock(m_mutex);
    auto heard = m_heard;
    if (m_runs) {
        const std::chrono::duration<double> since = std::chrono::steady_clock::now() - m_heardAt;
        heard += since.count() * m_format.sampleRate;
    }
    return std::min(static_cast<qint64>(heard), m_given);
}

/// The device asks for more: what it asked for before and no longer holds was heard.
void SinkDriver::noteConsumed()
{
    const auto capacity = m_sink ? m_sink->bufferSize() : 0;
    const auto held = m_sink ? std::max<qint64>(capacity - m_sink->bytesFree(), 0) : 0;
    const auto heldFrames = held / std::max(m_device.bytesPerFrame(), 1);
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    const auto measured = static_cast<double>(std::max<qint64>(m_given - heldFrames, 0));
    // Never backwards, for a position that jumps back is worse than one that is 5 ms late.
    m_heard = std::max(m_heard, measured);
    m_heardAt = now;
}

qint64 SinkDriver::give(char *into, qint64 bytes)
{
    const auto frameBytes = m_device.bytesPerFrame();
    if (m_provider == nullptr || frameBytes <= 0) {
        return 0;
    }
    const auto frames = bytes / frameBytes;
    noteConsumed();
    m_sound.resize(static_cast<std::size_t>(frames * m_format.channels));
    m_provider->pull(m_sound.data(), frames);
    convert(m_sound.data(), frames, into);
    const std::lock_guard lock(m_mutex);
    m_given += frames;
    return frames * frameBytes;
}

void SinkDriver::convert(const float *from, qint64 frames, char *into) const
{
    const auto samples = frames * m_format.channels;
    if (m_device.sampleFormat() == QAudioFormat::Float) {
        std::copy_n(reinterpret_cast<const char *>(from),
                    samples * static_cast<qint64>(sizeof(float)),
                    into);
        return;
    }
    for (qint64 i = 0; i < samples; ++i) {
        const auto value = std::clamp(static_cast<double>(from[i]), -1.0, 1.0);
        if (m_device.sampleFormat() == QAudioFormat::Int16) {
            reinterpret_cast<qint16 *>(into)[i] = static_cast<qint16>(std::lround(value * 32767));
        } else {
            reinterpret_cast<qint32 *>(into)[i] =
                static_cast<qint32>(std::llround(value * 2147483647.0));
        }
    }
}

/// Some sound servers accept a stream and never take from it.
void SinkDriver::watch()
{
    qint64 given = 0;
    {
        const std::lock_guard lock(m_mutex);
        given = m_given;
    }
    if (given != m_watched) {
        m_watched = given;
        m_restarts = 0;
        return;
    }
    if (++m_restarts > mostRestarts) {
        fail(QStringLiteral("the sound device takes no sound"));
        return;
    }
    qCWarning(base::logPlayback) << "the sound device takes no sound; opening it again";
    closeSink();
    if (const auto opened = openSink(); !opened) {
        fail(opened.error().detail);
    }
}

void SinkDriver::watchPresence()
{
    const auto devices = QMediaDevices::audioOutputs();
    if (std::none_of(devices.begin(), devices.end(), [&](const auto &device) {
            return device.id() == m_openDevice;
        })) {
        fail(QStringLiteral("the sound device went away"));
    }
}

void SinkDriver::startWatching()
{
    m_watched = -1;
    m_watchdog.start();
    m_presence.start();
}

void SinkDriver::stopWatching()
{
    m_watchdog.stop();
    m_presence.stop();
}

void SinkDriver::fail(const QString &what)
{
    closeSink();
    m_failed({ErrorCode::NoDevice, what, 0});
}

} // namespace app::playback::internal
