// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/listeningbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::base::EpisodeId;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::ListeningBench;

namespace {

constexpr MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

} // namespace

/// What follows at the end, and what of a download is there. Episodes last ten minutes.
class ListeningQueueTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m = std::make_unique<ListeningBench>(); }

    void cleanup()
    {
        m.reset();
        m_http.reset();
        m_route = {};
    }

    void nextIsReadyHalfAMinuteBeforeTheEnd()
    {
        m->setQueue({m->first, m->second});
        m->setPosition(m->second, 42'000);
        m->open(m->first);
        m->player.setPosition(at(500'000));
        m->settle();
        QVERIFY(!m->player.next);
        m->player.setPosition(at(541'000)); // looked for, but not given yet
        m->settle();
        QVERIFY(!m->player.next);
        m->player.setPosition(at(570'500));
        QTRY_VERIFY(m->player.next);
        QCOMPARE(m->player.calls.last(), QStringLiteral("next 42000"));
    }

    void atASpeedTheEndIsNearer()
    {
        m->setQueue({m->second});
        m->listening.setSpeed(3);
        m->open(m->first);
        m->player.setPosition(at(511'000));
        QTRY_VERIFY(m->player.next);
    }

    void goesOnWithoutAGapAndKeepsTheOldOneAsPlayed()
    {
        app::settings::PodcastSettings own;
        own.skipIntro = 10s;
        m->setOwn(own);
        m->setQueue({m->first, m->second});
        m->open(m->first);
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        QSignalSpy changed(&m->listening, &Listening::currentChanged);
        m->player.setPosition(at(600'000));
        m->player.advance();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m->listening.current()->row.id, m->second);
        QCOMPARE(m->player.position(), at(10'000));
        QTRY_VERIFY(m->stored(m->first).row.played);
        QCOMPARE(m->stored(m->first).row.position, MediaTime());
        QTRY_COMPARE(m->queue(), std::vector({m->second}));
        // From now on positions are those of the one that is heard.
        m->player.setPosition(at(11'000));
        QTRY_COMPARE(m->stored(m->second).row.position, at(11'000));
        QCOMPARE(m->stored(m->first).row.position, MediaTime());
        QCOMPARE(m->player.calls.filter(QStringLiteral("load")).size(), 1);
    }

    void itsOwnSpeedBeginsWithIt()
    {
        app::settings::PodcastSettings own;
        own.speed = 1.5;
        m->setQueue({m->second});
        m->open(m->first);
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        // As if the one that follows were of another podcast.
        m->setOwn(own);
        QTRY_COMPARE(m->player.speed(), 1.5);
        m->player.setSpeed(1);
        m->settle();
        m->player.advance();
        QCOMPARE(m->player.speed(), 1.5);
    }

    void changeOfTheQueueChangesWhatFollows()
    {
        m->setQueue({m->second});
        m->open(m->first);
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        const auto before = m->player.next->bytes;
        m->setQueue({m->third, m->second});
        QTRY_VERIFY(m->player.next && m->player.next->bytes != before);
        m->player.advance();
        QCOMPARE(m->listening.current()->row.id, m->third);
    }

    void emptiedQueueEndsWithTheEpisode()
    {
        m->setQueue({m->second});
        m->open(m->first);
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        m->episodes.clearQueue();
        QTRY_VERIFY(!m->player.next);
        QCOMPARE(m->player.calls.last(), QStringLiteral("next none"));
        m->player.finish();
        QTRY_VERIFY(m->stored(m->first).row.played);
        QVERIFY(m->isCurrent(m->first));
    }

    void lateAdditionFollowsToo()
    {
        m->open(m->first);
        m->player.setPosition(at(575'000));
        m->settle();
        QVERIFY(!m->player.next);
        m->episodes.enqueue(m->second, true);
        QTRY_VERIFY(m->player.next);
    }

    void nextThatCannotBeOpenedDisturbsNothing()
    {
        const EpisodeId silent = m->fixture.episode(QStringLiteral("e4")).row.id;
        m->setQueue({silent});
        m->open(m->first);
        QSignalSpy failed(&m->listening, &Listening::failed);
        m->player.setPosition(at(575'000));
        m->settle();
        QVERIFY(!m->player.next);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(m->player.state(), PlayerState::Playing);
        m->player.finish();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<EpisodeId>(), silent);
    }

    void withoutAPreparedNextTheQueueStillGoesOn()
    {
        m->setQueue({m->second});
        m->open(m->first);
        m->player.finish();
        QTRY_VERIFY(m->isCurrent(m->second));
        QVERIFY(m->stored(m->first).row.played);
    }

    void nothingFollowsWhenThatIsAsked()
    {
        m->setQueue({m->second});
        m->open(m->first);
        m->player.setPosition(at(575'000));
        QTRY_VERIFY(m->player.next);
        m->listening.setFollowing(false);
        QVERIFY(!m->player.next);
        m->player.finish();
        QTRY_VERIFY(m->stored(m->first).row.played);
        m->settle();
        QVERIFY(m->isCurrent(m->first));
    }

    void nextByHandLeavesTheOldOneUnplayed()
    {
        m->setQueue({m->first, m->second, m->third});
        m->open(m->second);
        m->player.setPosition(at(30'000));
        m->listening.playNextInQueue();
        QTRY_VERIFY(m->isCurrent(m->third));
        QTRY_COMPARE(m->stored(m->second).row.position, at(30'000));
        QVERIFY(!m->stored(m->second).row.played);
        m->listening.playNextInQueue();
        QTRY_VERIFY(m->isCurrent(m->first));
    }

    void nextIsDownloadedAMinuteBeforeItsTurn()
    {
        streamSecond();
        m->setQueue({m->second});
        m->open(m->first);
        m->player.setPosition(at(541'000));
        QTRY_VERIFY(m->downloads->progress(m->second));
        QVERIFY(!m->player.next);
        m->episodes.clearQueue();
        // What was fetched only to follow is not wanted any more.
        QTRY_VERIFY(!m->downloads->progress(m->second));
    }

    void whatIsThereOfADownloadIsShown()
    {
        m_route.stopAfter = 100'000;
        m_route.then = tests::HttpRoute::Then::Stall;
        streamSecond();
        QSignalSpy available(&m->listening, &Listening::availableChanged);
        m->open(m->second);
        QTRY_VERIFY(!m->listening.availableParts().empty());
        QTRY_COMPARE_WITH_TIMEOUT(
            static_cast<int>(m->listening.availableParts().front().second * 10), 3, 10'000);
        QVERIFY(available.count() > 1);
    }

    void waitingCanBeGivenUpAndTakenUpAgain()
    {
        m_route.stopAfter = 100'000;
        m_route.then = tests::HttpRoute::Then::Stall;
        streamSecond();
        m->open(m->second);
        m->player.setPosition(at(250'000));
        m->player.setState(PlayerState::Buffering);
        QTRY_COMPARE(m_http->requests(QStringLiteral("/2.mp3")).size(), 1u);
        QSignalSpy failed(&m->listening, &Listening::failed);
        m->listening.stopWaiting();
        QCOMPARE(m->player.state(), PlayerState::Paused);
        QVERIFY(!m->downloads->progress(m->second));
        m->player.fail({app::base::ErrorCode::Busy, QStringLiteral("given up")});
        QCOMPARE(failed.count(), 0);
        m->listening.toggle();
        QTRY_COMPARE(m->player.calls.last(), QStringLiteral("load 250000 play"));
        QVERIFY(m->downloads->progress(m->second));
    }

    void whoSeeksAfterGivingUpGoesOnThere()
    {
        m_route.stopAfter = 100'000;
        m_route.then = tests::HttpRoute::Then::Stall;
        streamSecond();
        m->open(m->second);
        m->player.setPosition(at(250'000));
        m->player.setState(PlayerState::Buffering);
        QTRY_COMPARE(m_http->requests(QStringLiteral("/2.mp3")).size(), 1u);
        m->listening.stopWaiting();
        m->listening.seek(at(100'000));
        m->listening.skip(std::chrono::seconds(-10));
        m->listening.toggle();
        QTRY_COMPARE(m->player.calls.last(), QStringLiteral("load 90000 play"));
    }

    void completeDownloadBecomesAFile()
    {
        streamSecond();
        m->open(m->second);
        app::media::SeekIndex index;
        index.sampleRate = 48'000;
        index.entries = {{0, 0}};
        emit m->player.seekIndexBuilt(index);
        QTRY_VERIFY(!m->listening.current()->row.filePath.isEmpty());
        QVERIFY(m->listening.availableParts().empty());
        // What was learnt while it was streamed is kept with the file.
        QTRY_VERIFY(!keptIndex(m->listening.current()->row.filePath).isEmpty());
    }

private:
    /// From now on "e2" is to be fetched from a server of the test.
    void streamSecond()
    {
        m_http = std::make_unique<tests::HttpFixture>();
        m_route.body = QByteArray("ID3\3\0\0\0\0\0\0", 10) + QByteArray(300'000, '\x55');
        m_route.contentType = "audio/mpeg";
        m_http->set(QStringLiteral("/2.mp3"), m_route);
        m.reset();
        m = std::make_unique<ListeningBench>(m_http->address(QStringLiteral("/2.mp3")));
    }

    QByteArray keptIndex(const QString &path)
    {
        const QFileInfo file(path);
        const app::library::FileIdentity identity{
            file.absoluteFilePath(), file.size(), file.lastModified().toMSecsSinceEpoch()};
        return tests::await(
                   m->fixture.library->read([identity](app::library::Connection &connection) {
                       return app::library::EpisodeStore(connection).seekIndex(identity);
                   }))
            .value_or({});
    }

    tests::HttpRoute m_route;
    std::unique_ptr<tests::HttpFixture> m_http;
    std::unique_ptr<ListeningBench> m;
};

QTEST_GUILESS_MAIN(ListeningQueueTest)
#include "tst_listeningqueue.moc"
