// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/timekeeping.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::timestamps::MediaTime;
using app::timestamps::Recording;
using app::timestamps::ShortForm;
using app::timestamps::TimeDecision;
using app::timestamps::TimeDecisions;
using tests::await;

namespace {

/// An episode with these show notes, and what decides about its times.
struct Bench
{
    explicit Bench(const QString &notes)
    {
        feed.title = QStringLiteral("Tidewater Radio");
        app::feeds::FeedEpisode item;
        item.guid = QStringLiteral("e1");
        item.title = QStringLiteral("Where zero is");
        item.duration = std::chrono::hours(3);
        item.description = notes;
        feed.episodes = {item};
        podcast = fixture.add(feed);
    }

    app::library::Episode episode() { return fixture.episode(QStringLiteral("e1")); }

    DecidedNotes read() { return await(service.read(episode())).value_or(DecidedNotes()); }

    QList<qint64> seconds()
    {
        QList<qint64> found;
        for (const auto &time : read().notes.times) {
            found += time.start.ms() / 1000;
        }
        return found;
    }

    app::base::Result<void> decide(const Timekeeping::Change &change)
    {
        return await(service.decide(episode().row.id, read().textHash, change));
    }

    tests::SessionFixture fixture;
    app::feeds::Feed feed;
    app::base::PodcastId podcast;
    std::unique_ptr<app::work::WorkerPool> workers = std::make_unique<app::work::WorkerPool>();
    History history;
    Timekeeping service{*fixture.library, *workers, history, fixture.clock};
};

const QString list = QStringLiteral("0:00 Hello\n1:20 The wall\n2:10 Good bye");

} // namespace

class TimekeepingTest final : public QObject
{
    Q_OBJECT

private slots:

    void decisionsAreKeptAndUndone()
    {
        Bench bench(list);
        QSignalSpy changed(&bench.service, &Timekeeping::changed);
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 80, 130}));
        VERIFY_RESULT(bench.decide(
            [](TimeDecisions &decisions) { decisions.shortForm = ShortForm::HoursMinutes; }));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 4800, 7800}));
        bench.history.undo();
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 80, 130}));
        bench.history.redo();
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 4800, 7800}));
    }

    void anotherTextIsDecidedAnew()
    {
        Bench bench(list);
        VERIFY_RESULT(bench.decide([](TimeDecisions &decisions) {
            decisions.times.push_back(
                {TimeDecision::Kind::NotATime, {11, 4}, QStringLiteral("1:20"), {}, false});
        }));
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 130}));
        bench.feed.episodes[0].description = list + QStringLiteral(", all");
        VERIFY_RESULT(await(bench.fixture.library->write(
            app::library::Durability::Normal,
            [&](app::library::Connection &connection, app::library::Changes &changes) {
                return app::library::PodcastStore(connection)
                    .merge(bench.podcast, bench.feed, bench.fixture.clock.now(), changes);
            })));
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 80, 130}));
    }

    void aPodcastsTextsFollowItsDecision()
    {
        Bench bench(list);
        QSignalSpy changed(&bench.service, &Timekeeping::podcastChanged);
        TimeDecisions common;
        common.shortForm = ShortForm::HoursMinutes;
        VERIFY_RESULT(await(bench.service.setForPodcast(bench.podcast, common)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 4800, 7800}));
        VERIFY_RESULT(bench.decide(
            [](TimeDecisions &decisions) { decisions.shortForm = ShortForm::MinutesSeconds; }));
        QCOMPARE(bench.seconds(), (QList<qint64>{0, 80, 130}));
        VERIFY_RESULT(await(bench.service.setForPodcast(bench.podcast, {})));
        VERIFY_ERROR(await(bench.service.setForPodcast(app::base::PodcastId(99), common)),
                     NotFound);
        VERIFY_ERROR(await(bench.service.decide(
                         app::base::EpisodeId(99), QStringLiteral("x"), [](auto &) {})),
                     NotFound);
    }

    void theOtherRecordingIsFound_data()
    {
        QTest::addColumn<QString>("notes");
        QTest::addColumn<QString>("contentLink");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QStringLiteral("See https://example.org/") << QString()
                              << QString();
        QTest::newRow("feed") << QString()
                              << QStringLiteral("https://www.youtube.com/watch?v=abc&t=5")
                              << QStringLiteral("https://www.youtube.com/watch?v=abc&t=270s");
        QTest::newRow("text") << QStringLiteral("Follow https://youtube.com/@me\n"
                                                "Watch: http://youtu.be/abc")
                              << QString() << QStringLiteral("https://youtu.be/abc?t=270s");
        QTest::newRow("elsewhere") << QString() << QStringLiteral("https://video.example/1")
                                   << QStringLiteral("https://video.example/1#t=270");
        QTest::newRow("hostile") << QString() << QStringLiteral("javascript:alert(1)") << QString();
    }

    void theOtherRecordingIsFound()
    {
        QFETCH(QString, notes);
        QFETCH(QString, contentLink);
        QFETCH(QString, expected);
        app::library::Episode episode;
        if (!contentLink.isEmpty()) {
            episode.feed.contentLinks = {{contentLink, {}}};
        }
        const auto text = app::markup::readShowNotes(notes);
        QCOMPARE(otherRecordingAt(episode, text, MediaTime::fromMs(270'400)).toString(), expected);
    }
};

QTEST_GUILESS_MAIN(TimekeepingTest)
#include "tst_timekeeping.moc"
