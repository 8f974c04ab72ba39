// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QTest>

using namespace app::transcripts;
using tests::linesOf;
using tests::readText;

class SubRipTest : public QObject
{
    Q_OBJECT

private slots:

    void readsTheNamespacesExample()
    {
        const QByteArray bytes = tests::dataFile(QStringLiteral("transcripts-example.srt"));
        const Transcript transcript = readText(bytes);
        QCOMPARE(transcript.cues.size(), static_cast<std::size_t>(bytes.count(" --> ")));
        QCOMPARE(
            tests::lineOf(transcript.cues[0]),
            QStringLiteral("0.179-2.399 Travis|When you first get started in podcasting, it's"));
        QCOMPARE(transcript.cues[1].speaker, QStringLiteral("Travis"));
        for (const Cue &cue : transcript.cues)
            QVERIFY2(!cue.body.contains(u'\n') && !cue.body.contains(QStringLiteral("  ")),
                     qPrintable(cue.body));
    }

    void readsTimesAsFound_data()
    {
        QTest::addColumn<QByteArray>("times");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *times, const char *expected) {
            QTest::newRow(times) << QByteArray(times) << QString::fromUtf8(expected);
        };
        row("00:00:01,500 --> 00:00:02,000", "1.500-2.000");
        row("00:00:01.500 --> 00:00:02.000", "1.500-2.000");
        row("00:00:01:500 --> 00:00:02:000", "1.500-2.000");
        row("00:00:01，500 --> 00:00:02．000", "1.500-2.000");
        row("00：00：01。500 --> 00:00:02,000", "1.500-2.000");
        row("0:0:1,5 --> 0:0:2,25", "1.500-2.250");
        row("00:00:01 --> 00:00:02", "1.000-2.000");
        row("00:01,500 --> 00:02,000", "1.500-2.000");
        row("00:00:01,500-->00:00:02,000", "1.500-2.000");
        row("00:00:01,500 -> 00:00:02,000", "1.500-2.000");
        row("00:00:01,500 -- > 00:00:02,000", "1.500-2.000");
        row("  00:00:01,500 --> 00:00:02,000  X1:000 X2:100 Y1:050", "1.500-2.000");
        row("00:00:01,500 --> 00:00:02,000 align:start", "1.500-2.000");
        row("00:00:01,500 --> 00:00:02,000?", "1.500-2.000");
        row("30:00:01,500 --> 30:00:02,000", "108001.500-108002.000");
        row("-00:00:01,500 --> 00:00:02,000", "0.000-2.000");
        row("00:00:03,000 --> 00:00:02,000", "3.000--");
    }

    void readsTimesAsFound()
    {
        QFETCH(QByteArray, times);
        QFETCH(QString, expected);
        QCOMPARE(linesOf("1\n" + times + "\nHi\n"), QStringList{QString(expected + u" |Hi")});
    }

    void forgivesNumbers_data()
    {
        QTest::addColumn<QByteArray>("document");
        const auto row = [](const char *name, const char *document) {
            QTest::newRow(name) << QByteArray(document);
        };
        row("plain",
            "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo\n");
        row("none", "00:00:01,000 --> 00:00:02,000\nOne\n\n00:00:02,000 --> 00:00:03,000\nTwo\n");
        row("negative and broken",
            "-1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2.5\n00:00:02,000 --> 00:00:03,000\nTwo");
        row("not counted",
            "7\n00:00:01,000 --> 00:00:02,000\nOne\n\n3\n00:00:02,000 --> 00:00:03,000\nTwo");
        row("a word",
            "1\n00:00:01,000 --> 00:00:02,000\nOne\n\ncard\n00:00:02,000 --> 00:00:03,000\nTwo");
        row("no blank line",
            "1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\nTwo");
        row("no blank line, no number",
            "00:00:01,000 --> 00:00:02,000\nOne\n00:00:02,000 --> 00:00:03,000\nTwo");
        row("carriage returns",
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\n\r\n2\r\n00:00:02,000 --> "
            "00:00:03,000\r\nTwo\r\n");
        row("many blank lines",
            "\n\n1\n00:00:01,000 --> 00:00:02,000\nOne\n\n\n\n2\n00:00:02,000 --> "
            "00:00:03,000\nTwo\n\n\n");
        row("an empty card",
            "1\n00:00:01,000 --> 00:00:02,000\nOne\n\n2\n00:00:02,000 --> "
            "00:00:02,500\n\n3\n00:00:02,000 --> 00:00:03,000\nTwo");
    }

    void forgivesNumbers()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(
            linesOf(document),
            (QStringList{QStringLiteral("1.000-2.000 |One"), QStringLiteral("2.000-3.000 |Two")}));
    }

    void keepsWhatIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("a\n\nb", "a b");
        row("<i>a</i> <font color=\"red\">b</font> {\\an8}c", "a b c");
        row("<b>a <i>b", "a b");
        row("<laughs> a {sic} b", "<laughs> a {sic} b");
        row("1 < 2 &amp; 3", "1 < 2 & 3");
        row("a<br/>b", "a b");
        row("There were\n3", "There were 3");
        row("At 3: the plan: go", "At 3: the plan: go");
    }

    void keepsWhatIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(linesOf("1\n00:00:01,000 --> 00:00:02,000\n" + text
                         + "\n\n2\n00:00:02,000 --> 00:00:03,000\nEnd\n"),
                 (QStringList{QString(u"1.000-2.000 |" + expected),
                              QStringLiteral("2.000-3.000 |End")}));
    }

    void findsSpeakers()
    {
        const QByteArray bytes(
            "1\n00:00:01,000 --> 00:00:02,000\nZoë: Hello: you: all\n\n"
            "2\n00:00:02,000 --> 00:00:03,000\nand more\n\n"
            "3\n00:00:03,000 --> 00:00:04,000\nDr. K: Yes\nThe plan: do it\n\n"
            "4\n00:00:04,000 --> 00:00:05,000\nZoë: So\n\n"
            "5\n00:00:05,000 --> 00:00:06,000\nDr. K: http://example.com: gone\n");
        QCOMPARE(linesOf(bytes),
                 (QStringList{QStringLiteral("1.000-2.000 Zoë|Hello: you: all"),
                              QStringLiteral("2.000-3.000 Zoë|and more"),
                              QStringLiteral("3.000-4.000 Dr. K|Yes The plan: do it"),
                              QStringLiteral("4.000-5.000 Zoë|So"),
                              QStringLiteral("5.000-6.000 Dr. K|http://example.com: gone")}));
    }

    void findsMarkedSpeakersAtOnce()
    {
        const QByteArray bytes("1\n00:00:01,000 --> 00:00:02,000\n>> JANE: Hello\n\n"
                               "2\n00:00:02,000 --> 00:00:03,000\n[Bob]: Hi\n\n"
                               "3\n00:00:03,000 --> 00:00:04,000\n>> Who is it?\n\n"
                               "4\n00:00:04,000 --> 00:00:05,000\n[laughter]\n");
        QCOMPARE(linesOf(bytes),
                 (QStringList{QStringLiteral("1.000-2.000 JANE|Hello"),
                              QStringLiteral("2.000-3.000 Bob|Hi"),
                              QStringLiteral("3.000-4.000 |Who is it?"),
                              QStringLiteral("4.000-5.000 |[laughter]")}));
    }

    void aSentenceWithAColonIsNoSpeaker_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("once") << QStringLiteral("Bob: only once");
        QTest::newRow("small letter") << QStringLiteral("the plan: do it");
        QTest::newRow("five words") << QStringLiteral("This is what we want: it");
        QTest::newRow("long") << QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitän: it");
        QTest::newRow("sentence end") << QStringLiteral("Look! Here: it");
        QTest::newRow("no space") << QStringLiteral("Http://example.com");
        QTest::newRow("clock") << QStringLiteral("At 3:45 we go");
    }

    void aSentenceWithAColonIsNoSpeaker()
    {
        QFETCH(QString, line);
        const bool twice = QByteArray(QTest::currentDataTag()) != "once";
        const QByteArray text = line.toUtf8();
        const Transcript transcript =
            readText("1\n00:00:01,000 --> 00:00:02,000\n" + text
                     + "\n\n2\n00:00:02,000 --> 00:00:03,000\n" + (twice ? text : "x") + "\n");
        QCOMPARE(transcript.cues[0].speaker, QString());
        QCOMPARE(transcript.cues[0].body, line);
    }

    void chineseNamesAreNames()
    {
        const Transcript transcript =
            readText(QStringLiteral("1\n00:00:01,000 --> 00:00:02,000\n张三：你好\n\n"
                                    "2\n00:00:02,000 --> 00:00:03,000\n张三：再见\n")
                         .toUtf8());
        QCOMPARE(transcript.cues[0].speaker, QStringLiteral("张三"));
        QCOMPARE(transcript.cues[1].body, QStringLiteral("再见"));
    }
};

QTEST_GUILESS_MAIN(SubRipTest)
#include "tst_subrip.moc"
