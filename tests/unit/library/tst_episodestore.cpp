// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "app/library/transcriptstore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

using namespace app::library;
using app::base::EpisodeId;
using app::base::PodcastId;
using app::base::Result;
using app::feeds::Feed;
using app::feeds::FeedEpisode;
using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

PodcastId subscribe(tests::TestLibrary &test, const Feed &feed)
{
    const QString address = QStringLiteral("https://example.com/%1").arg(feed.title);
    const auto added =
        test.write([&, now = test.clock().now()](Connection &connection, Changes &changes) {
            return PodcastStore(connection).add(address, feed, now, changes);
        });
    return added ? added->podcast : PodcastId();
}

template <typename Work>
auto change(tests::TestLibrary &test, Work work)
{
    return test.write([&](Connection &connection, Changes &changes) {
        EpisodeStore store(connection);
        return work(store, changes);
    });
}

template <typename Work>
auto look(tests::TestLibrary &test, Work work)
{
    return test.read([&](Connection &connection) {
        EpisodeStore store(connection);
        return work(store);
    });
}

std::vector<EpisodeRow>
page(tests::TestLibrary &test, const EpisodeFilter &filter = {}, int offset = 0, int limit = 0)
{
    const auto rows =
        look(test, [&](EpisodeStore &store) { return store.page(filter, offset, limit); });
    return rows ? *rows : std::vector<EpisodeRow>();
}

QString titles(const std::vector<EpisodeRow> &rows)
{
    QStringList list;
    for (const EpisodeRow &row : rows) {
        list.append(row.title.section(QLatin1Char(' '), -1));
    }
    return list.join(QLatin1Char(' '));
}

Chapter chapterAt(qint64 ms, const QString &title)
{
    Chapter chapter;
    chapter.start = MediaTime::fromMs(ms);
    chapter.title = title;
    return chapter;
}

FeedEpisode wholeEpisode()
{
    FeedEpisode episode = tests::feedEpisode(1);
    episode.title = QStringLiteral("Caf\u00E9 \U0001F399 \u200FRTL");
    episode.link = QStringLiteral("https://example.com/1");
    episode.image = QStringLiteral("https://example.com/1.png");
    episode.enclosureLengthBytes = 5'000'000'000;
    episode.season = 3;
    episode.episode = 12.5;
    episode.episodeType = QStringLiteral("bonus");
    episode.isExplicit = true;
    episode.chaptersUrl = QStringLiteral("https://example.com/1.json");
    Chapter chapter;
    chapter.start = MediaTime::fromMs(1500);
    chapter.end = MediaTime::fromMs(2500);
    chapter.title = QStringLiteral("One");
    chapter.url = QStringLiteral("https://example.com/c");
    chapter.image = QStringLiteral("https://example.com/c.png");
    chapter.hasImage = true;
    chapter.listed = false;
    episode.chapters = {chapter, chapterAt(2500, QStringLiteral("Two"))};
    episode.transcripts = {{QStringLiteral("https://example.com/1.vtt"),
                            QStringLiteral("text/vtt"),
                            QStringLiteral("en"),
                            QStringLiteral("captions")}};
    episode.persons = {{QStringLiteral("Ann"),
                        QStringLiteral("host"),
                        QStringLiteral("cast"),
                        QStringLiteral("https://example.com/a.png"),
                        QStringLiteral("https://example.com/a")},
                       {QStringLiteral("Ben"), {}, {}, {}, {}}};
    episode.soundbites = {{MediaTime::fromMs(73000), Duration(60000), QStringLiteral("Bite")}};
    episode.contentLinks = {{QStringLiteral("https://video.example.com"), QStringLiteral("Video")}};
    return episode;
}

} // namespace

class tst_episodestore : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldComesBack();
    void absentFieldsStayAbsent();
    void listsAreNewestFirstUndatedLast();
    void pagesJoinToTheWhole();
    void filtersFit();
    void titlesAreFoundWithoutCaseAndAccents();
    void findsByIdGuidAndTitle();
    void positionAndPlayed();
    void exactDurationWins();
    void chaptersComeFromTheBestSource();
    void queueKeepsItsOrder();
    void queueMovesWhatIsThere();
    void queueTakesNoStrangers();
    void playedLeavesTheQueue();
    void seekIndexBelongsToOneVersionOfAFile();
    void missingEpisodesAreNotFound();
    void hasTranscriptTellsOfferedOrKept();
};

void tst_episodestore::everyFieldComesBack()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 0);
    feed.language = QStringLiteral("en-gb");
    feed.guid = QStringLiteral("917393e3-1b1e-5cef-ace4-edaa54e1f810");
    feed.image = QStringLiteral("https://example.com/show.png");
    feed.episodes = {wholeEpisode()};
    const PodcastId podcast = subscribe(test, feed);
    test.reopen();
    const EpisodeRow row = page(test).front();
    const auto episode = look(test, [&](EpisodeStore &store) { return store.get(row.id); });
    VERIFY_RESULT(episode);
    QVERIFY(episode->feed == wholeEpisode());
    QCOMPARE(episode->feedUrl, QStringLiteral("https://example.com/Show"));
    QCOMPARE(episode->podcastGuid, feed.guid);
    QCOMPARE(episode->podcastLanguage, feed.language);
    QVERIFY(!episode->durationIsExact);
    QCOMPARE(row.podcastId.number(), podcast.number());
    QCOMPARE(row.podcastTitle, feed.title);
    QCOMPARE(row.podcastImage, feed.image);
    QCOMPARE(row.guid, QStringLiteral("guid-1"));
    QCOMPARE(row.published, feed.episodes.front().published);
    QVERIFY(row.duration == feed.episodes.front().duration);
    QVERIFY(row.hasAudio && row.hasTranscript && !row.played && !row.queued);
}

void tst_episodestore::absentFieldsStayAbsent()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 0);
    FeedEpisode bare;
    bare.guid = QStringLiteral("bare");
    feed.episodes = {bare};
    subscribe(test, feed);
    const EpisodeRow row = page(test).front();
    const auto episode = look(test, [&](EpisodeStore &store) { return store.get(row.id); });
    VERIFY_RESULT(episode);
    QVERIFY(episode->feed == bare);
    QVERIFY(!row.hasAudio && !row.hasTranscript && !row.duration && !row.published.isValid());
}

void tst_episodestore::listsAreNewestFirstUndatedLast()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 3);
    feed.episodes[1].published = QDateTime();
    feed.episodes.push_back(tests::feedEpisode(7));
    feed.episodes.back().published = feed.episodes[0].published;
    FeedEpisode old = tests::feedEpisode(8);
    old.published = QDateTime(QDate(1965, 1, 1), QTime(0, 0), Qt::UTC);
    feed.episodes.push_back(old);
    subscribe(test, feed);
    QCOMPARE(titles(page(test)), QStringLiteral("3 7 1 8 2"));
}

void tst_episodestore::pagesJoinToTheWhole()
{
    tests::TestLibrary test;
    const PodcastId podcast = subscribe(test, tests::feedOf(QStringLiteral("Show"), 45));
    subscribe(test, tests::feedOf(QStringLiteral("Other"), 5));
    for (const EpisodeFilter &filter :
         {EpisodeFilter{}, EpisodeFilter{podcast, EpisodeFilter::State::Any, {}}}) {
        const auto whole = page(test, filter);
        QString joined;
        for (int offset = 0; offset < 60; offset += 20) {
            joined += titles(page(test, filter, offset, 20)) + QLatin1Char(' ');
        }
        QCOMPARE(joined.simplified(), titles(whole));
        const auto count = look(test, [&](EpisodeStore &store) { return store.count(filter); });
        QCOMPARE(*count, static_cast<int>(whole.size()));
    }
    QVERIFY(page(test, {}, 1000, 20).empty());
}

void tst_episodestore::filtersFit()
{
    using State = EpisodeFilter::State;
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 5));
    const auto rows = page(test);
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) -> Result<void> {
        const QDateTime now = test.clock().now();
        auto done = store.setPosition(rows[0].id, MediaTime::fromMs(1), now, changes);
        done = done ? store.setPlayed(rows[1].id, true, changes) : done;
        done = done ? store.setFile(rows[2].id, QStringLiteral("/x.mp3"), changes) : done;
        return done ? store.enqueue({rows[4].id, rows[3].id}, -1, changes) : done;
    }));
    const std::vector<std::pair<State, QString>> expected = {
        {State::Any, QStringLiteral("5 4 3 2 1")},
        {State::Unplayed, QStringLiteral("5 3 2 1")},
        {State::InProgress, QStringLiteral("5")},
        {State::Played, QStringLiteral("4")},
        {State::Queued, QStringLiteral("1 2")},
        {State::Downloaded, QStringLiteral("3")},
    };
    for (const auto &[state, list] : expected) {
        for (const auto &podcast : {std::optional<PodcastId>(), std::optional(rows[0].podcastId)}) {
            const EpisodeFilter filter{podcast, state, {}};
            QCOMPARE(titles(page(test, filter)), list);
            const auto count = look(test, [&](EpisodeStore &store) { return store.count(filter); });
            VERIFY_RESULT(count);
            QCOMPARE(*count, static_cast<int>(list.split(QLatin1Char(' ')).size()));
        }
    }
    QVERIFY(page(test, {PodcastId(99), State::Any, {}}).empty());
}

void tst_episodestore::titlesAreFoundWithoutCaseAndAccents()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 2);
    feed.episodes[0].title = QStringLiteral("100% \u00C9t\u00E9 1");
    subscribe(test, feed);
    for (const auto &wanted : {"ETE", "e\xCC\x81te", "100%", "\xC3\x89t"}) {
        const EpisodeFilter filter{{}, EpisodeFilter::State::Any, QString::fromUtf8(wanted)};
        QCOMPARE(page(test, filter).size(), std::size_t(1));
    }
    QVERIFY(page(test, {{}, EpisodeFilter::State::Any, QStringLiteral("_")}).empty());
    QCOMPARE(page(test, {{}, EpisodeFilter::State::Unplayed, QStringLiteral("1")}).size(),
             std::size_t(2));
}

void tst_episodestore::findsByIdGuidAndTitle()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 12));
    const EpisodeRow row = page(test)[11];
    const auto find = [&](const QString &wanted) {
        return look(test, [&](EpisodeStore &store) { return store.find(wanted); });
    };
    for (const QString &wanted : {QString::number(row.id.number()),
                                  QStringLiteral("guid-1"),
                                  QStringLiteral("episode 1")}) {
        const auto found = find(wanted);
        VERIFY_RESULT(found);
        QCOMPARE(found->row.id.number(), row.id.number());
    }
    VERIFY_ERROR(find(QStringLiteral("episode")), Conflict);
    VERIFY_ERROR(find(QStringLiteral("nothing")), NotFound);
    VERIFY_ERROR(find(QString()), NotFound);
}

void tst_episodestore::positionAndPlayed()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 1));
    const EpisodeId id = page(test).front().id;
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setPosition(id, MediaTime::fromMs(270'123), test.clock().now(), changes);
    }));
    test.reopen();
    QCOMPARE(page(test).front().position.ms(), 270'123);
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setPlayed(id, true, changes);
    }));
    QVERIFY(page(test).front().played);
    QCOMPARE(page(test).front().position.ms(), 0);
}

void tst_episodestore::exactDurationWins()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 1));
    const EpisodeId id = page(test).front().id;
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setExactDuration(id, Duration(61'234), changes);
    }));
    const auto episode = look(test, [&](EpisodeStore &store) { return store.get(id); });
    QVERIFY(episode->durationIsExact);
    QVERIFY(episode->row.duration == Duration(61'234));
    QVERIFY(episode->feed.duration == std::chrono::minutes(21));
}

void tst_episodestore::chaptersComeFromTheBestSource()
{
    tests::TestLibrary test;
    Feed feed = tests::feedOf(QStringLiteral("Show"), 1);
    feed.episodes[0].chapters = {chapterAt(0, QStringLiteral("feed"))};
    subscribe(test, feed);
    const EpisodeId id = page(test).front().id;
    const auto best = [&] {
        const auto list = look(test, [&](EpisodeStore &store) { return store.chapters(id); });
        return list && !list->empty() ? list->front().title : QString();
    };
    const auto set = [&](const QString &source, const Chapters &chapters) {
        return change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.setChapters(id, source, chapters, changes);
        });
    };
    QCOMPARE(best(), QStringLiteral("feed"));
    for (const QString &source : {QStringLiteral("json"), QStringLiteral("file")}) {
        VERIFY_RESULT(set(source, {chapterAt(5, source)}));
        QCOMPARE(best(), source);
    }
    VERIFY_RESULT(set(QStringLiteral("file"), {}));
    QCOMPARE(best(), QStringLiteral("json"));
    VERIFY_ERROR(set(QStringLiteral("elsewhere"), feed.episodes[0].chapters), Conflict);
}

void tst_episodestore::queueKeepsItsOrder()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 5));
    const auto rows = page(test);
    const auto put = [&](std::vector<EpisodeId> ids, int at) {
        return change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.enqueue(ids, at, changes);
        });
    };
    VERIFY_RESULT(put({rows[2].id, rows[0].id}, -1));
    VERIFY_RESULT(put({rows[1].id}, 1));
    VERIFY_RESULT(put({rows[4].id}, 0));
    VERIFY_RESULT(put({rows[3].id, rows[3].id}, 99));
    test.reopen();
    const EpisodeFilter queued{{}, EpisodeFilter::State::Queued, {}};
    QCOMPARE(titles(page(test, queued)), QStringLiteral("1 3 4 5 2"));
    QCOMPARE(titles(page(test, queued, 1, 2)), QStringLiteral("3 4"));
    const auto ids = look(test, [](EpisodeStore &store) { return store.queue(); });
    QCOMPARE(ids->size(), std::size_t(5));
    QCOMPARE(ids->front().number(), rows[4].id.number());
}

void tst_episodestore::queueMovesWhatIsThere()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 4));
    const auto rows = page(test);
    const EpisodeFilter queued{{}, EpisodeFilter::State::Queued, {}};
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) -> Result<void> {
        auto done = store.enqueue({rows[0].id, rows[1].id, rows[2].id, rows[3].id}, -1, changes);
        done = done ? store.enqueue({rows[3].id}, 1, changes) : done;
        return done ? store.enqueue({rows[0].id}, 3, changes) : done;
    }));
    QCOMPARE(titles(page(test, queued)), QStringLiteral("1 3 4 2"));
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.dequeue(rows[1].id, changes);
    }));
    QCOMPARE(titles(page(test, queued)), QStringLiteral("1 4 2"));
}

void tst_episodestore::queueTakesNoStrangers()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 1));
    const EpisodeId id = page(test).front().id;
    VERIFY_ERROR(change(test,
                        [&](EpisodeStore &store, Changes &changes) {
                            return store.enqueue({id, EpisodeId(77)}, -1, changes);
                        }),
                 NotFound);
    QVERIFY(look(test, [](EpisodeStore &store) { return store.queue(); })->empty());
}

void tst_episodestore::playedLeavesTheQueue()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 2));
    const auto rows = page(test);
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) -> Result<void> {
        auto done = store.enqueue({rows[0].id, rows[1].id}, -1, changes);
        return done ? store.setPlayed(rows[0].id, true, changes) : done;
    }));
    QCOMPARE(look(test, [](EpisodeStore &store) { return store.queue(); })->size(), std::size_t(1));
}

void tst_episodestore::seekIndexBelongsToOneVersionOfAFile()
{
    tests::TestLibrary test;
    const FileIdentity file{QStringLiteral("/a \u00E9.mp3"), 1234, 5678};
    const auto index = [&](const FileIdentity &identity) {
        return *look(test, [&](EpisodeStore &store) { return store.seekIndex(identity); });
    };
    QVERIFY(index(file).isEmpty());
    const QByteArray bytes("\0\1\2\xff", 4);
    for (const QByteArray &data : {QByteArray("old"), bytes}) {
        VERIFY_RESULT(change(
            test, [&](EpisodeStore &store, Changes &) { return store.setSeekIndex(file, data); }));
    }
    QCOMPARE(index(file), bytes);
    QVERIFY(index({file.path, 1235, 5678}).isEmpty());
    QVERIFY(index({file.path, 1234, 5679}).isEmpty());
}

void tst_episodestore::missingEpisodesAreNotFound()
{
    tests::TestLibrary test;
    const EpisodeId gone(5);
    VERIFY_ERROR(look(test, [&](EpisodeStore &store) { return store.get(gone); }), NotFound);
    const auto now = test.clock().now();
    VERIFY_ERROR(change(test,
                        [&](EpisodeStore &store, Changes &changes) {
                            return store.setPosition(gone, MediaTime(), now, changes);
                        }),
                 NotFound);
    VERIFY_ERROR(change(test,
                        [&](EpisodeStore &store, Changes &changes) {
                            return store.setPlayed(gone, true, changes);
                        }),
                 NotFound);
    const auto rows = look(test, [&](EpisodeStore &store) { return store.rows({gone}); });
    QVERIFY(rows->empty());
}

void tst_episodestore::hasTranscriptTellsOfferedOrKept()
{
    tests::TestLibrary test;
    subscribe(test, tests::feedOf(QStringLiteral("Show"), 1));
    const EpisodeId id = page(test).front().id;
    QVERIFY(!page(test).front().hasTranscript);
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
        TranscriptRecord record;
        record.episode = id;
        record.bytes = "x";
        return TranscriptStore(connection).add(record, changes);
    }));
    QVERIFY(page(test).front().hasTranscript);
}

QTEST_GUILESS_MAIN(tst_episodestore)
#include "tst_episodestore.moc"
