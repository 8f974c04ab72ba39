// SPDX-License-Identifier: GPL-3.0-or-later
// The tip over the timeline in the real window: time, chapter, and the words spoken there.
#include "tests/journeys/window/windowrun.h"
#include "ui/library/firstrunpage.h"

#include <QMouseEvent>

using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::WindowRun;

namespace {

const QByteArray transcript = "WEBVTT\n\n"
                              "00:02.000 --> 00:08.000\nEvery reading hung from it.\n\n"
                              "00:10.000 --> 00:20.000\nNobody noticed.\n";

/// What the tip says at a place: its head, and the words below.
std::pair<QString, QString> tipAt(WindowRun &run, MediaTime place)
{
    auto &line = run.timeline();
    const QPointF point(line.xOf(place), line.height() - 8);
    QTest::mouseMove(&line, QPoint(2, line.height() - 8));
    QTest::mouseMove(&line, point.toPoint());
    auto *const tip = run.find<QWidget>("timelineTip");
    return tip && tip->isVisible()
               ? std::pair(tip->property("text").toString(), tip->property("words").toString())
               : std::pair(QString(), QString());
}

} // namespace

class TimelineTipJourney : public QObject
{
    Q_OBJECT

private slots:

    void theSampleSaysItsWords()
    {
        const QTemporaryDir folder;
        WindowRun run(folder);
        emit run.find<ui::library::FirstRunPage>()->sampleRequested();
        QTRY_VERIFY(run.list().model()->rowCount() > 0);
        run.list().setFocus();
        run.list().setCurrentIndex(run.list().model()->index(0, 0));
        run.give("ep.play");
        QTRY_COMPARE(run.player().state(), PlayerState::Playing);
        QTRY_VERIFY(run.timeline().duration());
        QTRY_VERIFY(!tipAt(run, MediaTime::fromMs(20'000)).second.isEmpty());
        const auto tip = tipAt(run, MediaTime::fromMs(20'000));
        QVERIFY2(tip.first.startsWith(QStringLiteral("0:")), qPrintable(tip.first));
        // Each episode says its own.
        run.list().setCurrentIndex(run.list().model()->index(1, 0));
        run.give("ep.play");
        QTRY_VERIFY(!tipAt(run, MediaTime::fromMs(20'000)).second.isEmpty()
                    && tipAt(run, MediaTime::fromMs(20'000)).second != tip.second);
    }

    void afterANewStartToo()
    {
        const QTemporaryDir folder;
        QString before;
        {
            WindowRun run(folder);
            emit run.find<ui::library::FirstRunPage>()->sampleRequested();
            QTRY_VERIFY(run.list().model()->rowCount() > 0);
            run.list().setFocus();
            run.list().setCurrentIndex(run.list().model()->index(0, 0));
            run.give("ep.play");
            QTRY_VERIFY(!tipAt(run, MediaTime::fromMs(20'000)).second.isEmpty());
            before = tipAt(run, MediaTime::fromMs(20'000)).second;
            run.hear(std::chrono::seconds(3));
            run.player().pause();
            QTRY_COMPARE(run.player().state(), PlayerState::Paused);
        }
        WindowRun again(folder);
        QTRY_VERIFY(again.listening().current());
        QTRY_COMPARE(again.player().state(), PlayerState::Paused);
        QTRY_COMPARE(tipAt(again, MediaTime::fromMs(20'000)).second, before);
    }

    /// The transcript only comes from its server after the sound has begun.
    void wordsThatComeLater()
    {
        const QTemporaryDir folder;
        tests::HttpFixture server;
        serve(server,
              folder,
              {.body = transcript,
               .contentType = "text/vtt",
               .chunkBytes = 16,
               .interval = std::chrono::milliseconds(40)});
        WindowRun run(folder);
        play(run, server);
        QTRY_COMPARE(tipAt(run, MediaTime::fromMs(12'000)).second,
                     QStringLiteral("“Nobody noticed.”"));
        QCOMPARE(tipAt(run, MediaTime::fromMs(5'000)).second,
                 QStringLiteral("“Every reading hung from it.”"));
        QVERIFY(tipAt(run, MediaTime::fromMs(1'000)).second.isEmpty());
    }

    void wordsAttachedWhileItPlays()
    {
        const QTemporaryDir folder;
        tests::HttpFixture server;
        serve(server, folder, {});
        WindowRun run(folder);
        play(run, server);
        QTRY_VERIFY(!tipAt(run, MediaTime::fromMs(12'000)).first.isEmpty());
        QVERIFY(tipAt(run, MediaTime::fromMs(12'000)).second.isEmpty());
        QFile file(folder.filePath(QStringLiteral("mine.vtt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(transcript);
        file.close();
        run.window.take({QUrl::fromLocalFile(file.fileName())});
        QTRY_COMPARE(tipAt(run, MediaTime::fromMs(12'000)).second,
                     QStringLiteral("“Nobody noticed.”"));
    }

    void aServerWithoutTheTranscriptIsNotAskedOverAndOver()
    {
        const QTemporaryDir folder;
        tests::HttpFixture server;
        serve(server, folder, {.status = 404, .body = "gone"});
        WindowRun run(folder);
        play(run, server);
        run.hear(std::chrono::seconds(1));
        // Once for the player, once for the reader.
        QTRY_COMPARE(server.requests(QStringLiteral("/1.vtt")).size(), 2U);
        // The place is stored again and again, which tells of a change each time.
        for (int second = 2; second <= 12; second += 2) {
            run.hear(std::chrono::seconds(2));
            QTRY_VERIFY(run.stored(QStringLiteral("1")).row.position
                        > MediaTime::fromMs(second * 1'000));
        }
        run.settle();
        QCOMPARE(server.requests(QStringLiteral("/1.vtt")).size(), 2U);
    }

private:
    static void
    serve(tests::HttpFixture &server, const QTemporaryDir &folder, const tests::HttpRoute &words)
    {
        server.set(QStringLiteral("/1.mp3"),
                   {.body = tests::codedPiece(folder, QStringLiteral("mp3"), 0, 30)});
        server.set(QStringLiteral("/1.vtt"), words);
        const QString link = QStringLiteral("<podcast:transcript url=\"%1\" type=\"text/vtt\"/>")
                                 .arg(server.address(QStringLiteral("/1.vtt")));
        server.set(QStringLiteral("/feed"),
                   tests::feedRoute(QStringLiteral("Tidewater"),
                                    tests::feedItem(server,
                                                    QStringLiteral("1"),
                                                    QStringLiteral("/1.mp3"),
                                                    words.body.isEmpty() ? QString() : link)));
    }

    static void play(WindowRun &run, const tests::HttpFixture &server)
    {
        QCOMPARE(run.follow(server.address(QStringLiteral("/feed"))), 1);
        QTRY_COMPARE(run.list().model()->rowCount(), 1);
        run.list().setCurrentIndex(run.list().model()->index(0, 0));
        run.give("ep.play");
        QTRY_COMPARE(run.player().state(), PlayerState::Playing);
    }
};

QTEST_MAIN(TimelineTipJourney)
#include "tst_timelinetip.moc"
