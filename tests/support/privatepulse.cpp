// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatepulse.h"

#include <QFile>
#include <QStandardPaths>

#include <cstring>

namespace tests {

namespace {

constexpr int channels = 2;

} // namespace

PrivatePulse::PrivatePulse()
{
    const auto server = QStandardPaths::findExecutable(QStringLiteral("pulseaudio"));
    if (server.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("parec")).isEmpty()) {
        m_problem = QStringLiteral("PulseAudio is not installed");
        return;
    }
    const QString folder = m_folder.path();
    const QString socket = m_folder.filePath(QStringLiteral("native"));
    for (const auto *name : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}) {
        qputenv(name, folder.toLocal8Bit());
    }
    qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(
        server,
        {QStringLiteral("-n"),
         QStringLiteral("--daemonize=no"),
         QStringLiteral("--use-pid-file=no"),
         QStringLiteral("--exit-idle-time=-1"),
         QStringLiteral("--disable-shm=yes"),
         QStringLiteral("-L"),
         QStringLiteral("module-null-sink sink_name=private rate=%1 channels=%2 format=float32le")
             .arg(sampleRate)
             .arg(channels),
         QStringLiteral("-L"),
         QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket});
    if (!m_server.waitForStarted()) {
        m_problem = m_server.errorString();
        return;
    }
    QProcess ask;
    for (int attempt = 0; attempt < 200; ++attempt) {
        ask.start(QStringLiteral("pactl"), {QStringLiteral("info")});
        if (ask.waitForFinished() && ask.exitStatus() == QProcess::NormalExit
            && ask.exitCode() == 0) {
            return;
        }
        if (m_server.waitForFinished(50)) {
            break;
        }
    }
    m_problem = QStringLiteral("PulseAudio does not start: ")
                + QString::fromLocal8Bit(m_server.readAll()).trimmed();
}

PrivatePulse::~PrivatePulse()
{
    m_server.terminate();
    if (!m_server.waitForFinished(3'000)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

MonitorRecording::MonitorRecording()
    : m_thread([this] { record(); })
{}

MonitorRecording::~MonitorRecording()
{
    m_stop = true;
    m_thread.join();
}

void MonitorRecording::record()
{
    QProcess recorder;
    recorder.start(QStringLiteral("parec"),
                   {QStringLiteral("--device=private.monitor"),
                    QStringLiteral("--format=float32le"),
                    QStringLiteral("--rate=%1").arg(PrivatePulse::sampleRate),
                    QStringLiteral("--channels=%1").arg(channels),
                    QStringLiteral("--latency-msec=5"),
                    QStringLiteral("--raw")});
    QByteArray rest;
    while (!m_stop) {
        if (!recorder.waitForReadyRead(100)) {
            continue;
        }
        rest += recorder.readAllStandardOutput();
        const auto now = Clock::now();
        const auto samples = rest.size() / static_cast<qsizetype>(sizeof(float));
        const auto whole = samples / channels * channels;
        const std::lock_guard lock(m_mutex);
        const auto before = m_sound.size();
        m_sound.resize(before + static_cast<std::size_t>(whole));
        const auto bytes = whole * static_cast<qsizetype>(sizeof(float));
        std::memcpy(m_sound.data() + before, rest.constData(), static_cast<std::size_t>(bytes));
        rest.remove(0, bytes);
        const auto length = std::chrono::duration<double>(static_cast<double>(m_sound.size())
                                                          / channels / PrivatePulse::sampleRate);
        m_begun = std::min(m_begun, now - std::chrono::duration_cast<Clock::duration>(length));
    }
    recorder.kill();
    recorder.waitForFinished();
}

std::vector<float> MonitorRecording::since(qint64 frame) const
{
    const std::lock_guard lock(m_mutex);
    const auto from =
        std::min(static_cast<std::size_t>(std::max<qint64>(frame, 0)) * channels, m_sound.size());
    return {m_sound.begin() + static_cast<std::ptrdiff_t>(from), m_sound.end()};
}

qint64 MonitorRecording::frames() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qint64>(m_sound.size()) / channels;
}

MonitorRecording::Clock::time_point MonitorRecording::timeOf(qint64 frame) const
{
    const std::lock_guard lock(m_mutex);
    return m_begun
           + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
               static_cast<double>(frame) / PrivatePulse::sampleRate));
}

qint64 MonitorRecording::frameAt(Clock::time_point time) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qint64>(std::chrono::duration<double>(time - m_begun).count()
                               * PrivatePulse::sampleRate);
}

} // namespace tests
