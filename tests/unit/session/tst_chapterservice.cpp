// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/chaptersjson.h"
#include "app/session/chapterservice.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/chapterbench.h"
#include "tests/unit/session/madesound.h"

#include <QTest>

using namespace app::session;
using app::base::EpisodeId;
using app::library::Changes;
using app::library::Connection;
using app::library::Durability;
using app::library::Episode;
using app::library::EpisodeStore;
using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;
using tests::await;

namespace {

const QByteArray json =
    "{\"version\": \"1.2.0\", \"chapters\": ["
    "{\"startTime\": 0, \"title\": \"Hello\"},"
    "{\"startTime\": 5, \"title\": \"The wall\", \"url\": \"https://w.example\"},"
    "{\"startTime\": 8, \"title\": \"Good bye\"}]}";

QString told(const Chapters &chapters)
{
    QStringList lines;
    for (const Chapter &chapter : chapters) {
        lines.append(QStringLiteral("%1 %2").arg(chapter.start.ms()).arg(chapter.title));
    }
    return lines.join(QLatin1Char('|'));
}

QString sources(const EpisodeChapters &chapters)
{
    QStringList names;
    for (const auto &list : chapters.lists) {
        names.append(list.source);
    }
    return names.join(QLatin1Char(' '));
}

} // namespace

class ChapterServiceTest : public QObject
{
    Q_OBJECT

private slots:

    void noChaptersAreNone()
    {
        tests::ChapterBench bench;
        bench.fixture.add(bench.feed);
        QCOMPARE(bench.chapters(), EpisodeChapters());
        QCOMPARE(bench.changed.count(), 0);
    }

    void whatTheFeedSaysIsThereAtOnce()
    {
        tests::ChapterBench bench;
        Chapter chapter;
        chapter.title = QStringLiteral("Inline");
        bench.item().chapters = {chapter};
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        const EpisodeChapters found = bench.chapters();
        QCOMPARE(sources(found), QStringLiteral("feed notes"));
        QCOMPARE(told(found.shown), QStringLiteral("0 Inline"));
        QCOMPARE(told(found.lists[1].chapters),
                 QStringLiteral("0 Hello|5000 The wall|8000 Good bye"));
        QCOMPARE(bench.chapters(), found);
    }

    void theListenersOwnGoFirstAndCanBeUndone()
    {
        tests::ChapterBench bench;
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        const EpisodeChapters before = bench.chapters();
        QCOMPARE(before.shown.size(), 3U);
        app::timestamps::Chapters own = before.shown;
        own[1].title = QStringLiteral("The old wall");
        std::swap(own[0], own[2]);
        const auto episode = bench.episode();
        VERIFY_RESULT(await(bench.service.setOwn(episode.row.id, own)));
        QCOMPARE(told(bench.chapters().shown),
                 QStringLiteral("0 Hello|5000 The old wall|8000 Good bye"));
        bench.history.undo();
        QTRY_COMPARE(bench.changed.count(), 2);
        QCOMPARE(bench.chapters(), before);
        bench.history.redo();
        QTRY_COMPARE(bench.changed.count(), 3);
        QCOMPARE(sources(bench.chapters()), QStringLiteral("own notes"));
        VERIFY_RESULT(await(bench.service.setOwn(episode.row.id, {})));
        QCOMPARE(bench.chapters(), before);
    }

    void theyLeaveAsFiles()
    {
        tests::ChapterBench bench;
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        const auto shown = bench.chapters().shown;
        const auto episode = bench.episode();
        const QString path = bench.fixture.folder.filePath(QStringLiteral("c.json"));
        using app::session::ChapterFormat;
        VERIFY_RESULT(await(bench.service.exportTo(episode, shown, ChapterFormat::Json, path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(told(*app::feeds::readChaptersJson(file.readAll())), told(shown));
        const QString nowhere = bench.fixture.folder.filePath(QStringLiteral("no/c.json"));
        VERIFY_ERROR(await(bench.service.exportTo(episode, shown, ChapterFormat::Podlove, nowhere)),
                     Denied);
        VERIFY_ERROR(await(bench.service.writeIntoFile(episode, shown)), NotFound);
        QVERIFY(!bench.setFile(tests::silentMp3({})).isEmpty());
        VERIFY_RESULT(await(bench.service.writeIntoFile(bench.episode(), shown)));
        QTRY_COMPARE(sources(bench.chapters()), QStringLiteral("file notes"));
    }

    void otherNotesBringOtherChapters()
    {
        tests::ChapterBench bench;
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        const auto podcast = bench.fixture.add(bench.feed);
        QCOMPARE(sources(bench.chapters()), QStringLiteral("notes"));
        const auto merge = [&](const QString &notes) {
            bench.item().description = notes;
            return await(bench.fixture.library->write(
                Durability::Normal,
                [podcast, feed = bench.feed, now = bench.fixture.clock.now()](
                    Connection &connection, Changes &changes) {
                    return app::library::PodcastStore(connection)
                        .merge(podcast, feed, now, changes);
                }));
        };
        VERIFY_RESULT(merge(QStringLiteral("0:00 Hello\n0:06 The wall\n0:08 Good bye")));
        QCOMPARE(told(bench.chapters().shown),
                 QStringLiteral("0 Hello|6000 The wall|8000 Good bye"));
        VERIFY_RESULT(merge(QStringLiteral("no times any more")));
        QCOMPARE(bench.chapters(), EpisodeChapters());
    }

    void jsonIsFetchedOnceAndAnnounced()
    {
        tests::ChapterBench bench;
        bench.server.set(QStringLiteral("/c.json"), {.body = json});
        bench.item().chaptersUrl = bench.server.address(QStringLiteral("/c.json"));
        bench.fixture.add(bench.feed);
        QCOMPARE(bench.chapters(), EpisodeChapters());
        QTRY_COMPARE(bench.changed.count(), 1);
        QCOMPARE(bench.changed[0][0].value<EpisodeId>(), bench.episode().row.id);
        const EpisodeChapters found = bench.chapters();
        QCOMPARE(sources(found), QStringLiteral("json"));
        QCOMPARE(told(found.shown), QStringLiteral("0 Hello|5000 The wall|8000 Good bye"));
        QCOMPARE(found.shown[1].url, QStringLiteral("https://w.example"));
        QCOMPARE(bench.server.requests(QStringLiteral("/c.json")).size(), 1u);
        QCOMPARE(bench.changed.count(), 1);
    }

    void whatCannotBeFetchedIsNotAskedForAgain()
    {
        tests::ChapterBench bench;
        bench.server.set(QStringLiteral("/c.json"), {.status = 404});
        bench.item().chaptersUrl = bench.server.address(QStringLiteral("/c.json"));
        bench.fixture.add(bench.feed);
        QCOMPARE(bench.chapters(), EpisodeChapters());
        QTRY_COMPARE(bench.server.requests(QStringLiteral("/c.json")).size(), 1u);
        QCOMPARE(bench.chapters(), EpisodeChapters());
        QCOMPARE(bench.chapters(), EpisodeChapters());
        QCOMPARE(bench.server.requests(QStringLiteral("/c.json")).size(), 1u);
    }

    void aServerThatStallsKeepsNobodyWaiting()
    {
        tests::ChapterBench bench;
        bench.server.set(QStringLiteral("/c.json"), {.body = json, .noAnswer = true});
        bench.item().chaptersUrl = bench.server.address(QStringLiteral("/c.json"));
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        QCOMPARE(sources(bench.chapters()), QStringLiteral("notes"));
        bench.server.dropAll();
    }

    void theFileIsReadOnceAndWins()
    {
        tests::ChapterBench bench;
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall");
        Chapter one;
        one.title = QStringLiteral("Feed");
        one.url = QStringLiteral("https://one.example");
        Chapter two;
        two.start = MediaTime::fromMs(5200);
        two.title = QStringLiteral("Feed, too");
        bench.item().chapters = {one, two};
        bench.fixture.add(bench.feed);
        bench.setFile(tests::silentMp3({{0, 5000, "File"}, {5000, 9000, {}}}));
        QCOMPARE(sources(bench.chapters()), QStringLiteral("feed"));
        QTRY_COMPARE(bench.changed.count(), 1);
        const EpisodeChapters found = bench.chapters();
        QCOMPARE(sources(found), QStringLiteral("file feed"));
        QCOMPARE(told(found.shown), QStringLiteral("0 File|5000 Feed, too"));
        QCOMPARE(found.shown[0].url, QStringLiteral("https://one.example"));
        QCOMPARE(bench.changed.count(), 1);
    }

    void aNewFileIsReadAgain()
    {
        tests::ChapterBench bench;
        bench.fixture.add(bench.feed);
        const QString path = bench.setFile(tests::silentMp3({{0, 5000, "Old"}}));
        bench.service.readFile(bench.episode().row.id, path);
        QTRY_COMPARE(bench.changed.count(), 1);
        bench.setFile(tests::silentMp3({}));
        bench.service.readFile(bench.episode().row.id, path);
        QTRY_COMPARE(bench.changed.count(), 2);
        QCOMPARE(bench.chapters(), EpisodeChapters());
        // What cannot be read leaves what is there.
        bench.setFile(tests::silentMp3({{0, 5000, "New"}}));
        bench.service.readFile(bench.episode().row.id, path);
        QTRY_COMPARE(bench.changed.count(), 3);
        bench.setFile("<html>no sound</html>");
        bench.service.readFile(bench.episode().row.id, path);
        QCOMPARE(told(bench.chapters().shown), QStringLiteral("0 New"));
    }

    void theListenerChooses()
    {
        tests::ChapterBench bench;
        Chapter chapter;
        chapter.title = QStringLiteral("Inline");
        bench.item().chapters = {chapter};
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        const EpisodeId id = bench.episode().row.id;
        VERIFY_RESULT(await(bench.service.choose(id, QStringLiteral("notes"))));
        QCOMPARE(bench.changed.count(), 1);
        QCOMPARE(sources(bench.chapters()), QStringLiteral("notes feed"));
        QCOMPARE(told(bench.chapters().shown),
                 QStringLiteral("0 Hello|5000 The wall|8000 Good bye"));
        VERIFY_RESULT(await(bench.service.choose(id, {})));
        QCOMPARE(bench.changed.count(), 2);
        QCOMPARE(told(bench.chapters().shown), QStringLiteral("0 Inline"));
        VERIFY_ERROR(await(bench.service.choose(id, QStringLiteral("elsewhere"))), Conflict);
        VERIFY_ERROR(await(bench.service.choose(EpisodeId(99), QStringLiteral("feed"))), NotFound);
        QCOMPARE(bench.changed.count(), 2);
    }

    void mayEndWhileEverythingIsUnderWay()
    {
        tests::ChapterBench bench;
        bench.server.set(QStringLiteral("/c.json"), {.body = json});
        bench.item().chaptersUrl = bench.server.address(QStringLiteral("/c.json"));
        bench.item().description = QStringLiteral("0:00 Hello\n0:05 The wall\n0:08 Good bye");
        bench.fixture.add(bench.feed);
        bench.setFile(tests::silentMp3({{0, 5000, "File"}}));
        const Episode episode = bench.episode();
        for (int rounds = 0; rounds < 20; ++rounds) {
            ChapterService service(*bench.fixture.library,
                                   *bench.http,
                                   *bench.workers,
                                   bench.settings,
                                   bench.timekeeping,
                                   bench.history);
            auto asked = service.of(episode);
            // Ends at another moment each time.
            for (int i = 0; i < rounds; ++i) {
                QCoreApplication::processEvents();
            }
            Q_UNUSED(asked);
        }
        QCOMPARE(await(bench.service.of(episode)).has_value(), true);
    }
};

QTEST_GUILESS_MAIN(ChapterServiceTest)
#include "tst_chapterservice.moc"
