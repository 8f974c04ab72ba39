// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/cachepolicy.h"
#include "app/network/internal/failures.h"
#include "app/network/internal/headervalues.h"
#include "app/network/internal/redirects.h"
#include "app/network/internal/requestqueue.h"
#include "app/network/login.h"
#include "app/network/networkwatch.h"
#include "app/network/retry.h"
#include "tests/support/resulttest.h"

#include <QTest>

using namespace app::network;
using namespace app::network::internal;
using app::base::Error;
using app::base::ErrorCode;

class TestPolicies : public QObject
{
    Q_OBJECT

private slots:

    void validatorsThatAreNoHeaderValuesAreLeftOut()
    {
        const HeaderList both = conditionalHeaders("\"a\"", "Sat, 21 Nov 2026 10:00:00 GMT");
        QCOMPARE(both.size(), size_t(2));
        QCOMPARE(both.at(0).first, QByteArray("If-None-Match"));
        QVERIFY(conditionalHeaders({}, {}).empty());
        QVERIFY(conditionalHeaders("\"a\"\r\nX: y", QByteArray(2000, 'x')).empty());
        QVERIFY(rangeHeaders(5, "\"a\nb\"").empty());
        QVERIFY(rangeHeaders(5, {}).empty());
        QVERIFY(rangeHeaders(0, "\"a\"").empty());
        QCOMPARE(rangeHeaders(5, "\"a\"").at(0).second, QByteArray("bytes=5-"));
        QCOMPARE(rangeHeaders(5, "\"a\"", 9).at(0).second, QByteArray("bytes=5-8"));
        QCOMPARE(rangeHeaders(0, "\"a\"", 1).at(0).second, QByteArray("bytes=0-0"));
        QVERIFY(rangeHeaders(5, "\"a\"", 5).empty());
        QVERIFY(rangeHeaders(-1, "\"a\"", 5).empty());
    }

    void sleepShowsInTheClocks()
    {
        using std::chrono::milliseconds;
        QVERIFY(!looksLikeSleep(milliseconds(5000), milliseconds(5000)));
        QVERIFY(!looksLikeSleep(milliseconds(60'000), milliseconds(60'000)));
        QVERIFY(!looksLikeSleep(milliseconds(-90'000), milliseconds(5000)));
        QVERIFY(looksLikeSleep(milliseconds(60'000), milliseconds(5000)));
        NetworkWatch watch;
        watch.setActive(true);
        watch.watchNetworks();
        watch.watchNetworks();
        watch.setActive(false);
    }

    void weakTagsDoNotResume()
    {
        QCOMPARE(resumeValidator("W/\"a\"", "date"), QByteArray("date"));
        QCOMPARE(resumeValidator("\"a\"", "date"), QByteArray("\"a\""));
        QVERIFY(resumeValidator("W/\"a\"", {}).isEmpty());
    }

    void contentTypes()
    {
        const ContentType type = parseContentType("Text/XML ; x=1; Charset=\"UTF-8\"");
        QCOMPARE(type.type, QByteArray("text/xml"));
        QCOMPARE(type.charset, QByteArray("UTF-8"));
        QVERIFY(parseContentType({}).type.isEmpty());
        QVERIFY(parseContentType(";;;charset").charset.isEmpty());
    }

    void contentRanges_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("total");
        const auto row = [](const char *text, qint64 first, qint64 total) {
            QTest::newRow(text) << QByteArray(text) << first << total;
        };
        row("bytes 0-9/10", 0, 10);
        row("Bytes 5-9/*", 5, -1);
        row("bytes 5-9/8", -1, -1);
        row("bytes 9-5/10", -1, -1);
        row("bytes -5/10", -1, -1);
        row("bytes */10", -1, -1);
        row("bytes 0-99999999999999999999/1", -1, -1);
        row("items 0-9/10", -1, -1);
        row("bytes 0-+9/10", -1, -1);
        row("", -1, -1);
    }

    void contentRanges()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, first);
        QFETCH(qint64, total);
        const auto range = parseContentRange(text);
        QCOMPARE(range ? range->first : -1, first);
        QCOMPARE(range ? range->total.value_or(-1) : -1, total);
    }

    void addresses()
    {
        QVERIFY(checkAddress(QUrl(QStringLiteral("https://pod.example/feed"))));
        for (const QString &bad : {QStringLiteral(""),
                                   QStringLiteral("file:///etc/passwd"),
                                   QStringLiteral("ftp://pod.example/"),
                                   QStringLiteral("http://"),
                                   QStringLiteral("pod.example"),
                                   QStringLiteral("http://[1/")}) {
            VERIFY_ERROR(checkAddress(QUrl(bad)), Malformed);
        }
    }

    void redirectsLeadOnlyWhereTheyMay()
    {
        const QUrl from(QStringLiteral("https://pod.example/a/b"));
        const auto relative = redirectTarget(from, "../c?d#e", false);
        QVERIFY(relative);
        QCOMPARE(*relative, QUrl(QStringLiteral("https://pod.example/c?d")));
        const auto other = redirectTarget(from, "//me:secret@cdn.example/x y", true);
        QVERIFY(other);
        QCOMPARE(other->toString(QUrl::FullyEncoded), QStringLiteral("https://cdn.example/x%20y"));
        VERIFY_ERROR(redirectTarget(from, "file:///etc/passwd", false), Denied);
        VERIFY_ERROR(redirectTarget(from, "javascript:alert(1)", false), Denied);
        VERIFY_ERROR(redirectTarget(from, "http://pod.example/", true), Denied);
        QVERIFY(redirectTarget(from, "http://pod.example/", false));
        VERIFY_ERROR(redirectTarget(from, "", false), Malformed);
        VERIFY_ERROR(redirectTarget(from, "http://", false), Malformed);
    }

    void movedForGoodOnlyByTheFirstHop()
    {
        const QUrl asked(QStringLiteral("http://me:pw@pod.example/feed"));
        const QUrl secure(QStringLiteral("https://pod.example/feed"));
        const QUrl other(QStringLiteral("https://cdn.example/feed"));
        QCOMPARE(permanentTarget(asked, 302, secure),
                 QUrl(QStringLiteral("https://me:pw@pod.example/feed")));
        QCOMPARE(permanentTarget(asked, 302, other), QUrl());
        QCOMPARE(permanentTarget(asked, 301, other), other);
        QCOMPARE(permanentTarget(asked, 308, other), other);
        QCOMPARE(permanentTarget(asked, 307, other), QUrl());
    }

    void loginsStayOnTheirHost()
    {
        const QUrl feed(QStringLiteral("http://me:p%40w@pod.example/feed"));
        const auto with = [&feed](const QString &address) {
            return withLoginOf(QUrl(address), feed).userInfo(QUrl::FullyEncoded);
        };
        QCOMPARE(with(QStringLiteral("http://POD.example/1.mp3")), QStringLiteral("me:p%40w"));
        QCOMPARE(with(QStringLiteral("https://pod.example/1.mp3")), QStringLiteral("me:p%40w"));
        QCOMPARE(with(QStringLiteral("https://pod.example:444/1.mp3")), QString());
        QCOMPARE(with(QStringLiteral("http://evil.example/1.mp3")), QString());
        QCOMPARE(with(QStringLiteral("http://a:b@pod.example/1")), QStringLiteral("a:b"));
        const QUrl secure(QStringLiteral("https://me:pw@pod.example/feed"));
        QVERIFY(!mayShareLogin(secure, QUrl(QStringLiteral("http://pod.example/"))));
        QVERIFY(!mayShareLogin(QUrl(), QUrl()));
    }

    void onlyPassingTroubleIsTriedAgain()
    {
        QVERIFY(isWorthRetrying({ErrorCode::Offline, {}, 0}));
        QVERIFY(isWorthRetrying({ErrorCode::Timeout, {}, 0}));
        QVERIFY(isWorthRetrying({ErrorCode::HttpStatus, {}, 503}));
        QVERIFY(!isWorthRetrying({ErrorCode::HttpStatus, {}, 400}));
        QVERIFY(!isWorthRetrying({ErrorCode::NotFound, {}, 404}));
        QVERIFY(!isWorthRetrying({ErrorCode::DiskFull, {}, 0}));
    }

    void pausesGrowAndAreBounded()
    {
        using std::chrono::seconds;
        const RetryPolicy policy;
        QCOMPARE(pauseBefore(0, policy), seconds(1));
        QCOMPARE(pauseBefore(1, policy), seconds(2));
        QCOMPARE(pauseBefore(4, policy), seconds(16));
        QCOMPARE(pauseBefore(1'000'000, policy), seconds(30));
    }

    void failuresNameTheHost()
    {
        const QString host = QStringLiteral("pod.example");
        const Error unknown = connectionError(QNetworkReply::HostNotFoundError, host, {}, true);
        QCOMPARE(unknown.code, ErrorCode::NotFound);
        QCOMPARE(unknown.detail, QStringLiteral("there is no host called pod.example"));
        const Error offline = connectionError(QNetworkReply::HostNotFoundError, host, {}, false);
        QCOMPARE(offline.code, ErrorCode::Offline);
        const Error tls = connectionError(QNetworkReply::SslHandshakeFailedError, host, {}, true);
        QCOMPARE(tls.code, ErrorCode::Denied);
        QCOMPARE(statusError(503, host).detail,
                 QStringLiteral("the server pod.example answered 503"));
        QCOMPARE(statusError(503, host).httpStatus, 503);
        QCOMPARE(statusError(403, host).code, ErrorCode::Denied);
        QCOMPARE(statusError(410, host).code, ErrorCode::NotFound);
        QCOMPARE(silenceError(host, std::chrono::seconds(30)).detail,
                 QStringLiteral("the server pod.example sent nothing for 30 s"));
    }

    void aBusyHostDoesNotHoldUpOthers()
    {
        RequestQueue queue(2, 3);
        QStringList started;
        const auto enter = [&](const QString &host, const QString &name, bool ahead = false) {
            return queue.enter(host, ahead, [&started, name] { started.append(name); });
        };
        const auto a1 = enter(QStringLiteral("a"), QStringLiteral("a1"));
        const auto a2 = enter(QStringLiteral("A"), QStringLiteral("a2"));
        const auto a3 = enter(QStringLiteral("a"), QStringLiteral("a3"));
        const auto b1 = enter(QStringLiteral("b"), QStringLiteral("b1"));
        const auto c1 = enter(QStringLiteral("c"), QStringLiteral("c1"));
        const auto c2 = enter(QStringLiteral("c"), QStringLiteral("c2"), true);
        QCOMPARE(started.join(u' '), QStringLiteral("a1 a2 b1"));
        queue.leave(a3);
        queue.leave(a1);
        QCOMPARE(started.last(), QStringLiteral("c2"));
        queue.leave(a1);
        queue.leave(0);
        QCOMPARE(started.size(), 4);
        queue.leave(b1);
        QCOMPARE(started.last(), QStringLiteral("c1"));
        queue.leave(a2);
        queue.leave(c1);
        queue.leave(c2);
        QCOMPARE(started.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
