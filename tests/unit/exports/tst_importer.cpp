// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/importer.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/noteset.h"

#include <QTest>

#include <algorithm>

using namespace app;
using exports::ImportedNotes;
using exports::ImportHint;
using exports::ImportKind;
using exports::Incoming;
using exports::planImport;
using exports::readNotes;
using notes::Note;
using timestamps::MediaTime;

namespace {

std::vector<Note> inIdOrder(std::vector<Note> notes)
{
    std::sort(notes.begin(), notes.end(), [](const Note &a, const Note &b) {
        return a.id.text() < b.id.text();
    });
    return notes;
}

ImportedNotes readOrFail(const QByteArray &document, const ImportHint &hint = {})
{
    const auto read = readNotes(document, hint);
    if (!read)
        QTest::qFail(qPrintable(read.error().detail), __FILE__, __LINE__);
    return read.value_or({});
}

const QDateTime &now()
{
    static const QDateTime time(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
    return time;
}

} // namespace

class ImporterTest : public QObject
{
    Q_OBJECT

private slots:

    void losslessFormatsGiveTheSameNotes_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"jsonl", "json", "w3c"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void losslessFormatsGiveTheSameNotes()
    {
        QFETCH(QString, format);
        QRandomGenerator random(23);
        for (int round = 0; round < 100; ++round) {
            std::vector<Note> notes = round == 0 ? tests::noteSet() : std::vector<Note>();
            for (int count = random.bounded(1, 5); count > 0; --count) {
                notes.push_back(tests::randomNote(random));
                notes.back().tags.removeAll(QString());
            }
            std::erase_if(notes, [](const Note &note) { return note.deleted.has_value(); });
            if (notes.empty())
                continue;
            const ImportedNotes read = readOrFail(tests::exported(format, notes).front().bytes);
            QCOMPARE(exports::importKindName(read.kind), format);
            QCOMPARE(read.warnings, QStringList());
            // Notes of one episode leave with what the newest of them knows of it.
            std::vector<Note> got = inIdOrder(read.notes);
            notes = inIdOrder(notes);
            QVERIFY(got == notes);
        }
    }

    void labelsOfAudacity()
    {
        const QByteArray labels = "1.500000\t2.000000\tfirst one\n"
                                  "\\\t120.0\t440.0\n"
                                  "3.25\t3.25\t\r\n"
                                  "broken\n"
                                  "4,5\t4,5\tcomma\n";
        const ImportedNotes read =
            readOrFail(labels, {QStringLiteral("/tmp/Some Show - One.txt"), std::nullopt});
        QCOMPARE(exports::importKindName(read.kind), QStringLiteral("audacity"));
        QCOMPARE(read.notes.size(), 3u);
        QCOMPARE(read.notes[0].text, QStringLiteral("first one"));
        QCOMPARE(read.notes[0].start, MediaTime::fromMs(1500));
        QCOMPARE(read.notes[0].end, std::optional(MediaTime::fromMs(2000)));
        QVERIFY(!read.notes[1].end && read.notes[1].text.isEmpty());
        QCOMPARE(read.notes[2].start, MediaTime::fromMs(4500));
        QCOMPARE(read.notes[2].episodeRef.episodeTitle, QStringLiteral("Some Show - One"));
        QCOMPARE(read.warnings.size(), 1);
        QVERIFY(read.warnings[0].startsWith(QStringLiteral("line 4: ")));

        QCOMPARE(read.nameless, 3);

        const ImportHint known{{}, tests::sampleEpisode()};
        QCOMPARE(readOrFail(labels, known).notes[0].episodeRef, tests::sampleEpisode());
    }

    void whatNamesNoEpisodeIsAboutTheHint()
    {
        const ImportHint known{{}, tests::sampleEpisode()};
        const QByteArray text = "# My thoughts\n\n- 0:10 one\n"
                                "- [0:20](obsidian://podnotes?episodeName=Other&url="
                                "https%3A%2F%2Fexample.org%2Ff.xml&time=20) two\n";
        const ImportedNotes alone = readOrFail(text);
        QCOMPARE(alone.nameless, 1);
        QCOMPARE(alone.notes[0].episodeRef.episodeTitle, QStringLiteral("My thoughts"));
        QCOMPARE(alone.notes[1].episodeRef.episodeTitle, QStringLiteral("Other"));
        const ImportedNotes said = readOrFail(text, known);
        QCOMPARE(said.notes[0].episodeRef, tests::sampleEpisode());
        QCOMPARE(said.notes[1].episodeRef, alone.notes[1].episodeRef);
        const QByteArray rows = "Highlight,Title,Location\none,,10\ntwo,Other,20\n";
        const ImportedNotes read = readOrFail(rows, known);
        QCOMPARE(read.nameless, 1);
        QCOMPARE(read.notes[0].episodeRef, tests::sampleEpisode());
        QCOMPARE(read.notes[1].episodeRef.episodeTitle, QStringLiteral("Other"));
    }

    void whatWeWriteForOthersIsReadBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("audacity") << QStringLiteral("audacity");
        QTest::newRow("readwise") << QStringLiteral("readwise");
    }

    void whatWeWriteForOthersIsReadBack()
    {
        QFETCH(QString, format);
        const auto files = tests::exported(format);
        std::size_t count = 0;
        for (const exports::ExportedFile &file : files) {
            const ImportedNotes read = readOrFail(file.bytes, {file.name, std::nullopt});
            QCOMPARE(exports::importKindName(read.kind), format);
            QCOMPARE(read.warnings, QStringList());
            count += read.notes.size();
        }
        QCOMPARE(count, 4u);
    }

    void rowsOfReadwise()
    {
        const QByteArray rows =
            "\xEF\xBB\xBFHighlight,Title,Author,URL,Note,Location,Date\r\n"
            "\"He said \"\"yes\"\",\r\ntwice\",An episode,A show,https://example.com/1,"
            "\".ai .two-words My note\",270,2026-11-21 10:00:00\r\n"
            "A page,Book,Author,,,,\r\n";
        const ImportedNotes read = readOrFail(rows);
        QCOMPARE(exports::importKindName(read.kind), QStringLiteral("readwise"));
        QCOMPARE(read.notes.size(), 1u);
        const Note &note = read.notes[0];
        QCOMPARE(note.anchor.quote, QStringLiteral("He said \"yes\",\r\ntwice"));
        QCOMPARE(note.text, QStringLiteral("My note"));
        QCOMPARE(note.tags, QStringList({QStringLiteral("ai"), QStringLiteral("two-words")}));
        QCOMPARE(note.start, MediaTime::fromMs(270'000));
        QCOMPARE(note.created, QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC));
        QCOMPARE(note.episodeRef.episodeTitle, QStringLiteral("An episode"));
        QCOMPARE(note.episodeRef.podcastTitle, QStringLiteral("A show"));
        QCOMPARE(read.warnings,
                 QStringList(QStringLiteral("row 3: it has no time in a recording")));
    }

    void timesInMarkdown()
    {
        const QByteArray lines =
            "# The episode\n\nSome words before.\n\n"
            "- 4:30 first\n  and more of it\n\nno part of it\n"
            "* **1:02:03** – second\n"
            "[5:00–5:10] third\n"
            "> about this [04:30](obsidian://podnotes?episodeName=Other%20one&"
            "url=https%3A%2F%2Fexample.org%2Ff.xml&time=270.5&endTime=280) they said\n"
            "At 7:00 nothing, nor 10:30am\n"
            "8:15pm no\n";
        const ImportedNotes read = readOrFail(lines);
        QCOMPARE(exports::importKindName(read.kind), QStringLiteral("markdown"));
        QCOMPARE(read.notes.size(), 4u);
        QCOMPARE(read.notes[0].text, QStringLiteral("first\nand more of it"));
        QCOMPARE(read.notes[0].episodeRef.episodeTitle, QStringLiteral("The episode"));
        QCOMPARE(read.notes[1].start, MediaTime::fromMs(3'723'000));
        QCOMPARE(read.notes[1].text, QStringLiteral("second"));
        QCOMPARE(read.notes[2].end, std::optional(MediaTime::fromMs(310'000)));
        QCOMPARE(read.notes[2].text, QStringLiteral("third"));
        QCOMPARE(read.notes[3].start, MediaTime::fromMs(270'500));
        QCOMPARE(read.notes[3].end, std::optional(MediaTime::fromMs(280'000)));
        QVERIFY(read.notes[3].text.startsWith(QStringLiteral("about this they said")));
        QCOMPARE(read.notes[3].episodeRef.episodeTitle, QStringLiteral("Other one"));
        QCOMPARE(read.notes[3].episodeRef.feedUrl, QStringLiteral("https://example.org/f.xml"));
    }

    void annotationsOfOthers()
    {
        const QByteArray rows = tests::exportData(QStringLiteral("hypothesis.json"));
        const ImportedNotes read = readOrFail(rows);
        QCOMPARE(exports::importKindName(read.kind), QStringLiteral("w3c"));
        QCOMPARE(read.notes.size(), 2u);
        QCOMPARE(read.notes[0].anchor.quote, QStringLiteral("said"));
        QCOMPARE(read.notes[0].start, MediaTime::fromMs(270'500));
        QCOMPARE(read.notes[0].text, QStringLiteral("mine"));
        QCOMPARE(read.notes[0].tags, QStringList(QStringLiteral("a-b")));
        QCOMPARE(read.notes[0].episodeRef.link, QStringLiteral("https://example.com/ep/1"));
        QVERIFY(read.notes[0].modified > read.notes[0].created);
        QCOMPARE(read.notes[1].text, QStringLiteral("one"));
        QCOMPARE(read.notes[1].end, std::optional(MediaTime::fromMs(120'000)));
        QCOMPARE(read.notes[1].episodeRef.enclosureUrl,
                 QStringLiteral("https://example.com/a.mp3"));
        QCOMPARE(read.warnings.size(), 1);
        QCOMPARE(readOrFail(rows).notes[0].id, read.notes[0].id);
    }

    void whatIsNoNotesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<base::ErrorCode>("code");
        using enum base::ErrorCode;
        QTest::newRow("empty") << QByteArray() << Unsupported;
        QTest::newRow("words") << QByteArray("hello\nworld") << Unsupported;
        QTest::newRow("binary") << QByteArray("\x7F\x00\x01", 3) << Unsupported;
        QTest::newRow("JSON") << QByteArray("{\"a\":1}") << Unsupported;
        QTest::newRow("broken JSON") << QByteArray("{\"x\"") << Malformed;
        QTest::newRow("numbers") << QByteArray("[1,2]") << Malformed;
        QTest::newRow("no times") << QByteArray("Highlight,Title\r\nx,y\r\n") << Malformed;
        QTest::newRow("deep") << QByteArray(5000, '[') << Malformed;
        QTest::newRow("ours as Markdown")
            << tests::exported(QStringLiteral("markdown")).front().bytes << Unsupported;
    }

    void whatIsNoNotesIsRefused()
    {
        QFETCH(QByteArray, document);
        QFETCH(base::ErrorCode, code);
        const auto read = readNotes(document);
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), int(code));
        QVERIFY(!read.error().detail.isEmpty());
    }

    void importingTwiceAddsNothing()
    {
        for (const QByteArray &document :
             {QByteArray("1.0\t2.0\tone\n3.0\t3.0\ttwo\n"),
              QByteArray("- 4:30 one\n- 5:00 two\n"),
              tests::exported(QStringLiteral("jsonl")).front().bytes,
              tests::exported(QStringLiteral("readwise")).front().bytes}) {
            const ImportedNotes read = readOrFail(document);
            const exports::ImportPlan first = planImport({}, read.notes, now());
            QCOMPARE(first.added, int(read.notes.size()));
            std::vector<Note> library;
            for (const exports::PlannedNote &planned : first.notes) {
                QVERIFY(planned.note.created.isValid() && planned.note.modified.isValid());
                library.push_back(planned.note);
            }
            // The listener's own words since then stay.
            library.front().text = QStringLiteral("edited");
            library.front().modified = now().addDays(1);
            const exports::ImportPlan second =
                planImport(library, readOrFail(document).notes, now().addDays(2));
            QCOMPARE(second.known, int(library.size()));
            QCOMPARE(second.added + second.changed, 0);
            QCOMPARE(second.notes.front().note.text, QStringLiteral("edited"));
        }
    }

    void aNewerNoteChangesAnOlderOne()
    {
        Note mine = tests::sampleNote(1, 0);
        Note theirs = mine;
        theirs.text = QStringLiteral("newer");
        theirs.modified = mine.modified.addSecs(1);
        exports::ImportPlan plan = planImport({mine}, {mine, theirs, mine}, now());
        QCOMPARE(plan.changed, 1);
        QCOMPARE(plan.notes.size(), 1u);
        QCOMPARE(plan.notes[0].note.text, QStringLiteral("newer"));
        plan = planImport({theirs}, {mine}, now());
        QCOMPARE(plan.known, 1);
        QCOMPARE(plan.notes[0].note.text, QStringLiteral("newer"));
    }

    void anyBytesAreAnswered()
    {
        QRandomGenerator random(5);
        std::vector<QByteArray> documents;
        for (const char *format : {"jsonl", "json", "w3c", "audacity", "readwise", "markdown"})
            documents.push_back(tests::exported(QString::fromLatin1(format)).front().bytes);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = documents[std::size_t(random.bounded(int(documents.size())))];
            bytes.truncate(random.bounded(1, int(bytes.size())));
            for (int count = random.bounded(4); count > 0; --count)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            (void)readNotes(bytes).has_value();
        }
    }
};

QTEST_GUILESS_MAIN(ImporterTest)
#include "tst_importer.moc"
