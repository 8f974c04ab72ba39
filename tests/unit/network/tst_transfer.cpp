// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/httpclient.h"
#include "tests/support/httpfixture.h"

#include <QTest>

using namespace app::network;
using app::base::Error;
using app::base::ErrorCode;
using std::chrono::milliseconds;
using tests::HttpFixture;
using tests::HttpRoute;

namespace {

/// What came of one transfer.
struct Outcome
{
    Transfer::Headers headers;
    QByteArray bytes;
    qint64 size = 0;
    int ends = 0;
    std::optional<Error> error;
};

QByteArray numbers(int size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i) {
        bytes += QByteArray::number(i) + ' ';
    }
    return bytes.left(size);
}

} // namespace

class TestTransfer : public QObject
{
    Q_OBJECT

private:
    HttpFixture m_server;
    std::unique_ptr<HttpClient> m_client = makeHttpClient();

    Outcome run(const TransferRequest &request, bool keepBytes = true)
    {
        Outcome outcome;
        const auto transfer = m_client->transfer(request);
        connect(transfer.get(), &Transfer::headersArrived, this, [&](const auto &headers) {
            outcome.headers = headers;
        });
        connect(transfer.get(), &Transfer::bytesArrived, this, [&](const QByteArray &bytes) {
            outcome.size += bytes.size();
            outcome.bytes += keepBytes ? bytes : QByteArray();
        });
        connect(transfer.get(), &Transfer::finished, this, [&] { ++outcome.ends; });
        connect(transfer.get(), &Transfer::failed, this, [&](const Error &error) {
            ++outcome.ends;
            outcome.error = error;
        });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(outcome.ends > 0, 30'000);
        }();
        return outcome;
    }

    Outcome run(const QString &path, qint64 offset = 0, const QByteArray &validator = {})
    {
        TransferRequest request;
        request.url = m_server.url(path);
        request.offset = offset;
        request.validator = validator;
        return run(request);
    }

private slots:

    void fetchesAllWithoutCompression()
    {
        const QByteArray sound = numbers(1'000'000);
        m_server.set(QStringLiteral("/a.mp3"),
                     {.body = sound, .contentType = "Audio/MPEG", .etag = "\"e\""});
        const Outcome outcome = run(QStringLiteral("/a.mp3"));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.ends, 1);
        QCOMPARE(outcome.bytes, sound);
        QCOMPARE(outcome.headers.status, 200);
        QCOMPARE(outcome.headers.totalBytes, std::optional<qint64>(sound.size()));
        QCOMPARE(outcome.headers.validator, QByteArray("\"e\""));
        QCOMPARE(outcome.headers.contentType, QByteArray("audio/mpeg"));
        const auto request = m_server.requests(QStringLiteral("/a.mp3")).at(0);
        QCOMPARE(request.headers.value("accept-encoding"), QByteArray("identity"));
        QVERIFY(!request.headers.contains("range"));
    }

    void goesOnWhereItStopped()
    {
        const QByteArray sound = numbers(100'000);
        m_server.set(QStringLiteral("/b.mp3"), {.body = sound, .etag = "\"e\""});
        const Outcome outcome = run(QStringLiteral("/b.mp3"), 60'000, "\"e\"");
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.headers.offset, 60'000);
        QCOMPARE(outcome.headers.totalBytes, std::optional<qint64>(100'000));
        QCOMPARE(outcome.bytes, sound.mid(60'000));
    }

    void startsOverWhenItHasTo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("validator");
        const QByteArray sound = numbers(100'000);
        m_server.set(QStringLiteral("/ranges"), {.body = sound, .etag = "\"new\""});
        m_server.set(QStringLiteral("/norange"),
                     {.body = sound, .etag = "\"new\"", .ranges = false});
        m_server.set(QStringLiteral("/short"), {.body = sound.left(100), .etag = "\"new\""});
        QTest::newRow("changed") << QStringLiteral("/ranges") << QByteArray("\"old\"");
        QTest::newRow("no ranges") << QStringLiteral("/norange") << QByteArray("\"new\"");
        QTest::newRow("no validator") << QStringLiteral("/ranges") << QByteArray();
        QTest::newRow("shorter now") << QStringLiteral("/short") << QByteArray("\"new\"");
    }

    void startsOverWhenItHasTo()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, validator);
        const Outcome outcome = run(path, 60'000, validator);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.headers.offset, 0);
        QCOMPARE(outcome.headers.totalBytes, std::optional<qint64>(outcome.bytes.size()));
        QVERIFY(numbers(100'000).startsWith(outcome.bytes));
        QVERIFY(!outcome.bytes.isEmpty());
    }

    void fetchesAPart_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("end");
        QTest::newRow("from the start") << 0LL << 10LL;
        QTest::newRow("between") << 10LL << 60'000LL;
        QTest::newRow("to the end") << 60'000LL << 100'000LL;
        QTest::newRow("beyond the end") << 99'999LL << 200'000LL;
    }

    void fetchesAPart()
    {
        QFETCH(qint64, offset);
        QFETCH(qint64, end);
        m_server.set(QStringLiteral("/part"), {.body = numbers(100'000), .etag = "\"e\""});
        TransferRequest request;
        request.url = m_server.url(QStringLiteral("/part"));
        request.offset = offset;
        request.end = end;
        request.validator = "\"e\"";
        const Outcome outcome = run(request);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.headers.isPart);
        QCOMPARE(outcome.headers.offset, offset);
        QCOMPARE(outcome.headers.totalBytes, std::optional<qint64>(100'000));
        QCOMPARE(outcome.bytes, numbers(100'000).mid(offset, end - offset));
    }

    void tellsWhetherPartsCanBeHad()
    {
        using Ranges = Transfer::Ranges;
        m_server.set(QStringLiteral("/yes"), {.body = "abc", .etag = "\"e\""});
        m_server.set(QStringLiteral("/untold"), {.body = "abc", .etag = "\"e\"", .ranges = false});
        m_server.set(QStringLiteral("/none"),
                     {.body = "abc", .headers = {{"Accept-Ranges", "none"}}, .ranges = false});
        m_server.set(QStringLiteral("/refused"),
                     {.body = "abc", .etag = "\"e\"", .refuseRanges = true});
        QCOMPARE(run(QStringLiteral("/yes")).headers.ranges, Ranges::Yes);
        QVERIFY(!run(QStringLiteral("/yes")).headers.isPart);
        QCOMPARE(run(QStringLiteral("/yes"), 1, "\"e\"").headers.ranges, Ranges::Yes);
        QVERIFY(run(QStringLiteral("/yes"), 1, "\"e\"").headers.isPart);
        QCOMPARE(run(QStringLiteral("/untold"), 1, "\"e\"").headers.ranges, Ranges::Untold);
        QCOMPARE(run(QStringLiteral("/none")).headers.ranges, Ranges::No);
        const Outcome refused = run(QStringLiteral("/refused"), 1, "\"e\"");
        QCOMPARE(refused.bytes, QByteArray("abc"));
        QVERIFY(!refused.headers.isPart);
    }

    void packedOnlyInNameIsTakenAsItIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("sound") << numbers(3000);
        QTest::newRow("two bytes") << QByteArray("\x1f\x8b");
        QTest::newRow("empty") << QByteArray();
    }

    void packedOnlyInNameIsTakenAsItIs()
    {
        QFETCH(QByteArray, body);
        m_server.set(QStringLiteral("/called"),
                     {.body = body, .headers = {{"Content-Encoding", "gzip"}}});
        const Outcome outcome = run(QStringLiteral("/called"));
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.bytes, body);
        QCOMPARE(outcome.headers.totalBytes, std::optional<qint64>(body.size()));
        m_server.set(
            QStringLiteral("/called"),
            {.body = body, .headers = {{"Content-Encoding", "gzip"}}, .claimedLength = 10'000});
        QCOMPARE(run(QStringLiteral("/called")).error.value().code, ErrorCode::Offline);
        m_server.set(QStringLiteral("/called"),
                     {.body = body, .headers = {{"Content-Encoding", "br"}}});
        QCOMPARE(run(QStringLiteral("/called")).error.value().code, ErrorCode::Unsupported);
    }

    void packedRegardlessIsRefused()
    {
        m_server.set(QStringLiteral("/packed"), {.body = numbers(3000), .gzip = true});
        const Outcome outcome = run(QStringLiteral("/packed"));
        QCOMPARE(outcome.error.value().code, ErrorCode::Unsupported);
        QVERIFY(outcome.bytes.isEmpty());
    }

    void earlyEndIsAFailure_data()
    {
        QTest::addColumn<QString>("path");
        m_server.set(
            QStringLiteral("/drop"),
            {.body = numbers(100'000), .stopAfter = 50'000, .then = HttpRoute::Then::Drop});
        m_server.set(QStringLiteral("/lying"), {.body = numbers(1000), .claimedLength = 2000});
        QTest::newRow("drop") << QStringLiteral("/drop");
        QTest::newRow("lying length") << QStringLiteral("/lying");
    }

    void earlyEndIsAFailure()
    {
        QFETCH(QString, path);
        const Outcome outcome = run(path);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.ends, 1);
        QCOMPARE(outcome.error->code, ErrorCode::Offline);
        QVERIFY(numbers(100'000).startsWith(outcome.bytes));
    }

    void aRangeThatIsNotTheOneAskedForIsRefused_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::newRow("other start") << QByteArray("bytes 0-39999/100000");
        QTest::newRow("other length") << QByteArray("bytes 60000-89999/100000");
        QTest::newRow("nonsense") << QByteArray("bytes soon");
        QTest::newRow("total too small") << QByteArray("bytes 60000-99999/90000");
    }

    void aRangeThatIsNotTheOneAskedForIsRefused()
    {
        QFETCH(QByteArray, range);
        m_server.set(QStringLiteral("/wrong"),
                     {.body = numbers(100'000), .etag = "\"e\"", .contentRange = range});
        const Outcome outcome = run(QStringLiteral("/wrong"), 60'000, "\"e\"");
        QVERIFY(outcome.error);
        QCOMPARE(outcome.error->code, ErrorCode::Malformed);
        QVERIFY(outcome.bytes.isEmpty());
    }

    void limitsHold()
    {
        m_server.set(QStringLiteral("/endless"), {.body = numbers(1000), .endless = true});
        m_server.set(QStringLiteral("/stall"),
                     {.body = "12345678", .stopAfter = 4, .then = HttpRoute::Then::Stall});
        TransferRequest request;
        request.url = m_server.url(QStringLiteral("/endless"));
        request.limits.bodyBytes = 2'000'000;
        QCOMPARE(run(request, false).error.value().code, ErrorCode::TooLarge);
        request.url = m_server.url(QStringLiteral("/stall"));
        request.limits.silence = milliseconds(200);
        QCOMPARE(run(request, false).error.value().code, ErrorCode::Timeout);
    }

    void hundredMegabytes()
    {
        m_server.set(QStringLiteral("/big"), {.body = numbers(1024 * 1024), .repeat = 100});
        TransferRequest request;
        request.url = m_server.url(QStringLiteral("/big"));
        const Outcome outcome = run(request, false);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.size, 100LL * 1024 * 1024);
    }

    void badAddressAndRefusal()
    {
        TransferRequest request;
        QCOMPARE(run(request).error.value().code, ErrorCode::Malformed);
        QCOMPARE(run(QStringLiteral("/missing")).error.value().code, ErrorCode::NotFound);
        m_server.set(QStringLiteral("/same"), {.status = 304});
        QVERIFY(run(QStringLiteral("/same")).error);
    }

    void abortIsSilent()
    {
        m_server.set(QStringLiteral("/drip"),
                     {.body = "123456", .chunkBytes = 1, .interval = milliseconds(10)});
        TransferRequest request;
        request.url = m_server.url(QStringLiteral("/drip"));
        const auto aborted = m_client->transfer(request);
        aborted->abort();
        int heard = 0;
        connect(aborted.get(), &Transfer::headersArrived, this, [&] { ++heard; });
        connect(aborted.get(), &Transfer::finished, this, [&] { ++heard; });
        connect(aborted.get(), &Transfer::failed, this, [&] { ++heard; });
        QCOMPARE(run(request).bytes, QByteArray("123456"));
        QCOMPARE(heard, 0);
        QCOMPARE(m_server.requests(QStringLiteral("/drip")).size(), size_t(1));
    }

    void mayBeDestroyedByItsListener()
    {
        m_server.set(QStringLiteral("/x"), {.body = numbers(1'000'000)});
        for (int stage = 0; stage < 3; ++stage) {
            TransferRequest request;
            request.url = m_server.url(QStringLiteral("/x"));
            auto transfer = m_client->transfer(request);
            const auto drop = [&](int at) {
                if (stage == at) {
                    transfer.reset();
                }
            };
            connect(transfer.get(), &Transfer::headersArrived, this, [&] { drop(0); });
            connect(transfer.get(), &Transfer::bytesArrived, this, [&] { drop(1); });
            connect(transfer.get(), &Transfer::finished, this, [&] { drop(2); });
            QTRY_VERIFY(!transfer);
        }
    }
};

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
