// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/audiodevices.h"
#include "tests/unit/playback/playerbench.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace playertest;
using app::base::Error;
using app::base::ErrorCode;

class DevicesTest final : public QObject
{
    Q_OBJECT

private slots:
    void listNeedsNoSoundServer();
    void changeWhilePlayingGoesOnAtTheSamePlace();
    void changeWhilePausedPlaysThereLater();
    void changeAtTheEndKeepsTheEnd();
    void chosenDeviceThatFailsGivesWayToTheDefault();
    void chosenDeviceThatGoesAwayPauses();
    void seekAfterItWentAway();
    void lostWithTheNextAlreadyHeard();
    void noDeviceAtAllFails();
    void blockedMainThreadMakesNoGap();
};

void DevicesTest::listNeedsNoSoundServer()
{
    const auto devices = app::playback::makeAudioDevices();
    QVERIFY(devices);
    int defaults = 0;
    for (const auto &device : devices->devices()) {
        QVERIFY(!device.id.isEmpty());
        defaults += device.isDefault ? 1 : 0;
    }
    QVERIFY(defaults <= 1);
}

void DevicesTest::changeWhilePlayingGoesOnAtTheSamePlace()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 90);
    bench.player->load(codedSource(tests::AudioKind::M4a), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 690);
    const auto from = bench.capture.heardFrames();
    bench.player->setDevice("headphones");
    QTRY_COMPARE(bench.capture.starts(), 2);
    QCOMPARE(bench.capture.device(), QByteArray("headphones"));
    const auto heard = bench.hear();
    // What the old device still held is played on the new one.
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 10'600) <= 1.5, qPrintable(QString::number(heard->ms)));
    QCOMPARE(bench.capture.heardFrames() - from, framesPerMs * 100);
    QVERIFY(std::abs(bench.player->position().ms() - 10'610) <= 2);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
}

void DevicesTest::changeWhilePausedPlaysThereLater()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Opus), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    bench.player->pause();
    QVERIFY(bench.waitFor(PlayerState::Paused));
    bench.player->setDevice("speakers");
    QVERIFY(bench.settle());
    QVERIFY(!bench.capture.isRunning());
    QCOMPARE(bench.player->position(), at(10'500));
    bench.player->seek(at(30'000));
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->position(), at(30'000));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 30'000) <= 1.5);
}

void DevicesTest::changeAtTheEndKeepsTheEnd()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(119'800), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    bench.player->setDevice("speakers");
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->state(), PlayerState::Ended);
    QCOMPARE(bench.player->position(), at(120'000));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms) <= 1.5);
}

void DevicesTest::chosenDeviceThatFailsGivesWayToTheDefault()
{
    Bench bench;
    QSignalSpy lost(bench.player.get(), &Player::deviceLost);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.capture.failNextStart({ErrorCode::NoDevice, QStringLiteral("in use"), 0});
    bench.player->setDevice("taken");
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(bench.player->position(), at(10'300));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QCOMPARE(bench.capture.device(), QByteArray());
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 10'300) <= 1.5);
}

void DevicesTest::chosenDeviceThatGoesAwayPauses()
{
    Bench bench;
    QSignalSpy lost(bench.player.get(), &Player::deviceLost);
    bench.player->setDevice("headphones");
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.capture.breakDevice({ErrorCode::NoDevice, QStringLiteral("unplugged"), 0});
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QTRY_COMPARE(lost.size(), 1);
    QCOMPARE(lost[0][0].value<Error>().detail, QStringLiteral("unplugged"));
    QVERIFY(!bench.player->error());
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QCOMPARE(bench.capture.device(), QByteArray());
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 10'300) <= 1.5);
}

void DevicesTest::seekAfterItWentAway()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 100);
    bench.player->load(codedSource(tests::AudioKind::Flac), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    bench.capture.breakDevice({ErrorCode::NoDevice, QStringLiteral("unplugged"), 0});
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QVERIFY(std::abs(bench.player->position().ms() - 10'900) <= 1);
    bench.player->seek(at(70'000));
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->position(), at(70'000));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 70'000) <= 1.5);
}

void DevicesTest::lostWithTheNextAlreadyHeard()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(119'800), true);
    bench.player->setNext(codedSource(tests::AudioKind::Flac), at(50'000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 230);
    bench.capture.breakDevice({ErrorCode::NoDevice, QStringLiteral("unplugged"), 0});
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QTRY_COMPARE(advanced.size(), 1);
    QVERIFY(std::abs(bench.player->position().ms() - 50'030) <= 1);
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 50'030) <= 1.5);
}

void DevicesTest::noDeviceAtAllFails()
{
    Bench bench;
    QSignalSpy lost(bench.player.get(), &Player::deviceLost);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), false);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    bench.capture.failNextStart({ErrorCode::NoDevice, QStringLiteral("no sound server"), 0});
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Failed));
    QCOMPARE(bench.player->error()->code, ErrorCode::NoDevice);
    QVERIFY(lost.isEmpty());
    bench.player->seek(at(44'000));
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->position(), at(44'000));
    QVERIFY(bench.player->isDurationExact());
}

/// The device takes sound in real time here, while this thread computes and does nothing else.
void DevicesTest::blockedMainThreadMakesNoGap()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Mp3Cbr), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.startAutomatic(1);
    QTRY_VERIFY(bench.capture.heardFrames() > framesPerMs * 50);
    QElapsedTimer timer;
    timer.start();
    quint64 work = 1;
    while (timer.elapsed() < 800) {
        work = work * 6'364'136'223'846'793'005ULL + 1;
    }
    bench.capture.stopAutomatic();
    QVERIFY(work != 0);
    const auto sound = bench.capture.heard();
    const auto heardMs = static_cast<qint64>(sound.size()) / 2 / framesPerMs;
    QVERIFY2(heardMs >= 600, qPrintable(QString::number(heardMs)));
    for (qint64 ms = 0; ms + 100 <= heardMs; ms += 50) {
        const auto heard = tests::heardPlace(
            std::span(sound).subspan(static_cast<std::size_t>(2 * ms * framesPerMs)));
        QVERIFY(heard && std::abs(heard->ms - static_cast<double>(10'000 + ms)) <= 1.5);
    }
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "tst_devices.moc"
