// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/readingtext.h"
#include "app/transcripts/transcriptwriter.h"
#include "tests/unit/transcripts/readhelp.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace app::transcripts;
using app::timestamps::MediaTime;
using tests::readText;

namespace {

Transcript sample()
{
    const auto ms = [](qint64 time) {
        return MediaTime::fromMs(time);
    };
    Transcript transcript;
    transcript.language = QStringLiteral("en");
    Cue first;
    first.start = ms(500);
    first.end = ms(2000);
    first.speaker = QStringLiteral("Jane <Host> & co");
    first.body = QStringLiteral("Hello <b> --> & \"you\".\n");
    first.words = {{ms(500), ms(1000), QStringLiteral("Hello")},
                   {ms(1250), ms(2000), QStringLiteral("<b>")}};
    Cue second;
    second.start = ms(3'600'000);
    second.body = QStringLiteral("No end, no speaker.");
    Cue third;
    third.body = QStringLiteral("No time.");
    transcript.cues = {first, second, third};
    return transcript;
}

QString word(QRandomGenerator &random)
{
    const QStringList words = {QStringLiteral("one"),
                               QStringLiteral("<two>"),
                               QStringLiteral("a&b"),
                               QStringLiteral("&amp;"),
                               QStringLiteral("-->"),
                               QStringLiteral("Zoë"),
                               QStringLiteral("😀"),
                               QStringLiteral("{x}"),
                               QStringLiteral("\"q\""),
                               QStringLiteral("x\\y"),
                               QStringLiteral("5"),
                               QStringLiteral("</v>")};
    return words[random.bounded(words.size())];
}

Transcript randomTranscript(quint32 seed, bool withWords)
{
    QRandomGenerator random(seed);
    const QStringList speakers = {
        QStringLiteral("Jane"), QStringLiteral("Dr. <K> & co"), QStringLiteral("张三")};
    Transcript transcript;
    transcript.language = QStringLiteral("de");
    qint64 time = random.bounded(2000);
    for (int count = random.bounded(4, 12); count > 0; --count) {
        Cue cue;
        cue.start = MediaTime::fromMs(time);
        cue.speaker = speakers[random.bounded(speakers.size())];
        const int words = random.bounded(2, 8);
        const qint64 step = random.bounded(1, 700);
        QStringList body;
        for (int at = 0; at < words; ++at) {
            body.append(word(random));
            if (withWords)
                cue.words.push_back({MediaTime::fromMs(time + at * step),
                                     MediaTime::fromMs(time + (at + 1) * step),
                                     body.last()});
        }
        cue.body = body.join(u' ');
        time += words * step;
        cue.end = MediaTime::fromMs(time);
        time += random.bounded(300, 4000);
        transcript.cues.push_back(cue);
    }
    return transcript;
}

} // namespace

class TranscriptWriterTest : public QObject
{
    Q_OBJECT

private slots:

    void writesWebVtt()
    {
        QCOMPARE(writeWebVtt(sample()),
                 QByteArray("WEBVTT\nLanguage: en\n\n"
                            "00:00:00.500 --> 00:00:02.000\n"
                            "<v Jane &lt;Host&gt; &amp; co>Hello <00:00:01.250>&lt;b&gt; --&gt; "
                            "&amp; \"you\".\n\n"
                            "01:00:00.000 --> 01:00:05.000\nNo end, no speaker.\n"));
    }

    void writesSubRip()
    {
        QCOMPARE(
            writeSubRip(sample()),
            QByteArray(
                "1\n00:00:00,500 --> 00:00:02,000\nJane <Host> & co: Hello <b> -> & \"you\".\n\n"
                "2\n01:00:00,000 --> 01:00:05,000\nNo end, no speaker.\n"));
    }

    void writesPodcastJson()
    {
        const QByteArray json = writePodcastJson(sample());
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
        QCOMPARE(
            json,
            QByteArray("{\n  \"version\":\"1.0.0\",\n  \"language\":\"en\",\n  \"segments\":[\n"
                       "    {\"speaker\":\"Jane <Host> & co\",\"startTime\":0.5,\"endTime\":2,"
                       "\"body\":\"Hello <b> --> & \\\"you\\\".\\n\","
                       "\"words\":[{\"start\":0.5,\"end\":1,\"text\":\"Hello\"},{\"start\":1.25,"
                       "\"end\":2,\"text\":\"<b>\"}]},\n"
                       "    {\"startTime\":3600,\"body\":\"No end, no speaker.\"},\n"
                       "    {\"body\":\"No time.\"}\n  ]\n}\n"));
    }

    void writesText()
    {
        QCOMPARE(writePlainText(sample()),
                 QByteArray("[0:00] Jane <Host> & co: Hello <b> --> & \"you\".\n\n"
                            "[1:00:00] No end, no speaker.\n\n[1:00:00] No time.\n"));
    }

    void writesHtml()
    {
        const QByteArray html = writeHtml(sample());
        QVERIFY(html.startsWith("<cite>Jane &lt;Host&gt; &amp; "
                                "co:</cite>\n<time>0:00</time>\n<p>Hello &lt;b&gt; --&gt; &amp; "));
        const Transcript again = readText(html);
        QCOMPARE(again.cues.size(), std::size_t{3});
        QCOMPARE(again.cues[0].speaker, sample().cues[0].speaker);
        QCOMPARE(again.cues[1].speaker, QString());
        QCOMPARE(again.cues[1].start, MediaTime::fromMs(3'600'000));
    }

    void emptyTranscriptsAreWritten()
    {
        QCOMPARE(writeWebVtt({}), QByteArray("WEBVTT\n"));
        QCOMPARE(writeSubRip({}), QByteArray());
        QCOMPARE(writePlainText({}), QByteArray());
        QCOMPARE(writeHtml({}), QByteArray());
    }

    void webVttReadsBackTheSame()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            const Transcript made = randomTranscript(seed, seed % 2 == 0);
            const QByteArray written = writeWebVtt(made);
            const Transcript read = readText(written);
            QCOMPARE(read.language, made.language);
            QCOMPARE(read.cues.size(), made.cues.size());
            for (std::size_t at = 0; at < made.cues.size(); ++at) {
                QCOMPARE(tests::lineOf(read.cues[at]), tests::lineOf(made.cues[at]));
                QCOMPARE(tests::wordsOf(read.cues[at]), tests::wordsOf(made.cues[at]));
            }
            QCOMPARE(writeWebVtt(read), written);
        }
    }

    void jsonReadsBackTheSame()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            Transcript made = randomTranscript(seed, seed % 2 == 0);
            made.cues[1].body.append(u'\n');
            made.cues[2].end.reset();
            const Transcript read = readText(writePodcastJson(made));
            QVERIFY2(read == made, writePodcastJson(made).constData());
        }
    }

    /// What SRT cannot say is left out: references, tags and arrows would be read as such.
    void subRipReadsBackTheSame()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            Transcript made = randomTranscript(seed, false);
            made.language.clear();
            for (std::size_t at = 0; at < made.cues.size(); ++at) {
                Cue &cue = made.cues[at];
                cue.speaker = at % 4 < 2 ? QStringLiteral("Zoë K.") : QStringLiteral("张三");
                for (const char *sign : {"&amp;", "-->", "</v>"})
                    cue.body.replace(QLatin1String(sign), QStringLiteral("x: y"));
            }
            const bool twice = made.cues.size() > 3;
            const Transcript read = readText(writeSubRip(made));
            QCOMPARE(read.cues.size(), made.cues.size());
            for (std::size_t at = 0; twice && at < made.cues.size(); ++at)
                QCOMPARE(tests::lineOf(read.cues[at]), tests::lineOf(made.cues[at]));
        }
    }

    void textAndHtmlReadBackWhatIsSaid()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            Transcript made = randomTranscript(seed, false);
            for (std::size_t at = 0; at < made.cues.size(); ++at)
                made.cues[at].speaker =
                    at % 2 == 0 ? QStringLiteral("Zoë K.") : QStringLiteral("张三");
            if (made.cues.size() < 4)
                continue;
            const ReadingText said = makeReadingText(made);
            for (const QByteArray &written : {writePlainText(made), writeHtml(made)}) {
                const ReadingText again = makeReadingText(readText(written));
                QCOMPARE(again.text, said.text);
                QCOMPARE(again.paragraphs.size(), said.paragraphs.size());
                for (std::size_t at = 0; at < said.paragraphs.size(); ++at) {
                    QCOMPARE(again.paragraphs[at].speaker, said.paragraphs[at].speaker);
                    QCOMPARE(again.paragraphs[at].start->ms() / 1000,
                             said.paragraphs[at].start->ms() / 1000);
                }
            }
        }
    }

    void everyFormatIsWrittenAgainTheSame()
    {
        for (quint32 seed = 1; seed <= 50; ++seed) {
            const Transcript made = randomTranscript(seed, true);
            const Transcript read = readText(writePodcastJson(readText(writeWebVtt(made))));
            QCOMPARE(writeWebVtt(read), writeWebVtt(made));
        }
    }

    void subRipReadsBackItsTimes()
    {
        for (quint32 seed = 1; seed <= 100; ++seed) {
            const Transcript made = randomTranscript(seed, false);
            const Transcript read = readText(writeSubRip(made));
            QCOMPARE(read.cues.size(), made.cues.size());
            for (std::size_t at = 0; at < made.cues.size(); ++at) {
                QCOMPARE(read.cues[at].start, made.cues[at].start);
                QCOMPARE(read.cues[at].end, made.cues[at].end);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TranscriptWriterTest)
#include "tst_transcriptwriter.moc"
