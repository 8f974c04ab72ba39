// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QSignalSpy>

using namespace app::library;
using app::base::EpisodeId;
using app::base::PodcastId;
using app::base::Result;
using app::feeds::Feed;

namespace {

const QString address = QStringLiteral("https://feeds.example.com/show.xml");

Result<MergeResult> add(tests::TestLibrary &test, const QString &url, const Feed &feed)
{
    return test.write([&, now = test.clock().now()](Connection &connection, Changes &changes) {
        return PodcastStore(connection).add(url, feed, now, changes);
    });
}

Result<MergeResult> merge(tests::TestLibrary &test, PodcastId id, const Feed &feed)
{
    return test.write([&, now = test.clock().now()](Connection &connection, Changes &changes) {
        return PodcastStore(connection).merge(id, feed, now, changes);
    });
}

Result<std::vector<EpisodeRow>> episodes(tests::TestLibrary &test)
{
    return test.read(
        [](Connection &connection) { return EpisodeStore(connection).page({}, 0, 0); });
}

Result<Podcast> find(tests::TestLibrary &test, const QString &wanted)
{
    return test.read([&](Connection &connection) { return PodcastStore(connection).find(wanted); });
}

Feed wholeFeed()
{
    Feed feed = tests::feedOf(QStringLiteral("Über Äpfel"), 2);
    feed.link = QStringLiteral("https://example.com/");
    feed.description = QStringLiteral("All about \"apples\" & more \U0001F34E");
    feed.author = QStringLiteral("A. Pple");
    feed.language = QStringLiteral("de-de");
    feed.image = QStringLiteral("https://example.com/a.png");
    feed.guid = QStringLiteral("917393E3-1B1E-5CEF-ACE4-EDAA54E1F810");
    feed.type = QStringLiteral("serial");
    feed.persons.push_back({QStringLiteral("Ann"), QStringLiteral("host"), {}, {}, {}});
    feed.funding.push_back({QStringLiteral("https://pay.example.com"), QStringLiteral("Pay")});
    return feed;
}

} // namespace

class tst_podcaststore : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void listIsOrderedWithoutCaseAndAccents();
    void aTitlelessFeedIsCalledByItsAddress();
    void findsByIdAddressAndPartOfTitle();
    void theSameFeedIsNotAddedTwice_data();
    void theSameFeedIsNotAddedTwice();
    void aGuidThatIsNoUuidMergesNothing();
    void readingTheSameAgainWritesNothing();
    void episodesAreFoundAgain_data();
    void episodesAreFoundAgain();
    void whatTheListenerDidSurvivesMerging();
    void forgottenEpisodesAreKept();
    void repeatedItemsCountOnce();
    void aSharedGuidDoesNotMixEpisodes();
    void fetchResultsAreKept();
    void anAddressBelongsToOnePodcast();
    void removingTakesEpisodesAndNamesFiles();
    void changesAreAnnouncedOnce();
    void countsFollowPlaying();
};

void tst_podcaststore::everyFieldComesBack()
{
    tests::TestLibrary test;
    const Feed feed = wholeFeed();
    const auto added = add(test, address, feed);
    VERIFY_RESULT(added);
    QCOMPARE(added->newEpisodes, 2);
    test.reopen();
    const auto podcast = test.read(
        [&](Connection &connection) { return PodcastStore(connection).get(added->podcast); });
    VERIFY_RESULT(podcast);
    QCOMPARE(podcast->title, feed.title);
    QCOMPARE(podcast->feedUrl, address);
    QCOMPARE(podcast->link, feed.link);
    QCOMPARE(podcast->description, feed.description);
    QCOMPARE(podcast->author, feed.author);
    QCOMPARE(podcast->language, feed.language);
    QCOMPARE(podcast->image, feed.image);
    QCOMPARE(podcast->guid, feed.guid);
    QCOMPARE(podcast->episodeCount, 2);
    QCOMPARE(podcast->unplayedCount, 2);
    QVERIFY(!podcast->lastRefreshed.isValid());
}

void tst_podcaststore::listIsOrderedWithoutCaseAndAccents()
{
    tests::TestLibrary test;
    int number = 0;
    for (const char *title : {"zebra",
                              "\xC3\x89"
                              "clair",
                              "apple",
                              "Eden",
                              "\xC3\x84quator"}) {
        VERIFY_RESULT(add(test,
                          QStringLiteral("https://example.com/%1").arg(++number),
                          tests::feedOf(QString::fromUtf8(title), 0)));
    }
    const auto all =
        test.read([](Connection &connection) { return PodcastStore(connection).all(); });
    VERIFY_RESULT(all);
    QStringList titles;
    for (const Podcast &podcast : *all) {
        titles.append(podcast.title);
    }
    QCOMPARE(titles.join(QLatin1Char(' ')), QString::fromUtf8("apple Äquator Éclair Eden zebra"));
}

void tst_podcaststore::aTitlelessFeedIsCalledByItsAddress()
{
    tests::TestLibrary test;
    VERIFY_RESULT(add(test, address, tests::feedOf(QStringLiteral("  "), 1)));
    const auto found = find(test, address);
    VERIFY_RESULT(found);
    QCOMPARE(found->title, address);
}

void tst_podcaststore::findsByIdAddressAndPartOfTitle()
{
    tests::TestLibrary test;
    const auto apples = add(test, address, wholeFeed());
    const auto pears = add(test,
                           QStringLiteral("https://example.com/pears"),
                           tests::feedOf(QStringLiteral("\u00DCber Birnen"), 0));
    VERIFY_RESULT(apples);
    VERIFY_RESULT(pears);
    for (const QString &wanted : {QString::number(apples->podcast.number()),
                                  address,
                                  QStringLiteral("HTTP://Feeds.Example.com/show.xml"),
                                  QStringLiteral("apfel"),
                                  QStringLiteral("UBER APFEL")}) {
        const auto found = find(test, wanted);
        VERIFY_RESULT(found);
        QCOMPARE(found->id.number(), apples->podcast.number());
    }
    const auto both = find(test, QStringLiteral("uber"));
    VERIFY_ERROR(both, Conflict);
    QVERIFY(both.error().detail.contains(QStringLiteral("Birnen")));
    VERIFY_ERROR(find(test, QStringLiteral("plums")), NotFound);
    VERIFY_ERROR(find(test, QStringLiteral("999")), NotFound);
    VERIFY_ERROR(find(test, QString()), NotFound);
    VERIFY_ERROR(find(test, QStringLiteral("%")), NotFound);
}

void tst_podcaststore::theSameFeedIsNotAddedTwice_data()
{
    QTest::addColumn<QString>("second");
    QTest::newRow("same") << address;
    QTest::newRow("http") << QStringLiteral("http://feeds.example.com/show.xml");
    QTest::newRow("host in capitals") << QStringLiteral("https://FEEDS.example.com/show.xml#top");
    QTest::newRow("guid") << QStringLiteral("https://elsewhere.example.org/feed");
}

void tst_podcaststore::theSameFeedIsNotAddedTwice()
{
    QFETCH(QString, second);
    tests::TestLibrary test;
    const auto first = add(test, address, wholeFeed());
    VERIFY_RESULT(first);
    Feed feed = wholeFeed();
    feed.guid = feed.guid.toLower();
    feed.episodes.push_back(tests::feedEpisode(9));
    const auto again = add(test, second, feed);
    VERIFY_RESULT(again);
    QCOMPARE(again->podcast.number(), first->podcast.number());
    QCOMPARE(again->newEpisodes, 1);
    const auto all =
        test.read([](Connection &connection) { return PodcastStore(connection).all(); });
    QCOMPARE(all->size(), std::size_t(1));
    QCOMPARE(all->front().feedUrl, address);
}

void tst_podcaststore::aGuidThatIsNoUuidMergesNothing()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("One"), 1);
    feed.guid = QStringLiteral("podcast");
    const auto one = add(test, address, feed);
    const auto two = add(test, QStringLiteral("https://other.example.com/"), feed);
    VERIFY_RESULT(one);
    VERIFY_RESULT(two);
    QVERIFY(one->podcast.number() != two->podcast.number());
}

void tst_podcaststore::readingTheSameAgainWritesNothing()
{
    tests::TestLibrary test;
    const auto added = add(test, address, wholeFeed());
    VERIFY_RESULT(added);
    const auto written = test.write(
        [&, now = test.clock().now()](Connection &connection, Changes &changes) -> Result<qint64> {
            const auto before = connection.number(0, "SELECT total_changes()");
            const auto merged =
                PodcastStore(connection).merge(added->podcast, wholeFeed(), now, changes);
            if (!merged) {
                return app::base::unexpected(merged.error());
            }
            Q_ASSERT(changes.isEmpty());
            return *connection.number(0, "SELECT total_changes()") - *before;
        });
    VERIFY_RESULT(written);
    QCOMPARE(*written, 0);
}

void tst_podcaststore::episodesAreFoundAgain_data()
{
    QTest::addColumn<QString>("guid");
    QTest::addColumn<QString>("enclosure");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("found");
    const QString guid = QStringLiteral("guid-1");
    const QString enclosure = QStringLiteral("https://media.example.com/1.mp3");
    const QString title = QStringLiteral("Episode 1");
    const QString other = QStringLiteral("other");
    QTest::newRow("title changed") << guid << enclosure << other << true;
    QTest::newRow("enclosure changed") << guid << other << title << true;
    QTest::newRow("guid changed") << other << enclosure << other << true;
    QTest::newRow("guid and enclosure changed")
        << other << other << QStringLiteral("EPISODE  1") << true;
    QTest::newRow("all changed") << other << other << other << false;
}

void tst_podcaststore::episodesAreFoundAgain()
{
    QFETCH(QString, guid);
    QFETCH(QString, enclosure);
    QFETCH(QString, title);
    QFETCH(bool, found);
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 2);
    const auto added = add(test, address, feed);
    VERIFY_RESULT(added);
    const auto before = episodes(test);
    const EpisodeId id = before->back().id;
    auto &item = feed.episodes.back();
    item.guid = guid;
    item.enclosureUrl = enclosure;
    item.title = title;
    const auto merged = merge(test, added->podcast, feed);
    VERIFY_RESULT(merged);
    QCOMPARE(merged->newEpisodes, found ? 0 : 1);
    QCOMPARE(merged->updatedEpisodes, found ? 1 : 0);
    const auto after =
        test.read([&](Connection &connection) { return EpisodeStore(connection).get(id); });
    VERIFY_RESULT(after);
    QCOMPARE(after->row.title, found ? title : QStringLiteral("Episode 1"));
    QCOMPARE(after->feed.guid, found ? guid : QStringLiteral("guid-1"));
}

void tst_podcaststore::whatTheListenerDidSurvivesMerging()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 2);
    const auto added = add(test, address, feed);
    const auto rows = episodes(test);
    const auto done = test.write([&](Connection &connection, Changes &changes) -> Result<void> {
        EpisodeStore store(connection);
        const auto place = app::timestamps::MediaTime::fromMs(270000);
        auto result = store.setPlayed(rows->at(1).id, true, changes);
        if (result) {
            result = store.setPosition(rows->at(0).id, place, test.clock().now(), changes);
        }
        return result;
    });
    VERIFY_RESULT(done);
    for (auto &item : feed.episodes) {
        item.title += QStringLiteral(" (fixed)");
    }
    const auto merged = merge(test, added->podcast, feed);
    VERIFY_RESULT(merged);
    QCOMPARE(merged->updatedEpisodes, 2);
    const auto after = episodes(test);
    QCOMPARE(after->at(0).position.ms(), 270000);
    QCOMPARE(after->at(0).title, QStringLiteral("Episode 2 (fixed)"));
    QVERIFY(after->at(1).played);
}

void tst_podcaststore::forgottenEpisodesAreKept()
{
    tests::TestLibrary test;
    const auto added = add(test, address, tests::feedOf(QStringLiteral("Show"), 5));
    Feed shorter = tests::feedOf(QStringLiteral("Show"), 6);
    shorter.episodes.resize(2);
    const auto merged = merge(test, added->podcast, shorter);
    VERIFY_RESULT(merged);
    QCOMPARE(merged->newEpisodes, 1);
    QCOMPARE(episodes(test)->size(), std::size_t(6));
    QCOMPARE(merge(test, added->podcast, Feed{})->newEpisodes, 0);
    QCOMPARE(episodes(test)->size(), std::size_t(6));
}

void tst_podcaststore::repeatedItemsCountOnce()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 3);
    feed.episodes.push_back(feed.episodes.front());
    feed.episodes.push_back(feed.episodes.front());
    const auto added = add(test, address, feed);
    VERIFY_RESULT(added);
    QCOMPARE(added->newEpisodes, 3);
    QCOMPARE(merge(test, added->podcast, feed)->newEpisodes, 0);
}

void tst_podcaststore::aSharedGuidDoesNotMixEpisodes()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 3);
    for (auto &item : feed.episodes) {
        item.guid = QStringLiteral("https://example.com/");
    }
    const auto added = add(test, address, feed);
    QCOMPARE(added->newEpisodes, 3);
    auto next = tests::feedEpisode(4);
    next.guid = feed.episodes.front().guid;
    feed.episodes.insert(feed.episodes.begin(), next);
    feed.episodes.pop_back();
    const auto merged = merge(test, added->podcast, feed);
    VERIFY_RESULT(merged);
    QCOMPARE(merged->newEpisodes, 1);
    QCOMPARE(merged->updatedEpisodes, 0);
    QCOMPARE(episodes(test)->size(), std::size_t(4));
}

void tst_podcaststore::fetchResultsAreKept()
{
    tests::TestLibrary test;
    const auto added = add(test, address, wholeFeed());
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .setFetchError(added->podcast, QStringLiteral("no answer"), changes);
    }));
    QCOMPARE(find(test, address)->error, QStringLiteral("no answer"));
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .setFetched(added->podcast,
                        QStringLiteral("\"tag\""),
                        QStringLiteral("Sat"),
                        test.clock().now(),
                        changes);
    }));
    const auto podcast = find(test, address);
    QCOMPARE(podcast->error, QString());
    QCOMPARE(podcast->etag, QStringLiteral("\"tag\""));
    QCOMPARE(podcast->lastModified, QStringLiteral("Sat"));
    QCOMPARE(podcast->lastRefreshed, test.clock().now());
    VERIFY_ERROR(test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection).setFetchError(PodcastId(99), QString(), changes);
    }),
                 NotFound);
}

void tst_podcaststore::anAddressBelongsToOnePodcast()
{
    tests::TestLibrary test;
    const QString elsewhere = QStringLiteral("https://two.example.com/feed");
    const auto one = add(test, address, tests::feedOf(QStringLiteral("One"), 0));
    VERIFY_RESULT(add(test, elsewhere, tests::feedOf(QStringLiteral("Two"), 0)));
    const auto move = [&](const QString &to) {
        return test.write([&](Connection &connection, Changes &changes) {
            return PodcastStore(connection).setFeedUrl(one->podcast, to, changes);
        });
    };
    VERIFY_ERROR(move(elsewhere), Conflict);
    const QString moved = QStringLiteral("https://new.example.com/feed");
    VERIFY_RESULT(move(moved));
    QCOMPARE(find(test, QStringLiteral("One"))->feedUrl, moved);
}

void tst_podcaststore::removingTakesEpisodesAndNamesFiles()
{
    tests::TestLibrary test;
    const auto one = add(test, address, tests::feedOf(QStringLiteral("One"), 3));
    const auto two = add(
        test, QStringLiteral("https://two.example.com/"), tests::feedOf(QStringLiteral("Two"), 1));
    const auto rows = episodes(test);
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) -> Result<void> {
        EpisodeStore store(connection);
        int number = 0;
        for (const EpisodeRow &row : *rows) {
            // The last two rows, one of each podcast, share a file.
            const QString path = QStringLiteral("/files/%1").arg(std::min(++number, 3));
            if (auto done = store.setFile(row.id, path, changes); !done) {
                return done;
            }
        }
        return store.enqueue({rows->front().id}, -1, changes);
    }));
    QCoreApplication::sendPostedEvents(&test.library()); // what was announced before the spy
    QSignalSpy spy(&test.library(), &Library::changed);
    const auto removed = test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection).remove(one->podcast, changes);
    });
    VERIFY_RESULT(removed);
    QStringList paths = *removed;
    paths.sort();
    QCOMPARE(paths, (QStringList{QStringLiteral("/files/1"), QStringLiteral("/files/2")}));
    QTRY_COMPARE(spy.count(), 1);
    const auto changes = spy.front().front().value<Changes>();
    QVERIFY(changes.queue && changes.podcastList && changes.episodeList);
    QCOMPARE(episodes(test)->size(), std::size_t(1));
    QCOMPARE(episodes(test)->front().podcastId.number(), two->podcast.number());
    VERIFY_ERROR(test.write([&](Connection &connection, Changes &later) {
        return PodcastStore(connection).remove(one->podcast, later);
    }),
                 NotFound);
    const auto again = add(test, address, tests::feedOf(QStringLiteral("One"), 1));
    QVERIFY2(again->podcast > one->podcast, "ids are never used again");
}

void tst_podcaststore::changesAreAnnouncedOnce()
{
    tests::TestLibrary test;
    QSignalSpy spy(&test.library(), &Library::changed);
    const auto added = add(test, address, wholeFeed());
    QTRY_COMPARE(spy.count(), 1);
    const auto changes = spy.takeFirst().front().value<Changes>();
    QVERIFY(changes.podcastList && changes.episodeList);
    QVERIFY(changes.podcasts.contains(added->podcast));
    QCOMPARE(changes.episodes.size(), 2);
    VERIFY_RESULT(merge(test, added->podcast, wholeFeed()));
    QCoreApplication::processEvents();
    QCOMPARE(spy.count(), 0);
}

void tst_podcaststore::countsFollowPlaying()
{
    tests::TestLibrary test;
    VERIFY_RESULT(add(test, address, wholeFeed()));
    const EpisodeId id = episodes(test)->front().id;
    for (const bool played : {true, false}) {
        VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setPlayed(id, played, changes);
        }));
        QCOMPARE(find(test, address)->unplayedCount, played ? 1 : 2);
    }
}

QTEST_GUILESS_MAIN(tst_podcaststore)
#include "tst_podcaststore.moc"
