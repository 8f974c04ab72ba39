// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace playertest;
using app::playback::PlayerSource;
using std::chrono::milliseconds;

class LeftOutTest final : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutTheEnd();
    void leavesOutTheEndBeforeTheNext();
    void changedEndCountsAtOnce();
    void changedEndComesBeforeTheNextToo();
    void neverLeavesOutAlmostAll();
    void seekIntoWhatIsLeftOutPlaysIt();

private:
    const CodedParts m_part;
};

void LeftOutTest::leavesOutTheEnd()
{
    Bench bench;
    QSignalSpy finished(bench.player.get(), &Player::finished);
    auto source = m_part(10'000, 5000);
    source.leaveOutAtEnd = milliseconds(1500);
    bench.player->load(source, at(2000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.capture.advance(framesPerMs * 1490);
    QTest::qWait(60);
    QVERIFY(finished.isEmpty());
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.player->position(), at(3500));
    QCOMPARE(bench.player->duration(), std::optional(milliseconds(5000)));
}

void LeftOutTest::leavesOutTheEndBeforeTheNext()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    auto source = codedSource(tests::AudioKind::Mp3VbrNoXing);
    source.leaveOutAtEnd = milliseconds(60'000);
    bench.player->load(source, at(59'000), false);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    // Where the end is, is only known with the index.
    QTRY_VERIFY(bench.player->isDurationExact());
    const auto left = bench.player->duration()->count() - 60'000 - 59'000;
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(left + 500);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 20'500) <= 2, qPrintable(QString::number(heard->ms)));
    QTRY_COMPARE(advanced.size(), 1);
}

void LeftOutTest::changedEndCountsAtOnce()
{
    Bench bench;
    bench.player->load(m_part(10'000, 5000), at(2000), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    bench.player->setLeaveOutAtEnd(milliseconds(2500));
    QVERIFY(bench.settle());
    bench.player->setLeaveOutAtEnd(milliseconds(1500));
    QVERIFY(bench.settle());
    bench.capture.advance(framesPerMs * 1490);
    QVERIFY(bench.settle());
    QCOMPARE(bench.player->state(), PlayerState::Playing);
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(bench.player->position(), at(3500));
}

void LeftOutTest::changedEndComesBeforeTheNextToo()
{
    Bench bench;
    QSignalSpy advanced(bench.player.get(), &Player::advanced);
    bench.player->load(m_part(10'000, 3000), at(2000), false);
    bench.player->setNext(m_part(20'000, 3000), at(0));
    bench.player->play();
    QVERIFY(bench.waitFor(PlayerState::Playing));
    // The next one's sound may be in the buffer already.
    bench.capture.advance(framesPerMs * 100);
    QVERIFY(bench.settle());
    bench.player->setLeaveOutAtEnd(milliseconds(500));
    QVERIFY(bench.settle());
    const auto heard = bench.hear(1000);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 20'600) <= 2, qPrintable(QString::number(heard->ms)));
    QTRY_COMPARE(advanced.size(), 1);
}

void LeftOutTest::neverLeavesOutAlmostAll()
{
    Bench bench;
    auto source = m_part(10'000, 5000);
    source.leaveOutAtEnd = milliseconds(4001);
    bench.player->load(source, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto heard = bench.hear(4500);
    QVERIFY(heard && std::abs(heard->ms - 14'500) <= 0.5);
}

void LeftOutTest::seekIntoWhatIsLeftOutPlaysIt()
{
    Bench bench;
    auto source = m_part(10'000, 5000);
    source.leaveOutAtEnd = milliseconds(2000);
    bench.player->load(source, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    QVERIFY(bench.seekPlaying(3500));
    const auto heard = bench.hear(1000);
    QVERIFY(heard && std::abs(heard->ms - 14'500) <= 0.5);
    bench.capture.advance(framesPerMs * 1000);
    QVERIFY(bench.waitFor(PlayerState::Ended));
    QCOMPARE(bench.player->position(), at(5000));
}

QTEST_GUILESS_MAIN(LeftOutTest)
#include "tst_leftout.moc"
