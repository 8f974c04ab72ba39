// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, end to end, in the real window: from a feed to a note that leaves as Markdown.
#include "app/session/notebook.h"
#include "app/session/noteexports.h"
#include "tests/journeys/window/windowrun.h"
#include "tests/support/resulttest.h"
#include "ui/library/addpodcastdialog.h"
#include "ui/notes/noteeditor.h"
#include "ui/transcript/shownotesview.h"
#include "ui/transcript/transcriptview.h"

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace std::chrono_literals;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::await;
using tests::WindowRun;

namespace {

/// The code begins this far into the recording, so that 4:30 lies within its two minutes.
constexpr int codeDelaySeconds = 200;

QByteArray feed(const tests::HttpFixture &server)
{
    return QStringLiteral(
               "<?xml version=\"1.0\"?><rss version=\"2.0\" "
               "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
               "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>"
               "<title>Tidewater Radio</title><item><title>Where zero is</title>"
               "<guid>tidewater-1</guid><link>https://tidewater.example/1</link>"
               "<itunes:duration>5:20</itunes:duration><pubDate>Fri, 20 Nov 2026 08:00:00 "
               "GMT</pubDate>"
               "<description><![CDATA[<p>How harbours learned to measure.</p>"
               "<p>The definition (4:30) and the ferry at 10:40 in the "
               "morning.</p>]]></description>"
               "<enclosure url=\"%1\" type=\"audio/mpeg\" length=\"1\"/>"
               "<podcast:transcript url=\"%2\" type=\"text/vtt\"/></item></channel></rss>")
        .arg(server.address(QStringLiteral("/1.mp3")), server.address(QStringLiteral("/1.vtt")))
        .toUtf8();
}

const QByteArray transcript =
    "WEBVTT\n\n"
    "00:04:20.000 --> 00:04:28.000\n<v Ines Maret>Who made that decision?\n\n"
    "00:04:28.000 --> 00:04:33.000\n<v Tobias Adeyemi>Every reading for the "
    "next eighty years hung from that line.\n\n"
    "00:04:33.000 --> 00:04:36.000\n<v Ines Maret>And nobody noticed?\n";

} // namespace

class JourneyTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        const QString sound = m_folder.filePath(QStringLiteral("1.mp3"));
        QVERIFY2(tests::encodePositionCode(
                     {QStringLiteral("-af"),
                      QStringLiteral("adelay=%1:all=1").arg(codeDelaySeconds * 1000),
                      QStringLiteral("-b:a"),
                      QStringLiteral("64k")},
                     sound),
                 "ffmpeg is needed to make the sound");
        m_server.set(QStringLiteral("/feed"),
                     {.body = feed(m_server), .contentType = "application/rss+xml"});
        m_server.set(QStringLiteral("/1.mp3"),
                     {.body = tests::wholeFile(sound), .contentType = "audio/mpeg"});
        m_server.set(QStringLiteral("/1.vtt"), {.body = transcript, .contentType = "text/vtt"});
    }

    void fromAFeedToANote()
    {
        {
            WindowRun run(m_folder);
            subscribe(run);
            clickTheTime(run);
            highlightAndNote(run);
            m_position = run.player().position();
            // After writing, the sound went on two seconds earlier.
            QVERIFY(m_position > MediaTime::fromMs(268'000));
            QTRY_COMPARE(storedPosition(run), m_position.ms());
        }
        WindowRun again(m_folder);
        allIsThere(again);
        exportEqualsTheExpectedFile(again);
    }

private:
    void subscribe(WindowRun &run)
    {
        run.give("app.addPodcast");
        auto *const dialog = run.find<ui::library::AddPodcastDialog>();
        QVERIFY(dialog);
        dialog->setAddress(m_server.address(QStringLiteral("/feed")));
        emit dialog->followRequested(dialog->address());
        auto *const episodes = run.window.findChild<QListView *>(QStringLiteral("episodes"));
        QTRY_COMPARE(episodes->model()->rowCount(), 1);
        episodes->setCurrentIndex(episodes->model()->index(0, 0));
    }

    void clickTheTime(WindowRun &run)
    {
        auto *const notes = run.find<ui::transcript::ShowNotesView>();
        QTRY_VERIFY(!notes->reader().document().times.empty());
        // The ferry's clock time is no place.
        QCOMPARE(notes->reader().document().times.size(), 1u);
        auto *const play = run.window.findChild<QAbstractButton *>(QStringLiteral("readerPlay"));
        QTest::mouseClick(play, Qt::LeftButton);
        QTRY_COMPARE(run.player().state(), PlayerState::Playing);
        run.hear(1s);
        QTRY_VERIFY(run.player().position() > MediaTime::fromMs(500));

        const auto &time = notes->reader().document().times.front();
        const auto rects = notes->reader().rectsOf({time.offset, time.length});
        QVERIFY(!rects.empty());
        const int flushes = run.capture.flushes();
        QTest::mouseClick(
            notes->reader().viewport(), Qt::LeftButton, {}, rects.front().center().toPoint());
        QTRY_VERIFY(run.capture.flushes() > flushes);
        QTRY_VERIFY(run.player().position() >= MediaTime::fromMs(270'000));
        QTRY_COMPARE(run.player().state(), PlayerState::Playing);
        const qint64 before = run.capture.heardFrames();
        run.hear(1s);
        const auto sound = run.capture.heardSince(before);
        // What is heard first is the place; its first 20 ms fade in.
        const auto begin = static_cast<std::size_t>(
            std::find_if(sound.begin(), sound.end(), [](float value) { return value != 0.0F; })
            - sound.begin());
        QVERIFY(begin + 48'000 < sound.size());
        const auto heard = tests::heardPlace(std::span(sound).subspan(begin / 2 * 2 + 2 * 960));
        QVERIFY(heard);
        const double expected = 270'000 - codeDelaySeconds * 1000 + 20;
        QVERIFY2(std::abs(heard->ms - expected) <= 5.0,
                 qPrintable(QStringLiteral("heard %1 ms off").arg(heard->ms - expected)));
        QVERIFY(run.session->listening().backPlace());
    }

    void highlightAndNote(WindowRun &run)
    {
        run.give("reader.transcript");
        auto *const words = run.find<ui::transcript::TranscriptView>();
        QTRY_VERIFY(words->hasText());
        select(*words,
               QStringLiteral("Every reading for the next eighty years hung from that line."));
        run.give("sel.highlight");
        QTRY_COMPARE(notes(run).size(), 1u);
        // Two minutes apart, so that the first eight characters tell their ids apart.
        run.clock.advance(2min);
        select(*words, QStringLiteral("And nobody noticed?"));
        run.give("note.new");
        auto *const card = run.find<ui::notes::NoteEditor>();
        QVERIFY(card->isVisible());
        auto *const text = card->findChild<QPlainTextEdit *>();
        QTest::keyClicks(text, QStringLiteral("Compare with the levelling notes #datum"));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(notes(run).size(), 2u);
        QTRY_VERIFY(!card->isVisible());
        // Undone and done again.
        run.give("edit.undo");
        QTRY_COMPARE(notes(run).size(), 1u);
        run.give("edit.redo");
        QTRY_COMPARE(notes(run).size(), 2u);
        run.player().pause();
        QTRY_COMPARE(run.player().state(), PlayerState::Paused);
    }

    void allIsThere(WindowRun &run)
    {
        QTRY_VERIFY(run.session->listening().current());
        QTRY_COMPARE(run.player().state(), PlayerState::Paused);
        const auto off = run.player().position() - m_position;
        QVERIFY2(std::chrono::abs(off) < 1s, qPrintable(QString::number(off.count())));
        QCOMPARE(notes(run).size(), 2u);
        auto *const words = run.find<ui::transcript::TranscriptView>();
        QTRY_VERIFY(words->hasText());
    }

    void exportEqualsTheExpectedFile(WindowRun &run)
    {
        const QString path = m_folder.filePath(QStringLiteral("out.md"));
        VERIFY_RESULT(
            await(run.session->noteExports().write({.format = QStringLiteral("markdown")}, path)));
        QString written = QString::fromUtf8(tests::wholeFile(path));
        int number = 0;
        for (const app::notes::Note &note : notes(run)) {
            const QString name = QStringLiteral("ID%1").arg(++number);
            written.replace(note.id.text(), name);
            // A block id is as much of the note's id as tells it from the others.
            const QRegularExpression blockId(QStringLiteral("\\^h-([0-9a-f-]+)\n"));
            auto found = blockId.globalMatch(written);
            while (found.hasNext()) {
                const QString id = found.next().captured(1);
                if (note.id.text().startsWith(id)) {
                    written.replace(QStringLiteral("^h-%1\n").arg(id),
                                    QStringLiteral("^h-%1\n").arg(name));
                }
            }
        }
        written.replace(QRegularExpression(QStringLiteral("episode/[0-9a-f]{40}/")),
                        QStringLiteral("episode/FEED/"));
        written.replace(QRegularExpression(QStringLiteral("created: \\S+")),
                        QStringLiteral("created: CREATED"));
        const QString expected = QString::fromUtf8(
            tests::wholeFile(QStringLiteral(EARMARK_TEST_DATA "/journeys/export.md")));
        QVERIFY2(written == expected, qPrintable(written));
    }

    static void select(ui::transcript::TranscriptView &words, const QString &sentence)
    {
        const qsizetype offset = words.reader().document().text.indexOf(sentence);
        QVERIFY(offset >= 0);
        words.reader().select({offset, sentence.size()});
    }

    static std::vector<app::notes::Note> notes(WindowRun &run)
    {
        return await(run.session->notebook().list({})).value_or({});
    }

    static qint64 storedPosition(WindowRun &run)
    {
        const auto rows =
            await(run.session->library().read([](app::library::Connection &connection) {
                return app::library::EpisodeStore(connection).page({}, 0, 1);
            }));
        return rows && !rows->empty() ? rows->front().position.ms() : -1;
    }

    QTemporaryDir m_folder;
    tests::HttpFixture m_server;
    MediaTime m_position;
};

QTEST_MAIN(JourneyTest)
#include "tst_fromfeedtonote.moc"
