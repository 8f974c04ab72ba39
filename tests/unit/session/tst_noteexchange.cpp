// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/quotecontext.h"
#include "app/session/anchorsource.h"
#include "app/session/notebook.h"
#include "app/session/noteexchange.h"
#include "app/session/noteexports.h"
#include "app/session/shownotes.h"
#include "app/session/transcriptservice.h"
#include "app/transcripts/cueplaces.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace app::session;
using app::notes::Note;
using app::timestamps::MediaTime;
using tests::await;
using tests::SessionBench;

class NoteExchangeTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->serveFeed(SessionBench::item("e1") + SessionBench::item("e2"));
        VERIFY_RESULT(m_bench->subscribe());
    }

    void cleanup() { m_bench.reset(); }

    void markdownIsAFilePerEpisode()
    {
        addNote(QStringLiteral("e1"));
        addNote(QStringLiteral("e1"));
        addNote(QStringLiteral("e2"));
        const QString folder = m_bench->folder.filePath(QStringLiteral("new/notes"));
        const auto report = await(exportAs("markdown", folder));
        VERIFY_RESULT(report);
        QCOMPARE(report->notes, 3);
        QCOMPARE(report->files.size(), 2);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
        // Once more replaces them.
        VERIFY_RESULT(await(exportAs("markdown", folder)));
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
    }

    void markdownMayBeOneFile()
    {
        addNote(QStringLiteral("e1"));
        const QString path = m_bench->folder.filePath(QStringLiteral("one.md"));
        const auto report = await(exportAs("markdown", path));
        VERIFY_RESULT(report);
        QCOMPARE(report->files, QStringList(path));
        QVERIFY(bytesOf(path).contains("Episode e1"));
        addNote(QStringLiteral("e2"));
        const QByteArray before = bytesOf(path);
        VERIFY_ERROR(await(exportAs("markdown", path)), Conflict);
        QCOMPARE(bytesOf(path), before);
        const auto chosen = m_bench->episode(QStringLiteral("e2")).row.id;
        VERIFY_RESULT(await(
            exports().write({.format = QStringLiteral("markdown"), .episodes = {chosen}}, path)));
        QVERIFY(bytesOf(path).contains("Episode e2"));
    }

    void nothingToExportIsAnError()
    {
        const QString path = m_bench->folder.filePath(QStringLiteral("none"));
        VERIFY_ERROR(await(exportAs("markdown", path)), NotFound);
        VERIFY_ERROR(await(exportAs("jsonl", path)), NotFound);
        QVERIFY(!QFile::exists(path));
    }

    void linesRestoreAnotherLibraryWithItsBin()
    {
        addNote(QStringLiteral("e1"));
        const Note binned = addNote(QStringLiteral("e2"));
        VERIFY_RESULT(await(m_bench->session->notebook().remove(binned.id)));
        const QString path = m_bench->folder.filePath(QStringLiteral("notes.jsonl"));
        VERIFY_RESULT(await(exportAs("jsonl", path)));

        SessionBench other;
        const auto imported = await(other.session->exchange().importFile(path));
        VERIFY_RESULT(imported);
        QCOMPARE(imported->kind, QStringLiteral("jsonl"));
        QCOMPARE(imported->added, 2);
        app::library::NoteFilter withBin;
        withBin.deletedToo = true;
        const auto notes = await(other.session->notebook().list(withBin));
        VERIFY_RESULT(notes);
        QCOMPARE(notes->size(), 2u);
        const QString again = other.folder.filePath(QStringLiteral("again.jsonl"));
        VERIFY_RESULT(
            await(other.session->noteExports().write({.format = QStringLiteral("jsonl")}, again)));
        QCOMPARE(bytesOf(again), bytesOf(path));

        // Notes that came before their podcast find their episodes when it comes.
        VERIFY_RESULT(await(other.session->subscriptions().subscribe(
            m_bench->http.address(QStringLiteral("/feed.xml")))));
        const auto attached = await(other.session->notebook().list({}));
        QCOMPARE(attached->size(), 1u);
        QCOMPARE(attached->front().episode, other.episode(QStringLiteral("e1")).row.id);
    }

    void failedWriteLeavesNothing()
    {
        addNote(QStringLiteral("e1"));
        const QString inTheWay = m_bench->write(QStringLiteral("file"), "in the way");
        const QString path = inTheWay + QStringLiteral("/notes.jsonl");
        VERIFY_ERROR(await(exportAs("jsonl", path)), Denied);
        VERIFY_ERROR(await(exportAs("markdown", inTheWay)), Denied);
        QCOMPARE(bytesOf(inTheWay), QByteArray("in the way"));
        // One of two files cannot be written: the other one is not left behind.
        addNote(QStringLiteral("e2"));
        const QString folder = m_bench->folder.filePath(QStringLiteral("half"));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/Tidewater Radio - Episode e2.md")));
        VERIFY_ERROR(await(exportAs("markdown", folder)), Denied);
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList());
    }

#ifdef Q_OS_UNIX
    void onlyPlainFilesAreReplaced()
    {
        addNote(QStringLiteral("e1"));
        const QString pipe = m_bench->folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        VERIFY_ERROR(await(exportAs("jsonl", pipe)), Denied);
        QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
    }
#endif

    void importsAreKnownByTheirContent()
    {
        const QString list = m_bench->write(
            QStringLiteral("notes.jsonl"),
            "\xef\xbb\xbf<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline xmlUrl=\""
                + m_bench->http.address(QStringLiteral("/feed.xml")).toLatin1()
                + "\"/></body></opml>");
        const auto report = await(exchange().importFile(list));
        VERIFY_RESULT(report);
        QCOMPARE(report->kind, QStringLiteral("opml"));
        QCOMPARE(report->added, 1);
        VERIFY_ERROR(await(exchange().importFile(m_bench->write(QStringLiteral("a"), "hello"))),
                     Unsupported);
        VERIFY_ERROR(await(exchange().importFile(m_bench->write(QStringLiteral("b"), {}))),
                     Unsupported);
        QVERIFY(!await(exchange().importFile(m_bench->write(QStringLiteral("c"), "{\"x\""))));
        QVERIFY(!await(exchange().importFile(m_bench->folder.path())));
        VERIFY_ERROR(await(exchange().importFile(QStringLiteral("/nowhere"))), NotFound);
    }

    void notesOfOtherProgramsAreLookedAtThenTakenInOnce()
    {
        const QString path =
            m_bench->write(QStringLiteral("An episode.txt"), "1.5\t2.5\tone\n3.0\t3.0\ttwo\n");
        const auto preview = await(exchange().preview(path));
        VERIFY_RESULT(preview);
        QCOMPARE(preview->kind, QStringLiteral("audacity"));
        QCOMPARE(preview->plan.added, 2);
        QVERIFY(await(m_bench->session->notebook().list({}))->empty());
        const auto report = await(exchange().importFile(path));
        VERIFY_RESULT(report);
        QCOMPARE(report->kind, QStringLiteral("audacity"));
        QCOMPARE(report->added, 2);
        const auto again = await(exchange().importFile(path));
        VERIFY_RESULT(again);
        QCOMPARE(again->added + again->updated, 0);
        QCOMPARE(again->skipped, 2);
        const auto notes = await(m_bench->session->notebook().list({}));
        QCOMPARE(notes->size(), 2u);
        QCOMPARE(notes->front().episodeRef.episodeTitle, QStringLiteral("An episode"));
        VERIFY_ERROR(await(exchange().preview(m_bench->write(
                         QStringLiteral("o"),
                         "<opml><body><outline xmlUrl=\"http://127.0.0.1/f\"/></body></opml>"))),
                     Unsupported);
    }

    void whatWasLookedAtIsWhatComes()
    {
        const QString path = m_bench->write(QStringLiteral("l.txt"), "1.5\t2.5\tone\n");
        const auto preview = await(exchange().preview(path));
        VERIFY_RESULT(preview);
        m_bench->write(QStringLiteral("l.txt"), "1.5\t2.5\tother\n3\t3\tmore\n");
        const auto report = await(exchange().apply(*preview));
        VERIFY_RESULT(report);
        QCOMPARE(report->added, 1);
        const auto notes = await(m_bench->session->notebook().list({}));
        QCOMPARE(notes->size(), 1u);
        QCOMPARE(notes->front().text, QStringLiteral("one"));
        // What came meanwhile is known when it comes again.
        const auto again = await(exchange().apply(*preview));
        VERIFY_RESULT(again);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->skipped, 1);
        // Subscriptions are taken in unseen, notes are not.
        VERIFY_ERROR(await(exchange().follow(path)), Unsupported);
    }

    void labelsAreAboutTheEpisodeThatIsSaid()
    {
        const QString path = m_bench->write(QStringLiteral("labels.txt"), "1\t2\tone\n");
        const auto preview = await(exchange().preview(path));
        VERIFY_RESULT(preview);
        QVERIFY(preview->wantsEpisode);
        const auto episode = m_bench->episode(QStringLiteral("e2")).row.id;
        const auto said = await(exchange().preview(path, episode));
        VERIFY_RESULT(said);
        QVERIFY(!said->wantsEpisode);
        QCOMPARE(said->plan.notes.front().note.episodeRef.episodeTitle,
                 QStringLiteral("Episode e2"));
        VERIFY_RESULT(await(exchange().importFile(path, episode)));
        app::library::NoteFilter ofEpisode;
        ofEpisode.episode = episode;
        QCOMPARE(await(m_bench->session->notebook().list(ofEpisode))->size(), 1u);
        VERIFY_ERROR(await(exchange().importFile(path, app::base::EpisodeId(999))), NotFound);
    }

    void aDoubtfulEpisodeIsNone()
    {
        m_bench->serveFeed(SessionBench::item("e1") + SessionBench::item("e2")
                           + "<item><title>Twice!</title><guid>t1</guid><link>http://x.example/1"
                             "</link><enclosure url=\"1.mp3\" type=\"audio/mpeg\"/></item>"
                             "<item><title>twice</title><guid>t2</guid><link>http://x.example/2"
                             "</link><enclosure url=\"2.mp3\" type=\"audio/mpeg\"/></item>");
        VERIFY_RESULT(m_bench->subscribe());
        const auto preview =
            await(exchange().preview(m_bench->write(QStringLiteral("r.csv"),
                                                    "Highlight,Title,Author,URL,Location\n"
                                                    "a,Twice,Tidewater Radio,,1\n"
                                                    "b,Twice,Tidewater Radio,http://x.example/2,2\n"
                                                    "c,Episode e1,Tidewater Radio,,3\n"
                                                    "d,Episode e1,Somebody else,,4\n"
                                                    "e,\"EPISODE: e1\",,,5\n"
                                                    "f,...,,,6\n")));
        VERIFY_RESULT(preview);
        QStringList guids;
        for (const app::exports::PlannedNote &planned : preview->plan.notes) {
            guids += planned.note.episodeRef.episodeGuid;
        }
        QCOMPARE(
            guids,
            QStringList(
                {{}, QStringLiteral("t2"), QStringLiteral("e1"), {}, QStringLiteral("e1"), {}}));
        // All of them say what they are about.
        QVERIFY(!preview->wantsEpisode);
    }

    void placesInShowNotesAreCountedInCodePoints()
    {
        const auto serve = [this](const QByteArray &words) {
            m_bench->serveFeed(
                SessionBench::item("e1", "<description>" + words + "</description>"));
            return m_bench->subscribe();
        };
        VERIFY_RESULT(serve("<![CDATA[<p>\xF0\x9F\x8C\x8A The tide turns.</p>]]>"));
        const auto episode = m_bench->episode(QStringLiteral("e1"));
        const QString text = app::session::readShowNotes(episode.feed.description, {}).text.text;
        NewNote note;
        note.episode = episode.row.id;
        note.anchor = app::notes::makeAnchor(
            text, text.indexOf(QLatin1String("tide")), 4, app::notes::QuoteSource::ShowNotes);
        VERIFY_RESULT(await(m_bench->session->notebook().add(note)));
        const QString path = m_bench->folder.filePath(QStringLiteral("n.jsonld"));
        VERIFY_RESULT(await(exportAs("w3c", path)));
        const QByteArray position = "\"type\":\"TextPositionSelector\",\"start\":6,\"end\":10";
        QVERIFY2(QByteArray(bytesOf(path)).replace(' ', "").contains(position),
                 bytesOf(path).constData());
        // A text that is not what it was tells no places.
        VERIFY_RESULT(serve("New: the tide turns."));
        VERIFY_RESULT(await(exportAs("w3c", path)));
        QVERIFY(!bytesOf(path).contains("TextPositionSelector"));
    }

    /// Also in one that something was put right in, and when the episode has left the library.
    void placesInTranscriptsAreCountedInCodePoints()
    {
        const LoadedTranscript plain = attach(QStringLiteral("e1"));
        addQuote(plain, QLatin1String("turns"));
        const LoadedTranscript other = attach(QStringLiteral("e2"));
        const app::transcripts::CuePlaces places(other.transcript, other.reading);
        const auto edits = places.replace(
            other.reading.text.indexOf(QLatin1String("tide")), 4, QStringLiteral("flood"));
        VERIFY_RESULT(await(transcripts().correct(other.id, edits)));
        const auto corrected = await(transcripts().load(m_bench->episode(QStringLiteral("e2"))));
        VERIFY_RESULT(corrected);
        QVERIFY(corrected->reading.text.contains(QLatin1String("The flood turns")));
        addQuote(*corrected, QLatin1String("turns"));
        const QString path = m_bench->folder.filePath(QStringLiteral("n.jsonld"));
        VERIFY_RESULT(await(exportAs("w3c", path)));
        const QByteArray all = bytesOf(path).replace(' ', "");
        QVERIFY2(all.contains("\"start\":11,\"end\":16"), all.constData());
        QVERIFY2(all.contains("\"start\":12,\"end\":17"), all.constData());
        VERIFY_RESULT(
            await(m_bench->session->subscriptions().unsubscribe(m_bench->podcasts().front().id)));
        VERIFY_RESULT(await(exportAs("w3c", path)));
        QVERIFY(bytesOf(path).replace(' ', "").contains("\"start\":11,\"end\":16"));
    }

    void badFeedsOfAListAreNamed()
    {
        const QString list =
            m_bench->write(QStringLiteral("list.opml"),
                           "<opml><body><outline xmlUrl=\""
                               + m_bench->http.address(QStringLiteral("/missing")).toLatin1()
                               + "\"/><outline xmlUrl=\""
                               + m_bench->http.address(QStringLiteral("/feed.xml")).toLatin1()
                               + "\"/></body></opml>");
        const auto report = await(exchange().importFile(list));
        VERIFY_RESULT(report);
        QCOMPARE(report->added, 1);
        QCOMPARE(report->failed.size(), 1u);
        QCOMPARE(report->failed[0].first, m_bench->http.address(QStringLiteral("/missing")));
    }

private:
    [[nodiscard]] NoteExports &exports()
    {
        return m_bench->session->noteExports();
    }

    [[nodiscard]] QFuture<app::base::Result<ExportReport>> exportAs(const char *format,
                                                                    const QString &path)
    {
        return exports().write({.format = QString::fromLatin1(format)}, path);
    }

    [[nodiscard]] NoteExchange &exchange()
    {
        return m_bench->session->exchange();
    }

    [[nodiscard]] TranscriptService &transcripts()
    {
        return m_bench->session->transcripts();
    }

    /// An episode's only transcript, which begins with a character outside the basic plane.
    LoadedTranscript attach(const QString &guid)
    {
        return await(transcripts().attachText(
                         m_bench->episode(guid).row.id,
                         QStringLiteral("\U0001F30A The tide turns, they say, at ") + guid))
            .value_or({});
    }

    void addQuote(const LoadedTranscript &transcript, QLatin1String words)
    {
        NewNote note;
        note.episode = transcript.episode;
        note.anchor = anchorIn(transcript, transcript.reading.text.indexOf(words), words.size());
        VERIFY_RESULT(await(m_bench->session->notebook().add(note)));
    }

    Note addNote(const QString &guid)
    {
        NewNote note;
        note.episode = m_bench->episode(guid).row.id;
        note.start = MediaTime::fromMs(270'000);
        note.anchor.quote = QStringLiteral("every reading hung from that line");
        note.text = QStringLiteral("A \"note\" with\nlines and 🌊 #datum");
        return await(m_bench->session->notebook().add(note)).value_or({});
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(NoteExchangeTest)
#include "tst_noteexchange.moc"
