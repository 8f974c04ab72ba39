// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QTest>

using namespace app::transcripts;
using tests::linesOf;
using tests::readText;
using tests::wordsOf;

class WebVttTest : public QObject
{
    Q_OBJECT

private slots:

    void readsTheNamespacesExample()
    {
        const QByteArray bytes = tests::dataFile(QStringLiteral("transcripts-example.vtt"));
        QVERIFY(bytes.contains("WEBVTT"));
        const QStringList lines = linesOf(bytes);
        QCOMPARE(lines.first(),
                 QStringLiteral(
                     "0.000-2.760 Sarah|In today's episode, you'll learn whether or not you"));
        QCOMPARE(
            lines[2],
            QStringLiteral("6.090-11.610 Sarah|include in one? Welcome to Podcasting Q&A, where "
                           "you learn"));
        QCOMPARE(lines[5].section(u' ', 1, 1), QStringLiteral("Gillian|Hi"));
    }

    void readsWhatTheStandardAllows_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *body, const QStringList &expected) {
            QTest::newRow(name) << QByteArray(body) << expected;
        };
        row("no hours",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("many hours",
            "WEBVTT\n\n000:00:01.000 --> 60:00:01.000\nHi",
            {QStringLiteral("1.000-216001.000 |Hi")});
        row("id and settings",
            "WEBVTT x\n\nan id\n00:01.000 --> 00:02.000 align:start line:0\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("old Mac line ends",
            "WEBVTT\r\r00:01.000 --> 00:02.000\rHi\rthere\r\r00:03.000 --> 00:04.000\rYou",
            {QStringLiteral("1.000-2.000 |Hi there"), QStringLiteral("3.000-4.000 |You")});
        row("cue ends at an arrow",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n00:03.000 --> 00:04.000\nYou",
            {QStringLiteral("1.000-2.000 |Hi"), QStringLiteral("3.000-4.000 |You")});
        row("header ends at an arrow",
            "WEBVTT\n00:01.000 --> 00:02.000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("notes, styles, regions",
            "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE a\nb\n\n00:01.000 --> "
            "00:02.000\nHi\n\nNOTE\n",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("bad cues are skipped",
            "WEBVTT\n\n00:01,000 --> 00:02.000\nno\n\n0:01.000 --> 00:02.000\nno\n\n00:61.000 --> "
            "00:62.000\nno\n\n00:01.00 --> 00:02.000\nno\n\nfoo --> bar\nno\n\n00:03.000 --> "
            "00:04.000\nyes",
            {QStringLiteral("3.000-4.000 |yes")});
        row("references",
            "WEBVTT\n\n00:01.000 --> 00:02.000\na &lt;b&gt; &quot;c&quot; &copy; &#32;&#x2014; "
            "&amp &foo; AT&T &nbsp;end",
            {QStringLiteral("1.000-2.000 |a <b> \"c\" © — & &foo; AT&T end")});
        row("every reference of HTML",
            "WEBVTT\n\n00:01.000 --> "
            "00:02.000\nYes&period;&comma;&lpar;&CounterClockwiseContourIntegral;"
            "&bne; &notit; &ampx &hearts &#X41;&#0; &Aopf; &notin;&unknown;&;&#;&",
            {QStringLiteral(
                "1.000-2.000 |Yes.,(∳=\u20E5 ¬it; &x &hearts A\uFFFD 𝔸 ∉&unknown;&;&#;&")});
        row("tags",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<c.red>a</c> <i>b</i><b>c</b> <lang en>d</lang> "
            "<unknown>e",
            {QStringLiteral("1.000-2.000 |a bc d e")});
        row("ruby stands in brackets",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<ruby>a<rt>b</rt>c<rt.x>d</rt></ruby>e",
            {QStringLiteral("1.000-2.000 |a(b)c(d)e")});
        row("a line feed before a carriage return ends two lines",
            "WEBVTT\n\r00:01.000 --> 00:02.000\nHi\n\rno cue\n\r00:03.000 --> 00:04.000\rYou",
            {QStringLiteral("1.000-2.000 |Hi"), QStringLiteral("3.000-4.000 |You")});
        row("an id and a bad timing line",
            "WEBVTT\n\nid\nsecond id\n00:01.000 --> 00:02.000\nno id\n\n00:03.000 --> "
            "00:04.000\nyes",
            {QStringLiteral("1.000-2.000 |no id"), QStringLiteral("3.000-4.000 |yes")});
        row("a bad timing line that is followed by a good one",
            "WEBVTT\n\nbad --> worse\n00:01.000 --> 00:02.000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("no space around the arrow",
            "WEBVTT\tx\nKind: captions\n\n00:01.000-->00:02.000align:left\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("a blank line with a space is none",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n \nthere",
            {QStringLiteral("1.000-2.000 |Hi there")});
        row("a header that is a note",
            "WEBVTT\nNOTE a\n\nNOTE\n00:01.000 --> 00:02.000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("less than",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n5 < 6 and 7 > 3",
            {QStringLiteral("1.000-2.000 |5 < 6 and 7 > 3")});
        row("unclosed tag",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHi <c",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("NUL", "WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n", {QStringLiteral("1.000-2.000 |Hi")});
        row("out of order",
            "WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n\n00:05.000 --> "
            "00:05.500\nC",
            {QStringLiteral("1.000-2.000 |A"),
             QStringLiteral("5.000-6.000 |B"),
             QStringLiteral("5.000-5.500 |C")});
        row("ends before it starts",
            "WEBVTT\n\n00:05.000 --> 00:04.000\nA",
            {QStringLiteral("5.000-- |A")});
        row("empty cues",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\n<b></b>\n\n00:03.000 "
            "--> 00:04.000\nA",
            {QStringLiteral("3.000-4.000 |A")});
        row("blank lines first",
            "\n\n WEBVTT\n\n00:01.000 --> 00:02.000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
        row("commas throughout",
            "WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\nHi",
            {QStringLiteral("1.000-2.000 |Hi")});
    }

    void readsWhatTheStandardAllows()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf(body), expected);
    }

    void readsVoices_data()
    {
        QTest::addColumn<QByteArray>("cue");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("unclosed") << QByteArray("<v Jane Doe>Hi")
                                  << QStringList{QStringLiteral("0.000-10.000 Jane Doe|Hi")};
        QTest::newRow("with class") << QByteArray("<v.loud.big Jane>Hi</v>")
                                    << QStringList{QStringLiteral("0.000-10.000 Jane|Hi")};
        QTest::newRow("reference in a name")
            << QByteArray("<v A&amp;B>Hi") << QStringList{QStringLiteral("0.000-10.000 A&B|Hi")};
        QTest::newRow("two voices share the time")
            << QByteArray("<v A>12345</v> <v B>12345</v>")
            << QStringList{QStringLiteral("0.000-5.000 A|12345"),
                           QStringLiteral("5.000-10.000 B|12345")};
        QTest::newRow("two lines") << QByteArray("<v A>Yes.\n<v B>Noo.")
                                   << QStringList{QStringLiteral("0.000-5.000 A|Yes."),
                                                  QStringLiteral("5.000-10.000 B|Noo.")};
        QTest::newRow("one voice on two lines")
            << QByteArray("<v A>Yes\nand no.")
            << QStringList{QStringLiteral("0.000-10.000 A|Yes and no.")};
        QTest::newRow("text around a voice") << QByteArray("before <v A>in</v> behind")
                                             << QStringList{QStringLiteral("0.000-4.285 |before"),
                                                            QStringLiteral("4.285-5.714 A|in"),
                                                            QStringLiteral("5.714-10.000 |behind")};
    }

    void readsVoices()
    {
        QFETCH(QByteArray, cue);
        QFETCH(QStringList, expected);
        QCOMPARE(linesOf("WEBVTT\n\n00:00.000 --> 00:10.000\n" + cue), expected);
    }

    void readsTheTimesOfWords()
    {
        const Transcript transcript = readText(
            "WEBVTT\nKind: captions\nLanguage: EN-us\n\n"
            "00:01.000 --> 00:04.000\nHello<00:02.000><c> brave</c><00:03.000><c> new world</c>");
        QCOMPARE(transcript.language, QStringLiteral("en-us"));
        QCOMPARE(transcript.cues.size(), std::size_t{1});
        QCOMPARE(transcript.cues[0].body, QStringLiteral("Hello brave new world"));
        QCOMPARE(wordsOf(transcript.cues[0]),
                 (QStringList{QStringLiteral("1.000-2.000 Hello"),
                              QStringLiteral("2.000-3.000 brave"),
                              QStringLiteral("3.000-4.000 new world")}));
    }

    void ignoresWordTimesThatFallOrLeaveTheCue()
    {
        const Transcript transcript =
            readText("WEBVTT\n\n00:01.000 --> 00:04.000\na <00:03.000>b <00:02.000>c <00:09.000>d");
        QCOMPARE(
            wordsOf(transcript.cues[0]),
            (QStringList{QStringLiteral("1.000-3.000 a"), QStringLiteral("3.000-4.000 b c d")}));
    }

    void voicesWithAndWithoutWordTimesStayInOrder()
    {
        QCOMPARE(linesOf("WEBVTT\n\n00:01.000 --> 00:04.000\n<v A>x</v><v B>one<00:03.900> two</v>"
                         "<v C>a</v><v D>b</v>"),
                 (QStringList{QStringLiteral("1.000-1.000 A|x"),
                              QStringLiteral("1.000-3.900 B|one two"),
                              QStringLiteral("3.900-3.900 C|a"),
                              QStringLiteral("3.900-4.000 D|b")}));
    }

    void rollingCaptionsSayEachLineOnce()
    {
        const QByteArray bytes(
            "WEBVTT\nKind: captions\nLanguage: en\n\n"
            "00:00:00.000 --> 00:00:02.000 align:start position:0%\n \n"
            "hello<00:00:01.000><c> there</c>\n\n"
            "00:00:02.000 --> 00:00:02.010 align:start position:0%\nhello there\n \n\n"
            "00:00:02.010 --> 00:00:04.000 align:start position:0%\nhello there\n"
            "this<00:00:03.000><c> is</c>\n\n"
            "00:00:04.000 --> 00:00:04.010\nthis is\n \n\n"
            "00:00:04.010 --> 00:00:06.000\nthis is\nnew<00:00:05.000><c> text</c>\n");
        QCOMPARE(linesOf(bytes),
                 (QStringList{QStringLiteral("0.000-2.010 |hello there"),
                              QStringLiteral("2.010-4.010 |this is"),
                              QStringLiteral("4.010-6.000 |new text")}));
        QCOMPARE(
            wordsOf(readText(bytes).cues[1]),
            (QStringList{QStringLiteral("2.010-3.000 this"), QStringLiteral("3.000-4.000 is")}));
    }

    void karaokeCaptionsBecomeOneCueWithWords()
    {
        const QByteArray bytes("WEBVTT\n\n00:00.000 --> 00:01.000\n<u>Hello</u> there.\n\n"
                               "00:01.000 --> 00:01.200\nHello there.\n\n"
                               "00:01.200 --> 00:02.000\nHello <u>there.</u>\n\n"
                               "00:02.000 --> 00:03.000\n<u>Next</u>\n");
        QCOMPARE(linesOf(bytes),
                 (QStringList{QStringLiteral("0.000-2.000 |Hello there."),
                              QStringLiteral("2.000-3.000 |Next")}));
        QCOMPARE(wordsOf(readText(bytes).cues[0]),
                 (QStringList{QStringLiteral("0.000-1.000 Hello"),
                              QStringLiteral("1.200-2.000 there.")}));
    }

    void sayingYesTwiceIsNotARepeat()
    {
        QCOMPARE(
            linesOf("WEBVTT\n\n00:00.000 --> 00:01.000\nYes.\n\n00:01.000 --> 00:02.000\nYes.\n"),
            (QStringList{QStringLiteral("0.000-1.000 |Yes."),
                         QStringLiteral("1.000-2.000 |Yes.")}));
    }

    void namesInVoicesAreNotLookedForInTheText()
    {
        QCOMPARE(linesOf("WEBVTT\n\n00:00.000 --> 00:01.000\n<v A>Note: this\n\n"
                         "00:01.000 --> 00:02.000\n<v A>Note: that\n"),
                 (QStringList{QStringLiteral("0.000-1.000 A|Note: this"),
                              QStringLiteral("1.000-2.000 A|Note: that")}));
    }
};

QTEST_GUILESS_MAIN(WebVttTest)
#include "tst_webvtt.moc"
