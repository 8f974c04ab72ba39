// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QTest>

using namespace app::transcripts;
using tests::linesOf;
using tests::readText;

class PlainTextTest : public QObject
{
    Q_OBJECT

private slots:

    void readsText_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *document, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(document) << expected;
        };
        row("paragraphs",
            "One line\nand more.\n\n  Two. \n\n\n\nThree.",
            {QStringLiteral("--- |One line and more."),
             QStringLiteral("--- |Two."),
             QStringLiteral("--- |Three.")});
        row("lines", "One.\nTwo.\n", {QStringLiteral("--- |One."), QStringLiteral("--- |Two.")});
        row("named paragraphs",
            "JANE: One.\n\nBob: Two: it.\n\nMore.\n\nJANE: Three.\n\nBob: Four.",
            {QStringLiteral("--- JANE|One."),
             QStringLiteral("--- Bob|Two: it."),
             QStringLiteral("--- Bob|More."),
             QStringLiteral("--- JANE|Three."),
             QStringLiteral("--- Bob|Four.")});
        row("brackets",
            "[00:12] Jane: Hello\n[00:00:20] Bob: Hi\n[1:00:30.5] Jane: Bye\n(1:00:40) Bob: Bye",
            {QStringLiteral("12.000-- Jane|Hello"),
             QStringLiteral("20.000-- Bob|Hi"),
             QStringLiteral("3630.500-- Jane|Bye"),
             QStringLiteral("3640.000-- Bob|Bye")});
        row("copied from a video site",
            "0:00\nhello and\n0:04\nwelcome\n1:02:03\nbye",
            {QStringLiteral("0.000-- |hello and"),
             QStringLiteral("4.000-- |welcome"),
             QStringLiteral("3723.000-- |bye")});
        row("name and time",
            "Jane Doe  0:05\nHello there.\nMore.\n\nBob\t1:15\nHi.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there. More."),
             QStringLiteral("75.000-- Bob|Hi.")});
        row("name and bracketed time",
            "Speaker 1 (00:05):\nHello there.\n\nSpeaker 2 (01:15):\nHi.\n",
            {QStringLiteral("5.000-- Speaker 1|Hello there."),
             QStringLiteral("75.000-- Speaker 2|Hi.")});
        row("name above the time",
            "Track 4:\n[0:20] Hello\nTrack 5:\n[0:30] Hi\nTrack 4:\n[0:40] Bye\nTrack 5:\n[0:50] "
            "Bye",
            {QStringLiteral("20.000-- Track 4|Hello"),
             QStringLiteral("30.000-- Track 5|Hi"),
             QStringLiteral("40.000-- Track 4|Bye"),
             QStringLiteral("50.000-- Track 5|Bye")});
        row("ranges",
            "0:05 - 0:10 Hello\n[0:10 --> 0:12] Hi",
            {QStringLiteral("5.000-10.000 |Hello"), QStringLiteral("10.000-12.000 |Hi")});
        row("a title first",
            "My show\n\n0:05 Hello\n0:06 Hi",
            {QStringLiteral("--- |My show"),
             QStringLiteral("5.000-- |Hello"),
             QStringLiteral("6.000-- |Hi")});
        row("Whisper's table",
            "start\tend\ttext\n0\t1500\tHello there.\n1500\t3000\tHi\tyou.\nx\ty\tz\n",
            {QStringLiteral("0.000-1.500 |Hello there."), QStringLiteral("1.500-3.000 |Hi you.")});
        row("name and time with one space",
            "Jane Doe 00:05\nHello there.\n\nBob 01:15\nHi.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there."), QStringLiteral("75.000-- Bob|Hi.")});
        row("name in brackets and time",
            "[Jane Doe] 00:00:05\nHello there.\n[Bob] 00:01:15\nHi.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there."), QStringLiteral("75.000-- Bob|Hi.")});
        row("a name alone behind the time",
            "0:05 Jane Doe\nHello there.\n\n1:15 Bob\nHi.\n\n1:20 Jane Doe\nBye.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there."),
             QStringLiteral("75.000-- Bob|Hi."),
             QStringLiteral("80.000-- Jane Doe|Bye.")});
        row("columns",
            "00:00:05\tJane Doe\tHello there.\n00:01:15\tBob\tHi.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there."), QStringLiteral("75.000-- Bob|Hi.")});
        row("Markdown",
            "**[00:00:05] Jane Doe:** Hello there.\n\n**[00:01:15] Bob:** Hi.\n\n"
            "**[00:01:16] Bob:** Hi.\n\n**[00:01:17] Jane Doe:** 2**3 is 8.\n",
            {QStringLiteral("5.000-- Jane Doe|Hello there."),
             QStringLiteral("75.000-- Bob|Hi."),
             QStringLiteral("76.000-- Bob|Hi."),
             QStringLiteral("77.000-- Jane Doe|23 is 8.")});
        row("a table of other columns",
            "speaker\tstart\ttext\tend\nJane:\t1.5\tHello\t2\n\tx\t\t\nBob\t0:02\tHi\t\n",
            {QStringLiteral("1.500-2.000 Jane|Hello"), QStringLiteral("2.000-- Bob|Hi")});
        row("labels of an editor",
            "0.000000\t1.500000\tHello\n1.500000\t2.250000\tthere\n",
            {QStringLiteral("0.000-1.500 |Hello"), QStringLiteral("1.500-2.250 |there")});
        row("a clock in prose",
            "We met there.\n\n12:30 was lunch.\n\nThen home.",
            {QStringLiteral("--- |We met there."),
             QStringLiteral("--- |12:30 was lunch."),
             QStringLiteral("--- |Then home.")});
        row("braces and brackets",
            "{sic} yes\n\n[Music] plays",
            {QStringLiteral("--- |{sic} yes"), QStringLiteral("--- |[Music] plays")});
    }

    void readsText()
    {
        QFETCH(QByteArray, document);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(document), expected);
    }

    void readsTheNamespacesHtmlExample()
    {
        const QByteArray bytes = tests::dataFile(QStringLiteral("transcripts-example.html"));
        const Transcript transcript = readText(bytes);
        QCOMPARE(transcript.cues.size(), static_cast<std::size_t>(bytes.count("<p>")));
        QCOMPARE(transcript.cues[0].speaker, QStringLiteral("Travis"));
        QCOMPARE(transcript.cues[0].start, app::timestamps::MediaTime::fromMs(0));
        QVERIFY(transcript.cues[0].body.startsWith(
            QStringLiteral("When you first get started in podcasting, it's almost")));
        QCOMPARE(transcript.cues[1].speaker, QStringLiteral("Sarah"));
        QCOMPARE(transcript.cues[1].start, app::timestamps::MediaTime::fromMs(53'000));
        QVERIFY(transcript.isTimed());
    }

    void readsHtml_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *document, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(document) << expected;
        };
        row("a page",
            "<!DOCTYPE "
            "html><html><head><title>T</title><style>p{}</style></head><body><cite>A:</"
            "cite><time>0:09</time><p>Hi &amp; <b>you</b></p><p>More</p></body></html>",
            {QStringLiteral("9.000-- A|Hi & you"), QStringLiteral("--- A|More")});
        row("labels inside",
            "<p><cite>A</cite> <time>1:00:00</time> Hi</p><p><cite></cite>Who?</p>",
            {QStringLiteral("3600.000-- A|Hi"), QStringLiteral("--- |Who?")});
        row("the title of a work",
            "<cite>A:</cite><p>I read <cite>Emma</cite> once</p>",
            {QStringLiteral("--- A|I read Emma once")});
        row("no labels",
            "<p>[0:05] Jane: Hi</p><p>[0:07] Bob: Hello</p><p>[0:09] Jane: So</p><p>[0:11] Bob: "
            "So</p>",
            {QStringLiteral("5.000-- Jane|Hi"),
             QStringLiteral("7.000-- Bob|Hello"),
             QStringLiteral("9.000-- Jane|So"),
             QStringLiteral("11.000-- Bob|So")});
        row("only paragraphs",
            "<div><p>One<br>two</p><!-- <p>no</p> --><ul><li>three</li></ul></div>",
            {QStringLiteral("--- |One"), QStringLiteral("--- |two"), QStringLiteral("--- |three")});
        row("broken",
            "<cite>A:<time>0:09<p>1 < 2<p>end <",
            {QStringLiteral("9.000-- A|1 < 2"), QStringLiteral("--- A|end <")});
    }

    void readsHtml()
    {
        QFETCH(QByteArray, document);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(document), expected);
    }

    void refusesPagesThatAreNoTranscript()
    {
        VERIFY_ERROR(readTranscript("<html><body><script>x()</script><p>Hi</p></body></html>"),
                     Unsupported);
        VERIFY_ERROR(readTranscript("<html><body><p> </p></body></html>"), Malformed);
    }
};

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
