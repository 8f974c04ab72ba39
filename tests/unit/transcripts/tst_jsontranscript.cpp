// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QTest>

using namespace app::transcripts;
using tests::linesOf;
using tests::readText;
using tests::wordsOf;

class JsonTranscriptTest : public QObject
{
    Q_OBJECT

private slots:

    void joinsTheWordsOfTheNamespacesExample()
    {
        const QByteArray bytes = tests::dataFile(QStringLiteral("transcripts-example.json"));
        QCOMPARE(linesOf(bytes),
                 (QStringList{QStringLiteral("0.500-2.500 Darth Vader|I am your father."),
                              QStringLiteral("2.750-3.000 Luke|Nooooo")}));
        QCOMPARE(wordsOf(readText(bytes).cues[0]),
                 (QStringList{QStringLiteral("0.500-0.750 I"),
                              QStringLiteral("1.000-1.250 am"),
                              QStringLiteral("1.500-2.000 your"),
                              QStringLiteral("2.250-2.500 father.")}));
    }

    void readsDialects_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *document, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(document) << expected;
        };
        const QStringList usual = {QStringLiteral("1.000-2.500 Jane|Hello there."),
                                   QStringLiteral("2.500-4.000 Bob|How are you?")};
        row("Podcasting 2.0",
            "{\"version\":\"1.0.0\",\"segments\":[{\"speaker\":\"Jane\",\"startTime\":1,"
            "\"endTime\":2.5,\"body\":\"Hello "
            "there.\"},{\"speaker\":\"Bob\",\"startTime\":2.5,\"endTime\":4.0,\"body\":\"How are "
            "you?\"}]}",
            usual);
        row("a bare list",
            "[{\"speaker\":\"Jane\",\"start\":1,\"end\":2.5,\"text\":\" Hello  "
            "there.\"},{\"speaker\":\"Bob\",\"start\":2.5,\"end\":4,\"text\":\" How are you?\"}]",
            usual);
        row("Podlove",
            "[{\"start\":\"00:00:01.000\",\"start_ms\":1000,\"end\":\"00:00:02.500\",\"end_ms\":"
            "2500,\"speaker\":\"1\",\"voice\":\"x\",\"text\":\"Hello there.\"}]",
            {QStringLiteral("1.000-2.500 x|Hello there.")});
        row("clock times",
            "{\"segments\":[{\"startTime\":\"00:00:01.000\",\"endTime\":\"0:02.5\",\"speaker\":"
            "\"Jane\",\"body\":\"Hello there.\"}]}",
            {usual[0]});
        row("numbers as text",
            "{\"segments\":[{\"startTime\":\"1.0\",\"endTime\":\"2.5\",\"speaker\":\"Jane\","
            "\"body\":\"Hello there.\"}]}",
            {usual[0]});
        row("milliseconds",
            "{\"utterances\":[{\"start\":1000,\"end\":2500,\"speaker\":\"Jane\",\"text\":\"Hello "
            "there.\"},{\"start\":2500,\"end\":4000,\"speaker\":\"Bob\",\"text\":\"How are "
            "you?\"}]}",
            usual);
        row("whisper.cpp",
            "{\"result\":{\"language\":\"en\"},\"transcription\":[{\"timestamps\":{},\"offsets\":{"
            "\"from\":1000,\"to\":2500},\"text\":\" Hello there.\"}]}",
            {QStringLiteral("1.000-2.500 |Hello there.")});
        row("a WebVTT document inside",
            "{\"vtt\":\"WEBVTT\\n\\n00:01.000 --> 00:02.500\\n<v Jane>Hello "
            "there.\\n\",\"segments\":[]}",
            {usual[0]});
        row("no end",
            "{\"segments\":[{\"startTime\":1,\"speaker\":\"Jane\",\"body\":\"Hello there.\"}]}",
            {QStringLiteral("1.000-- Jane|Hello there.")});
        row("no times",
            "{\"segments\":[{\"speaker\":\"Jane\",\"body\":\"Hello there.\"}]}",
            {QStringLiteral("--- Jane|Hello there.")});
        row("unsorted, with rubbish",
            "{\"segments\":[{\"speaker\":\"Bob\",\"startTime\":2.5,\"endTime\":4,\"body\":\"How "
            "are "
            "you?\"},null,7,\"x\",{},{\"body\":\"\"},{\"speaker\":\"Jane\",\"startTime\":1,"
            "\"endTime\":2.5,\"body\":\"Hello there.\"}]}",
            usual);
        row("absurd times",
            "{\"segments\":[{\"startTime\":-4,\"endTime\":1e300,\"body\":\"Hello there.\"}]}",
            {QStringLiteral("--- |Hello there.")});
        row("names in the text",
            "{\"segments\":[{\"startTime\":1,\"endTime\":2,\"body\":\"Jane: Hello "
            "there.\"},{\"startTime\":2,\"endTime\":3,\"body\":\"Jane: Well\"}]}",
            {QStringLiteral("1.000-2.000 Jane|Hello there."),
             QStringLiteral("2.000-3.000 Jane|Well")});
    }

    void readsDialects()
    {
        QFETCH(QByteArray, document);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(document), expected);
    }

    void keepsParagraphEnds()
    {
        const Transcript transcript =
            readText("{\"segments\":[{\"startTime\":1,\"body\":\"The one "
                     "end.\\n\"},{\"startTime\":2,\"body\":\"two\\nlines here\"}]}");
        QCOMPARE(transcript.cues[0].body, QStringLiteral("The one end.\n"));
        QCOMPARE(transcript.cues[1].body, QStringLiteral("two lines here"));
    }

    void readsWhispersWords()
    {
        const Transcript transcript =
            readText("{\"text\":\" Hi, "
                     "don't.\",\"language\":\"EN\",\"segments\":[{\"id\":0,\"start\":0.0,\"end\":2."
                     "0,\"text\":\" Hi, don't.\",\"words\":["
                     "{\"word\":\" Hi,\",\"start\":0.0,\"end\":0.5},{\"word\":\" "
                     "don\",\"start\":0.5,\"end\":1.0},{\"word\":\"'t.\",\"start\":1.0,\"end\":1.2}"
                     ",{\"word\":\" nowhere\",\"start\":1.3,\"end\":1.4}]}]}");
        QCOMPARE(transcript.language, QStringLiteral("en"));
        QCOMPARE(transcript.cues.size(), std::size_t{1});
        QCOMPARE(transcript.cues[0].body, QStringLiteral("Hi, don't."));
        QCOMPARE(wordsOf(transcript.cues[0]),
                 (QStringList{QStringLiteral("0.000-0.500 Hi,"),
                              QStringLiteral("0.500-1.000 don"),
                              QStringLiteral("1.000-1.200 't.")}));
    }

    void joinsWordsAtSentencesPausesAndParagraphs()
    {
        const QByteArray bytes(
            "{\"words\":[{\"start\":1000,\"end\":1200,\"text\":\"This\"},{\"start\":1200,\"end\":"
            "1400,\"text\":\"is\"},{\"start\":1400,\"end\":1800,\"text\":\"something\"},"
            "{\"start\":1800,\"end\":2000,\"text\":\"rather\"},{\"start\":2000,\"end\":2200,"
            "\"text\":\"long\"},{\"start\":2200,\"end\":2300,\"text\":\".\"},{\"start\":2300,"
            "\"end\":2500,\"text\":\"Then\"},"
            "{\"start\":5000,\"end\":5400,\"text\":\"silence\\n\"},{\"start\":5400,\"end\":5600,"
            "\"text\":\"(done)\"},{\"start\":5600,\"end\":6000,\"text\":\".\"}]}");
        const QStringList expected = {QStringLiteral("1.000-2.300 |This is something rather long."),
                                      QStringLiteral("2.300-2.500 |Then"),
                                      QStringLiteral("5.000-5.400 |silence\n"),
                                      QStringLiteral("5.400-6.000 |(done).")};
        QCOMPARE(linesOf(bytes), expected);
    }

    void refusesWhatIsNoTranscript_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("empty list") << QByteArray("[]");
        QTest::newRow("chapters") << QByteArray(
            "{\"version\":\"1.2.0\",\"chapters\":[{\"startTime\":0,\"title\":\"Intro\"}]}");
        QTest::newRow("cut") << QByteArray("{\"segments\":[{\"startTime\":1,\"body\":\"Hel");
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000);
        QTest::newRow("deep lists") << QByteArray("[").repeated(1'000'000);
    }

    void refusesWhatIsNoTranscript()
    {
        QFETCH(QByteArray, document);
        VERIFY_ERROR(readTranscript(document), Malformed);
    }

    void refusesTooManyValues()
    {
        VERIFY_ERROR(readTranscript("[[" + QByteArray("0,").repeated(9'000'000) + "0]]"), TooLarge);
    }
};

QTEST_GUILESS_MAIN(JsonTranscriptTest)
#include "tst_jsontranscript.moc"
