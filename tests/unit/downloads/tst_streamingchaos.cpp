// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/downloads/streamingbench.h"

#include <QElapsedTimer>

#include <atomic>
#include <random>

using namespace app::downloads;
using namespace tests;
using app::base::ErrorCode;
using app::media::ByteSource;
using std::chrono::milliseconds;

namespace {

/// A server of many moods; mostly it answers, and what it says of itself is often untrue.
void misbehave(const HttpRecord &record, HttpRoute &route, unsigned mood)
{
    // A whole that is shorter than it should be is nothing anybody could see through.
    const bool part =
        record.headers.contains("range") && record.headers.value("if-range") == route.etag;
    const auto cut = static_cast<qint64>(1000 + mood * 7919 % 300'000);
    switch (mood % 16) {
    case 0:
        route.stopAfter = cut;
        route.then = HttpRoute::Then::Drop;
        break;
    case 1:
        route.stopAfter = cut;
        route.then = HttpRoute::Then::Stall;
        break;
    case 2:
        route.stopAfter = 0;
        break;
    case 3:
        route.noAnswer = part;
        break;
    case 4:
        route.status = part ? 503 : 200;
        break;
    case 5:
        route.chunkBytes = 700;
        route.interval = milliseconds(1);
        break;
    case 6:
        route.location = "/b?" + QByteArray::number(mood);
        route.status = 302;
        break;
    case 7:
        route.headers.emplace_back("Content-Encoding", "gzip");
        break;
    case 8:
        route.claimedLength = part ? cut : -1;
        break;
    default:
        break;
    }
}

/// Lies a client must see through for good: afterwards it never asks for parts again.
void lieAboutParts(const HttpRecord &record, HttpRoute &route, unsigned mood)
{
    misbehave(record, route, mood);
    switch (mood % 7) {
    case 0:
        route.contentRange = "bytes 0-99/100";
        break;
    case 1:
        route.contentRange = "bytes 5-5999999/6000000";
        break;
    case 2:
        route.ranges = false;
        break;
    case 3:
        route.refuseRanges = true;
        break;
    default:
        break;
    }
}

} // namespace

/// Random jumps over servers that do everything wrong a server can: each ends with the right bytes
/// or a clear error, in time.
class TestStreamingChaos : public StreamingBench
{
    Q_OBJECT

private slots:

    void init() { setUp(); }

    void cleanup() { tearDown(); }

    void twoHundredJumps_data()
    {
        QTest::addColumn<bool>("lies");
        QTest::addColumn<bool>("changes");
        QTest::newRow("unsteady") << false << false;
        QTest::newRow("lying about parts") << true << false;
        QTest::newRow("changing what it has") << false << true;
    }

    void twoHundredJumps()
    {
        QFETCH(bool, lies);
        QFETCH(bool, changes);
        auto moods = std::make_shared<std::mt19937>(20261121U); // used on the server's thread only
        HttpRoute route{.body = sound(),
                        .contentType = "audio/mpeg",
                        .etag = "\"e\"",
                        .chunkBytes = 20'000,
                        .interval = milliseconds(1)};
        route.twist = [moods, lies](const HttpRecord &record, HttpRoute &answer) {
            const auto mood = static_cast<unsigned>((*moods)());
            lies ? lieAboutParts(record, answer, mood) : misbehave(record, answer, mood);
        };
        serve(route);
        m_server->set(QStringLiteral("/b"),
                      {.body = sound(), .contentType = "audio/mpeg", .etag = "\"e\""});
        std::mt19937 random(4711);
        char edition = 0;
        QByteArray before;
        int right = 0;
        qint64 longest = 0;
        for (int jump = 0; jump < 200; ++jump) {
            if (changes && jump % 40 == 39) {
                before = std::exchange(route.body, makeSound(++edition));
                route.etag = '"' + QByteArray::number(edition) + '"';
                serve(route);
                m_server->set(
                    QStringLiteral("/b"),
                    {.body = route.body, .contentType = "audio/mpeg", .etag = route.etag});
            }
            if (jump % 25 == 24) {
                // Whole by now, or nearly: from the beginning, so that the jumps mean something.
                m_queue->discard(one);
            }
            stream();
            const auto offset = static_cast<qint64>(random() % wholeBytes);
            QElapsedTimer took;
            took.start();
            const Got got = read(offset);
            longest = std::max(longest, took.elapsed());
            if (got.error) {
                QVERIFY2(*got.error == ErrorCode::Offline || *got.error == ErrorCode::Timeout
                             || *got.error == ErrorCode::HttpStatus
                             || *got.error == ErrorCode::Conflict,
                         qPrintable(QStringLiteral("jump %1, error %2")
                                        .arg(jump)
                                        .arg(static_cast<int>(*got.error))));
                continue;
            }
            QVERIFY2(!got.bytes.isEmpty(),
                     qPrintable(QStringLiteral("nothing at %1 of %2, jump %3")
                                    .arg(offset)
                                    .arg(m_source->sizeBytes().value_or(-1))
                                    .arg(jump)));
            const bool isNew = got.bytes == route.body.mid(offset, got.bytes.size());
            const bool isOld = got.bytes == before.mid(offset, got.bytes.size());
            QVERIFY2(isNew || isOld, qPrintable(QStringLiteral("wrong bytes at %1").arg(offset)));
            ++right;
        }
        route.twist = {};
        serve(route);
        stream();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path()), 20'000);
        QVERIFY(onDisk() == route.body || onDisk() == before);
        qInfo() << right << "of 200 right, the longest wait" << longest << "ms,"
                << m_server->requests().size() << "requests";
        QVERIFY(right > 100);
        QVERIFY(longest < 30'000);
    }
};

QTEST_GUILESS_MAIN(TestStreamingChaos)
#include "tst_streamingchaos.moc"
