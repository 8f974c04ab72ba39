// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/doctor.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace app::library;
using namespace std::chrono_literals;
using app::base::EpisodeId;
using app::base::PodcastId;
using app::base::Result;
using app::settings::PodcastSettings;
using app::settings::SilenceSkipping;
using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;

namespace {

PodcastId subscribe(tests::TestLibrary &test, const QString &title, int episodes)
{
    const auto added =
        test.write([&, now = test.clock().now()](Connection &connection, Changes &changes) {
            return PodcastStore(connection)
                .add(QStringLiteral("https://example.com/") + title,
                     tests::feedOf(title, episodes),
                     now,
                     changes);
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

std::vector<EpisodeRow> page(tests::TestLibrary &test, const EpisodeFilter &filter = {})
{
    return look(test, [&](EpisodeStore &store) { return store.page(filter, 0, 0); })
        .value_or(std::vector<EpisodeRow>());
}

std::vector<EpisodeId> heard(tests::TestLibrary &test, std::optional<PodcastId> podcast = {})
{
    std::vector<EpisodeId> ids;
    for (const EpisodeRow &row : page(test, {podcast, EpisodeFilter::State::Heard, {}})) {
        ids.push_back(row.id);
    }
    return ids;
}

/// Listens to an episode now. \returns what was announced
Changes listen(tests::TestLibrary &test, EpisodeId id, qint64 positionMs)
{
    Changes announced;
    const auto done = change(test, [&](EpisodeStore &store, Changes &changes) {
        auto kept =
            store.setPosition(id, MediaTime::fromMs(positionMs), test.clock().now(), changes);
        announced = changes;
        return kept;
    });
    return done ? announced : Changes();
}

Chapters titled(const QString &title)
{
    Chapter chapter;
    chapter.title = title;
    return {chapter};
}

qint64 count(tests::TestLibrary &test, std::string_view sql)
{
    return test.read([&](Connection &connection) { return connection.number(-1, sql); })
        .value_or(-2);
}

} // namespace

class LibraryListeningTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasHeardIsListedLatestFirst();
    void listsAreAnnouncedOnlyWhenTheyMove();
    void heardIsFoundByItsIndex();
    void aPodcastsSettingsComeBack();
    void settingsThatMakeNoSense();
    void settingsGoWithTheirPodcast();
    void chaptersAreKeptBySource();
    void theChosenSourceComesFirst();
    void choicesOfStrangers();
    void analysesBelongToOneVersionOfAFile();
    void whatIsKeptOfAFileGoesWithIt();
    void leftoversAreSweptUp();
    void doctorForgetsWhatLostFilesLeft();
};

void LibraryListeningTest::whatWasHeardIsListedLatestFirst()
{
    tests::TestLibrary test;
    const PodcastId show = subscribe(test, QStringLiteral("Show"), 3);
    subscribe(test, QStringLiteral("Other"), 2);
    const auto rows = page(test);
    QVERIFY(heard(test).empty());
    for (const std::size_t i : {2u, 0u, 4u, 1u}) {
        test.clock().advance(1min);
        listen(test, rows[i].id, 1000);
    }
    QCOMPARE(heard(test), std::vector({rows[1].id, rows[4].id, rows[0].id, rows[2].id}));
    // To be listened to again, also from the start, is what counts; to be played does not.
    test.clock().advance(1min);
    listen(test, rows[0].id, 0);
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setPlayed(rows[2].id, true, changes);
    }));
    const std::vector expected{rows[0].id, rows[1].id, rows[4].id, rows[2].id};
    test.reopen();
    QCOMPARE(heard(test), expected);
    std::vector<EpisodeId> ofShow;
    for (const EpisodeId id : expected) {
        const auto row = std::find_if(
            rows.begin(), rows.end(), [&](const EpisodeRow &one) { return one.id == id; });
        if (row->podcastId == show) {
            ofShow.push_back(id);
        }
    }
    QCOMPARE(heard(test, show), ofShow);
    const EpisodeFilter filter{{}, EpisodeFilter::State::Heard, {}};
    QCOMPARE(*look(test, [&](EpisodeStore &store) { return store.count(filter); }), 4);
    QCOMPARE(look(test, [&](EpisodeStore &store) { return store.page(filter, 1, 2); })->back().id,
             rows[4].id);
}

void LibraryListeningTest::listsAreAnnouncedOnlyWhenTheyMove()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 2);
    const auto rows = page(test);
    QVERIFY(listen(test, rows[0].id, 1000).episodeList);
    test.clock().advance(5s);
    QVERIFY(!listen(test, rows[0].id, 6000).episodeList);
    test.clock().advance(5s);
    QVERIFY(listen(test, rows[1].id, 500).episodeList);
    test.clock().advance(5s);
    QVERIFY(!listen(test, rows[1].id, 5500).episodeList);
    // It leaves what is in progress, and comes back.
    QVERIFY(listen(test, rows[1].id, 0).episodeList);
    QVERIFY(listen(test, rows[1].id, 100).episodeList);
}

void LibraryListeningTest::heardIsFoundByItsIndex()
{
    tests::TestLibrary test;
    const auto plan = test.read([](Connection &connection) -> Result<QString> {
        auto statement =
            connection.prepare("EXPLAIN QUERY PLAN SELECT e.id FROM episodes e"
                               " WHERE e.begun_ms IS NOT NULL ORDER BY e.begun_ms DESC, e.id"
                               " LIMIT 200 OFFSET 0");
        QStringList steps;
        while (statement.next()) {
            steps.append(statement.text(3));
        }
        if (const auto done = statement.finish(); !done) {
            return app::base::unexpected(done.error());
        }
        return steps.join(QLatin1Char('\n'));
    });
    VERIFY_RESULT(plan);
    QVERIFY2(plan->contains(QStringLiteral("episodes_heard")), qPrintable(*plan));
    QVERIFY2(!plan->contains(QStringLiteral("B-TREE")), qPrintable(*plan));
}

void LibraryListeningTest::aPodcastsSettingsComeBack()
{
    tests::TestLibrary test;
    const PodcastId id = subscribe(test, QStringLiteral("Show"), 1);
    const PodcastId other = subscribe(test, QStringLiteral("Other"), 1);
    const auto kept = [&](PodcastId podcast) {
        return test.read(
            [&](Connection &connection) { return PodcastStore(connection).settings(podcast); });
    };
    QCOMPARE(*kept(id), PodcastSettings());
    for (const PodcastSettings &own :
         {PodcastSettings{1.35, SilenceSkipping::Strong, true, 30s, 90s, true},
          PodcastSettings{{}, SilenceSkipping::Off, {}, 0s, 0s, false},
          PodcastSettings{{}, {}, false, 1500ms, 0s, false},
          PodcastSettings{}}) {
        Changes announced;
        VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
            auto done = PodcastStore(connection).setSettings(id, own, changes);
            announced = changes;
            return done;
        }));
        QVERIFY(announced.podcasts.contains(id));
        test.reopen();
        QCOMPARE(*kept(id), own);
        QCOMPARE(*kept(other), PodcastSettings());
    }
    QCOMPARE(count(test, "SELECT count(*) FROM podcast_settings"), 0);
    VERIFY_ERROR(kept(PodcastId(99)), NotFound);
}

void LibraryListeningTest::settingsThatMakeNoSense()
{
    tests::TestLibrary test;
    const PodcastId id = subscribe(test, QStringLiteral("Show"), 1);
    const auto stored = [&](const PodcastSettings &own) {
        return test.write([&](Connection &connection, Changes &changes) {
            PodcastStore store(connection);
            const auto done = store.setSettings(id, own, changes);
            return done ? store.settings(id) : app::base::unexpected(done.error());
        });
    };
    QVERIFY(stored({20.0, {}, {}, 0s, 0s, false})->speed == 3.0);
    QVERIFY(!stored({std::nan(""), {}, {}, 0s, 0s, false})->speed);
    QVERIFY(!stored({std::numeric_limits<double>::infinity(), {}, {}, 0s, 0s, false})->speed);
    QCOMPARE(stored({{}, {}, {}, -5s, -1s, false})->skipIntro, 0ms);
    VERIFY_ERROR(test.write([](Connection &connection, Changes &changes) {
        return PodcastStore(connection).setSettings(PodcastId(99), {}, changes);
    }),
                 NotFound);
}

void LibraryListeningTest::settingsGoWithTheirPodcast()
{
    tests::TestLibrary test;
    const PodcastId id = subscribe(test, QStringLiteral("Show"), 1);
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) -> Result<void> {
        PodcastStore store(connection);
        if (auto done = store.setSettings(id, {{}, {}, true, 0s, 0s, true}, changes); !done) {
            return done;
        }
        const auto removed = store.remove(id, changes);
        return removed ? Result<void>() : app::base::unexpected(removed.error());
    }));
    QCOMPARE(count(test, "SELECT count(*) FROM podcast_settings"), 0);
}

void LibraryListeningTest::chaptersAreKeptBySource()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 1);
    const EpisodeId id = page(test).front().id;
    QStringList order{QStringLiteral("notes"),
                      QStringLiteral("feed"),
                      QStringLiteral("json"),
                      QStringLiteral("file"),
                      QStringLiteral("own")};
    for (const QString &source : order) {
        VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.setChapters(id, source, titled(source), changes);
        }));
        const auto shown = look(test, [&](EpisodeStore &store) { return store.chapters(id); });
        QCOMPARE(shown->front().title, source);
    }
    const auto lists = look(test, [&](EpisodeStore &store) { return store.chapterLists(id); });
    VERIFY_RESULT(lists);
    std::reverse(order.begin(), order.end());
    QCOMPARE(lists->size(), std::size_t(5));
    for (std::size_t i = 0; i < 5; ++i) {
        const QString &source = order[static_cast<qsizetype>(i)];
        QCOMPARE((*lists)[i], (ChapterList{source, titled(source)}));
    }
    QVERIFY(
        look(test, [](EpisodeStore &store) { return store.chapterLists(EpisodeId(99)); })->empty());
}

void LibraryListeningTest::theChosenSourceComesFirst()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 1);
    const EpisodeId id = page(test).front().id;
    const auto first = [&] {
        const auto lists = look(test, [&](EpisodeStore &store) { return store.chapterLists(id); });
        return lists && !lists->empty() ? lists->front().source : QString();
    };
    const auto choose = [&](const QString &source) {
        return change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.chooseChapterSource(id, source, changes);
        });
    };
    for (const QString &source : {QStringLiteral("file"), QStringLiteral("feed")}) {
        VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.setChapters(id, source, titled(source), changes);
        }));
    }
    QCOMPARE(first(), QStringLiteral("file"));
    VERIFY_RESULT(choose(QStringLiteral("feed")));
    QCOMPARE(first(), QStringLiteral("feed"));
    VERIFY_RESULT(choose(QStringLiteral("own"))); // there is none yet
    QCOMPARE(first(), QStringLiteral("file"));
    test.reopen();
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setChapters(id, QStringLiteral("own"), titled(QStringLiteral("x")), changes);
    }));
    QCOMPARE(first(), QStringLiteral("own"));
    VERIFY_RESULT(choose(QStringLiteral("feed")));
    VERIFY_RESULT(choose({}));
    QCOMPARE(first(), QStringLiteral("own"));
}

void LibraryListeningTest::choicesOfStrangers()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 1);
    const EpisodeId id = page(test).front().id;
    const auto choose = [&](EpisodeId episode, const QString &source) {
        return change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.chooseChapterSource(episode, source, changes);
        });
    };
    VERIFY_ERROR(choose(id, QStringLiteral("elsewhere")), Conflict);
    VERIFY_ERROR(choose(EpisodeId(99), QStringLiteral("feed")), NotFound);
    VERIFY_ERROR(choose(EpisodeId(99), {}), NotFound);
}

void LibraryListeningTest::analysesBelongToOneVersionOfAFile()
{
    tests::TestLibrary test;
    const FileIdentity file{QStringLiteral("/a.mp3"), 1234, 5678};
    const auto kept = [&](const FileIdentity &identity) {
        return *look(test, [&](EpisodeStore &store) { return store.soundAnalysis(identity); });
    };
    QVERIFY(kept(file).isEmpty());
    const QByteArray bytes("\0\1\2\xff", 4);
    for (const QByteArray &data : {QByteArray("old"), bytes}) {
        VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &) {
            return store.setSoundAnalysis(file, data);
        }));
    }
    test.reopen();
    QCOMPARE(kept(file), bytes);
    QVERIFY(kept({file.path, 1235, 5678}).isEmpty());
    QVERIFY(kept({file.path, 1234, 5679}).isEmpty());
    // It is no seek index.
    QVERIFY(look(test, [&](EpisodeStore &store) { return store.seekIndex(file); })->isEmpty());
}

void LibraryListeningTest::whatIsKeptOfAFileGoesWithIt()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 2);
    const auto rows = page(test);
    const FileIdentity file{QStringLiteral("/shared.mp3"), 1, 2};
    const auto setFile = [&](std::size_t row, const QString &path) {
        return change(test, [&](EpisodeStore &store, Changes &changes) {
            return store.setFile(rows[row].id, path, changes);
        });
    };
    VERIFY_RESULT(setFile(0, file.path));
    VERIFY_RESULT(setFile(1, file.path));
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &) {
        const auto done = store.setSeekIndex(file, "index");
        return done ? store.setSoundAnalysis(file, "analysis") : done;
    }));
    const auto both = [&] {
        return count(test,
                     "SELECT (SELECT count(*) FROM seek_indexes)"
                     " + (SELECT count(*) FROM sound_analyses)");
    };
    VERIFY_RESULT(setFile(0, {}));
    QCOMPARE(both(), 2); // the other episode has it still
    VERIFY_RESULT(setFile(1, file.path));
    QCOMPARE(both(), 2);
    VERIFY_RESULT(setFile(1, QStringLiteral("/another.mp3")));
    QCOMPARE(both(), 0);
}

void LibraryListeningTest::leftoversAreSweptUp()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 1);
    const EpisodeId id = page(test).front().id;
    const QString present = test.filePath(QStringLiteral("there.mp3"));
    QFile file(present);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto put = [&](const QString &path) {
        return change(test, [&](EpisodeStore &store, Changes &) {
            const auto done = store.setSeekIndex({path, 1, 2}, "index");
            return done ? store.setSoundAnalysis({path, 1, 2}, "analysis") : done;
        });
    };
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
        return store.setFile(id, QStringLiteral("/on/a/disk/that/is/away.mp3"), changes);
    }));
    for (const QString &path : {present,
                                QStringLiteral("/on/a/disk/that/is/away.mp3"),
                                QStringLiteral("/gone/1.mp3"),
                                QStringLiteral("/gone/2.mp3")}) {
        VERIFY_RESULT(put(path));
    }
    for (int i = 3; i < 40; ++i) {
        VERIFY_RESULT(put(QStringLiteral("/gone/%1.mp3").arg(i)));
    }
    for (const char *table : {"seek_indexes", "sound_analyses"}) {
        const QByteArray sql = QByteArray("SELECT count(*) FROM ") + table;
        const QByteArray there = sql + " WHERE path LIKE '%there.mp3'";
        const QByteArray away = sql + " WHERE path LIKE '%away.mp3'";
        QCOMPARE(count(test, sql.constData()), 3); // the last one was not looked at yet
        QCOMPARE(count(test, there.constData()), 1);
        QCOMPARE(count(test, away.constData()), 1);
    }
}

void LibraryListeningTest::doctorForgetsWhatLostFilesLeft()
{
    tests::TestLibrary test;
    subscribe(test, QStringLiteral("Show"), 1);
    const EpisodeId id = page(test).front().id;
    const FileIdentity lost{test.filePath(QStringLiteral("lost.mp3")), 1, 2};
    VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) -> Result<void> {
        auto done = store.setFile(id, lost.path, changes);
        done = done ? store.setSeekIndex(lost, "index") : done;
        return done ? store.setSoundAnalysis(lost, "analysis") : done;
    }));
    const auto left =
        test.write([](Connection &connection, Changes &) { return repairLibrary(connection); });
    VERIFY_RESULT(left);
    QVERIFY(left->isEmpty());
    QCOMPARE(count(test, "SELECT count(*) FROM sound_analyses"), 0);
    QCOMPARE(count(test, "SELECT count(*) FROM seek_indexes"), 0);
}

QTEST_GUILESS_MAIN(LibraryListeningTest)
#include "tst_listening.moc"
