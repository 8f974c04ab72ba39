// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/transcripts/readhelp.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace app::transcripts;
using app::timestamps::MediaTime;
using tests::isSound;
using tests::linesOf;
using tests::readText;

namespace {

const QStringList exampleFiles = {QStringLiteral("transcripts-example.vtt"),
                                  QStringLiteral("transcripts-example.srt"),
                                  QStringLiteral("transcripts-example.json"),
                                  QStringLiteral("transcripts-example.html")};

} // namespace

class TranscriptReaderTest : public QObject
{
    Q_OBJECT

private slots:

    void sniffsByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *bytes, const char *hint, Format expected) {
            QTest::addRow("%s as %s", bytes, hint)
                << QByteArray(bytes) << QString::fromLatin1(hint) << static_cast<int>(expected);
        };
        row("WEBVTT\n\n", "application/json", Format::WebVtt);
        row("\xEF\xBB\xBFWEBVTT", "", Format::WebVtt);
        row("WEBVTTX", "", Format::Plain);
        row(" {\"a\":1}", "text/vtt", Format::Json);
        row("[\n{\"a\":1}]", "", Format::Json);
        row("[00:12] Hi", "", Format::Plain);
        row("[00:12] Hi", "application/json", Format::Json);
        row("1\n00:00:01,000 --> 00:00:02,000\nHi", "text/plain", Format::SubRip);
        row("<p>Hi</p>", "text/plain", Format::Html);
        row("<b>Hi</b>", "text/html", Format::Html);
        row("<b>Hi</b>", "", Format::Plain);
        row("Hi", "text/vtt", Format::Plain);
        row("<?xml version=\"1.0\"?><tt xmlns=\"http://www.w3.org/ns/ttml\">", "", Format::Ttml);
        row("0:00:01.000,0:00:02.000\nHi", "", Format::SubViewer);
        row("start\tend\ttext\n", "", Format::Table);
        row("0.5\t1.5\tHi\n", "", Format::Table);
        row("12:30\tlunch\twith", "", Format::Plain);
        row("[00:12.50]Hi\n[00:13.50]you", "", Format::Lyrics);
        row("[00:12]Hi\n[00:13]you", "audio/x-lrc", Format::Lyrics);
        row("[ti:x]\n[00:12]Hi", "", Format::Lyrics);
        row("[1:00:12] Jane: Hi\n[1:00:13] Bob: you", "", Format::Plain);
        row("[Music: x]\nHi", "", Format::Plain);
    }

    void sniffsByContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, hint);
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(sniffFormat(bytes, hint)), expected);
    }

    void readsEveryEncoding_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<bool>("mark");
        QTest::newRow("UTF-8") << static_cast<int>(QStringConverter::Utf8) << false;
        QTest::newRow("UTF-8 with mark") << static_cast<int>(QStringConverter::Utf8) << true;
        QTest::newRow("UTF-16 LE") << static_cast<int>(QStringConverter::Utf16LE) << false;
        QTest::newRow("UTF-16 BE") << static_cast<int>(QStringConverter::Utf16BE) << false;
        QTest::newRow("UTF-16 LE with mark") << static_cast<int>(QStringConverter::Utf16LE) << true;
        QTest::newRow("UTF-16 BE with mark") << static_cast<int>(QStringConverter::Utf16BE) << true;
        QTest::newRow("UTF-32 LE with mark") << static_cast<int>(QStringConverter::Utf32LE) << true;
        QTest::newRow("UTF-32 BE with mark") << static_cast<int>(QStringConverter::Utf32BE) << true;
    }

    void readsEveryEncoding()
    {
        QFETCH(int, encoding);
        QFETCH(bool, mark);
        QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding),
                               mark ? QStringConverter::Flag::WriteBom
                                    : QStringConverter::Flag::Default);
        const QByteArray bytes = encoder(
            QStringLiteral("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nZoë said 😀 – “yes”\r\n"));
        QCOMPARE(linesOf(bytes), QStringList{QStringLiteral("1.000-2.000 |Zoë said 😀 – “yes”")});
    }

    void readsWindows1252()
    {
        QCOMPARE(linesOf("1\n00:00:01,000 --> 00:00:02,000\nZo\xEB \x96 \x93yes\x94 \x80 5\n"),
                 QStringList{QStringLiteral("1.000-2.000 |Zoë – “yes” € 5")});
    }

    void oneBrokenByteDoesNotChangeTheEncoding()
    {
        const QByteArray bytes =
            QStringLiteral("Zoë ïs hérè ünd dört. ").toUtf8() + "\xFF" + QByteArray(" Done.");
        const Transcript transcript = readText(bytes);
        QVERIFY(transcript.cues[0].body.startsWith(QStringLiteral("Zoë ïs hérè ünd dört.")));
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray noise(5000, '\0');
        QRandomGenerator random(7);
        for (char &byte : noise)
            byte = static_cast<char>(random.bounded(256));
        QTest::newRow("noise") << noise;
        QTest::newRow("noughts") << QByteArray(5000, '\0');
        QTest::newRow("MP3") << QByteArray("ID3\x04\0\0\0\0\x1F\x76TSSE\0\0\0\x0F\0\0\x03Lavf59",
                                           27)
                                    + noise;
        QTest::newRow("PNG") << QByteArray(
            "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0", 29);
        QTest::newRow("few control bytes") << QByteArray("\x01\x02\x03");
    }

    void refusesWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        const auto result = readTranscript(bytes);
        VERIFY_ERROR(result, Malformed);
        QCOMPARE(result.error().detail, QStringLiteral("this is not a text file"));
    }

    void refusesWhatIsEmptyOrTooLarge()
    {
        VERIFY_ERROR(readTranscript(QByteArray()), Malformed);
        VERIFY_ERROR(readTranscript(" \r\n\t "), Malformed);
        VERIFY_ERROR(readTranscript("WEBVTT\n\nNOTE nothing\n"), Malformed);
        VERIFY_ERROR(readTranscript(QByteArray((64 << 20) + 1, 'a')), TooLarge);
        VERIFY_ERROR(readTranscript(QByteArray("a\n").repeated(5'000'000)), TooLarge);
    }

    void survivesCutsAtEveryByte()
    {
        for (const QString &name : exampleFiles) {
            const QByteArray whole = tests::dataFile(name);
            QVERIFY2(!whole.isEmpty(), qPrintable(name));
            const QByteArray bytes = whole.left(2500);
            for (qsizetype size = 0; size <= bytes.size(); ++size)
                QVERIFY2(isSound(readText(bytes.left(size))), qPrintable(QString::number(size)));
            for (qsizetype from = 0; from < bytes.size(); from += 7)
                QVERIFY2(isSound(readText(bytes.mid(from))), qPrintable(QString::number(from)));
        }
    }

    void survivesDamage()
    {
        QRandomGenerator random(4711);
        const QByteArray marks("<>&:-[]{}()\"\\,.\n\r\t 0123456789vu/;#\0\xFF\xC3\xED", 38);
        for (const QString &name : exampleFiles) {
            const QByteArray whole = tests::dataFile(name).left(1500);
            for (int round = 0; round < 400; ++round) {
                QByteArray bytes = whole;
                for (int change = 0; change < 25; ++change)
                    bytes[random.bounded(bytes.size())] = marks[random.bounded(marks.size())];
                QVERIFY2(isSound(readText(bytes)), bytes.constData());
            }
        }
    }

    void hostileTextTakesLinearTime_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("repeated");
        const QByteArray vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n");
        const QByteArray srt("1\n00:00:01,000 --> 00:00:02,000\n");
        QTest::newRow("open tags") << vtt << QByteArray("<a");
        QTest::newRow("open tags in SRT") << srt << QByteArray("<b");
        QTest::newRow("spaced signs") << vtt << QByteArray("< ");
        QTest::newRow("braces") << srt << QByteArray("{\\");
        QTest::newRow("references") << vtt << QByteArray("&");
        QTest::newRow("numbers") << vtt << QByteArray("&#9");
        QTest::newRow("voices") << vtt << QByteArray("<v a>");
        QTest::newRow("voices with text") << vtt << QByteArray("<v a>x</v>");
        QTest::newRow("times") << vtt << QByteArray("<00:01.000>x");
        QTest::newRow("arrows") << vtt << QByteArray("-->\n");
        QTest::newRow("cues") << vtt << QByteArray("x\n\n00:01.000 --> 00:02.000\nx\n");
        QTest::newRow("colons") << QByteArray() << QByteArray("A: ");
        QTest::newRow("names") << QByteArray() << QByteArray("A: b\n");
        QTest::newRow("html") << QByteArray("<p>") << QByteArray("<p");
        QTest::newRow("cites") << QByteArray("<p>") << QByteArray("<cite>");
        QTest::newRow("styles") << QByteArray("<p>") << QByteArray("<style>");
        QTest::newRow("comments") << QByteArray("<p>") << QByteArray("<!--");
        QTest::newRow("stops") << QByteArray() << QByteArray(".");
        QTest::newRow("digits") << QByteArray() << QByteArray("1");
        QTest::newRow("digits and points") << QByteArray() << QByteArray("1:");
        QTest::newRow("spaces") << QByteArray("a") << QByteArray(" ");
        const QByteArray ttml("<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><p begin=\"1s\">");
        QTest::newRow("TTML, spans open") << ttml << QByteArray("<span begin=\"1s\">a");
        QTest::newRow("TTML, spans") << ttml << QByteArray("<span begin=\"1s\">a</span>");
        QTest::newRow("TTML, names") << ttml << QByteArray("<p begin=\"1s\" agent=\"a b\">x");
        QTest::newRow("TTML, attributes") << ttml << QByteArray("<p a a a=\"x\" ");
        QTest::newRow("TTML, quotes") << ttml << QByteArray("<p a=\"");
        QTest::newRow("TTML, comments") << ttml << QByteArray("<!--");
        QTest::newRow("LRC") << QByteArray("[00:01.00]a\n") << QByteArray("[00:01.00]");
        QTest::newRow("LRC, words") << QByteArray("[00:01.00]") << QByteArray("<00:01.00>a ");
        QTest::newRow("LRC, lines") << QByteArray("[ar:x]\n") << QByteArray("[00:01.00]a\n");
        QTest::newRow("SBV") << QByteArray() << QByteArray("0:00:01.000,0:00:02.000\na\n\n");
        QTest::newRow("table") << QByteArray("0\t1\ta\n") << QByteArray("1\t2\tb\n");
        QTest::newRow("tabs") << QByteArray("start\ttext\n") << QByteArray("1\t");
        QTest::newRow("names above") << QByteArray() << QByteArray("Jane 0:01\nHi\n\n");
        QTest::newRow("bold") << QByteArray("**a**\n") << QByteArray("**b");
        QTest::newRow("Cyrillic") << QByteArray("\xC0") << QByteArray("\xEE\xE0 \xE5");
        QTest::newRow("one line") << QByteArray("[0:01] ") << QByteArray("word ");
    }

    /// Work that grows with the square of the input would run into the time limit of the test.
    void hostileTextTakesLinearTime()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, repeated);
        constexpr qsizetype size = 4'000'000;
        const auto result = readTranscript(head + repeated.repeated(size / repeated.size()));
        QVERIFY(!result || isSound(*result));
    }

    void hostileWordListsTakeLinearTime()
    {
        const QByteArray body = QByteArray("ab ").repeated(300'000);
        const QByteArray words = QByteArray("{\"text\":\"x\",\"start\":1},").repeated(300'000);
        const auto result = readTranscript("{\"segments\":[{\"start\":1,\"text\":\"" + body
                                           + "\",\"words\":[" + words + "{}]}]}");
        VERIFY_RESULT(result);
        QVERIFY(result->cues.front().words.empty());
        const QByteArray tokens =
            QByteArray("{\"text\":\"x\",\"offsets\":{\"from\":1,\"to\":2}},").repeated(300'000);
        VERIFY_RESULT(readTranscript("{\"transcription\":[{\"text\":\"xx\",\"tokens\":[" + tokens
                                     + "{}]}]}"));
    }

    void findsTheCueOfAPlace()
    {
        const Transcript transcript = readText("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n"
                                               "00:05.000 --> 00:06.000\nB\n\n"
                                               "00:05.000 --> 00:07.000\nC\n");
        QCOMPARE(cueAt(transcript, MediaTime::fromMs(999)), std::nullopt);
        QCOMPARE(cueAt(transcript, MediaTime::fromMs(1000)), std::optional<std::size_t>(0));
        QCOMPARE(cueAt(transcript, MediaTime::fromMs(4999)), std::optional<std::size_t>(0));
        QCOMPARE(cueAt(transcript, MediaTime::fromMs(5000)), std::optional<std::size_t>(2));
        QCOMPARE(cueAt(transcript, MediaTime::fromMs(99'000)), std::optional<std::size_t>(2));
        QCOMPARE(cueAt(readText("No times."), MediaTime::fromMs(5000)), std::nullopt);
        QCOMPARE(cueAt(Transcript(), MediaTime::fromMs(5000)), std::nullopt);
    }

    void cuesWithoutTimeAreNotFound()
    {
        Transcript transcript;
        for (int at = 0; at < 40; ++at) {
            Cue cue;
            cue.body = QStringLiteral("x");
            if (at % 3 == 1)
                cue.start = MediaTime::fromMs(at * 1000);
            transcript.cues.push_back(cue);
        }
        for (int ms = 0; ms < 45'000; ms += 500) {
            std::optional<std::size_t> expected;
            for (std::size_t at = 0; at < transcript.cues.size(); ++at) {
                if (transcript.cues[at].start && transcript.cues[at].start->ms() <= ms)
                    expected = at;
            }
            QCOMPARE(cueAt(transcript, MediaTime::fromMs(ms)), expected);
        }
    }
};

QTEST_GUILESS_MAIN(TranscriptReaderTest)
#include "tst_transcriptreader.moc"
