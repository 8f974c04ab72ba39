// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/downloads/streamingbench.h"

#include <QElapsedTimer>

#include <atomic>

using namespace app::downloads;
using namespace tests;
using app::base::ErrorCode;
using std::chrono::milliseconds;
using State = DownloadProgress::State;

/// A player, and a connection that comes and goes.
class TestStreamingLosses : public tests::StreamingBench
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void goesOnAfterADropAtTheSamePlace()
    {
        HttpRoute dropping = slow();
        dropping.stopAfter = 300'000;
        dropping.then = HttpRoute::Then::Drop;
        serve(dropping);
        stream();
        QVERIFY(isRightAt(0));
        QVERIFY(isRightAt(4'000'000));
        QVERIFY(isRightAt(4'310'000));
        QTRY_COMPARE_WITH_TIMEOUT(m_finished, 1, 20'000);
        QVERIFY(!m_failure);
        QVERIFY(onDisk() == sound());
    }

    void aWaitingPlayerMakesItInsist()
    {
        std::atomic<int> refused = 0;
        HttpRoute route = slow();
        route.twist = [&refused](const HttpRecord &record, HttpRoute &answer) {
            if (record.headers.contains("range") && refused < 4) {
                ++refused;
                answer.stopAfter = 0;
            }
        };
        serve(route);
        stream();
        QVERIFY(isRightAt(0));
        QVERIFY(isRightAt(4'000'000));
        QCOMPARE(refused.load(), 4);
        QVERIFY(!m_failure);
        m_queue->discard(one);
    }

    void givesAWaitingPlayerTheReasonInTime_data()
    {
        QTest::addColumn<bool>("stalls");
        QTest::addColumn<int>("code");
        QTest::newRow("drops") << false << static_cast<int>(ErrorCode::Offline);
        QTest::newRow("stalls") << true << static_cast<int>(ErrorCode::Timeout);
    }

    void givesAWaitingPlayerTheReasonInTime()
    {
        QFETCH(bool, stalls);
        QFETCH(int, code);
        HttpRoute route = slow();
        route.stopAfter = 100'000;
        route.then = HttpRoute::Then::Stall;
        serve(route);
        stream();
        QVERIFY(isRightAt(99'000));
        route.stopAfter = 0;
        route.then = stalls ? HttpRoute::Then::Stall : HttpRoute::Then::Drop;
        serve(route);
        QElapsedTimer took;
        took.start();
        QCOMPARE(static_cast<int>(read(4'000'000).error.value()), code);
        QVERIFY(took.elapsed() < 20'000);
        QVERIFY(isRightAt(50'000));
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_queue->progress(one)->state, State::Failed);
        if (!stalls) {
            QVERIFY(ranges().size() >= 2);
            QVERIFY(m_server->requests().size() >= 6);
        }
        // Asked again it goes on, with the same source.
        serve({.body = sound(), .contentType = "audio/mpeg", .etag = "\"e\""});
        stream();
        QVERIFY(isRightAt(4'000'000));
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(onDisk() == sound());
    }

    void theWaitIsShown()
    {
        HttpRoute route = slow();
        route.stopAfter = 50'000;
        route.then = HttpRoute::Then::Stall;
        serve(route);
        DownloadOptions options = hasty();
        options.readerSilence = options.readerPatience = milliseconds(20'000);
        makeQueue(options);
        stream();
        QVERIFY(isRightAt(0));
        QVERIFY(!m_queue->progress(one)->waitingForReader);
        auto reading = std::async(std::launch::async, [this] { return readAt(*m_source, 60'000); });
        QTRY_VERIFY(!m_shown.empty() && m_shown.back().waitingForReader);
        m_source->interrupt();
        QTRY_VERIFY(!m_shown.back().waitingForReader);
        reading.wait();
    }

    void whatComesBackGoesOnAtOnce()
    {
        DownloadOptions options = hasty();
        options.retry.firstPause = std::chrono::minutes(5);
        options.retry.longestPause = std::chrono::minutes(5);
        makeQueue(options);
        HttpRoute route = slow();
        route.stopAfter = 50'000;
        serve(route);
        stream();
        QTRY_COMPARE(m_source->availableBytes(), 50'000);
        serve({.body = sound(), .contentType = "audio/mpeg", .etag = "\"e\""});
        QTRY_VERIFY(m_server->requests().size() == 1);
        m_server->dropAll();
        QTest::qWait(0);
        QTRY_VERIFY2((m_queue->retryNow(), m_finished == 1), "pausing");
        QVERIFY(onDisk() == sound());
    }

    void whatFailedOfflineGoesOnWithTheNetwork()
    {
        HttpRoute route = slow();
        route.stopAfter = 1000;
        serve(route);
        m_queue->add(one, m_server->url(QStringLiteral("/a")), path());
        QTRY_VERIFY(m_failure);
        serve({.body = sound(), .contentType = "audio/mpeg", .etag = "\"e\""});
        m_queue->retryNow();
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(onDisk() == sound());
    }

    void anEarlyEndIsNeverTheEnd_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("of the whole") << true;
        QTest::newRow("of a part") << false;
    }

    void anEarlyEndIsNeverTheEnd()
    {
        QFETCH(bool, whole);
        serve({.body = sound().left(1'000'000),
               .contentType = "audio/mpeg",
               .etag = "\"e\"",
               .claimedLength = 2'000'000});
        if (!whole) {
            serve({.body = sound(),
                   .contentType = "audio/mpeg",
                   .etag = "\"e\"",
                   .stopAfter = 1'000'000,
                   .twist = [](const HttpRecord &record, HttpRoute &route) {
                       if (record.headers.contains("range")) {
                           route.stopAfter = 0;
                       }
                   }});
        }
        stream();
        QVERIFY(isRightAt(0));
        QTRY_COMPARE(m_source->availableBytes(), 1'000'000);
        QCOMPARE(read(1'500'000).error.value(), ErrorCode::Offline);
        QVERIFY(!m_source->isComplete());
        QCOMPARE(m_finished, 0);
        QVERIFY(!QFile::exists(path()));
    }

    void cancelKeepsTheParts()
    {
        serve({.body = sound(),
               .contentType = "audio/mpeg",
               .etag = "\"e\"",
               .stopAfter = 100'000,
               .then = HttpRoute::Then::Stall});
        stream();
        QVERIFY(isRightAt(90'000));
        QVERIFY(isRightAt(3'000'000));
        QTRY_COMPARE(m_queue->progress(one)->receivedBytes, 200'000);
        m_queue->cancel(one);
        QCOMPARE(read(4'000'000).error.value(), ErrorCode::Offline);
        makeQueue();
        serve({.body = sound(), .contentType = "audio/mpeg", .etag = "\"e\""});
        stream();
        QCOMPARE(m_source->availableRanges().size(), size_t(2));
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(onDisk() == sound());
        QVERIFY(ranges().contains("bytes=100000-2999999"));
        QVERIFY(ranges().contains("bytes=3100000-"));
    }
};

QTEST_GUILESS_MAIN(TestStreamingLosses)
#include "tst_streaminglosses.moc"
