// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/httpclient.h"
#include "tests/support/httpfixture.h"
#include "tests/support/resulttest.h"

#include <QTest>

using namespace app::network;
using app::base::ErrorCode;
using app::base::Result;
using std::chrono::milliseconds;
using tests::HttpFixture;
using tests::HttpRoute;

class TestHttpClient : public QObject
{
    Q_OBJECT

private:
    HttpFixture m_server;
    std::unique_ptr<HttpClient> m_client = makeHttpClient();

    static Result<HttpReply> wait(const QFuture<Result<HttpReply>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)) {
            return app::base::unexpected(ErrorCode::Busy, QStringLiteral("the test gave up"));
        }
        return future.result();
    }

    Result<HttpReply> get(const HttpRequest &request) { return wait(m_client->get(request)); }

    Result<HttpReply> get(const QString &path, HttpLimits limits = {})
    {
        HttpRequest request;
        request.url = m_server.url(path);
        request.limits = limits;
        return get(request);
    }

    QUrl withLogin(const QString &path, const QString &user, const QString &password) const
    {
        QUrl url = m_server.url(path);
        url.setUserName(user, QUrl::DecodedMode);
        url.setPassword(password, QUrl::DecodedMode);
        return url;
    }

private slots:

    void givesBodyAndHead()
    {
        m_server.set(QStringLiteral("/feed"),
                     {.body = "<rss/>",
                      .contentType = "Application/RSS+xml; charset=ISO-8859-1",
                      .etag = "\"1\"",
                      .lastModified = "Sat, 21 Nov 2026 10:00:00 GMT"});
        const auto reply = get(QStringLiteral("/feed"));
        VERIFY_RESULT(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, QByteArray("<rss/>"));
        QCOMPARE(reply->contentType, QByteArray("application/rss+xml"));
        QCOMPARE(reply->charset, QByteArray("ISO-8859-1"));
        QCOMPARE(reply->etag, QByteArray("\"1\""));
        QCOMPARE(reply->url, m_server.url(QStringLiteral("/feed")));
        QVERIFY(reply->movedTo.isEmpty());
        const auto request = m_server.requests(QStringLiteral("/feed")).at(0);
        QVERIFY(request.headers.value("user-agent").startsWith("Earmark/"));
        QVERIFY(request.headers.value("accept-encoding").contains("gzip"));
        QCOMPARE(request.headers.value("accept"), QByteArray("*/*"));
    }

    void nothingNewIsAnAnswer()
    {
        m_server.set(QStringLiteral("/same"), {.body = "long", .etag = "\"7\""});
        HttpRequest request;
        request.url = m_server.url(QStringLiteral("/same"));
        request.etag = "\"7\"";
        const auto reply = get(request);
        VERIFY_RESULT(reply);
        QVERIFY(reply->notModified());
        QVERIFY(reply->body.isEmpty());
        m_server.set(QStringLiteral("/dated"), {.body = "long", .lastModified = "yesterday"});
        request.url = m_server.url(QStringLiteral("/dated"));
        request.lastModified = "yesterday";
        const auto dated = get(request);
        VERIFY_RESULT(dated);
        QVERIFY(dated->notModified());
    }

    void keepsNoCookies()
    {
        HttpRoute route{.body = "x"};
        route.headers.emplace_back("Set-Cookie", "id=1; Path=/");
        m_server.set(QStringLiteral("/cookie"), route);
        VERIFY_RESULT(get(QStringLiteral("/cookie")));
        VERIFY_RESULT(get(QStringLiteral("/cookie")));
        for (const auto &request : m_server.requests(QStringLiteral("/cookie"))) {
            QVERIFY(!request.headers.contains("cookie"));
        }
    }

    void unpacksGzip()
    {
        const QByteArray text = QByteArray("<item>text</item>").repeated(100'000);
        m_server.set(QStringLiteral("/packed"), {.body = text, .gzip = true});
        const auto reply = get(QStringLiteral("/packed"));
        VERIFY_RESULT(reply);
        QCOMPARE(reply->body, text);
    }

    void aGzipBombIsCutOff()
    {
        m_server.set(QStringLiteral("/bomb"),
                     {.body = QByteArray(100 * 1024 * 1024, '\0'), .gzip = true});
        const auto reply = get(QStringLiteral("/bomb"), {.bodyBytes = 1024 * 1024});
        VERIFY_ERROR(reply, TooLarge);
    }

    void damagedGzipIsAnError()
    {
        HttpRoute route{.body = "\x1f\x8b no gzip at all"};
        route.headers.emplace_back("Content-Encoding", "gzip");
        m_server.set(QStringLiteral("/damaged"), route);
        VERIFY_ERROR(get(QStringLiteral("/damaged")), Malformed);
    }

    void anEndlessBodyIsCutOff()
    {
        m_server.set(QStringLiteral("/endless"), {.body = QByteArray(1000, 'x'), .endless = true});
        VERIFY_ERROR(get(QStringLiteral("/endless"), {.bodyBytes = 3'000'000}), TooLarge);
    }

    void anAnnouncedGiantIsNotBegun()
    {
        m_server.set(QStringLiteral("/giant"),
                     {.body = QByteArray(1024 * 1024, 'x'), .repeat = 1024});
        VERIFY_ERROR(get(QStringLiteral("/giant")), TooLarge);
    }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row = [](int status, ErrorCode code) {
            QTest::addRow("%d", status) << status << static_cast<int>(code);
        };
        row(300, ErrorCode::HttpStatus);
        row(400, ErrorCode::HttpStatus);
        row(401, ErrorCode::Denied);
        row(403, ErrorCode::Denied);
        row(404, ErrorCode::NotFound);
        row(410, ErrorCode::NotFound);
        row(416, ErrorCode::HttpStatus);
        row(429, ErrorCode::HttpStatus);
        row(500, ErrorCode::HttpStatus);
        row(503, ErrorCode::HttpStatus);
    }

    void statuses()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        m_server.set(QStringLiteral("/status"), {.status = status, .body = "page"});
        const auto reply = get(QStringLiteral("/status"));
        QVERIFY(!reply);
        QCOMPARE(static_cast<int>(reply.error().code), code);
        QCOMPARE(reply.error().httpStatus, status);
        QVERIFY(reply.error().detail.contains(QStringLiteral("127.0.0.1")));
    }

    void aRefusalWithAnEndlessPageEnds()
    {
        m_server.set(QStringLiteral("/page"),
                     {.status = 500, .body = QByteArray(1000, 'x'), .endless = true});
        VERIFY_ERROR(get(QStringLiteral("/page")), HttpStatus);
    }

    void followsRedirects()
    {
        m_server.set(QStringLiteral("/new"), {.body = "here"});
        m_server.set(QStringLiteral("/302"), {.status = 302, .location = "/new"});
        m_server.set(QStringLiteral("/301"), {.status = 301, .location = "302"});
        const auto passing = get(QStringLiteral("/302"));
        VERIFY_RESULT(passing);
        QCOMPARE(passing->body, QByteArray("here"));
        QVERIFY(passing->movedTo.isEmpty());
        QCOMPARE(passing->url, m_server.url(QStringLiteral("/new")));
        const auto permanent = get(QStringLiteral("/301"));
        VERIFY_RESULT(permanent);
        QCOMPARE(permanent->movedTo, m_server.url(QStringLiteral("/302")));
        QCOMPARE(permanent->url, m_server.url(QStringLiteral("/new")));
    }

    void aLaterPermanentHopDoesNotMove()
    {
        m_server.set(QStringLiteral("/end"), {.body = "here"});
        m_server.set(QStringLiteral("/second"), {.status = 308, .location = "/end"});
        m_server.set(QStringLiteral("/first"), {.status = 307, .location = "/second"});
        const auto reply = get(QStringLiteral("/first"));
        VERIFY_RESULT(reply);
        QVERIFY(reply->movedTo.isEmpty());
    }

    void redirectsThatLeadNowhere()
    {
        m_server.set(QStringLiteral("/loop"), {.status = 302, .location = "/pool"});
        m_server.set(QStringLiteral("/pool"), {.status = 302, .location = "/loop"});
        m_server.set(QStringLiteral("/file"), {.status = 302, .location = "file:///etc/passwd"});
        m_server.set(QStringLiteral("/none"), {.status = 302});
        for (int i = 0; i < 12; ++i) {
            m_server.set(
                QStringLiteral("/hop%1").arg(i),
                {.status = 302, .location = QStringLiteral("/hop%1").arg(i + 1).toLatin1()});
        }
        VERIFY_ERROR(get(QStringLiteral("/loop")), Malformed);
        VERIFY_ERROR(get(QStringLiteral("/file")), Denied);
        VERIFY_ERROR(get(QStringLiteral("/none")), Malformed);
        VERIFY_ERROR(get(QStringLiteral("/hop0")), Malformed);
        QCOMPARE(m_server.requests(QStringLiteral("/hop10")).size(), size_t(1));
        QCOMPARE(m_server.requests(QStringLiteral("/hop11")).size(), size_t(0));
    }

    void showsTheLoginOnlyWhenAsked()
    {
        HttpRoute route{.body = "private"};
        route.user = "me";
        route.password = "p@ss";
        m_server.set(QStringLiteral("/private"), route);
        m_server.set(QStringLiteral("/public"), {.body = "x"});
        VERIFY_ERROR(get(QStringLiteral("/private")), Denied);
        HttpRequest request;
        request.url =
            withLogin(QStringLiteral("/private"), QStringLiteral("me"), QStringLiteral("p@ss"));
        const auto reply = get(request);
        VERIFY_RESULT(reply);
        QCOMPARE(reply->body, QByteArray("private"));
        QVERIFY(reply->url.userInfo().isEmpty());
        request.url =
            withLogin(QStringLiteral("/public"), QStringLiteral("me"), QStringLiteral("p@ss"));
        VERIFY_RESULT(get(request));
        QVERIFY(
            !m_server.requests(QStringLiteral("/public")).at(0).headers.contains("authorization"));
        request.url =
            withLogin(QStringLiteral("/private"), QStringLiteral("me"), QStringLiteral("wrong"));
        VERIFY_ERROR(get(request), Denied);
    }

    void loginsBeyondAsciiAreTriedInBothEncodings()
    {
        HttpRoute latin1{.body = "x"};
        latin1.user = "Zo\xeb";
        latin1.password = "\xfc";
        HttpRoute utf8{.body = "x"};
        utf8.user = "Zo\xc3\xab";
        utf8.password = "\xc3\xbc";
        m_server.set(QStringLiteral("/latin1"), latin1);
        m_server.set(QStringLiteral("/utf8"), utf8);
        for (const QString &path : {QStringLiteral("/latin1"), QStringLiteral("/utf8")}) {
            HttpRequest request;
            request.url = withLogin(path, QStringLiteral("Zoë"), QStringLiteral("ü"));
            VERIFY_RESULT(get(request));
        }
    }

    void theLoginIsNotShownToAnotherHost()
    {
        HttpFixture other;
        HttpRoute asking{.body = "x"};
        asking.user = "me";
        asking.password = "pw";
        other.set(QStringLiteral("/steal"), asking);
        m_server.set(QStringLiteral("/away"),
                     {.status = 302, .location = other.url(QStringLiteral("/steal")).toEncoded()});
        HttpRequest request;
        request.url =
            withLogin(QStringLiteral("/away"), QStringLiteral("me"), QStringLiteral("pw"));
        VERIFY_ERROR(get(request), Denied);
        for (const auto &seen : other.requests()) {
            QVERIFY(!seen.headers.contains("authorization"));
        }
    }

    void silenceEnds_data()
    {
        QTest::addColumn<QString>("path");
        m_server.set(QStringLiteral("/mute"), {.noAnswer = true});
        m_server.set(QStringLiteral("/stall"),
                     {.body = "12345678", .stopAfter = 4, .then = HttpRoute::Then::Stall});
        m_server.set(QStringLiteral("/slowhead"),
                     {.body = "x", .interval = milliseconds(40), .dripHeaders = true});
        QTest::newRow("no answer") << QStringLiteral("/mute");
        QTest::newRow("stall") << QStringLiteral("/stall");
        QTest::newRow("a head byte by byte") << QStringLiteral("/slowhead");
    }

    void silenceEnds()
    {
        QFETCH(QString, path);
        VERIFY_ERROR(get(path, {.silence = milliseconds(200)}), Timeout);
    }

    void dripEndsWithTheWhole()
    {
        m_server.set(
            QStringLiteral("/drip"),
            {.body = QByteArray(10'000, 'x'), .chunkBytes = 1, .interval = milliseconds(20)});
        VERIFY_ERROR(get(QStringLiteral("/drip"),
                         {.silence = milliseconds(5000), .total = milliseconds(300)}),
                     Timeout);
    }

    void earlyEnds_data()
    {
        QTest::addColumn<QString>("path");
        m_server.set(
            QStringLiteral("/dropped"),
            {.body = QByteArray(100'000, 'x'), .stopAfter = 50'000, .then = HttpRoute::Then::Drop});
        m_server.set(QStringLiteral("/lying"), {.body = "short", .claimedLength = 1000});
        for (const char *name : {"/dropped", "/lying"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void earlyEnds()
    {
        QFETCH(QString, path);
        VERIFY_ERROR(get(path), Offline);
    }

    void whatIsNoHttp()
    {
        m_server.set(QStringLiteral("/ssh"), {.rawHead = "SSH-2.0-OpenSSH_9.2\r\n"});
        m_server.set(QStringLiteral("/nothing"), {.rawHead = "\r\n"});
        QVERIFY(!get(QStringLiteral("/ssh"), {.silence = milliseconds(2000)}));
        QVERIFY(!get(QStringLiteral("/nothing"), {.silence = milliseconds(2000)}));
    }

    void badAddresses()
    {
        HttpRequest request;
        VERIFY_ERROR(get(request), Malformed);
        request.url = QUrl(QStringLiteral("file:///etc/passwd"));
        VERIFY_ERROR(get(request), Malformed);
    }

    void aClosedPortIsOffline()
    {
        QUrl gone;
        {
            HttpFixture shortLived;
            gone = shortLived.url(QStringLiteral("/"));
        }
        HttpRequest request;
        request.url = gone;
        VERIFY_ERROR(get(request), Offline);
    }

    void sixAtATimeToOneHost()
    {
        HttpFixture server;
        server.set(QStringLiteral("/slow"),
                   {.body = "12345678", .chunkBytes = 1, .interval = milliseconds(5)});
        std::vector<QFuture<Result<HttpReply>>> futures;
        for (int i = 0; i < 30; ++i) {
            HttpRequest request;
            request.url = server.url(QStringLiteral("/slow"));
            futures.push_back(m_client->get(request));
        }
        for (const auto &future : futures) {
            VERIFY_RESULT(wait(future));
        }
        QCOMPARE(server.mostAtOnce(), 6);
    }

    void cancellingFreesThePlace()
    {
        HttpFixture server;
        server.set(QStringLiteral("/mute"), {.noAnswer = true});
        server.set(QStringLiteral("/ok"), {.body = "x"});
        std::vector<QFuture<Result<HttpReply>>> stuck;
        for (int i = 0; i < 10; ++i) {
            HttpRequest request;
            request.url = server.url(QStringLiteral("/mute"));
            stuck.push_back(m_client->get(request));
        }
        QTRY_COMPARE(server.requests().size(), size_t(6));
        for (auto &future : stuck) {
            future.cancel();
        }
        HttpRequest request;
        request.url = server.url(QStringLiteral("/ok"));
        VERIFY_RESULT(wait(m_client->get(request)));
        for (const auto &future : stuck) {
            QTRY_VERIFY(future.isFinished());
            QVERIFY(future.isCanceled());
        }
    }

    void endingTheClientEndsItsRequests()
    {
        m_server.set(QStringLiteral("/mute"), {.noAnswer = true});
        auto client = makeHttpClient();
        HttpRequest request;
        request.url = m_server.url(QStringLiteral("/mute"));
        const auto future = client->get(request);
        QTRY_VERIFY(!m_server.requests(QStringLiteral("/mute")).empty());
        client.reset();
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
