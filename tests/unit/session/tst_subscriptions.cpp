// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::library::Podcast;
using tests::await;
using tests::HttpRoute;
using tests::SessionBench;

class SubscriptionsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->serveFeed(SessionBench::item("e1"));
    }

    void cleanup() { m_bench.reset(); }

    void addsAPodcastWithItsEpisodes()
    {
        const auto podcast = m_bench->subscribe();
        VERIFY_RESULT(podcast);
        QCOMPARE(podcast->title, QStringLiteral("Tidewater Radio"));
        QCOMPARE(podcast->feedUrl, address("/feed.xml"));
        QCOMPARE(podcast->episodeCount, 1);
        QCOMPARE(podcast->lastRefreshed, m_bench->clock.now());
        QCOMPARE(m_bench->episode(QStringLiteral("e1")).feed.enclosureUrl, address("/e1.mp3"));
    }

    void followedAlreadyIsOnlyBroughtUpToDate()
    {
        const auto first = m_bench->subscribe();
        m_bench->serveFeed(SessionBench::item("e2") + SessionBench::item("e1"));
        const auto second = m_bench->subscribe();
        VERIFY_RESULT(second);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->episodeCount, 2);
        QCOMPARE(m_bench->podcasts().size(), 1u);
    }

    void webPageLeadsToItsFeed()
    {
        m_bench->http.set(QStringLiteral("/show"),
                          {.body = "<html><head><link rel=alternate type='application/rss+xml' "
                                   "href='feed.xml'></head><body>Hello</body></html>",
                           .contentType = "text/html"});
        const auto podcast = await(subscriptions().subscribe(address("/show")));
        VERIFY_RESULT(podcast);
        QCOMPARE(podcast->feedUrl, address("/feed.xml"));
    }

    void pagesThatLeadInCirclesEnd()
    {
        m_bench->http.set(
            QStringLiteral("/show"),
            {.body = "<html><link type=\"application/rss+xml\" href=\"/show\"></html>"});
        QVERIFY(!await(subscriptions().subscribe(address("/show"))));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/show")).size(), 2u);
    }

    void whatIsNoFeedIsRefused()
    {
        m_bench->http.set(QStringLiteral("/page"), {.body = "<html><body>Hello</body></html>"});
        VERIFY_ERROR(await(subscriptions().subscribe(address("/page"))), Malformed);
        VERIFY_ERROR(await(subscriptions().subscribe(address("/nothing"))), NotFound);
        for (const char *typed :
             {"", "   ", "words and words", "ftp://pod.example/feed", "feed:"}) {
            VERIFY_ERROR(await(subscriptions().subscribe(QString::fromLatin1(typed))), Malformed);
        }
        QCOMPARE(m_bench->podcasts().size(), 0u);
    }

    void typedAddressesAreMadeWhole()
    {
        const QUrl whole(QStringLiteral("https://pod.example/feed"));
        for (const char *typed : {"pod.example/feed",
                                  " https://pod.example/feed ",
                                  "feed://pod.example/feed",
                                  "feed:https://pod.example/feed",
                                  "pcast://pod.example/feed",
                                  "itpc://pod.example/feed"}) {
            QCOMPARE(feedAddress(QString::fromLatin1(typed)), whole);
        }
    }

    void unchangedFeedIsNotReadAgain()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->clock.advance(60s);
        const auto report = await(subscriptions().refresh());
        VERIFY_RESULT(report);
        QCOMPARE(report->unchanged, 1);
        QCOMPARE(report->refreshed, 0);
        QCOMPARE(m_bench->podcasts()[0].lastRefreshed, m_bench->clock.now());
        QCOMPARE(m_bench->http.requests(QStringLiteral("/feed.xml"))[1].headers["if-none-match"],
                 QByteArray("\"1\""));
    }

    void newEpisodesAreCounted()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->serveFeed(SessionBench::item("e3") + SessionBench::item("e2")
                           + SessionBench::item("e1"));
        QSignalSpy progress(&subscriptions(), &Subscriptions::progressChanged);
        const auto report = await(subscriptions().refresh());
        VERIFY_RESULT(report);
        QCOMPARE(report->refreshed, 1);
        QCOMPARE(report->newEpisodes, 2);
        QCOMPARE(progress.last(), QVariantList({1, 1}));
    }

    void failureIsKeptAndClearedLater()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->http.set(QStringLiteral("/feed.xml"), {.status = 500});
        const auto failing = await(subscriptions().refresh());
        VERIFY_RESULT(failing);
        QCOMPARE(failing->failed.size(), 1u);
        QCOMPARE(failing->failed[0].feedUrl, address("/feed.xml"));
        QCOMPARE(m_bench->podcasts()[0].error, failing->failed[0].error.detail);
        QCOMPARE(m_bench->podcasts()[0].episodeCount, 1);
        m_bench->serveFeed(SessionBench::item("e1"));
        VERIFY_RESULT(await(subscriptions().refresh()));
        QCOMPARE(m_bench->podcasts()[0].error, QString());
    }

    void permanentRedirectMovesTheAddress()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->http.set(QStringLiteral("/new.xml"),
                          {.body = SessionBench::feed(SessionBench::item("e1"))});
        m_bench->http.set(QStringLiteral("/feed.xml"), {.status = 301, .location = "/new.xml"});
        VERIFY_RESULT(await(subscriptions().refresh()));
        QCOMPARE(m_bench->podcasts()[0].feedUrl, address("/new.xml"));
    }

    void passingRedirectDoesNot()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->http.set(QStringLiteral("/new.xml"),
                          {.body = SessionBench::feed(SessionBench::item("e1"))});
        m_bench->http.set(QStringLiteral("/feed.xml"), {.status = 302, .location = "/new.xml"});
        VERIFY_RESULT(await(subscriptions().refresh()));
        QCOMPARE(m_bench->podcasts()[0].feedUrl, address("/feed.xml"));
    }

    void announcedAddressIsTaken()
    {
        VERIFY_RESULT(m_bench->subscribe());
        const QByteArray moved = address("/new.xml").toLatin1();
        m_bench->serveFeed(SessionBench::item("e1"),
                           "<itunes:new-feed-url>" + moved + "</itunes:new-feed-url>");
        VERIFY_RESULT(await(subscriptions().refresh()));
        QCOMPARE(m_bench->podcasts()[0].feedUrl, address("/new.xml"));
    }

    void listWithABadFeedBringsTheOthers()
    {
        m_bench->http.set(QStringLiteral("/page"), {.body = "<html></html>"});
        QSignalSpy progress(&subscriptions(), &Subscriptions::progressChanged);
        const auto report = await(subscriptions().subscribeAll(
            {{{}, address("/page"), {}, {}}, {{}, address("/feed.xml"), {}, {}}}));
        VERIFY_RESULT(report);
        QCOMPARE(report->added.size(), 1u);
        QCOMPARE(report->failed.size(), 1u);
        QCOMPARE(report->failed[0].first, address("/page"));
        QCOMPARE(progress.last(), QVariantList({2, 2}));
    }

    void emptyListIsDoneAtOnce()
    {
        VERIFY_RESULT(await(subscriptions().subscribeAll({})));
        VERIFY_RESULT(await(subscriptions().refresh()));
    }

    void unsubscribedPodcastIsGone()
    {
        const auto podcast = m_bench->subscribe();
        VERIFY_RESULT(await(subscriptions().unsubscribe(podcast->id)));
        QCOMPARE(m_bench->podcasts().size(), 0u);
        VERIFY_ERROR(await(subscriptions().unsubscribe(podcast->id)), NotFound);
    }

    void sessionEndsWhileServersAreSilent()
    {
        m_bench->http.set(QStringLiteral("/silent"), {.noAnswer = true});
        const auto pending = subscriptions().subscribe(address("/silent"));
        QTRY_COMPARE(m_bench->http.requests(QStringLiteral("/silent")).size(), 1u);
        m_bench->session.reset();
        QVERIFY(pending.isFinished());
        QVERIFY(pending.isCanceled());
    }

    void cancelledRefreshEnds()
    {
        VERIFY_RESULT(m_bench->subscribe());
        m_bench->http.set(QStringLiteral("/feed.xml"), {.noAnswer = true});
        auto pending = subscriptions().refresh();
        QTRY_COMPARE(m_bench->http.requests(QStringLiteral("/feed.xml")).size(), 2u);
        pending.cancel();
        QVERIFY(pending.isCanceled());
        m_bench->http.set(QStringLiteral("/feed.xml"), {.status = 500});
        m_bench->http.dropAll();
        QTRY_VERIFY(pending.isFinished());
    }

private:
    [[nodiscard]] Subscriptions &subscriptions() { return m_bench->session->subscriptions(); }

    [[nodiscard]] QString address(const char *path)
    {
        return m_bench->http.address(QString::fromLatin1(path));
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(SubscriptionsTest)
#include "tst_subscriptions.moc"
