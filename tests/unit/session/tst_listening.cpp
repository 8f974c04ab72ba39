// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resulttest.h"
#include "tests/unit/session/listeningbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using tests::ListeningBench;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

class ListeningTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m = std::make_unique<ListeningBench>(); }

    void cleanup() { m.reset(); }

    void opensWhereTheListenerLeft()
    {
        m->setPosition(m->first, 65'000);
        m->open(m->first);
        QCOMPARE(m->player.calls, QStringList(QStringLiteral("load 65000 play")));
        QCOMPARE(m->listening.current()->row.id, m->first);
    }

    void beginsAnewWhenItWasAlmostOver()
    {
        m->setPosition(m->first, 599'000);
        m->open(m->first);
        QCOMPARE(m->player.calls, QStringList(QStringLiteral("load 0 play")));
    }

    void clickOnATimeLoadsThatEpisodeAndLeavesTheOther()
    {
        m->open(m->first, at(300'000));
        m->player.setPosition(at(310'250));
        m->listening.jumpTo(m->second, at(270'000));
        QTRY_VERIFY(m->isCurrent(m->second));
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 270000 play"));
        QCOMPARE(m->listening.backPlace(), std::optional(ListeningPlace{m->first, at(310'250)}));
        QTRY_COMPARE(m->stored(m->first).row.position, at(310'250));
        m->listening.goBack();
        QTRY_VERIFY(m->isCurrent(m->first));
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 310250 play"));
        QCOMPARE(m->listening.forwardPlace(),
                 std::optional(ListeningPlace{m->second, at(270'000)}));
    }

    void clickOnATimeOfTheSameEpisodeOnlySeeks()
    {
        m->open(m->first, std::nullopt, true);
        m->listening.jumpTo(m->first, at(270'000));
        QCOMPARE(m->player.calls,
                 QStringList({QStringLiteral("load 0 pause"),
                              QStringLiteral("seek 270000"),
                              QStringLiteral("play")}));
    }

    void clickOnATimeAfterTheEndGoesThere()
    {
        m->open(m->first);
        m->player.finish();
        m->listening.jumpTo(m->first, at(270'000));
        QCOMPARE(m->player.position(), at(270'000));
        QCOMPARE(m->player.state(), PlayerState::Playing);
    }

    void keptPausedWhenAsked()
    {
        m->open(m->first, std::nullopt, true);
        m->listening.jumpTo(m->first, at(270'000), true);
        QCOMPARE(m->player.state(), PlayerState::Paused);
        QCOMPARE(m->player.position(), at(270'000));
    }

    void lastClickWinsWhileTheFirstIsOpening()
    {
        m->listening.jumpTo(m->first, at(10'000));
        m->listening.jumpTo(m->second, at(20'000));
        QTRY_VERIFY(m->listening.current());
        QCOMPARE(m->listening.current()->row.id, m->second);
        QCOMPARE(m->player.calls, QStringList(QStringLiteral("load 20000 play")));
    }

    void lastPlaceWinsWhileItIsOpening()
    {
        // In the midst of it the answer to the first wish may be on its way already.
        m->listening.jumpTo(m->first, at(10'000));
        (void)m->queue();
        m->listening.jumpTo(m->first, at(20'000));
        QTRY_VERIFY(m->listening.current());
        m->settle();
        QCOMPARE(m->player.position(), at(20'000));
    }

    void playWhileItIsBeingLoadedIsNotLost()
    {
        m->listening.open(m->first, std::nullopt, true);
        m->listening.toggle();
        QTRY_VERIFY(m->listening.current());
        QCOMPARE(m->player.state(), PlayerState::Playing);
    }

    void positionIsKeptEveryHalfSecondOfSound()
    {
        m->open(m->first);
        m->player.setPosition(at(499));
        m->player.setPosition(at(501));
        QTRY_COMPARE(m->stored(m->first).row.position, at(501));
        m->player.setPosition(at(900));
        m->player.pause();
        QTRY_COMPARE(m->stored(m->first).row.position, at(900));
    }

    void skippingDoesNotFillTheBackStack()
    {
        m->open(m->first, at(20'000));
        m->listening.skip(-15s);
        QCOMPARE(m->player.position(), at(5'000));
        m->listening.skip(-15s);
        QCOMPARE(m->player.position(), MediaTime());
        m->listening.skip(30s);
        QVERIFY(!m->listening.backPlace());
        m->listening.seek(at(400'000));
        QVERIFY(m->listening.backPlace());
    }

    void draggingAlongTheTimelineIsOneJump()
    {
        m->open(m->first, at(20'000));
        for (const qint64 ms : {21'000, 90'000, 200'000}) {
            m->listening.scrub(at(ms));
        }
        QVERIFY(!m->listening.backPlace());
        m->listening.seek(at(210'000));
        QCOMPARE(m->listening.backPlace(), std::optional(ListeningPlace{m->first, at(20'000)}));
        m->listening.goBack();
        QVERIFY(!m->listening.backPlace());
    }

    void episodeWithoutSoundSaysSo()
    {
        QSignalSpy failed(&m->listening, &Listening::failed);
        m->listening.open(m->fixture.episode(QStringLiteral("e4")).row.id);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][1].value<app::base::Error>().code, app::base::ErrorCode::NotFound);
        QVERIFY(!m->listening.current());
    }

    void whatFailedIsTriedAgainWhereItWas()
    {
        m->open(m->first, at(120'000));
        m->player.fail({app::base::ErrorCode::Offline, QStringLiteral("the network is gone")});
        m->listening.toggle();
        QTRY_COMPARE(m->player.calls.last(), QStringLiteral("load 120000 play"));
    }

    void exactLengthIsKept()
    {
        m->open(m->first);
        m->player.setDuration(612'345ms, true);
        QCOMPARE(m->listening.current()->row.duration, std::optional(Duration(612'345)));
        QTRY_COMPARE(m->stored(m->first).row.duration, std::optional(Duration(612'345)));
    }

    void analysisOfTheFileIsShownAndItsLoudnessUsed()
    {
        m->open(m->first);
        QSignalSpy changed(&m->listening, &Listening::analysisChanged);
        auto analysis = std::make_shared<app::media::SoundAnalysis>();
        analysis->loudness = -21.5;
        const QString path = m->listening.current()->row.filePath;
        emit m->soundMaps.ready(path + QStringLiteral(".other"), analysis);
        QVERIFY(!m->listening.analysis());
        emit m->soundMaps.ready(path, analysis);
        QCOMPARE(m->listening.analysis().get(), analysis.get());
        QCOMPARE(m->player.calls.last(), QStringLiteral("loudness -21.5"));
        QCOMPARE(changed.count(), 1);
        m->open(m->second);
        QVERIFY(!m->listening.analysis());
    }

    // How it sounds

    // After a pause

    void goesOnALittleEarlierAfterAPause()
    {
        m->open(m->first, at(10'000));
        m->hear(90s);
        m->listening.toggle();
        m->clock().advance(2min);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(95'000));
        QCOMPARE(m->player.state(), PlayerState::Playing);
        QVERIFY(!m->listening.backPlace());
    }

    void goesOnWithASentence()
    {
        m->listening.setSentences(m->first, {at(80'000), at(91'000), at(97'000)});
        m->open(m->first, at(10'000));
        m->hear(90s);
        m->listening.pause();
        m->clock().advance(2min);
        m->listening.play();
        QCOMPARE(m->player.position(), at(91'000));
    }

    void goesOnExactlyThereWhenThatIsChosen()
    {
        m->setCommon([](app::settings::PlaybackSettings &common) { common.smartRewind = false; });
        m->open(m->first, at(10'000));
        m->hear(90s);
        m->listening.toggle();
        m->clock().advance(48h);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(100'000));
    }

    void placeChosenDuringThePauseIsKept()
    {
        m->open(m->first, at(10'000));
        m->hear(90s);
        m->listening.toggle();
        m->clock().advance(2min);
        m->listening.seek(at(300'000));
        m->clock().advance(2min);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(300'000));
    }

    void pauseOverARestartCounts()
    {
        // As an earlier run of the program left it.
        m->setPosition(m->first, 100'000);
        m->clock().advance(2h);
        m->open(m->first, std::nullopt, true);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(90'000));
    }

    void neverBeforeThePlaceJumpedTo()
    {
        m->open(m->first);
        m->listening.jumpTo(m->first, at(270'000));
        m->hear(2s);
        m->listening.toggle();
        m->clock().advance(24h);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(270'000));
    }

    void neverIntoTheIntro()
    {
        app::settings::PodcastSettings own;
        own.skipIntro = 30s;
        m->setOwn(own);
        m->open(m->first);
        m->hear(3s);
        m->listening.toggle();
        m->clock().advance(24h);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(30'000));
    }

    void neverOutOfALoop()
    {
        m->open(m->first);
        m->hear(60s);
        m->listening.setLoop(TimeRange{at(58'000), at(70'000)});
        m->listening.toggle();
        m->clock().advance(24h);
        m->listening.toggle();
        QCOMPARE(m->player.position(), at(58'000));
    }

    void pauseIsRememberedWhileAnotherIsHeard()
    {
        m->open(m->first);
        m->hear(100s);
        m->open(m->second);
        QTRY_COMPARE(m->stored(m->first).row.position, at(100'000));
        m->clock().advance(2min);
        m->open(m->first);
        QCOMPARE(m->player.calls.last(), QStringLiteral("load 95000 play"));
    }

    // Loops

    void loopIsMadeByHand()
    {
        m->open(m->first);
        m->player.setPosition(at(50'000));
        m->listening.setLoopStart();
        QCOMPARE(m->listening.loopStart(), std::optional(at(50'000)));
        QVERIFY(!m->player.loop());
        m->player.setPosition(at(60'000));
        m->listening.setLoopEnd();
        QCOMPARE(m->player.loop(), std::optional(TimeRange{at(50'000), at(60'000)}));
        QCOMPARE(m->player.position(), at(50'000));
        QVERIFY(!m->listening.loopStart());
        QVERIFY(!m->listening.backPlace());
        m->player.setPosition(at(55'000));
        m->listening.setLoopEnd();
        QCOMPARE(m->player.loop(), std::optional(TimeRange{at(50'000), at(55'000)}));
        m->player.setPosition(at(52'000));
        m->listening.setLoopStart();
        QVERIFY(!m->player.loop());
        QCOMPARE(m->listening.loopStart(), std::optional(at(52'000)));
    }

    void endBeforeTheStartMakesTheSameLoop()
    {
        m->open(m->first);
        m->player.setPosition(at(60'000));
        m->listening.setLoopStart();
        m->player.setPosition(at(50'000));
        m->listening.setLoopEnd();
        QCOMPARE(m->player.loop(), std::optional(TimeRange{at(50'000), at(60'000)}));
        m->listening.setLoop(std::nullopt);
        m->listening.setLoopEnd();
        QCOMPARE(m->listening.loopStart(), std::optional(at(50'000)));
        m->player.setPosition(at(40'000));
        m->listening.setLoopStart();
        QCOMPARE(m->player.loop(), std::optional(TimeRange{at(40'000), at(50'000)}));
    }

    void loopMarkedElsewhereIsHeardFromItsStart()
    {
        m->open(m->first, at(10'000));
        m->listening.setLoopStart(at(80'000));
        m->listening.setLoopEnd(at(90'000));
        QCOMPARE(m->player.loop(), std::optional(TimeRange{at(80'000), at(90'000)}));
        QCOMPARE(m->player.position(), at(80'000));
    }

    void loopTooShortIsNone()
    {
        m->open(m->first);
        m->player.setPosition(at(50'000));
        m->listening.setLoopStart();
        m->player.setPosition(at(50'099));
        m->listening.setLoopEnd();
        QVERIFY(!m->player.loop());
        QCOMPARE(m->listening.loopStart(), std::optional(at(50'000)));
    }

    void loopElsewhereIsJumpedTo()
    {
        m->open(m->first, at(10'000));
        m->listening.setLoop(TimeRange{at(100'000), at(110'000)});
        QCOMPARE(m->player.position(), at(100'000));
        QCOMPARE(m->listening.backPlace(), std::optional(ListeningPlace{m->first, at(10'000)}));
    }

    void loopEndsWithTheEpisode()
    {
        m->open(m->first);
        m->listening.setLoopStart();
        QSignalSpy changed(&m->listening, &Listening::loopStartChanged);
        m->open(m->second);
        QVERIFY(!m->listening.loopStart());
        QCOMPARE(changed.count(), 1);
    }

private:
    std::unique_ptr<ListeningBench> m;
};

QTEST_GUILESS_MAIN(ListeningTest)
#include "tst_listening.moc"
