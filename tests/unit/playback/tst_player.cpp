// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace playertest;

namespace {

/// Less alike are two places at once: a seam of the stretcher, where one fades into the other.
constexpr double clear = 0.97;

} // namespace

class PlayerTest final : public QObject
{
    Q_OBJECT

private slots:

    void playsFromWhereItIsAsked_data() { kinds(); }

    void playsFromWhereItIsAsked();

    void seeksWhilePlaying_data() { kinds(); }

    void seeksWhilePlaying();
    void lastSeekWins();
    void seekWhileOpeningIsRemembered();

    void positionIsWhatIsHeard_data() { speeds(); }

    void positionIsWhatIsHeard();
    void positionIsWhatIsHeardAfterSpeedChange();

    void pitchStays_data() { speeds(); }

    void pitchStays();
    void speedChangeDoesNotClick();
    void delayOfTheDeviceIsTakenOff();
    void endIsReachedOnce();
    void endIsReachedAtOtherSpeed();
    void playAfterTheEndBeginsAnew();

    void stopPlaceIsExact_data() { speeds(); }

    void stopPlaceIsExact();
    void stopPlaceJustAheadIsExact();
    void stopPlaceCanBeTakenBack();
    void pausedIsSilentAndKeepsItsPlace();
    void indexComesWithPlaying();
    void unloadAndLoadAnother();
    void clampsSpeedAndVolume();

private:
    static void kinds();
    static void speeds();
};

void PlayerTest::kinds()
{
    QTest::addColumn<int>("kind");
    for (const auto kind : tests::allAudioKinds()) {
        QTest::newRow(qPrintable(tests::audioKindName(kind))) << static_cast<int>(kind);
    }
}

void PlayerTest::speeds()
{
    QTest::addColumn<double>("speed");
    for (const auto speed : {0.5, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0}) {
        QTest::newRow(qPrintable(QString::number(speed))) << speed;
    }
}

void PlayerTest::playsFromWhereItIsAsked()
{
    QFETCH(int, kind);
    std::mt19937 random(static_cast<unsigned>(kind));
    for (int i = 0; i < 3; ++i) {
        const auto asked = static_cast<qint64>(random() % 118'000);
        Bench bench;
        bench.player->load(codedSource(static_cast<tests::AudioKind>(kind)), at(5000), false);
        QCOMPARE(bench.player->position(), at(5000));
        QVERIFY(bench.waitFor(PlayerState::Paused));
        bench.player->seek(at(asked));
        QCOMPARE(bench.player->position(), at(asked));
        bench.player->play();
        QVERIFY(bench.waitFor(PlayerState::Playing));
        const auto heard = bench.hear();
        QVERIFY2(heard, qPrintable(QString::number(asked)));
        QVERIFY2(std::abs(heard->ms - static_cast<double>(asked)) <= 1.5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard->ms)));
        const auto after = static_cast<double>(bench.player->position().ms());
        QVERIFY(std::abs(after - (heard->ms + 100)) <= 3);
    }
}

void PlayerTest::seeksWhilePlaying()
{
    QFETCH(int, kind);
    Bench bench;
    bench.player->load(codedSource(static_cast<tests::AudioKind>(kind)), at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    std::mt19937 random(static_cast<unsigned>(kind) + 50);
    for (int i = 0; i < 8; ++i) {
        bench.capture.advance(48 * static_cast<qint64>(random() % 700));
        const auto asked = static_cast<qint64>(random() % 118'000);
        QVERIFY(bench.seekPlaying(asked));
        const auto heard = bench.hear();
        QVERIFY2(heard, qPrintable(QString::number(asked)));
        QVERIFY2(std::abs(heard->ms - static_cast<double>(asked)) <= 1.5,
                 qPrintable(QStringLiteral("asked %1, heard %2").arg(asked).arg(heard->ms)));
    }
}

void PlayerTest::lastSeekWins()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Mp3Vbr), at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    for (const auto ms : {10'000, 90'000, 30'000, 61'000}) {
        bench.player->seek(at(ms));
        QCOMPARE(bench.player->position(), at(ms));
    }
    QVERIFY(bench.seekPlaying(77'000));
    const auto heard = bench.hear(200);
    QVERIFY(heard && std::abs(heard->ms - 77'200) <= 1.5);
}

void PlayerTest::seekWhileOpeningIsRemembered()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::M4a), at(1000), false);
    QCOMPARE(bench.player->state(), PlayerState::Opening);
    bench.player->seek(at(44'000));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 44'000) <= 1.5);
}

void PlayerTest::positionIsWhatIsHeard()
{
    QFETCH(double, speed);
    Bench bench;
    bench.player->setSpeed(speed);
    bench.player->load(codedSource(tests::AudioKind::Flac), at(20'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    double worst = 0;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 40; ++i) {
        bench.capture.advance(framesPerMs * 237);
        const auto told = static_cast<double>(bench.player->position().ms());
        const auto heard = bench.hear(0, speed != 1.0);
        if (!heard || heard->likeness < clear) {
            continue;
        }
        ++count;
        sum += told - heard->ms;
        if (qEnvironmentVariableIsSet("DBG"))
            qInfo("%.1f %.2f", told - heard->ms, heard->likeness);
        worst = std::max(worst, std::abs(told - heard->ms));
    }
    qInfo("speed %.2f: %d heard, worst %.1f ms, mean %.1f ms", speed, count, worst, sum / count);
    QVERIFY(count >= 25);
    QVERIFY(worst <= 20);
}

void PlayerTest::positionIsWhatIsHeardAfterSpeedChange()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Flac), at(3000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    for (const auto speed : {2.0, 1.0, 3.0, 0.5, 1.5, 1.0}) {
        bench.player->setSpeed(speed);
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * 1000);
        const auto before = bench.player->position();
        double worst = 0;
        int count = 0;
        for (int i = 0; i < 5; ++i) {
            bench.capture.advance(framesPerMs * 150);
            const auto told = static_cast<double>(bench.player->position().ms());
            const auto heard = bench.hear(0, true);
            if (heard && heard->likeness >= clear) {
                worst = std::max(worst, std::abs(told - heard->ms));
                ++count;
            }
        }
        QVERIFY(count > 0);
        QVERIFY2(worst <= 20, qPrintable(QStringLiteral("%1 at %2x").arg(worst).arg(speed)));
        const auto passed = static_cast<double>((bench.player->position() - before).count());
        QVERIFY2(std::abs(passed - 1250 * speed) <= 10,
                 qPrintable(QStringLiteral("%1 at %2x").arg(passed).arg(speed)));
    }
}

void PlayerTest::pitchStays()
{
    QFETCH(double, speed);
    Bench bench;
    bench.player->setSpeed(speed);
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    const auto from = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 1000);
    const auto pitch = tests::pitchOf(bench.capture.heardSince(from));
    QVERIFY2(std::abs(pitch - 440) <= 4.4, qPrintable(QString::number(pitch)));
}

/// A tone has no steep steps of its own, so one in what is heard is a click.
void PlayerTest::speedChangeDoesNotClick()
{
    Bench bench;
    bench.player->load(fileSource(tests::toneFile()), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 100);
    const auto from = bench.capture.heardFrames();
    for (const auto speed : {1.5, 2.0, 1.0, 0.7, 1.0}) {
        bench.player->setSpeed(speed);
        QVERIFY(bench.settle());
        bench.capture.advance(framesPerMs * 400);
    }
    const auto heard = bench.capture.heardSince(from);
    float steepest = 0;
    for (std::size_t i = 2; i < heard.size(); i += 2) {
        steepest = std::max(steepest, std::abs(heard[i] - heard[i - 2]));
    }
    // 440 Hz at half amplitude rises by at most 0.029 a frame.
    QVERIFY2(steepest < 0.06F, qPrintable(QString::number(static_cast<double>(steepest))));
}

void PlayerTest::delayOfTheDeviceIsTakenOff()
{
    Bench bench;
    bench.capture.setDelay(framesPerMs * 200);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(30'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 100);
    QCOMPARE(bench.player->position(), at(30'000));
    bench.capture.advance(framesPerMs * 400);
    QVERIFY(std::abs(bench.player->position().ms() - 30'300) <= 2);
}

void PlayerTest::endIsReachedOnce()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(codedSource(tests::AudioKind::M4a), at(119'500), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 400);
    QVERIFY(finished.isEmpty());
    bench.capture.advance(framesPerMs * 400);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
    QVERIFY(bench.player->duration());
    QCOMPARE(bench.player->position(), MediaTime(*bench.player->duration()));
    QVERIFY(!bench.capture.isRunning());
    QCOMPARE(finished.size(), 1);
}

void PlayerTest::endIsReachedAtOtherSpeed()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->setSpeed(2);
    bench.player->load(codedSource(tests::AudioKind::Mp3Cbr), at(118'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 980);
    QTRY_VERIFY(bench.player->position() > at(119'900));
    QVERIFY(finished.isEmpty());
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
}

void PlayerTest::playAfterTheEndBeginsAnew()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Opus), at(119'900), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms) <= 1.5);
}

void PlayerTest::stopPlaceIsExact()
{
    QFETCH(double, speed);
    Bench bench;
    bench.player->setSpeed(speed);
    bench.player->load(codedSource(tests::AudioKind::Flac), at(50'000), false);
    bench.player->setStopPlace(at(51'234));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 4000);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(51'234));
    const auto heard = bench.capture.heard();
    qint64 sounding = 0;
    for (std::size_t i = 0; i < heard.size(); i += 2) {
        if (std::abs(heard[i]) > 1e-4F) {
            sounding = static_cast<qint64>(i / 2);
        }
    }
    const auto expected = 1234.0 * framesPerMs / speed;
    QVERIFY2(std::abs(static_cast<double>(sounding) - expected) <= 48,
             qPrintable(QStringLiteral("%1 instead of %2").arg(sounding).arg(expected)));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto on = bench.hear(0, speed != 1.0);
    QVERIFY(on && std::abs(on->ms - 51'234) <= 2);
}

void PlayerTest::stopPlaceJustAheadIsExact()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    bench.player->setStopPlace(at(11'020));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 500);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(11'020));
}

void PlayerTest::stopPlaceCanBeTakenBack()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), false);
    bench.player->setStopPlace(at(10'300));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 200);
    bench.player->setStopPlace({});
    QVERIFY(bench.settle());
    const auto heard = bench.hear(300);
    QVERIFY(heard && std::abs(heard->ms - 10'500) <= 1.5);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
}

void PlayerTest::pausedIsSilentAndKeepsItsPlace()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Vorbis), at(7000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 500);
    bench.player->pause();
    QVERIFY(bench.waitFor(PlayerState::Paused));
    const auto place = bench.player->position();
    QVERIFY(std::abs(place.ms() - 7500) <= 2);
    QCOMPARE(bench.capture.advance(framesPerMs * 500), 0);
    QCOMPARE(bench.player->position(), place);
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 7500) <= 1.5);
}

void PlayerTest::indexComesWithPlaying()
{
    Bench bench;
    QSignalSpy built(bench.player.get(), &Player::seekIndexBuilt);
    auto source = codedSource(tests::AudioKind::Mp3VbrNoXing);
    source.expectedDuration = std::chrono::hours(3);
    bench.player->load(source, at(0), false);
    QTRY_COMPARE(built.size(), 1);
    QTRY_VERIFY(bench.player->isDurationExact());
    QVERIFY(std::abs(bench.player->duration()->count() - 120'000) <= 60);
    auto again = codedSource(tests::AudioKind::Mp3VbrNoXing);
    again.index = built[0][0].value<app::media::SeekIndex>();
    bench.player->load(again, at(99'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 99'000) <= 1.5);
    QCOMPARE(built.size(), 1);
}

void PlayerTest::unloadAndLoadAnother()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Mp3Cbr), at(10'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 100);
    bench.player->unload();
    QCOMPARE(bench.player->state(), PlayerState::Empty);
    QCOMPARE(bench.player->position(), at(0));
    bench.player->play();
    QTRY_VERIFY(!bench.capture.isRunning());
    for (const auto kind : tests::allAudioKinds()) {
        bench.player->load(codedSource(kind), at(1000), true);
    }
    bench.player->load(codedSource(tests::AudioKind::Opus), at(33'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear();
    QVERIFY(heard && std::abs(heard->ms - 33'000) <= 1.5);
}

void PlayerTest::clampsSpeedAndVolume()
{
    Bench bench;
    bench.player->setSpeed(9);
    QCOMPARE(bench.player->speed(), 3.0);
    bench.player->setSpeed(0);
    QCOMPARE(bench.player->speed(), 0.5);
    bench.player->setVolume(-1);
    QCOMPARE(bench.player->volume(), 0.0);
    QTRY_COMPARE(bench.capture.volume(), 0.0);
}

QTEST_GUILESS_MAIN(PlayerTest)
#include "tst_player.moc"
