// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace playertest;
using app::timestamps::TimeRange;

namespace {

/// Less alike are two places at once: a seam, where one fades into the other.
constexpr double clear = 0.97;

[[nodiscard]] TimeRange range(qint64 startMs, qint64 endMs)
{
    return {at(startMs), at(endMs)};
}

} // namespace

class LoopTest final : public QObject
{
    Q_OBJECT

private slots:
    void repeatsToTheFrame();
    void positionFollowsEverySeam_data();
    void positionFollowsEverySeam();
    void seamDoesNotClick_data();
    void seamDoesNotClick();
    void setJustAheadOfItsEnd();
    void setWhenItsEndIsInTheBuffer();
    void setWhilePaused();
    void beginsWhenItIsReached();
    void behindItNothingRepeats();
    void endsWhenTakenBack();
    void seekOutOfItEndsIt();
    void speedChangesInIt();
    void stopPlaceInItIsKept();
    void endBeyondTheRecordingIsItsEnd();
    void tooShortIsIgnored();
    void lastsUntilLoad();
};

void LoopTest::repeatsToTheFrame()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(10'000), true);
    bench.player->setLoop(range(10'000, 11'000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    double worst = 0;
    for (int i = 0; i < 50; ++i) {
        const auto expected = 10'000 + i * 130 % 1000;
        const auto told = static_cast<double>(bench.player->position().ms());
        QVERIFY2(std::abs(told - expected) <= 1, qPrintable(QString::number(told)));
        const auto heard = bench.hear();
        QVERIFY(heard);
        // The last 60 ms of a round hold the seam itself.
        if (heard->likeness >= clear) {
            worst = std::max(worst, std::abs(heard->ms - expected));
        }
        bench.capture.advance(framesPerMs * 30);
    }
    qInfo("worst %.2f ms", worst);
    QVERIFY(worst <= 1.5);
    QCOMPARE(bench.player->loop(), std::optional(range(10'000, 11'000)));
}

void LoopTest::positionFollowsEverySeam_data()
{
    QTest::addColumn<double>("speed");
    for (const auto speed : {0.5, 0.8, 1.25, 2.0, 3.0}) {
        QTest::newRow(qPrintable(QString::number(speed))) << speed;
    }
}

void LoopTest::positionFollowsEverySeam()
{
    QFETCH(double, speed);
    Bench bench;
    bench.player->setSpeed(speed);
    bench.player->load(codedSource(tests::AudioKind::Flac), at(30'200), true);
    bench.player->setLoop(range(30'100, 30'900));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    double worst = 0;
    int count = 0;
    for (int i = 0; i < 60; ++i) {
        bench.capture.advance(framesPerMs * 83);
        const auto told = static_cast<double>(bench.player->position().ms());
        QVERIFY(told >= 30'090 && told <= 30'905);
        const auto heard = bench.hear(0, true);
        // At a seam, half of the sound is from the one end and half from the other.
        if (heard && heard->likeness >= clear && std::abs(told - heard->ms) < 400) {
            worst = std::max(worst, std::abs(told - heard->ms));
            ++count;
        }
    }
    qInfo("speed %.2f: %d heard, worst %.1f ms", speed, count, worst);
    QVERIFY(count >= 25);
    QVERIFY(worst <= 20);
    // Rounds are as long as they should be, but for 2 ms at the stretcher's seams.
    const auto passed = static_cast<double>(bench.capture.heardFrames()) / framesPerMs * speed;
    const auto expected = 30'100 + std::fmod(passed + 100, 800);
    const auto told = static_cast<double>(bench.player->position().ms());
    const auto off = std::abs(told - expected);
    QVERIFY2(std::min(off, 800 - off) <= 2 * passed / 800,
             qPrintable(QStringLiteral("%1 instead of %2").arg(told).arg(expected)));
}

void LoopTest::seamDoesNotClick_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<double>("speed");
    QTest::newRow("middle") << 20'000 << 20'777 << 1.0;
    QTest::newRow("faster") << 20'000 << 20'777 << 1.5;
    QTest::newRow("slower") << 20'000 << 20'777 << 0.7;
    QTest::newRow("short at 3x") << 20'000 << 20'100 << 3.0;
    QTest::newRow("from the start") << 0 << 333 << 1.0;
    QTest::newRow("almost from the start") << 3 << 333 << 1.0;
    QTest::newRow("to the end") << 119'500 << 130'000 << 1.0;
    QTest::newRow("to the end, faster") << 119'500 << 120'000 << 2.0;
    QTest::newRow("all of it") << 0 << 130'000 << 3.0;
}

void LoopTest::seamDoesNotClick()
{
    QFETCH(int, start);
    QFETCH(int, end);
    QFETCH(double, speed);
    const auto last = std::min(end, 120'000);
    Bench bench;
    bench.player->setSpeed(speed);
    bench.player->load(fileSource(tests::toneFile()), at(last - 300), true);
    bench.player->setLoop(range(start, end));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 50);
    const auto from = bench.capture.heardFrames();
    bench.capture.advance(framesPerMs * 3000);
    const auto heard = bench.capture.heardSince(from);
    const auto steepest = steepness(heard);
    qInfo("steepness %.2f", steepest);
    QVERIFY2(steepest < noClick, qPrintable(QString::number(steepest)));
    // No gap: the tone never rests for 12 ms.
    qint64 quiet = 0;
    qint64 longest = 0;
    for (std::size_t i = 0; i < heard.size(); i += 2) {
        quiet = std::abs(heard[i]) < 0.02F ? quiet + 1 : 0;
        longest = std::max(longest, quiet);
    }
    QVERIFY2(longest < 12 * framesPerMs, qPrintable(QString::number(longest)));
    QVERIFY(bench.player->position() < at(last));
}

void LoopTest::setJustAheadOfItsEnd()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(40'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    bench.player->setLoop(range(40'500, 41'020));
    QVERIFY(bench.settle());
    const auto heard = bench.hear(120);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 40'600) <= 1.5, qPrintable(QString::number(heard->ms)));
    QVERIFY(std::abs(bench.player->position().ms() - 40'700) <= 2);
}

void LoopTest::setWhenItsEndIsInTheBuffer()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Mp3Vbr), at(40'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1000);
    bench.player->setLoop(range(39'000, 41'300));
    QVERIFY(bench.settle());
    const auto heard = bench.hear(500);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 39'200) <= 1.5, qPrintable(QString::number(heard->ms)));
}

void LoopTest::setWhilePaused()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Opus), at(50'000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 300);
    bench.player->pause();
    QVERIFY(bench.waitFor(PlayerState::Paused));
    bench.player->setLoop(range(50'100, 50'700));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(600);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 50'300) <= 1.5, qPrintable(QString::number(heard->ms)));
}

void LoopTest::beginsWhenItIsReached()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::M4a), at(60'000), true);
    bench.player->setLoop(range(61'000, 61'500));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    auto heard = bench.hear(900);
    QVERIFY(heard && std::abs(heard->ms - 60'900) <= 1.5);
    heard = bench.hear(700);
    QVERIFY(heard && std::abs(heard->ms - 61'200) <= 1.5);
}

void LoopTest::behindItNothingRepeats()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(62'000), true);
    bench.player->setLoop(range(61'000, 61'500));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(3000);
    QVERIFY(heard && std::abs(heard->ms - 65'000) <= 1.5);
    QVERIFY(bench.player->loop());
}

void LoopTest::endsWhenTakenBack()
{
    Bench bench;
    QSignalSpy changed(bench.player.get(), &Player::loopChanged);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(70'000), true);
    bench.player->setLoop(range(70'000, 70'600));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    // The seam and the next round are in the buffer already.
    bench.capture.advance(framesPerMs * 1100);
    bench.player->setLoop({});
    QVERIFY(bench.settle());
    const auto heard = bench.hear(500);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 71'000) <= 1.5, qPrintable(QString::number(heard->ms)));
    QCOMPARE(changed.size(), 2);
}

void LoopTest::seekOutOfItEndsIt()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Vorbis), at(70'000), true);
    bench.player->setLoop(range(70'000, 70'800));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 900);
    QVERIFY(bench.seekPlaying(70'500));
    QVERIFY(bench.player->loop());
    auto heard = bench.hear(500);
    QVERIFY(heard && std::abs(heard->ms - 70'200) <= 1.5);
    QSignalSpy changed(bench.player.get(), &Player::loopChanged);
    QVERIFY(bench.seekPlaying(70'800));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!bench.player->loop());
    heard = bench.hear(1000);
    QVERIFY(heard && std::abs(heard->ms - 71'800) <= 1.5);
}

void LoopTest::speedChangesInIt()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Flac), at(80'000), true);
    bench.player->setLoop(range(80'000, 80'700));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    int count = 0;
    double worst = 0;
    for (const auto speed : {2.0, 1.0, 3.0, 0.5, 1.5, 1.0, 2.5, 0.8}) {
        bench.player->setSpeed(speed);
        QVERIFY(bench.settle());
        for (int i = 0; i < 6; ++i) {
            bench.capture.advance(framesPerMs * 61);
            const auto told = static_cast<double>(bench.player->position().ms());
            const auto heard = bench.hear(0, true);
            if (heard && heard->likeness >= clear && std::abs(told - heard->ms) < 350) {
                worst = std::max(worst, std::abs(told - heard->ms));
                ++count;
            }
        }
    }
    qInfo("%d heard, worst %.1f ms", count, worst);
    QVERIFY(count >= 20);
    QVERIFY(worst <= 20);
}

void LoopTest::stopPlaceInItIsKept()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(70'500), true);
    bench.player->setLoop(range(70'000, 70'800));
    bench.player->setStopPlace(at(70'300));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 2000);
    QVERIFY(bench.waitFor(PlayerState::Paused));
    QCOMPARE(bench.player->position(), at(70'300));
}

void LoopTest::endBeyondTheRecordingIsItsEnd()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(119'700), true);
    bench.player->setLoop(range(119'000, 200'000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(500);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 119'200) <= 1.5, qPrintable(QString::number(heard->ms)));
    bench.capture.advance(framesPerMs * 5000);
    QTest::qWait(0);
    QVERIFY(finished.isEmpty());
}

void LoopTest::tooShortIsIgnored()
{
    Bench bench;
    QSignalSpy changed(bench.player.get(), &Player::loopChanged);
    bench.player->load(codedSource(tests::AudioKind::Wav), at(70'000), true);
    bench.player->setLoop(range(70'000, 70'099));
    bench.player->setLoop(range(70'000, 69'000));
    QVERIFY(changed.isEmpty());
    QVERIFY(!bench.player->loop());
}

void LoopTest::lastsUntilLoad()
{
    Bench bench;
    bench.player->load(codedSource(tests::AudioKind::Wav), at(70'000), true);
    bench.player->setLoop(range(70'000, 70'500));
    bench.player->load(codedSource(tests::AudioKind::Flac), at(70'000), true);
    QVERIFY(!bench.player->loop());
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(2000);
    QVERIFY(heard && std::abs(heard->ms - 72'000) <= 1.5);
}

QTEST_GUILESS_MAIN(LoopTest)
#include "tst_loop.moc"
