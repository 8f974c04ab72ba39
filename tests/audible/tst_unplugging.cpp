// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that come and go, through the real QAudioSink and a sound server.
#include "app/playback/audiodevices.h"
#include "app/playback/engineplayer.h"
#include "tests/support/positioncode.h"
#include "tests/support/privatepulse.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using app::playback::AudioDevice;
using app::playback::Player;
using app::playback::PlayerState;
using app::timestamps::MediaTime;

class UnpluggingTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void deviceComesAndIsMovedToAndGoes();

private:
    /// What the program says; empty when it fails.
    [[nodiscard]] static std::optional<QByteArray> pactl(const QStringList &arguments);

    std::unique_ptr<tests::PrivatePulse> m_pulse;
};

void UnpluggingTest::initTestCase()
{
    m_pulse = std::make_unique<tests::PrivatePulse>();
    if (!m_pulse->problem().isEmpty()) {
        QSKIP(qPrintable(m_pulse->problem()));
    }
    if (QStandardPaths::findExecutable(QStringLiteral("pactl")).isEmpty()) {
        QSKIP("pactl is not installed");
    }
}

std::optional<QByteArray> UnpluggingTest::pactl(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral("pactl"), arguments);
    return program.waitForFinished(10'000) && program.exitCode() == 0
               ? std::optional(program.readAllStandardOutput().trimmed())
               : std::nullopt;
}

void UnpluggingTest::deviceComesAndIsMovedToAndGoes()
{
    const auto devices = app::playback::makeAudioDevices();
    QTRY_COMPARE(devices->devices().size(), 1u);
    QVERIFY(devices->devices().front().isDefault);
    QSignalSpy changed(devices.get(), &app::playback::AudioDevices::changed);
    devices->setWatched(true);
    const auto module = pactl({QStringLiteral("load-module"),
                               QStringLiteral("module-null-sink"),
                               QStringLiteral("sink_name=headphones")});
    QVERIFY(module);
    QTRY_COMPARE(devices->devices().size(), 2u);
    QTRY_COMPARE(changed.size(), 1);
    // A device of this kind takes two seconds at once, unless someone listens closely.
    QProcess recorder;
    recorder.setStandardOutputFile(QProcess::nullDevice());
    recorder.start(
        QStringLiteral("parec"),
        {QStringLiteral("--latency-msec=10"), QStringLiteral("--device=headphones.monitor")});
    QVERIFY(recorder.waitForStarted());
    QTRY_VERIFY(
        !pactl({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("source-outputs")})
             .value_or(QByteArray())
             .isEmpty());
    const auto list = devices->devices();
    const auto found = std::find_if(list.begin(), list.end(), [](const AudioDevice &device) {
        return device.id.contains("headphones");
    });
    QVERIFY(found != list.end() && !found->isDefault);

    const auto player = app::playback::makeEnginePlayer(app::playback::deviceOutput());
    QSignalSpy lost(player.get(), &Player::deviceLost);
    app::playback::PlayerSource source;
    source.bytes =
        app::media::openFileSource(tests::positionCodedFile(tests::AudioKind::M4a)).value();
    player->load(source, MediaTime::fromMs(20'000), true);
    QTRY_COMPARE(player->state(), PlayerState::Playing);
    QTRY_VERIFY(player->position() > MediaTime::fromMs(20'300));
    const auto before = player->position();
    QElapsedTimer timer;
    timer.start();
    player->setDevice(found->id);
    const auto inputs = [] {
        return pactl(
            {QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sink-inputs")});
    };
    QTRY_VERIFY(player->position() > before + std::chrono::milliseconds(200));
    qInfo("200 ms more were heard %lld ms after another device was asked for", timer.elapsed());
    const auto sinks =
        pactl({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sinks")});
    const auto lines = sinks.value_or(QByteArray()).split('\n');
    const auto line = std::find_if(lines.begin(), lines.end(), [](const QByteArray &text) {
        return text.contains("headphones");
    });
    QVERIFY(line != lines.end());
    QCOMPARE(inputs().value_or(QByteArray()).split('\t').value(1), line->split('\t').value(0));

    timer.start();
    QVERIFY(pactl({QStringLiteral("unload-module"), QString::fromLatin1(*module)}));
    QTRY_COMPARE(player->state(), PlayerState::Paused);
    qInfo("paused %lld ms after its device went away", timer.elapsed());
    QTRY_COMPARE(lost.size(), 1);
    QTRY_COMPARE(devices->devices().size(), 1u);
    QTRY_COMPARE(changed.size(), 2);
    const auto here = player->position();
    player->play();
    QTRY_COMPARE(player->state(), PlayerState::Playing);
    QTRY_VERIFY(player->position() > here + std::chrono::milliseconds(300));
    recorder.kill();
    QVERIFY(recorder.waitForFinished());
}

QTEST_GUILESS_MAIN(UnpluggingTest)
#include "tst_unplugging.moc"
