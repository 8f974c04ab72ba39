// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/citation.h"
#include "app/transcripts/transcriptreader.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/noteset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace app;
using notes::Note;

namespace {

/// The set, and notes of hostile text.
std::vector<Note> manyNotes()
{
    std::vector<Note> notes = tests::noteSet();
    QRandomGenerator random(41);
    for (int count = 0; count < 200; ++count) {
        notes.push_back(tests::randomNote(random));
        notes.back().deleted.reset();
    }
    return notes;
}

QByteArray oneFile(const char *format)
{
    const auto files = tests::exported(QString::fromLatin1(format), manyNotes());
    return files.size() == 1 ? files.front().bytes : QByteArray();
}

/// By RFC 4180 alone; nothing when it is not kept.
std::optional<QList<QStringList>> strictCsv(const QString &text)
{
    static const QRegularExpression cell(
        QStringLiteral("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",\\r\\n]*))(,|\\r\\n)"));
    QList<QStringList> rows = {{}};
    qsizetype at = 0;
    while (at < text.size()) {
        const QRegularExpressionMatch match = cell.match(text, at);
        if (!match.hasMatch())
            return std::nullopt;
        QString value = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        rows.last().append(value.replace(QStringLiteral("\"\""), QStringLiteral("\"")));
        at = match.capturedEnd();
        if (match.captured(3) != QStringLiteral(","))
            rows.append(QStringList());
    }
    rows.removeLast();
    return rows;
}

/// Entries with balanced braces and key = {value} fields; nothing when something else stands there.
std::optional<QList<QMap<QString, QString>>> bibtexEntries(const QString &text)
{
    QList<QMap<QString, QString>> entries;
    static const QRegularExpression head(QStringLiteral("\\G\\s*@misc\\{([A-Za-z0-9-]+)"));
    static const QRegularExpression field(QStringLiteral("\\G,\\s*([a-z]+) = "));
    static const QRegularExpression bare(QStringLiteral("\\G[a-z]{3}"));
    static const QRegularExpression end(QStringLiteral("\\G\\s*\\}\\s*"));
    qsizetype at = 0;
    while (at < text.size()) {
        const auto begun = head.match(text, at);
        if (!begun.hasMatch())
            return std::nullopt;
        QMap<QString, QString> entry = {{QStringLiteral("key"), begun.captured(1)}};
        at = begun.capturedEnd();
        for (auto named = field.match(text, at); named.hasMatch(); named = field.match(text, at)) {
            at = named.capturedEnd();
            const qsizetype from = at;
            int depth = 0;
            do {
                depth += text[at] == u'{' ? 1 : text[at] == u'}' ? -1 : 0;
                ++at;
            } while (depth > 0 && at < text.size());
            if (text[from] != u'{') {
                const auto word = bare.match(text, from);
                if (!word.hasMatch())
                    return std::nullopt;
                at = word.capturedEnd();
            } else if (depth != 0) {
                return std::nullopt;
            }
            entry.insert(named.captured(1), text.mid(from, at - from));
        }
        const auto closed = end.match(text, at);
        if (!closed.hasMatch())
            return std::nullopt;
        at = closed.capturedEnd();
        entries.append(entry);
    }
    return entries;
}

} // namespace

class ValidityTest : public QObject
{
    Q_OBJECT

private slots:

    void csvKeepsRfc4180_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("columns");
        QTest::newRow("csv") << oneFile("csv") << 20;
        QTest::newRow("readwise") << oneFile("readwise") << 7;
    }

    void csvKeepsRfc4180()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, columns);
        const auto rows = strictCsv(QString::fromUtf8(bytes));
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1 + qsizetype(manyNotes().size()) - 1);
        for (const QStringList &row : *rows)
            QCOMPARE(row.size(), columns);
        if (columns == 7)
            QCOMPARE(bytes.left(bytes.indexOf('\r')),
                     QByteArray("Highlight,Title,Author,URL,Note,Location,Date"));
    }

    void noCellIsAFormula()
    {
        Note note = tests::sampleNote(1, 0);
        note.anchor.quote = QStringLiteral("=HYPERLINK(\"http://x\")");
        note.text = QStringLiteral("@SUM(1)");
        note.anchor.speaker = QStringLiteral("-1+1");
        const auto rows = strictCsv(
            QString::fromUtf8(tests::exported(QStringLiteral("csv"), {note}).front().bytes));
        QVERIFY(rows && rows->size() == 2);
        for (const QString &cell : rows->at(1))
            QVERIFY2(cell.isEmpty() || !QStringView(u"=+-@").contains(cell[0]), qPrintable(cell));
    }

    void ankiHasFourColumnsAndTheNotesIds()
    {
        const QStringList lines = QString::fromUtf8(oneFile("anki")).split(u'\n');
        QCOMPARE(lines.mid(0, 7),
                 QStringLiteral("#separator:tab|#html:true|#notetype:Basic|#deck:Podcasts|"
                                "#columns:guid\tFront\tBack\tTags|#guid column:1|#tags column:4")
                     .split(u'|'));
        QVERIFY(lines.last().isEmpty());
        QSet<QString> ids;
        for (const QString &line : lines.mid(7, lines.size() - 8)) {
            const QStringList cells = line.split(u'\t');
            QCOMPARE(cells.size(), 4);
            QVERIFY(!cells[1].isEmpty() && !cells[2].isEmpty());
            QVERIFY(!line.contains(u'"') && !line.contains(QStringLiteral("[sound")));
            ids.insert(cells[0]);
        }
        QCOMPARE(std::size_t(ids.size()), manyNotes().size() - 1);
    }

    void pagesAreWellFormedAndLoadNothing()
    {
        QXmlStreamReader xml(oneFile("html"));
        int notes = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            QVERIFY2(xml.name() != u"script" && xml.name() != u"img" && xml.name() != u"iframe",
                     qPrintable(xml.name().toString()));
            for (const QXmlStreamAttribute &attribute : xml.attributes()) {
                QVERIFY(attribute.name() != u"src" && !attribute.name().startsWith(u"on"));
                if (attribute.name() == u"href")
                    QVERIFY2(QRegularExpression(QStringLiteral("^(https?://|earmark://|clips/)"))
                                 .match(attribute.value())
                                 .hasMatch(),
                             qPrintable(attribute.value().toString()));
            }
            notes += xml.attributes().value(QLatin1String("class")).startsWith(u"note") ? 1 : 0;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(std::size_t(notes), manyNotes().size() - 1);
    }

    void orgKeepsItsStructure()
    {
        const QStringList lines = QString::fromUtf8(oneFile("org")).split(u'\n');
        const auto count = [&lines](const char *pattern) {
            return lines.filter(QRegularExpression(QLatin1String(pattern))).size();
        };
        const auto notes = qsizetype(manyNotes().size()) - 1;
        QCOMPARE(count("^\\*\\* "), notes);
        QCOMPARE(count("^:ID: "), notes);
        QCOMPARE(count("^:PROPERTIES:$"), count("^\\*+ "));
        QCOMPARE(count("^:END:$"), count("^\\*+ "));
        QCOMPARE(count("^#\\+begin_quote$"), count("^#\\+end_quote$"));
        QCOMPARE(count("^#\\+"), 2 + 2 * count("^#\\+begin_quote$"));
    }

    void logseqHasOneBlockPerNote()
    {
        for (const auto &file : tests::exported(QStringLiteral("logseq"))) {
            const QStringList lines = QString::fromUtf8(file.bytes).split(u'\n');
            QCOMPARE(
                lines.filter(QRegularExpression(QStringLiteral("^- "))).size(),
                lines.filter(QRegularExpression(QStringLiteral("^  id:: [0-9a-f-]{36}$"))).size());
        }
    }

    void subtitlesAreReadAsTheyWereMeant_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("vtt") << QStringLiteral("vtt");
        QTest::newRow("srt") << QStringLiteral("srt");
    }

    void subtitlesAreReadAsTheyWereMeant()
    {
        QFETCH(QString, format);
        QRandomGenerator random(3);
        for (int round = 0; round < 100; ++round) {
            Note first = tests::randomNote(random);
            Note second = tests::randomNote(random);
            for (Note *note : {&first, &second}) {
                note->deleted.reset();
                note->episodeRef = tests::sampleEpisode();
            }
            first.start = timestamps::MediaTime::fromMs(1000);
            first.end = timestamps::MediaTime::fromMs(2500);
            second.start = timestamps::MediaTime::fromMs(7'200'000);
            second.end.reset();
            const auto files = tests::exported(format, {second, first});
            QCOMPARE(files.size(), 1u);
            const auto read = transcripts::readTranscript(files.front().bytes, format);
            VERIFY_RESULT(read);
            QVERIFY2(read->cues.size() == 2, files.front().bytes.constData());
            QCOMPARE(read->cues[0].start, std::optional(first.start));
            QCOMPARE(read->cues[0].end, first.end);
            QCOMPARE(read->cues[1].start, std::optional(second.start));
        }
    }

    void speakersAndMarksOfSubtitlesComeBack()
    {
        Note note = tests::sampleNote(1, 1000);
        note.anchor.quote = QStringLiteral("a < b && c --> d");
        note.anchor.speaker = QStringLiteral("Jane Host");
        const auto read = transcripts::readTranscript(
            tests::exported(QStringLiteral("vtt"), {note}).front().bytes);
        VERIFY_RESULT(read);
        QCOMPARE(read->cues[0].speaker, note.anchor.speaker);
        QCOMPARE(read->cues[0].body, note.anchor.quote);
    }

    void bibtexIsBalanced()
    {
        const auto entries = bibtexEntries(QString::fromUtf8(oneFile("bibtex")));
        QVERIFY(entries);
        QCOMPARE(std::size_t(entries->size()), manyNotes().size() - 1);
        QSet<QString> keys;
        for (const auto &entry : *entries) {
            keys.insert(entry.value(QStringLiteral("key")));
            QVERIFY(entry.contains(QStringLiteral("title")));
            QVERIFY(entry.value(QStringLiteral("note")).startsWith(QStringLiteral("{Timestamp ")));
        }
        QCOMPARE(keys.size(), entries->size());
    }

    void cslItemsHaveWhatTheyNeed()
    {
        const QJsonArray items = QJsonDocument::fromJson(oneFile("csl")).array();
        QCOMPARE(std::size_t(items.size()), manyNotes().size() - 1);
        for (const QJsonValue &item : items) {
            QCOMPARE(item[u"type"].toString(), QStringLiteral("broadcast"));
            QVERIFY(item[u"id"].toString().startsWith(QStringLiteral("earmark-")));
            QVERIFY(!item[u"title"].toString().isEmpty());
            QVERIFY(item[u"note"].toString().startsWith(QStringLiteral("Timestamp: ")));
        }
    }

    void annotationsKeepTheModel()
    {
        const QJsonObject collection = QJsonDocument::fromJson(oneFile("w3c")).object();
        QCOMPARE(collection[u"@context"].toArray()[0].toString(),
                 QStringLiteral("http://www.w3.org/ns/anno.jsonld"));
        QCOMPARE(collection[u"type"].toString(), QStringLiteral("AnnotationCollection"));
        const QJsonObject page = collection[u"first"].toObject();
        QCOMPARE(page[u"type"].toString(), QStringLiteral("AnnotationPage"));
        QCOMPARE(page[u"partOf"], collection[u"id"]);
        const QJsonArray items = page[u"items"].toArray();
        QCOMPARE(collection[u"total"].toInt(), int(items.size()));
        QCOMPARE(std::size_t(items.size()), manyNotes().size() - 1);
        const QRegularExpression fragment(
            QStringLiteral("^t=npt:\\d+(\\.\\d{1,3})?(,\\d+(\\.\\d{1,3})?)?$"));
        for (const QJsonValue &item : items) {
            QCOMPARE(item[u"type"].toString(), QStringLiteral("Annotation"));
            QVERIFY(item[u"id"].toString().startsWith(QStringLiteral("urn:uuid:")));
            QVERIFY(!item[u"motivation"].toArray().isEmpty());
            const QJsonArray targets = item[u"target"].toArray();
            QVERIFY(!targets.isEmpty());
            const QJsonValue sound = targets[0];
            QCOMPARE(sound[u"source"][u"type"].toString(), QStringLiteral("Sound"));
            QVERIFY(QUrl(sound[u"source"][u"id"].toString(), QUrl::StrictMode).isValid());
            QVERIFY(fragment.match(sound[u"selector"][u"value"].toString()).hasMatch());
            if (targets.size() > 1)
                QVERIFY(!targets[1][u"selector"][0][u"exact"].toString().isEmpty());
        }
    }

    void offsetsCountCodePoints()
    {
        const auto bytes = tests::exported(QStringLiteral("w3c")).front().bytes;
        const QJsonArray items = QJsonDocument::fromJson(bytes)[u"first"][u"items"].toArray();
        const QJsonValue position = items[1][u"target"][1][u"selector"][1];
        QCOMPARE(position[u"type"].toString(), QStringLiteral("TextPositionSelector"));
        // One character before the quote, and one within, takes two UTF-16 units.
        QCOMPARE(position[u"start"].toInt(), 23);
        QCOMPARE(position[u"end"].toInt(), 76);
    }

    void quotesAreCited()
    {
        const Note note = tests::noteSet().front();
        QCOMPARE(exports::quoteWithCitation(note, exports::CitationStyle::Apa),
                 QStringLiteral("“In-context learning is 😀 similar to gradient descent.” "
                                "(“Time to AGI: \"soon\"?,” 2024, 4:30–4:45)\n\n"
                                "Time to AGI: \"soon\"? [Audio podcast episode]. (2024, April 2). "
                                "In The Example Show. https://example.com/ep/12"));
        QCOMPARE(exports::reference(note.episodeRef, exports::CitationStyle::Mla),
                 QStringLiteral("“Time to AGI: \"soon\"?” The Example Show, 2 Apr. 2024, "
                                "https://example.com/ep/12."));
        QCOMPARE(exports::citation(note, exports::CitationStyle::Mla),
                 QStringLiteral("(“Time to AGI: \"soon\"?” 00:04:30–00:04:45)"));
        QCOMPARE(exports::reference({}, exports::CitationStyle::Apa),
                 QStringLiteral("Untitled episode [Audio podcast episode]. (n.d.)."));
    }
};

QTEST_GUILESS_MAIN(ValidityTest)
#include "tst_validity.moc"
