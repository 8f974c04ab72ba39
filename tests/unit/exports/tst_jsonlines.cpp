// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/jsonlines.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/samplenotes.h"

#include <QTest>

#include <algorithm>

using namespace app;
using exports::noteToJsonLine;
using exports::readJsonLines;
using exports::writeJsonLines;
using notes::Note;

namespace {

const QByteArray header("{\"format\":\"earmark-annotations\",\"version\":1}\n");

std::vector<Note> sampleNotes()
{
    Note first = tests::sampleNote(1, 270'500);
    first.end = timestamps::MediaTime::fromMs(285'000);
    first.anchor.quote = QStringLiteral("In-context \"learning\"\nis 😀 like gradient descent.");
    first.anchor.prefix = QStringLiteral("alignment is solved. ");
    first.anchor.suffix = QStringLiteral(" It gets problematic");
    first.anchor.offset = 4120;
    first.anchor.source = notes::QuoteSource::Transcript;
    first.anchor.textHash = QStringLiteral("ab12");
    first.anchor.speaker = QStringLiteral("Jane Host");
    first.text = QStringLiteral("My *note*\u2028here");
    first.tags = {QStringLiteral("ai"), QStringLiteral("Zoë")};
    first.color = notes::Color::Violet;
    first.starred = true;
    first.anchor.state = notes::AnchorState::Approximate;
    first.anchor.transcriptHash = QStringLiteral("cd34");
    first.audio = {36'000'000, timestamps::Duration(1'540'250), QStringLiteral("ef56")};
    Note second = tests::sampleNote(2, 0);
    second.created = QDateTime();
    second.deleted = second.modified;
    second.episodeRef.published = QDateTime();
    second.episodeRef.duration.reset();
    return {first, second};
}

QByteArray line(const QByteArray &members)
{
    return header + "{\"id\":\"0192f3a1-0000-7000-8000-000000000001\"" + members + "}\n";
}

} // namespace

class JsonLinesTest : public QObject
{
    Q_OBJECT

private slots:

    void writesTheExpectedFile()
    {
        const QByteArray written = writeJsonLines(sampleNotes());
        QCOMPARE(written, tests::goldenData(QStringLiteral("notes.jsonl"), written));
        QCOMPARE(writeJsonLines({}), header);
    }

    void orderOfTheNotesDoesNotMatter()
    {
        std::vector<Note> notes = sampleNotes();
        for (int number = 3; number < 20; ++number)
            notes.push_back(tests::sampleNote(number, 1000 * (number % 4)));
        const QByteArray written = writeJsonLines(notes);
        std::reverse(notes.begin(), notes.end());
        QCOMPARE(writeJsonLines(notes), written);
        std::rotate(notes.begin(), notes.begin() + 7, notes.end());
        QCOMPARE(writeJsonLines(notes), written);
    }

    void everyFieldComesBack()
    {
        QRandomGenerator random(2026);
        for (int round = 0; round < 500; ++round) {
            std::vector<Note> notes;
            for (int count = random.bounded(5); count > 0; --count)
                notes.push_back(tests::randomNote(random));
            const QByteArray written = writeJsonLines(notes);
            QCOMPARE(written.count('\n'), static_cast<qsizetype>(notes.size()) + 1);
            const auto read = readJsonLines(written);
            VERIFY_RESULT(read);
            QCOMPARE(writeJsonLines(*read), written);
            QCOMPARE(read->size(), notes.size());
            for (const Note &note : notes)
                QVERIFY2(std::find(read->begin(), read->end(), note) != read->end(),
                         noteToJsonLine(note).constData());
        }
    }

    void everyMillisecondComesBack()
    {
        for (qint64 ms = 0; ms < 5000; ++ms) {
            const Note note = tests::sampleNote(1, ms + 359'999'000'000);
            const auto read = readJsonLines(writeJsonLines({note}));
            VERIFY_RESULT(read);
            QCOMPARE(read->front().start.ms(), note.start.ms());
        }
    }

    void theRowNumberOfAnEpisodeIsNotWritten()
    {
        Note note = tests::sampleNote(1, 5);
        note.episode = base::EpisodeId(77);
        const auto read = readJsonLines(writeJsonLines({note}));
        VERIFY_RESULT(read);
        QVERIFY(!read->front().episode.isValid());
    }

    void halfSurrogatesAreReplaced()
    {
        Note note = tests::sampleNote(1, 5);
        note.text = QString(QChar(0xD83D)) + u'x' + QChar(0xDE00);
        const QByteArray written = writeJsonLines({note});
        const auto read = readJsonLines(written);
        VERIFY_RESULT(read);
        QCOMPARE(read->front().text, QStringLiteral("\uFFFDx\uFFFD"));
        QCOMPARE(writeJsonLines(*read), written);
        const auto spelled =
            readJsonLines(line(",\"start\":1,\"text\":\"\\ud83dx\\ude00\\ud83d\\ude00\""));
        VERIFY_RESULT(spelled);
        QCOMPARE(spelled->front().text, QStringLiteral("\uFFFDx\uFFFD😀"));
    }

    void readsWhatOlderVersionsWrote()
    {
        const auto read = readJsonLines(tests::exportData(QStringLiteral("notes-older.jsonl")));
        VERIFY_RESULT(read);
        std::vector<Note> expected = sampleNotes();
        for (Note &note : expected) {
            note.starred = false;
            note.anchor.state = notes::AnchorState::Exact;
            note.anchor.transcriptHash.clear();
            note.audio = {};
        }
        std::reverse(expected.begin(), expected.end());
        QCOMPARE(*read, expected);
    }

    void aTextOfTenMegabytesComesBack()
    {
        Note note = tests::sampleNote(1, 5);
        note.text = QStringLiteral("0123456789\n").repeated(1'000'000);
        const auto read = readJsonLines(writeJsonLines({note}));
        VERIFY_RESULT(read);
        QCOMPARE(read->front(), note);
    }

    void forgivesWhatDoesNotMatter()
    {
        const QByteArray document =
            "\xEF\xBB\xBF{\"version\":1,\"format\":\"earmark-annotations\",\"x\":[]}\r\n\r\n"
            "{\"id\":\"0192f3a1-0000-7000-8000-000000000001\",\"start\":1.5,\"new\":{\"a\":1},"
            "\"end\":null}\r\n";
        const auto read = readJsonLines(document);
        VERIFY_RESULT(read);
        QCOMPARE(read->size(), std::size_t{1});
        QCOMPARE(read->front().start.ms(), 1500);
        QCOMPARE(read->front().color, notes::Color::Yellow);
        QCOMPARE(read->front().anchor.offset, -1);
        QVERIFY(!read->front().created.isValid());
    }

    void refusesMistakes_data()
    {
        QTest::addColumn<QByteArray>("members");
        const auto row = [](const char *members) {
            QTest::newRow(members) << QByteArray(members);
        };
        row("");
        row(",\"start\":null");
        row(",\"start\":-1");
        row(",\"start\":\"1\"");
        row(",\"start\":1e300");
        row(",\"start\":1,\"end\":-0.5");
        row(",\"start\":1,\"text\":5");
        row(",\"start\":1,\"tags\":\"a\"");
        row(",\"start\":1,\"tags\":[1]");
        row(",\"start\":1,\"color\":\"puce\"");
        row(",\"start\":1,\"quoteSource\":\"book\"");
        row(",\"start\":1,\"offset\":-7");
        row(",\"start\":1,\"created\":\"yesterday\"");
        row(",\"start\":1,\"created\":5");
        row(",\"start\":1,\"created\":\"9999-12-31T23:59:59-14:00\"");
        row(",\"start\":1,\"podcast\":[]");
        row(",\"start\":1,\"episode\":{\"duration\":-3}");
    }

    void refusesMistakes()
    {
        QFETCH(QByteArray, members);
        const auto read = readJsonLines(line(members));
        VERIFY_ERROR(read, Malformed);
        QVERIFY2(read.error().detail.startsWith(QStringLiteral("line 2: ")),
                 qPrintable(read.error().detail));
    }

    void refusesOtherDocuments()
    {
        VERIFY_ERROR(readJsonLines(QByteArray()), Malformed);
        VERIFY_ERROR(readJsonLines("{}"), Malformed);
        VERIFY_ERROR(readJsonLines("[]"), Malformed);
        VERIFY_ERROR(readJsonLines("hello"), Malformed);
        VERIFY_ERROR(readJsonLines("{\"format\":\"earmark-annotations\"}"), Malformed);
        VERIFY_ERROR(readJsonLines("{\"format\":\"earmark-annotations\",\"version\":2}"),
                     Unsupported);
        VERIFY_ERROR(readJsonLines(header + "[]"), Malformed);
        VERIFY_ERROR(readJsonLines(header + "\xFF\xFE"), Malformed);
        VERIFY_ERROR(readJsonLines(header + QByteArray("[").repeated(500'000)), Malformed);
        VERIFY_ERROR(
            readJsonLines(header + "{\"id\":\"0192F3A1-0000-7000-8000-000000000001\",\"start\":1}"),
            Malformed);
        VERIFY_ERROR(readJsonLines(header + "{\"id\":\"../x\",\"start\":1}"), Malformed);
        VERIFY_ERROR(readJsonLines(line(",\"start\":1,\"starred\":1")), Malformed);
        VERIFY_ERROR(readJsonLines(line(",\"start\":1,\"anchorState\":\"lost\"")), Malformed);
        VERIFY_ERROR(readJsonLines(line(",\"start\":1,\"audio\":{\"size\":-1}")), Malformed);
    }

    void refusesAbsurdSizes()
    {
        const auto text = readJsonLines(
            line(",\"start\":1")
            + line(",\"start\":1,\"text\":\"" + QByteArray((32 << 20) + 1, 'a') + "\"")
                  .mid(header.size()));
        VERIFY_ERROR(text, TooLarge);
        QVERIFY(text.error().detail.startsWith(QStringLiteral("line 3: ")));
        VERIFY_ERROR(readJsonLines(header + QByteArray(257 << 20, ' ') + "{}"), TooLarge);
        VERIFY_ERROR(readJsonLines(line(",\"start\":1,\"tags\":["
                                        + QByteArray("\"a\",").repeated(1000) + "\"a\"]")),
                     Malformed);
    }

    void survivesCutsAtEveryByte()
    {
        const QByteArray whole = writeJsonLines(sampleNotes());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = readJsonLines(whole.left(size));
            QVERIFY(!read || read->size() <= 2);
        }
    }
};

QTEST_GUILESS_MAIN(JsonLinesTest)
#include "tst_jsonlines.moc"
