// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/exporter.h"
#include "app/exports/jsonlines.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/noteset.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace app;
using exports::ExportFormat;
using exports::exportNotes;
using notes::Note;

class FormatsTest : public QObject
{
    Q_OBJECT

    /// Those that need no fonts.
    static void formatRows()
    {
        QTest::addColumn<QString>("format");
        for (const ExportFormat &format : exports::exportFormats()) {
            if (format.id != QStringLiteral("pdf"))
                QTest::newRow(qPrintable(format.id)) << format.id;
        }
    }

private slots:

    void everyNameOfTheCommandLineIsThere()
    {
        const QStringList names = QStringLiteral("markdown jsonl json csv readwise w3c anki org "
                                                 "logseq text html pdf vtt srt audacity bibtex csl")
                                      .split(u' ');
        QCOMPARE(exports::exportFormats().size(), static_cast<std::size_t>(names.size()));
        for (const QString &name : names) {
            const auto format = exports::exportFormat(name);
            QVERIFY2(format && format->id == name && !format->fileSuffix.isEmpty(),
                     qPrintable(name));
        }
        QVERIFY(!exports::exportFormat(QStringLiteral("Markdown")));
        VERIFY_ERROR(exportNotes(tests::noteSet(), QStringLiteral("docx")), NotFound);
    }

    void writesTheExpectedFiles_data() { formatRows(); }

    void writesTheExpectedFiles()
    {
        QFETCH(QString, format);
        const QByteArray written = tests::joined(tests::exported(format));
        const QByteArray expected = tests::goldenData(format + u".golden", written);
        if (written != expected)
            QCOMPARE(QString::fromUtf8(written).split(u'\n'),
                     QString::fromUtf8(expected).split(u'\n'));
        QCOMPARE(written, expected);
    }

    void orderOfTheNotesDoesNotMatter_data() { formatRows(); }

    void orderOfTheNotesDoesNotMatter()
    {
        QFETCH(QString, format);
        std::vector<Note> notes = tests::noteSet();
        const auto written = tests::exported(format);
        for (std::size_t round = 0; round < notes.size(); ++round) {
            std::rotate(notes.begin(), notes.begin() + 1, notes.end());
            QCOMPARE(tests::exported(format, notes), written);
        }
    }

    void nothingIsNoFile_data() { formatRows(); }

    void nothingIsNoFile()
    {
        QFETCH(QString, format);
        QVERIFY(tests::exported(format, {}).empty());
        Note deleted = tests::sampleNote(1, 0);
        deleted.deleted = deleted.modified;
        // The lossless backup takes the bin along.
        const std::size_t expected = format == QStringLiteral("jsonl") ? 1 : 0;
        QCOMPARE(tests::exported(format, {deleted}).size(), expected);
    }

    void anyTextGivesWellFormedUtf8_data() { formatRows(); }

    void anyTextGivesWellFormedUtf8()
    {
        QFETCH(QString, format);
        QRandomGenerator random(17);
        for (int round = 0; round < 60; ++round) {
            std::vector<Note> notes;
            for (int count = random.bounded(1, 6); count > 0; --count)
                notes.push_back(tests::randomNote(random));
            notes[0].anchor.quote += QChar(0xD800);
            notes[0].text.prepend(QChar(0xDC00));
            notes[0].deleted.reset();
            const auto files = tests::exported(format, notes);
            QVERIFY(!files.empty());
            for (const exports::ExportedFile &file : files) {
                const QString text = QString::fromUtf8(file.bytes);
                QCOMPARE(text.toUtf8(), file.bytes);
                QVERIFY(!file.bytes.contains('\0'));
                QVERIFY(!file.name.contains(u'/') && !file.name.startsWith(u'.'));
            }
        }
    }

    void aLongTextIsWrittenInTime_data() { formatRows(); }

    void aLongTextIsWrittenInTime()
    {
        QFETCH(QString, format);
        Note note = tests::sampleNote(1, 0);
        const QString marks = QStringLiteral("*_`[]<>&{}\\#~$^|=%-\"'\n");
        note.text = marks.repeated(2'000'000 / marks.size());
        note.anchor.quote = marks.repeated(2'000'000 / marks.size());
        note.tags = {QStringLiteral("a"), QString(100'000, u'x')};
        QVERIFY(!tests::exported(format, {note}).empty());
    }

    void progressIsToldAndCanStopIt_data() { formatRows(); }

    void progressIsToldAndCanStopIt()
    {
        QFETCH(QString, format);
        std::vector<Note> notes;
        for (int number = 0; number < 1000; ++number)
            notes.push_back(tests::sampleNote(number, number * 1000));
        qsizetype last = 0;
        const auto all = exportNotes(notes, format, {}, [&last](qsizetype done, qsizetype total) {
            last = done;
            return total == 1000;
        });
        VERIFY_RESULT(all);
        QVERIFY(!all->empty());
        QCOMPARE(last, qsizetype{1000});
        int calls = 0;
        const auto stopped = exportNotes(notes, format, {}, [&calls](qsizetype, qsizetype) {
            ++calls;
            return false;
        });
        VERIFY_RESULT(stopped);
        QVERIFY(stopped->empty());
        QCOMPARE(calls, 1);
    }

    void namesOfFilesDifferWhateverTheirCase()
    {
        std::vector<Note> notes;
        for (int number = 0; number < 6; ++number) {
            Note note = tests::sampleNote(number, 0);
            note.episodeRef.episodeGuid = QString::number(number);
            note.episodeRef.episodeTitle =
                number % 2 == 0 ? QStringLiteral("same") : QStringLiteral("SAME 2");
            notes.push_back(note);
        }
        QSet<QString> names;
        for (const exports::ExportedFile &file : tests::exported(QStringLiteral("vtt"), notes))
            names.insert(file.name.toCaseFolded());
        QCOMPARE(names.size(), 6);
    }

    void whatIsNotWantedIsLeftOut_data() { formatRows(); }

    void whatIsNotWantedIsLeftOut()
    {
        QFETCH(QString, format);
        const QStringList lossless = {
            QStringLiteral("jsonl"), QStringLiteral("json"), QStringLiteral("w3c")};
        Note note = tests::sampleNote(1, 0);
        note.tags = {QStringLiteral("flamingo")};
        note.color = notes::Color::Blue;
        exports::ExportOptions options;
        options.colorNames = {{notes::Color::Blue, QStringLiteral("pelican")}};
        const QByteArray with = tests::joined(tests::exported(format, {note}, options));
        options.tags = false;
        options.colors = false;
        const QByteArray without = tests::joined(tests::exported(format, {note}, options));
        if (lossless.contains(format)) {
            QCOMPARE(without, with);
        } else {
            QVERIFY(!without.contains("flamingo") && !without.contains("pelican"));
        }
    }
};

QTEST_GUILESS_MAIN(FormatsTest)
#include "tst_formats.moc"
