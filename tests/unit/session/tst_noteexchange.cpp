// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notebook.h"
#include "app/session/noteexchange.h"
#include "app/session/noteexports.h"
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
