// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/readingtext.h"
#include "tests/unit/transcripts/readhelp.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace app::transcripts;
using app::timestamps::MediaTime;

namespace {

MediaTime ms(qint64 time)
{
    return MediaTime::fromMs(time);
}

Cue cue(qint64 start, qint64 end, const QString &body, const QString &speaker = {})
{
    Cue made;
    made.start = ms(start);
    made.end = ms(end);
    made.body = body;
    made.speaker = speaker;
    return made;
}

QStringList sentencesOf(const ReadingText &text)
{
    QStringList sentences;
    for (const Sentence &sentence : text.sentences)
        sentences.append(text.text.mid(sentence.offset, sentence.length));
    return sentences;
}

QStringList split(const QString &body)
{
    Transcript transcript;
    transcript.cues = {cue(0, 60'000, body)};
    return sentencesOf(makeReadingText(transcript));
}

/// What holds for every reading text.
void verifySound(const ReadingText &text)
{
    QStringList paragraphs;
    qsizetype next = 0;
    for (const Paragraph &paragraph : text.paragraphs) {
        QCOMPARE(paragraph.offset, next);
        QVERIFY(paragraph.length > 0);
        next = paragraph.offset + paragraph.length + 1;
        paragraphs.append(text.text.mid(paragraph.offset, paragraph.length));
    }
    QCOMPARE(text.text, paragraphs.join(u'\n'));
    qsizetype end = 0;
    std::optional<MediaTime> start;
    for (const Sentence &sentence : text.sentences) {
        QVERIFY(sentence.offset >= end && sentence.length > 0);
        end = sentence.offset + sentence.length;
        QVERIFY(!text.text.mid(sentence.offset, sentence.length).contains(u'\n'));
        QVERIFY(sentence.start >= start && sentence.end >= sentence.start);
        start = sentence.start;
    }
    for (std::size_t at = 1; at < text.anchors.size(); ++at) {
        QVERIFY(text.anchors[at].offset > text.anchors[at - 1].offset);
        QVERIFY(text.anchors[at].time >= text.anchors[at - 1].time);
    }
}

Transcript randomTranscript(quint32 seed, int cues)
{
    QRandomGenerator random(seed);
    const QStringList words = {QStringLiteral("one"),
                               QStringLiteral("two."),
                               QStringLiteral("Three"),
                               QStringLiteral("Dr."),
                               QStringLiteral("你好。"),
                               QStringLiteral("😀"),
                               QStringLiteral("why?"),
                               QStringLiteral("\"So!\""),
                               QStringLiteral("U.S.")};
    const QStringList speakers = {QString(), QStringLiteral("A"), QStringLiteral("B")};
    Transcript transcript;
    qint64 time = 0;
    for (int at = 0; at < cues; ++at) {
        QStringList body;
        for (int count = random.bounded(1, 12); count > 0; --count)
            body.append(words[random.bounded(words.size())]);
        Cue made = cue(
            time, time + random.bounded(3000), body.join(u' '), speakers[random.bounded(10) / 4]);
        time += random.bounded(5000);
        if (random.bounded(5) == 0)
            made.end.reset();
        if (random.bounded(9) == 0)
            made.body.append(u'\n');
        if (random.bounded(15) == 0)
            made.start.reset();
        if (made.start)
            made.words.push_back({*made.start, *made.start, body.first()});
        transcript.cues.push_back(made);
    }
    return transcript;
}

} // namespace

class ReadingTextTest : public QObject
{
    Q_OBJECT

private slots:

    void joinsCuesToSentences()
    {
        Transcript transcript;
        transcript.cues = {cue(0, 1000, QStringLiteral("Hello there, this"), QStringLiteral("A")),
                           cue(1000, 2000, QStringLiteral("is one. And this"), QStringLiteral("A")),
                           cue(2000, 3000, QStringLiteral("another."), QStringLiteral("A")),
                           cue(3000, 4000, QStringLiteral("Mine."), QStringLiteral("B"))};
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.text, QStringLiteral("Hello there, this is one. And this another.\nMine."));
        QCOMPARE(sentencesOf(text),
                 (QStringList{QStringLiteral("Hello there, this is one."),
                              QStringLiteral("And this another."),
                              QStringLiteral("Mine.")}));
        QCOMPARE(text.paragraphs.size(), std::size_t{2});
        QCOMPARE(text.paragraphs[1].speaker, QStringLiteral("B"));
        QCOMPARE(text.paragraphs[1].start, ms(3000));
        QCOMPARE(text.sentences[0].start, ms(0));
        QCOMPARE(text.sentences[1].start, ms(1470));
        QCOMPARE(text.sentences[2].start, ms(3000));
        QCOMPARE(text.sentences[2].end, ms(4000));
        verifySound(text);
    }

    void splitsSentences_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *body, const QStringList &expected) {
            QTest::newRow(body) << QString::fromUtf8(body) << expected;
        };
        row("One. Two! Three? Four… Five",
            {QStringLiteral("One."),
             QStringLiteral("Two!"),
             QStringLiteral("Three?"),
             QStringLiteral("Four…"),
             QStringLiteral("Five")});
        row("Dr. Smith met J. K. Rowling. So?",
            {QStringLiteral("Dr. Smith met J. K. Rowling."), QStringLiteral("So?")});
        row("In the U.S. Army, e.g. here, 3.5 times. Yes.",
            {QStringLiteral("In the U.S. Army, e.g. here, 3.5 times."), QStringLiteral("Yes.")});
        row("He said \"Go.\" She went. (Really.) Ok",
            {QStringLiteral("He said \"Go.\""),
             QStringLiteral("She went."),
             QStringLiteral("(Really.)"),
             QStringLiteral("Ok")});
        row("wait... what? yes", {QStringLiteral("wait... what? yes")});
        row("It was I. Then you.", {QStringLiteral("It was I."), QStringLiteral("Then you.")});
        row("你好。再见！「真的？」是的",
            {QStringLiteral("你好。"),
             QStringLiteral("再见！"),
             QStringLiteral("「真的？」"),
             QStringLiteral("是的")});
        row("See example.com now. End.",
            {QStringLiteral("See example.com now."), QStringLiteral("End.")});
    }

    void splitsSentences()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, expected);
        QCOMPARE(split(body), expected);
    }

    void aParagraphEndsAtALineFeedAPauseAndItsLength()
    {
        Transcript transcript;
        transcript.cues = {cue(0, 1000, QStringLiteral("One.\n")),
                           cue(1000, 2000, QStringLiteral("Two.")),
                           cue(2500, 3000, QStringLiteral("Three,")),
                           cue(6000, 7000, QStringLiteral("four.")),
                           cue(9500, 10'000, QStringLiteral("Five."))};
        QCOMPARE(makeReadingText(transcript).text,
                 QStringLiteral("One.\nTwo. Three, four.\nFive."));
        transcript.cues = {
            cue(0, 90'000, QStringLiteral("This is a sentence of words. ").repeated(60).trimmed())};
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.paragraphs.size(), std::size_t{3});
        for (const Paragraph &paragraph : text.paragraphs)
            QVERIFY(paragraph.length < 660);
        verifySound(text);
    }

    void textWithoutPunctuationIsCutAtCues()
    {
        Transcript transcript;
        for (int at = 0; at < 100; ++at)
            transcript.cues.push_back(
                cue(at * 1000, at * 1000 + 1000, QStringLiteral("some words that go on and on")));
        const ReadingText text = makeReadingText(transcript);
        QVERIFY(text.sentences.size() > 8);
        QVERIFY(text.paragraphs.size() > 2);
        for (const Sentence &sentence : text.sentences)
            QCOMPARE(sentence.start->ms() % 1000, 0);
        verifySound(text);
    }

    void aLongCueWithoutPunctuationIsCutSomewhere()
    {
        Transcript transcript;
        transcript.cues = {cue(0, 1000, QStringLiteral("😀").repeated(9000))};
        const ReadingText text = makeReadingText(transcript);
        QVERIFY(text.sentences.size() > 5);
        for (const Sentence &sentence : text.sentences)
            QVERIFY(text.text[sentence.offset].isHighSurrogate());
        verifySound(text);
    }

    void timesAreExactAtCuesAndWords()
    {
        Transcript transcript;
        transcript.cues = {cue(1000, 5000, QStringLiteral("abcd efgh ijkl")),
                           cue(8000, 9000, QStringLiteral("next"))};
        transcript.cues[0].words = {{ms(1000), ms(2000), QStringLiteral("abcd")},
                                    {ms(3000), ms(4000), QStringLiteral("efgh")},
                                    {ms(4500), ms(5000), QStringLiteral("ijkl")}};
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.timeAt(0), ms(1000));
        QCOMPARE(text.timeAt(5), ms(3000));
        QCOMPARE(text.timeAt(10), ms(4500));
        QCOMPARE(text.timeAt(2), ms(1800));
        QCOMPARE(text.timeAt(14), ms(5000));
        QCOMPARE(text.timeAt(15), ms(8000));
        QCOMPARE(text.timeAt(-5), ms(1000));
        QCOMPARE(text.timeAt(999), ms(9000));
    }

    void findsTheSentenceOfAPlace()
    {
        Transcript transcript;
        transcript.cues = {cue(1000, 2000, QStringLiteral("One.")),
                           cue(5000, 6000, QStringLiteral("Two."))};
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.sentenceAt(ms(999)), std::nullopt);
        QCOMPARE(text.sentenceAt(ms(1000)), std::optional<std::size_t>(0));
        QCOMPARE(text.sentenceAt(ms(4999)), std::optional<std::size_t>(0));
        QCOMPARE(text.sentenceAt(ms(5000)), std::optional<std::size_t>(1));
        QCOMPARE(text.sentenceAt(ms(50'000)), std::optional<std::size_t>(1));
    }

    void untimedTextKeepsItsParagraphs()
    {
        const ReadingText text = makeReadingText(tests::readText("One. Two.\n\nThree."));
        QCOMPARE(text.text, QStringLiteral("One. Two.\nThree."));
        QCOMPARE(text.timeAt(0), std::nullopt);
        QCOMPARE(text.sentenceAt(ms(0)), std::nullopt);
        QCOMPARE(text.sentences[0].start, std::nullopt);
        QVERIFY(makeReadingText(Transcript()).text.isEmpty());
    }

    void nothingIsLostWhateverTheTranscript()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            const Transcript transcript = randomTranscript(seed, 30);
            const ReadingText text = makeReadingText(transcript);
            verifySound(text);
            if (QTest::currentTestFailed())
                return;
            const auto letters = [](QString from) {
                return from.remove(u' ').remove(u'\n');
            };
            QString said;
            for (const Cue &one : transcript.cues)
                said += one.body;
            QCOMPARE(letters(text.text), letters(said));
            QStringList sentences = sentencesOf(text);
            QCOMPARE(letters(sentences.join(u' ')), letters(said));
            for (std::size_t at = 0; at < text.sentences.size() && text.sentences[at].start; ++at) {
                const auto found = text.sentenceAt(*text.sentences[at].start);
                QVERIFY(found && *found >= at);
            }
        }
    }

    void tenHoursAreLaidOutAtOnce()
    {
        Transcript transcript;
        for (int at = 0; at < 12'000; ++at)
            transcript.cues.push_back(
                cue(at * 3000,
                    at * 3000 + 2900,
                    QStringLiteral("This is what they say, nine words of it."),
                    at % 50 < 25 ? QStringLiteral("A") : QStringLiteral("B")));
        QElapsedTimer timer;
        timer.start();
        const ReadingText text = makeReadingText(transcript);
        qInfo("12,000 cues, %lld characters: %.1f ms",
              static_cast<long long>(text.text.size()),
              static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QCOMPARE(text.sentences.size(), std::size_t{12'000});
        verifySound(text);
    }

    void namesLoseTheirColon()
    {
        Transcript transcript;
        for (const char *speaker : {"Kevin:", "Kevin", " Kevin : "}) {
            Cue cue;
            cue.start = app::timestamps::MediaTime();
            cue.speaker = QLatin1String(speaker);
            cue.body = QStringLiteral("Hi.");
            transcript.cues.push_back(cue);
        }
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.paragraphs.size(), std::size_t{1});
        QCOMPARE(text.paragraphs[0].speaker, QStringLiteral("Kevin"));
    }

    void sentencesEndInEveryScript_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("Chinese") << QStringLiteral("大家好。你们好吗？很好！");
        QTest::newRow("Japanese") << QStringLiteral("「こんばんは。」今日は潮の話です。はい！");
        QTest::newRow("Arabic") << QStringLiteral("مساء الخير. كيف حالك؟ بخير.");
        QTest::newRow("Hebrew") << QStringLiteral("ערב טוב. מה שלומך? טוב מאוד.");
        QTest::newRow("Hindi") << QStringLiteral("नमस्ते। आप कैसे हैं? ठीक हूँ।");
    }

    void sentencesEndInEveryScript()
    {
        QFETCH(QString, body);
        Transcript transcript;
        Cue cue;
        cue.start = app::timestamps::MediaTime();
        cue.end = app::timestamps::MediaTime::fromMs(9000);
        cue.body = body;
        transcript.cues.push_back(cue);
        const ReadingText text = makeReadingText(transcript);
        QCOMPARE(text.text, body);
        QCOMPARE(text.sentences.size(), std::size_t{3});
        QVERIFY(text.sentences[1].start > text.sentences[0].start);
    }
};

QTEST_GUILESS_MAIN(ReadingTextTest)
#include "tst_readingtext.moc"
