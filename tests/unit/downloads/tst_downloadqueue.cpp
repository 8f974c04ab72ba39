// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/downloadqueue.h"
#include "app/downloads/partialfile.h"
#include "tests/support/httpfixture.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace app::downloads;
using app::base::EpisodeId;
using app::base::Error;
using app::base::ErrorCode;
using std::chrono::milliseconds;
using tests::HttpFixture;
using tests::HttpRoute;
using State = DownloadProgress::State;

namespace {

QByteArray sound(int size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i) {
        bytes += QByteArray::number(i) + ' ';
    }
    return bytes.left(size);
}

} // namespace

class TestDownloadQueue : public QObject
{
    Q_OBJECT

private:
    static constexpr EpisodeId one{1};

    HttpFixture m_server;
    std::unique_ptr<app::network::HttpClient> m_client = app::network::makeHttpClient();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DownloadQueue> m_queue;
    std::vector<DownloadProgress> m_shown;
    QList<qint64> m_finished;
    std::optional<Error> m_failure;

    void makeQueue()
    {
        DownloadOptions options;
        options.retry.firstPause = milliseconds(1);
        options.limits.silence = milliseconds(500);
        m_queue = std::make_unique<DownloadQueue>(*m_client, options);
        connect(m_queue.get(), &DownloadQueue::progressChanged, this, [this](const auto &progress) {
            m_shown.push_back(progress);
        });
        connect(m_queue.get(), &DownloadQueue::finished, this, [this](EpisodeId id, auto, auto) {
            m_finished.append(id.number());
        });
        connect(m_queue.get(), &DownloadQueue::failed, this, [this](EpisodeId, const Error &error) {
            m_failure = error;
        });
    }

    QString path(int number = 1) const
    {
        return m_folder->filePath(QStringLiteral("show/%1.mp3").arg(number));
    }

    void add(const QString &route) { m_queue->add(one, m_server.url(route), path()); }

    QByteArray onDisk(int number = 1) const
    {
        QFile file(path(number));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList files() const
    {
        return QDir(m_folder->filePath(QStringLiteral("show"))).entryList(QDir::Files);
    }

    /// What was asked for, in order. Qt itself repeats a request whose connection closes before the
    /// answer begins, so neighbours that are the same count once.
    QList<QByteArray> ranges(const QString &route) const
    {
        QList<QByteArray> list;
        for (const auto &request : m_server.requests(route)) {
            const QByteArray range = request.headers.value("range");
            if (list.isEmpty() || list.last() != range) {
                list.append(range);
            }
        }
        return list;
    }

    static QByteArray readAll(app::media::ByteSource &source)
    {
        QByteArray all;
        QByteArray piece(1000, '\0');
        while (true) {
            const auto got = source.readAt(all.size(), piece.data(), piece.size());
            if (!got) {
                return app::base::errorCodeName(got.error().code).toUtf8();
            }
            if (*got == 0) {
                return all;
            }
            all += piece.left(*got);
        }
    }

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_shown.clear();
        m_finished.clear();
        m_failure.reset();
        makeQueue();
    }

    void cleanup() { m_queue.reset(); }

    void fetchesAFile()
    {
        m_server.set(QStringLiteral("/a"), {.body = sound(500'000), .etag = "\"e\""});
        add(QStringLiteral("/a"));
        add(QStringLiteral("/a"));
        QTRY_COMPARE(m_finished, QList<qint64>{1});
        QCOMPARE(onDisk(), sound(500'000));
        QCOMPARE(files().size(), 1);
        QCOMPARE(m_queue->progress(one)->state, State::Done);
        QCOMPARE(m_queue->progress(one)->receivedBytes, 500'000);
        QCOMPARE(m_shown.front().state, State::Waiting);
        QCOMPARE(m_shown.back().state, State::Done);
        QCOMPARE(m_server.requests(QStringLiteral("/a")).size(), size_t(1));
    }

    void twoAtATimeInOrder()
    {
        HttpFixture server;
        server.set(QStringLiteral("/slow"),
                   {.body = sound(20), .chunkBytes = 1, .interval = milliseconds(3)});
        for (int i = 1; i <= 6; ++i) {
            m_queue->add(EpisodeId(i), server.url(QStringLiteral("/slow?%1").arg(i)), path(i));
        }
        QTRY_COMPARE(m_finished.size(), 6);
        QCOMPARE(server.mostAtOnce(), 2);
        QCOMPARE(server.requests().at(0).path, QByteArray("/slow?1"));
        QCOMPARE(server.requests().at(5).path, QByteArray("/slow?6"));
        QCOMPARE(m_queue->all().size(), size_t(6));
    }

    void goesOnAfterDrops()
    {
        const HttpRoute dropping{.body = sound(100'000),
                                 .etag = "\"e\"",
                                 .stopAfter = 30'000,
                                 .then = HttpRoute::Then::Drop};
        m_server.set(QStringLiteral("/drops"), dropping);
        add(QStringLiteral("/drops"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), sound(100'000));
        QCOMPARE(ranges(QStringLiteral("/drops")),
                 (QList<QByteArray>{"", "bytes=30000-", "bytes=60000-", "bytes=90000-"}));
        const auto last = m_server.requests(QStringLiteral("/drops")).back();
        QCOMPARE(last.headers.value("if-range"), QByteArray("\"e\""));
    }

    void givesUpAfterFiveRetries()
    {
        m_server.set(QStringLiteral("/flaky"),
                     {.body = sound(100'000),
                      .etag = "\"e\"",
                      .stopAfter = 1000,
                      .then = HttpRoute::Then::Drop});
        add(QStringLiteral("/flaky"));
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_failure->code, ErrorCode::Offline);
        QCOMPARE(ranges(QStringLiteral("/flaky")).size(), 6);
        QCOMPARE(m_queue->progress(one)->state, State::Failed);
        QVERIFY(m_queue->progress(one)->error);
        QCOMPARE(m_queue->progress(one)->receivedBytes, 6000);
        m_server.set(QStringLiteral("/flaky"), {.body = sound(100'000), .etag = "\"e\""});
        add(QStringLiteral("/flaky"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), sound(100'000));
        QCOMPARE(ranges(QStringLiteral("/flaky")).last(), QByteArray("bytes=6000-"));
    }

    void doesNotInsistWhenNothingComes()
    {
        m_server.set(QStringLiteral("/mute"), {.noAnswer = true});
        add(QStringLiteral("/mute"));
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_failure->code, ErrorCode::Timeout);
        QCOMPARE(m_server.requests(QStringLiteral("/mute")).size(), size_t(1));
        QVERIFY(files().isEmpty());
    }

    void resumesInANewRun()
    {
        m_server.setSequence(
            QStringLiteral("/r"),
            {{.body = sound(100'000),
              .lastModified = "Sat, 21 Nov 2026 10:00:00 GMT",
              .stopAfter = 50'000,
              .then = HttpRoute::Then::Stall},
             {.body = sound(100'000), .lastModified = "Sat, 21 Nov 2026 10:00:00 GMT"}});
        add(QStringLiteral("/r"));
        QTRY_VERIFY(QFileInfo(path() + QStringLiteral(".part")).size() == 50'000);
        m_queue.reset();
        makeQueue();
        add(QStringLiteral("/r"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), sound(100'000));
        QCOMPARE(m_server.requests(QStringLiteral("/r")).at(1).headers.value("range"),
                 QByteArray("bytes=50000-"));
    }

    void startsOver_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<bool>("ranges");
        QTest::newRow("changed") << QByteArray("\"new\"") << true;
        QTest::newRow("no ranges") << QByteArray("\"e\"") << false;
        QTest::newRow("no validator") << QByteArray() << true;
    }

    void startsOver()
    {
        QFETCH(QByteArray, etag);
        QFETCH(bool, ranges);
        const QByteArray other = sound(90'000).toBase64();
        m_server.setSequence(QStringLiteral("/o"),
                             {{.body = sound(100'000),
                               .etag = etag.isEmpty() ? etag : QByteArray("\"e\""),
                               .stopAfter = 50'000,
                               .then = HttpRoute::Then::Drop},
                              {.body = other, .etag = etag, .ranges = ranges}});
        add(QStringLiteral("/o"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), other);
    }

    void neverAWrongFile_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("other start") << QByteArray("bytes 0-49999/100000");
        QTest::newRow("other total") << QByteArray("bytes 50000-99999/200000");
        QTest::newRow("nonsense") << QByteArray("bytes a-b/c");
    }

    void neverAWrongFile()
    {
        QFETCH(QByteArray, range);
        m_server.setSequence(QStringLiteral("/w"),
                             {{.body = sound(100'000),
                               .etag = "\"e\"",
                               .stopAfter = 50'000,
                               .then = HttpRoute::Then::Drop},
                              {.body = sound(100'000), .etag = "\"e\"", .contentRange = range}});
        add(QStringLiteral("/w"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), sound(100'000));
        const auto asked = ranges(QStringLiteral("/w"));
        QCOMPARE(asked.at(asked.size() - 2), QByteArray("bytes=50000-"));
        QCOMPARE(asked.last(), QByteArray());
    }

    void pagesAreNoSound_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("by type") << QByteArray("text/html; charset=utf-8") << QByteArray("Hello");
        QTest::newRow("by look") << QByteArray("audio/mpeg")
                                 << QByteArray("\n <!DOCTYPE HTML><html><body>Log in");
        QTest::newRow("empty") << QByteArray("audio/mpeg") << QByteArray();
    }

    void pagesAreNoSound()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        m_server.set(QStringLiteral("/page"), {.body = body, .contentType = type});
        add(QStringLiteral("/page"));
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_failure->code, ErrorCode::Malformed);
        QVERIFY2(files().isEmpty(), qPrintable(files().join(u' ')));
    }

    void noRoomIsSaidBeforeAnythingIsFetched()
    {
        DownloadOptions options;
        options.limits.bodyBytes = std::numeric_limits<qint64>::max();
        m_server.set(
            QStringLiteral("/huge"),
            {.body = sound(1000), .claimedLength = std::numeric_limits<qint64>::max() / 2});
        DownloadQueue queue(*m_client, options);
        connect(&queue, &DownloadQueue::failed, this, [this](EpisodeId, const Error &error) {
            m_failure = error;
        });
        queue.add(one, m_server.url(QStringLiteral("/huge")), path());
        QTRY_VERIFY(m_failure);
        QCOMPARE(m_failure->code, ErrorCode::DiskFull);
        QVERIFY(files().isEmpty());
    }

    void plays()
    {
        m_server.set(
            QStringLiteral("/live"),
            {.body = sound(5000), .etag = "\"e\"", .chunkBytes = 500, .interval = milliseconds(5)});
        const auto source = m_queue->stream(one, m_server.url(QStringLiteral("/live")), path());
        VERIFY_RESULT(source);
        auto reader = std::async(std::launch::async, [&] { return readAll(**source); });
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(reader.get(), sound(5000));
        const auto again = m_queue->stream(one, m_server.url(QStringLiteral("/live")), path());
        VERIFY_RESULT(again);
        QVERIFY((*again)->isComplete());
        QCOMPARE(m_server.requests(QStringLiteral("/live")).size(), size_t(1));
    }

    void playingGoesFirst()
    {
        m_server.set(QStringLiteral("/stall"),
                     {.body = sound(100), .stopAfter = 10, .then = HttpRoute::Then::Stall});
        m_server.set(QStringLiteral("/now"), {.body = sound(100), .etag = "\"e\""});
        for (int i = 2; i < 6; ++i) {
            m_queue->add(EpisodeId(i), m_server.url(QStringLiteral("/stall")), path(i));
        }
        m_queue->add(one, m_server.url(QStringLiteral("/now")), path());
        VERIFY_RESULT(m_queue->stream(one, m_server.url(QStringLiteral("/now")), path()));
        QTRY_COMPARE(m_finished, QList<qint64>{1});
    }

    void aPlayerGoesOnAfterADropAndARetry()
    {
        m_server.setSequence(QStringLiteral("/broken"),
                             {{.body = sound(5000),
                               .etag = "\"e\"",
                               .stopAfter = 2000,
                               .then = HttpRoute::Then::Drop},
                              {.status = 404},
                              {.body = sound(5000), .etag = "\"e\""}});
        const auto source = m_queue->stream(one, m_server.url(QStringLiteral("/broken")), path());
        VERIFY_RESULT(source);
        auto reader = std::async(std::launch::async, [&] { return readAll(**source); });
        QTRY_VERIFY(m_failure);
        QCOMPARE(reader.get(), QByteArray("NotFound"));
        add(QStringLiteral("/broken"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(readAll(**source), sound(5000));
    }

    void cancelKeepsAndDiscardRemoves()
    {
        const QByteArray tag("\"e\"");
        m_server.setSequence(
            QStringLiteral("/half"),
            {{.body = sound(100), .etag = tag, .stopAfter = 50, .then = HttpRoute::Then::Stall},
             {.body = sound(100), .etag = tag, .stopAfter = 0, .then = HttpRoute::Then::Stall}});
        add(QStringLiteral("/half"));
        QTRY_COMPARE(QFileInfo(path() + QStringLiteral(".part")).size(), 50);
        m_queue->cancel(one);
        QVERIFY(!m_queue->progress(one));
        QCOMPARE(files().size(), 2);
        add(QStringLiteral("/half"));
        QTRY_COMPARE(m_queue->progress(one)->receivedBytes, 50);
        m_queue->discard(one);
        QTRY_VERIFY(files().isEmpty());
        QVERIFY(m_queue->all().empty());
    }

    void whatIsAddedRightAfterDiscardKeepsItsFile()
    {
        m_server.set(
            QStringLiteral("/d"),
            {.body = sound(100), .etag = "\"e\"", .stopAfter = 50, .then = HttpRoute::Then::Stall});
        const QString part = path() + QStringLiteral(".part");
        for (int i = 0; i < 100; ++i) {
            VERIFY_RESULT(m_queue->stream(one, m_server.url(QStringLiteral("/d")), path()));
            m_queue->discard(one);
            VERIFY_RESULT(m_queue->stream(one, m_server.url(QStringLiteral("/d")), path()));
            QVERIFY(QFile::exists(part));
            QTest::qWait(0);
            QVERIFY(QFile::exists(part));
        }
    }

    void discardWinsOverCompleting_data()
    {
        QTest::addColumn<bool>("discard");
        QTest::newRow("discarded") << true;
        QTest::newRow("cancelled") << false;
    }

    void discardWinsOverCompleting()
    {
        QFETCH(bool, discard);
        m_server.set(QStringLiteral("/twice"), {.body = "def"});
        const QUrl url = m_server.url(QStringLiteral("/twice"));
        for (int i = 1; i <= 10; ++i) {
            {
                auto part = PartialFile::open(path(), url.toString());
                VERIFY_RESULT(part);
                QVERIFY((*part)->beginWhole(3, "v"));
                QVERIFY((*part)->write(0, "abc"));
            }
            VERIFY_RESULT(m_queue->stream(one, url, path()));
            if (discard) {
                m_queue->discard(one);
            } else {
                m_queue->cancel(one);
            }
            const auto again = m_queue->stream(one, url, path());
            VERIFY_RESULT(again);
            m_queue->add(one, url, path());
            QTRY_COMPARE(m_finished.size(), i);
            QCOMPARE(readAll(**again), QByteArray(discard ? "def" : "abc"));
            QCOMPARE(onDisk(), QByteArray(discard ? "def" : "abc"));
            m_queue->discard(one);
            QVERIFY(files().isEmpty());
        }
    }

    void aCompleteFileIsReported()
    {
        m_server.set(QStringLiteral("/c"), {.body = sound(100)});
        add(QStringLiteral("/c"));
        QTRY_COMPARE(m_finished.size(), 1);
        makeQueue();
        add(QStringLiteral("/c"));
        QTRY_COMPARE(m_finished.size(), 2);
        QVERIFY(QFile::remove(path()));
        add(QStringLiteral("/c"));
        QTRY_COMPARE(m_finished.size(), 3);
        QCOMPARE(m_server.requests(QStringLiteral("/c")).size(), size_t(2));
    }

    void allButTheNameIsCompletedWithoutAsking()
    {
        {
            auto part = PartialFile::open(path(), m_server.address(QStringLiteral("/whole")));
            VERIFY_RESULT(part);
            QVERIFY((*part)->beginWhole(3, "v"));
            QVERIFY((*part)->write(0, "abc"));
        }
        add(QStringLiteral("/whole"));
        QTRY_COMPARE(m_finished.size(), 1);
        QCOMPARE(onDisk(), QByteArray("abc"));
        QVERIFY(m_server.requests(QStringLiteral("/whole")).empty());
    }
};

QTEST_GUILESS_MAIN(TestDownloadQueue)
#include "tst_downloadqueue.moc"
