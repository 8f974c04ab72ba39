// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/followcontrol.h"

#include <QSignalSpy>
#include <QTest>

using ui::transcript::FollowControl;
using State = FollowControl::State;

class TestFollowControl final : public QObject
{
    Q_OBJECT

private slots:
    void scrollsOnlyOutsideTheBand();
    void whoeverScrollsIsLeftAlone();
    void resumesWhenTheSentenceStays();
    void doesNotResumeWhileSelecting();
    void offMeansOff();
    void aTallSentenceCountsByItsStart();
};

void TestFollowControl::scrollsOnlyOutsideTheBand()
{
    FollowControl follow;
    QVERIFY(!follow.sentenceAt(0.30, 0.40));
    QVERIFY(follow.sentenceAt(0.10, 0.20));
    QVERIFY(follow.sentenceAt(0.55, 0.65));
    QVERIFY(follow.sentenceAt(3.0, 3.1));
}

void TestFollowControl::whoeverScrollsIsLeftAlone()
{
    FollowControl follow;
    QSignalSpy paused(&follow, &FollowControl::paused);
    QSignalSpy resumed(&follow, &FollowControl::resumed);
    follow.userMoved();
    QCOMPARE(follow.state(), State::Paused);
    QVERIFY(!follow.sentenceAt(0.90, 0.95));
    follow.resume();
    QVERIFY(follow.sentenceAt(0.90, 0.95));
    QCOMPARE(paused.count(), 1);
    QCOMPARE(resumed.count(), 1);
}

void TestFollowControl::resumesWhenTheSentenceStays()
{
    FollowControl follow;
    follow.setPatience(std::chrono::milliseconds(5));
    QSignalSpy resumed(&follow, &FollowControl::resumed);
    follow.userMoved();
    (void)follow.sentenceAt(0.90, 0.95);
    QVERIFY(!resumed.wait(30));
    (void)follow.sentenceAt(0.30, 0.40);
    QTRY_COMPARE(resumed.count(), 1);
    QCOMPARE(follow.state(), State::Following);
}

void TestFollowControl::doesNotResumeWhileSelecting()
{
    FollowControl follow;
    follow.setPatience(std::chrono::milliseconds(5));
    QSignalSpy resumed(&follow, &FollowControl::resumed);
    (void)follow.sentenceAt(0.30, 0.40);
    follow.setSelecting(true);
    QCOMPARE(follow.state(), State::Paused);
    QVERIFY(!resumed.wait(30));
    follow.setSelecting(false);
    QTRY_COMPARE(resumed.count(), 1);
}

void TestFollowControl::offMeansOff()
{
    FollowControl follow;
    follow.setEnabled(false);
    follow.userMoved();
    QCOMPARE(follow.state(), State::Off);
    QVERIFY(!follow.sentenceAt(0.90, 0.95));
}

void TestFollowControl::aTallSentenceCountsByItsStart()
{
    FollowControl follow;
    QVERIFY(!follow.sentenceAt(0.38, 0.90));
    QVERIFY(follow.sentenceAt(0.70, 1.20));
}

QTEST_GUILESS_MAIN(TestFollowControl)
#include "tst_followcontrol.moc"
