// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sleeptimer.h"
#include "tests/unit/session/listeningbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using tests::ListeningBench;

namespace {

using Mode = SleepTimer::Mode;

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

/// Episodes last ten minutes; the first has chapters at 0, 100 and 400 s.
class SleepTimerTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m = std::make_unique<ListeningBench>();
        m->change(
            [id = m->first](app::library::EpisodeStore &store, app::library::Changes &changes) {
                app::timestamps::Chapters chapters(3);
                chapters[0].title = QStringLiteral("Hello");
                chapters[1].title = QStringLiteral("The wall");
                chapters[1].start = at(100'000);
                chapters[2].title = QStringLiteral("The sea");
                chapters[2].start = at(400'000);
                return store.setChapters(id, QStringLiteral("file"), chapters, changes);
            });
        m_timer = std::make_unique<SleepTimer>(m->listening, m->clock());
        m->open(m->first);
        QTRY_COMPARE(m->listening.chapters().size(), 3u);
        m->player.calls.clear();
    }

    void cleanup()
    {
        m_timer.reset();
        m.reset();
    }

    void minutesRunWhileItSounds()
    {
        m_timer->startMinutes(2min);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(2min)));
        QSignalSpy changed(m_timer.get(), &SleepTimer::changed);
        m->hear(61s);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(59s)));
        QCOMPARE(changed.count(), 1);
        m->listening.toggle();
        m->clock().advance(1h);
        m->listening.toggle();
        m->hear(10s);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(49s)));
    }

    void fadesOutAndSleeps()
    {
        QSignalSpy slept(m_timer.get(), &SleepTimer::fellAsleep);
        m_timer->startMinutes(1min);
        m->hear(49s);
        QVERIFY(!m->player.isFading());
        m->hear(1s);
        QVERIFY(m->player.isFading());
        QCOMPARE(m->player.calls.last(), QStringLiteral("fade 10000"));
        const MediaTime faded = m->player.position();
        m->hear(10s);
        m->player.finishFade();
        QCOMPARE(slept.count(), 1);
        QCOMPARE(m_timer->mode(), Mode::Off);
        QCOMPARE(m_timer->sleptAt(), std::optional(ListeningPlace{m->first, faded}));
        m_timer->undo();
        QCOMPARE(m->player.position(), faded);
        QCOMPARE(m->player.state(), PlayerState::Playing);
        QVERIFY(!m_timer->sleptAt());
        QVERIFY(!m->listening.backPlace());
    }

    void computerThatSleptMeanwhileCountsLittle()
    {
        m_timer->startMinutes(30min);
        m->clock().advance(8h);
        m->player.setPosition(at(500));
        QCOMPARE(m_timer->remaining(), std::optional(Duration(30min - 2s)));
    }

    void chapterEndsInSilenceAtTheSpeedOfNow()
    {
        m->listening.setSpeed(2);
        m_timer->startAtEndOfChapter();
        QCOMPARE(m_timer->remaining(), std::optional(Duration(50s)));
        m->hear(39s);
        QVERIFY(!m->player.isFading());
        m->hear(1s);
        QVERIFY(m->player.calls.contains(QStringLiteral("fade 10000")));
        QCOMPARE(m->player.stopPlace(), std::optional(at(100'000)));
        m->hear(10s); // the player stops by itself at the end of the chapter
        QCOMPARE(m->player.state(), PlayerState::Paused);
        QCOMPARE(m_timer->sleptAt(), std::optional(ListeningPlace{m->first, at(80'000)}));
        QVERIFY(!m->player.stopPlace());
    }

    void chapterJumpedToIsTheOneThatCounts()
    {
        m_timer->startAtEndOfChapter();
        m->listening.seek(at(150'000));
        QCOMPARE(m_timer->remaining(), std::optional(Duration(250s)));
    }

    void lastChapterEndsWithTheEpisode()
    {
        m->listening.seek(at(450'000));
        m_timer->startAtEndOfChapter();
        QCOMPARE(m_timer->remaining(), std::optional(Duration(150s)));
    }

    void nothingFollowsTheEndOfTheEpisode()
    {
        m->setQueue({m->second});
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        m_timer->startAtEndOfEpisode();
        QVERIFY(!m->player.next);
        m->hear(15s);
        QVERIFY(m->player.isFading());
        QSignalSpy slept(m_timer.get(), &SleepTimer::fellAsleep);
        m->player.finish();
        QCOMPARE(slept.count(), 1);
        QTRY_VERIFY(m->stored(m->first).row.played);
        m->settle();
        QVERIFY(m->isCurrent(m->first));
        QCOMPARE(m_timer->sleptAt(), std::optional(ListeningPlace{m->first, at(590'000)}));
        // The day after the queue goes on as ever.
        m->open(m->second);
        m->setQueue({m->second, m->third});
        m->player.setPosition(at(590'000));
        QTRY_VERIFY(m->player.next);
    }

    void outroIsNotWaitedFor()
    {
        app::settings::PodcastSettings own;
        own.skipOutro = 60s;
        m->setOwn(own);
        QTRY_COMPARE(m->listening.settings().skipOutro, Duration(60s));
        m_timer->startAtEndOfEpisode();
        QCOMPARE(m_timer->remaining(), std::optional(Duration(540s)));
        own.skipOutro = 15min; // of an episode of ten
        m->setOwn(own);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(600s)));
    }

    void whoActsWhileItFadesIsAwake_data()
    {
        QTest::addColumn<int>("act");
        QTest::newRow("seek") << 0;
        QTest::newRow("skip") << 1;
        QTest::newRow("jump") << 2;
        QTest::newRow("play") << 3;
    }

    void whoActsWhileItFadesIsAwake()
    {
        QFETCH(int, act);
        m_timer->startMinutes(1min);
        m->hear(52s);
        QVERIFY(m->player.isFading());
        switch (act) {
        case 0:
            m->listening.seek(at(10'000));
            break;
        case 1:
            m->listening.skip(-15s);
            break;
        case 2:
            m->listening.jumpTo(m->first, at(270'000));
            break;
        default:
            m->listening.play();
        }
        QVERIFY(!m->player.isFading());
        QCOMPARE(m_timer->mode(), Mode::Off);
        QVERIFY(!m_timer->sleptAt());
        QCOMPARE(m->player.state(), PlayerState::Playing);
    }

    void whoPausesWhileItFadesDidNotSleep()
    {
        QSignalSpy slept(m_timer.get(), &SleepTimer::fellAsleep);
        m_timer->startMinutes(1min);
        m->hear(52s);
        m->listening.toggle();
        QCOMPARE(m->player.state(), PlayerState::Paused);
        QCOMPARE(slept.count(), 0);
        QCOMPARE(m_timer->mode(), Mode::Off);
    }

    void wishBeforeTheFadingChangesNothing()
    {
        m_timer->startMinutes(10min);
        m->listening.seek(at(10'000));
        QCOMPARE(m_timer->mode(), Mode::Minutes);
    }

    void moreMinutesCanBeHad()
    {
        m_timer->startMinutes(1min);
        m->hear(55s);
        QVERIFY(m->player.isFading());
        m_timer->extend();
        QVERIFY(!m->player.isFading());
        QCOMPARE(m_timer->remaining(), std::optional(Duration(5min + 5s)));
        m_timer->startAtEndOfChapter();
        m_timer->extend();
        QCOMPARE(m_timer->mode(), Mode::Minutes);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(45s + 5min)));
    }

    void stoppedInTheMiddleIsLoudAgain()
    {
        m_timer->startAtEndOfChapter();
        m->hear(95s);
        QVERIFY(m->player.isFading());
        m_timer->stop();
        QVERIFY(!m->player.isFading());
        QVERIFY(!m->player.stopPlace());
        QCOMPARE(m_timer->mode(), Mode::Off);
        QVERIFY(!m_timer->remaining());
    }

    void minutesAreBetweenOneAndADay()
    {
        m_timer->startMinutes(-5min);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(1min)));
        m_timer->startMinutes(100h);
        QCOMPARE(m_timer->remaining(), std::optional(Duration(24h)));
    }

private:
    std::unique_ptr<ListeningBench> m;
    std::unique_ptr<SleepTimer> m_timer;
};

QTEST_GUILESS_MAIN(SleepTimerTest)
#include "tst_sleeptimer.moc"
