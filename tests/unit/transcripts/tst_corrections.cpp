// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/corrections.h"
#include "app/transcripts/cueplaces.h"
#include "tests/support/resulttest.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace app::transcripts;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

Cue cue(const QString &body, qint64 start, qint64 end, const QString &speaker = {})
{
    Cue made;
    made.start = at(start);
    made.end = at(end);
    made.body = body;
    made.speaker = speaker;
    return made;
}

/// A cue whose words last a second each.
Cue wordCue(const QString &body, qint64 start)
{
    Cue made = cue(body, start, start);
    for (const QString &word : body.split(u' ')) {
        made.words.push_back({at(start), at(start + 1000), word});
        start += 1000;
    }
    made.end = at(start);
    return made;
}

QString words(const Cue &cue)
{
    QStringList all;
    for (const Word &word : cue.words) {
        all.append(
            QStringLiteral("%1@%2-%3").arg(word.text).arg(word.start.ms()).arg(word.end.ms()));
    }
    return all.join(u' ');
}

FixText fix(const Transcript &transcript, std::size_t index, const QString &was, const QString &is)
{
    const CueRef ref = cueRef(transcript, index);
    return {ref, ref.body.indexOf(was), was.size(), is};
}

QString letters(const QString &text)
{
    QString kept = text;
    kept.removeIf([](QChar c) { return c.isSpace(); });
    return kept;
}

CorrectedTranscript with(const Transcript &transcript, const std::vector<Edit> &edits)
{
    return applyCorrections(transcript, {edits});
}

} // namespace

class CorrectionsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_talk = {};
        m_talk.language = QStringLiteral("en");
        m_talk.cues = {wordCue(QStringLiteral("the quick brwn fox"), 0),
                       cue(QStringLiteral("It jumped. Over what?\n"), 5000, 7000, u"A"_qs),
                       cue(QStringLiteral("The dog."), 8000, 9000, u"B"_qs)};
    }

    void nothingChangesNothing() { QCOMPARE(with(m_talk, {}).transcript, m_talk); }

    void wordsThatStayKeepTheirTimes()
    {
        const auto one = with(m_talk, {fix(m_talk, 0, u"brwn"_qs, u"brown"_qs)});
        QVERIFY(one.unfit.empty());
        QCOMPARE(one.transcript.cues[0].body, QStringLiteral("the quick brown fox"));
        QCOMPARE(words(one.transcript.cues[0]),
                 QStringLiteral("the@0-1000 quick@1000-2000 brown@2000-3000 fox@3000-4000"));
        // Part of a word is the word.
        const auto part = with(m_talk, {fix(m_talk, 0, u"rwn"_qs, u"lue"_qs)});
        QCOMPARE(words(part.transcript.cues[0]),
                 QStringLiteral("the@0-1000 quick@1000-2000 blue@2000-3000 fox@3000-4000"));
        // Rewritten as a whole, what is the same still stands where it was.
        const auto all = with(
            m_talk, {fix(m_talk, 0, u"the quick brwn fox"_qs, u"The quick, big and brown fox"_qs)});
        QCOMPARE(words(all.transcript.cues[0]),
                 QStringLiteral("The@0-1000 quick,@1000-2000 big@2000-2272 and@2272-2545 "
                                "brown@2545-3000 fox@3000-4000"));
    }

    void wordsComeAndGo()
    {
        const CueRef ref = cueRef(m_talk, 0);
        const auto gone = with(m_talk, {FixText{ref, 4, 5, {}}});
        QCOMPARE(gone.transcript.cues[0].body, QStringLiteral("the brwn fox"));
        QCOMPARE(words(gone.transcript.cues[0]),
                 QStringLiteral("the@0-1000 brwn@2000-3000 fox@3000-4000"));
        const auto last = with(m_talk, {FixText{ref, 15, 3, {}}});
        QCOMPARE(last.transcript.cues[0].body, QStringLiteral("the quick brwn"));
        const auto more = with(m_talk, {FixText{ref, 3, 0, QStringLiteral(" very")}});
        QCOMPARE(more.transcript.cues[0].body, QStringLiteral("the very quick brwn fox"));
        QCOMPARE(words(more.transcript.cues[0]).section(u' ', 0, 2),
                 QStringLiteral("the@0-1000 very@1000-1000 quick@1000-2000"));
        const auto joined = with(m_talk, {FixText{ref, 3, 1, {}}});
        QCOMPARE(words(joined.transcript.cues[0]).section(u' ', 0, 1),
                 QStringLiteral("thequick@0-2000 brwn@2000-3000"));
        const auto cut = with(m_talk, {FixText{ref, 6, 0, QStringLiteral(" ")}});
        QCOMPARE(words(cut.transcript.cues[0]).section(u' ', 0, 2),
                 QStringLiteral("the@0-1000 qu@1000-1400 ick@1400-2000"));
        const auto none = with(m_talk, {FixText{ref, 0, ref.body.size(), {}}});
        QCOMPARE(none.transcript.cues[0].body, QString());
        QVERIFY(none.transcript.cues[0].words.empty());
    }

    void wordsWithoutSpacesBetweenThem()
    {
        Cue chinese = cue(QStringLiteral("今天天气好"), 0, 3000);
        chinese.words = {{at(0), at(1000), u"今天"_qs},
                         {at(1000), at(2000), u"天气"_qs},
                         {at(2000), at(3000), u"好"_qs}};
        m_talk.cues = {chinese};
        const auto fixed = with(m_talk, {FixText{cueRef(m_talk, 0), 2, 2, u"空气"_qs}});
        QCOMPARE(fixed.transcript.cues[0].body, QStringLiteral("今天空气好"));
        QCOMPARE(words(fixed.transcript.cues[0]),
                 QStringLiteral("今天@0-1000 空@1000-1500 气@1500-2000 好@2000-3000"));
    }

    void cuesAreCutAndJoined()
    {
        const auto cut = with(m_talk, {SplitCue{cueRef(m_talk, 1), 10, true}});
        QCOMPARE(cut.transcript.cues.size(), std::size_t(4));
        QCOMPARE(cut.transcript.cues[1].body, QStringLiteral("It jumped.\n"));
        QCOMPARE(cut.transcript.cues[2].body, QStringLiteral("Over what?\n"));
        QCOMPARE(cut.transcript.cues[2].speaker, QStringLiteral("A"));
        QCOMPARE(cut.transcript.cues[2].start->ms(), 5909);
        QCOMPARE(cut.transcript.cues[1].end->ms(), 5909);
        QCOMPARE(cut.transcript.cues[2].end->ms(), 7000);

        const auto inWords = with(m_talk, {SplitCue{cueRef(m_talk, 0), 9, false}});
        QCOMPARE(words(inWords.transcript.cues[0]), QStringLiteral("the@0-1000 quick@1000-2000"));
        QCOMPARE(words(inWords.transcript.cues[1]), QStringLiteral("brwn@2000-3000 fox@3000-4000"));
        QCOMPARE(inWords.transcript.cues[1].start->ms(), 2000);
        QCOMPARE(inWords.transcript.cues[0].body, QStringLiteral("the quick"));

        const auto back =
            with(inWords.transcript,
                 {MergeWithNext{cueRef(inWords.transcript, 0), inWords.transcript.cues[1].body}});
        QCOMPARE(back.transcript, m_talk);

        const auto joined = with(m_talk, {MergeWithNext{cueRef(m_talk, 1), m_talk.cues[2].body}});
        QCOMPARE(joined.transcript.cues.size(), std::size_t(2));
        QCOMPARE(joined.transcript.cues[1].body, QStringLiteral("It jumped. Over what? The dog."));
        QCOMPARE(joined.transcript.cues[1].end->ms(), 9000);
        QCOMPARE(joined.transcript.cues[1].speaker, QStringLiteral("A"));
    }

    void speakersGetNames()
    {
        const auto named = with(m_talk,
                                {RenameSpeaker{u"A"_qs, u"Ada"_qs},
                                 SetSpeaker{cueRef(m_talk, 0), u"Ada"_qs},
                                 RenameSpeaker{u"Ada"_qs, u"Ada L."_qs}});
        QVERIFY(named.unfit.empty());
        QCOMPARE(speakersOf(named.transcript), (std::vector<QString>{u"Ada L."_qs, u"B"_qs}));
        Transcript shown = named.transcript;
        nameSpeakers(shown, {{u"B"_qs, u"Bob"_qs}, {u"C"_qs, u"x"_qs}});
        QCOMPARE(speakersOf(shown), (std::vector<QString>{u"Ada L."_qs, u"Bob"_qs}));
    }

    void timesMove()
    {
        const auto later = with(m_talk, {ShiftTimes{Duration(500), at(5000)}});
        QCOMPARE(later.transcript.cues[0], m_talk.cues[0]);
        QCOMPARE(later.transcript.cues[1].start->ms(), 5500);
        QCOMPARE(later.transcript.cues[2].end->ms(), 9500);
        const auto earlier = with(m_talk, {ShiftTimes{Duration(-1500)}});
        QCOMPARE(words(earlier.transcript.cues[0]).section(u' ', 0, 1),
                 QStringLiteral("the@0-0 quick@0-500"));
        QCOMPARE(earlier.transcript.cues[2].start->ms(), 6500);
        // The order stays.
        const auto far = with(m_talk, {ShiftTimes{Duration(-6000), at(8000)}});
        QCOMPARE(far.transcript.cues[2].start->ms(), 5000);
        Transcript timeless;
        timeless.cues.resize(1);
        QCOMPARE(with(timeless, {ShiftTimes{Duration(1)}}).unfit.size(), std::size_t(1));
    }

    void whatNoLongerFitsIsToldNotDone()
    {
        const std::vector<Edit> edits{
            FixText{{1, u"Something else."_qs}, 0, 4, u"x"_qs},
            SplitCue{{9, u"The dog."_qs}, 3, true},
            MergeWithNext{cueRef(m_talk, 2), {}},
            MergeWithNext{cueRef(m_talk, 1), u"A cat."_qs},
            RenameSpeaker{u"Nobody"_qs, u"x"_qs},
            SetSpeaker{{99999, u"No."_qs}, u"x"_qs},
            FixText{cueRef(m_talk, 0), 5, 99, u"x"_qs},
            SplitCue{cueRef(m_talk, 0), 0, true},
        };
        const auto done = with(m_talk, edits);
        // The split of "The dog." finds it near the place where it was.
        QCOMPARE(done.unfit, (std::vector<std::size_t>{0, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(done.transcript.cues.size(), std::size_t(4));
    }

    void editsOfOneThingAreOne()
    {
        Corrections kept;
        VERIFY_RESULT(addEdit(kept, fix(m_talk, 0, u"brwn"_qs, u"brawn"_qs)));
        Transcript now = applyCorrections(m_talk, kept).transcript;
        VERIFY_RESULT(addEdit(kept, fix(now, 0, u"aw"_qs, u"ow"_qs)));
        QCOMPARE(kept.edits.size(), std::size_t(1));
        QCOMPARE(applyCorrections(m_talk, kept).transcript.cues[0].body,
                 QStringLiteral("the quick brown fox"));
        now = applyCorrections(m_talk, kept).transcript;
        VERIFY_RESULT(addEdit(kept, fix(now, 0, u"brown"_qs, u"brwn"_qs)));
        QVERIFY(kept.isEmpty());

        VERIFY_RESULT(addEdit(kept, ShiftTimes{Duration(100), at(5000)}));
        VERIFY_RESULT(addEdit(kept, ShiftTimes{Duration(100), at(5100)}));
        QCOMPARE(kept.edits, (std::vector<Edit>{ShiftTimes{Duration(200), at(5000)}}));
        VERIFY_RESULT(addEdit(kept, ShiftTimes{Duration(300)}));
        VERIFY_RESULT(addEdit(kept, ShiftTimes{Duration(-300)}));
        QCOMPARE(kept.edits.size(), std::size_t(1));
        VERIFY_RESULT(addEdit(kept, SetSpeaker{cueRef(m_talk, 0), u"A"_qs}));
        VERIFY_RESULT(addEdit(kept, SetSpeaker{cueRef(m_talk, 0), u"B"_qs}));
        QCOMPARE(kept.edits.size(), std::size_t(2));
    }

    void nonsenseIsRefused()
    {
        Corrections kept;
        VERIFY_ERROR(addEdit(kept, FixText{cueRef(m_talk, 0), 10, 90, {}}), Malformed);
        VERIFY_ERROR(addEdit(kept, FixText{cueRef(m_talk, 0), -1, 1, {}}), Malformed);
        VERIFY_ERROR(addEdit(kept, SplitCue{cueRef(m_talk, 0), 0, true}), Malformed);
        VERIFY_ERROR(addEdit(kept, FixText{{0, u"😀"_qs}, 1, 1, u"x"_qs}), Malformed);
        VERIFY_ERROR(addEdit(kept, ShiftTimes{Duration::max()}), Malformed);
        VERIFY_RESULT(addEdit(kept, RenameSpeaker{u"A"_qs, u"A "_qs}));
        QVERIFY(kept.isEmpty());
        // A text that was pasted in is one line.
        VERIFY_RESULT(addEdit(kept, fix(m_talk, 0, u"brwn"_qs, u"b\r\n\to\u0007"_qs)));
        QCOMPARE(applyCorrections(m_talk, kept).transcript.cues[0].body,
                 QStringLiteral("the quick b o fox"));
    }

    void thereIsAnEndToIt()
    {
        Corrections kept;
        for (int i = 0; i < 500; ++i)
            VERIFY_RESULT(addEdit(kept, RenameSpeaker{QString::number(i), u"x"_qs}));
        VERIFY_ERROR(addEdit(kept, RenameSpeaker{u"500"_qs, u"x"_qs}), TooLarge);
        QCOMPARE(kept.edits.size(), std::size_t(500));
    }

    void keptAndReadAgain()
    {
        const Corrections all{{FixText{cueRef(m_talk, 0), 4, 5, u"\"é😀"_qs},
                               SplitCue{cueRef(m_talk, 1), 10, false},
                               MergeWithNext{cueRef(m_talk, 1), u"x\n"_qs},
                               RenameSpeaker{u"A"_qs, u"Ada"_qs},
                               SetSpeaker{cueRef(m_talk, 2), {}},
                               ShiftTimes{Duration(-12345)},
                               ShiftTimes{Duration(5), at(0)}}};
        const QByteArray json = writeCorrections(all);
        const auto read = readCorrections(json);
        VERIFY_RESULT(read);
        QCOMPARE(*read, all);
        QCOMPARE(writeCorrections(*read), json);
        for (qsizetype size = 0; size < json.size(); ++size)
            QVERIFY(!readCorrections(json.left(size)));
    }

    void brokenOnesAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("edit");
        QTest::newRow("kind") << QByteArray(R"({"kind":"dance"})");
        QTest::newRow("no cue") << QByteArray(R"({"kind":"speaker","body":"a","name":"x"})");
        QTest::newRow("negative") << QByteArray(
            R"({"kind":"speaker","cue":-1,"body":"a","name":"x"})");
        QTest::newRow("huge") << QByteArray(
            R"({"kind":"speaker","cue":1e300,"body":"a","name":"x"})");
        QTest::newRow("text for number") << QByteArray(R"({"kind":"shift","byMs":"12"})");
        QTest::newRow("stretch") << QByteArray(
            R"({"kind":"fix","cue":0,"body":"a","offset":0,"length":2,"text":""})");
        QTest::newRow("overflow") << QByteArray(
            R"({"kind":"fix","cue":0,"body":"a","offset":9007199254740992,)"
            R"("length":9007199254740992,"text":""})");
        QTest::newRow("not an object") << QByteArray("7");
    }

    void brokenOnesAreNotTaken()
    {
        QFETCH(QByteArray, edit);
        VERIFY_ERROR(readCorrections("{\"version\":1,\"edits\":[" + edit + "]}"), Malformed);
        VERIFY_ERROR(readCorrections("{\"version\":2,\"edits\":[]}"), Unsupported);
        QVERIFY(readCorrections("{\"version\":1,\"edits\":[]}")->isEmpty());
    }

    void placesLeadToCuesAndBack()
    {
        const ReadingText reading = makeReadingText(m_talk);
        const CuePlaces places(m_talk, reading);
        for (qsizetype offset = 0; offset < reading.text.size(); ++offset) {
            if (reading.text[offset].isSpace())
                continue;
            const auto place = places.placeAt(offset);
            QVERIFY(place);
            QCOMPARE(m_talk.cues[place->cue].body[place->offset], reading.text[offset]);
            QCOMPARE(places.offsetOf(*place), offset);
        }
        QCOMPARE(*places.placeAt(reading.text.size()), (CuePlace{2, 8}));
        QVERIFY(!CuePlaces({}, {}).placeAt(0));
        QVERIFY(CuePlaces({}, {}).replace(0, 1, u"x"_qs).empty());
    }

    void onlyWhatDiffersIsReplaced()
    {
        const ReadingText reading = makeReadingText(m_talk);
        const CuePlaces places(m_talk, reading);
        const QString sentence = reading.text.section(u'\n', 0, 0);
        const auto edits = places.replace(0, sentence.size(), u"the quick brown fox"_qs);
        QCOMPARE(edits, (std::vector<Edit>{FixText{cueRef(m_talk, 0), 12, 0, u"o"_qs}}));
        QVERIFY(places.replace(0, sentence.size(), sentence).empty());
    }

    void wordsAddedBesideOneKeepTheirSpaces_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("fresh");
        QTest::addColumn<QString>("text");
        QTest::newRow("before") << u"tide"_qs << u"high tide"_qs
                                << u"The high tide rose. It fell."_qs;
        QTest::newRow("behind") << u"tide"_qs << u"tide slowly"_qs
                                << u"The tide slowly rose. It fell."_qs;
        QTest::newRow("at the start of a cue")
            << u"It"_qs << u"Then It"_qs << u"The tide rose. Then It fell."_qs;
        QTest::newRow("at the end of a cue")
            << u"rose."_qs << u"rose. Far."_qs << u"The tide rose. Far. It fell."_qs;
        QTest::newRow("first of all")
            << u"The"_qs << u"Oh, The"_qs << u"Oh, The tide rose. It fell."_qs;
    }

    void wordsAddedBesideOneKeepTheirSpaces()
    {
        QFETCH(QString, word);
        QFETCH(QString, fresh);
        Transcript talk;
        talk.cues = {wordCue(u"The tide rose."_qs, 0), wordCue(u"It fell."_qs, 2000)};
        const ReadingText reading = makeReadingText(talk);
        Corrections kept;
        for (const Edit &edit :
             CuePlaces(talk, reading).replace(reading.text.indexOf(word), word.size(), fresh)) {
            VERIFY_RESULT(addEdit(kept, edit));
        }
        QTEST(makeReadingText(applyCorrections(talk, kept).transcript).text.simplified(), "text");
    }

    void anyStretchCanBeReplaced()
    {
        QRandomGenerator random(7);
        const QString letterPool = QStringLiteral("ab cd ef.");
        const auto made = [&](int longest) {
            QString text;
            const int size = random.bounded(longest);
            for (int i = 0; i < size; ++i)
                text.append(letterPool[random.bounded(letterPool.size())]);
            return text.simplified();
        };
        for (int round = 0; round < 3000; ++round) {
            Transcript talk;
            qint64 start = 0;
            for (int i = random.bounded(1, 6); i > 0; --i, start += 20000) {
                talk.cues.push_back(wordCue(made(20) + QStringLiteral("x"), start));
                talk.cues.back().speaker = random.bounded(3) == 0 ? u"B"_qs : u"A"_qs;
            }
            const ReadingText reading = makeReadingText(talk);
            const int begin = random.bounded(static_cast<int>(reading.text.size()) + 1);
            const int length = random.bounded(static_cast<int>(reading.text.size()) - begin + 1);
            const QString fresh = made(12);
            Corrections kept;
            for (const Edit &edit : CuePlaces(talk, reading).replace(begin, length, fresh))
                VERIFY_RESULT(addEdit(kept, edit));
            const auto done = applyCorrections(talk, kept);
            QVERIFY(done.unfit.empty());
            const QString expected = QString(reading.text).replace(begin, length, fresh);
            const QString got = makeReadingText(done.transcript).text;
            QCOMPARE(letters(got), letters(expected));
            for (const Cue &one : done.transcript.cues) {
                QCOMPARE(one.body, one.body.simplified());
                for (std::size_t i = 0; i < one.words.size(); ++i) {
                    QVERIFY(one.words[i].start <= one.words[i].end);
                    QVERIFY(i == 0 || one.words[i - 1].end <= one.words[i].start);
                    QVERIFY(one.words[i].start >= *one.start && one.words[i].end <= *one.end);
                }
                QString spoken;
                for (const Word &word : one.words)
                    spoken += letters(word.text);
                QCOMPARE(spoken, letters(one.body));
            }
        }
    }

    void manyEditsOfALongTalk()
    {
        Transcript talk;
        for (int i = 0; i < 12'000; ++i) {
            talk.cues.push_back(
                wordCue(QStringLiteral("This is number %1 of very many").arg(i), i * 10'000));
        }
        Corrections kept;
        for (std::size_t i = 0; i < 10'000; ++i) {
            const CueRef ref = cueRef(talk, i);
            VERIFY_RESULT(addEdit(kept, FixText{ref, 0, 4, u"That"_qs}));
        }
        for (std::size_t i = 11'999; i > 10'000; --i)
            VERIFY_RESULT(addEdit(kept, SplitCue{cueRef(talk, i), 7, true}));
        QElapsedTimer timer;
        timer.start();
        const auto done = applyCorrections(talk, kept);
        qInfo("%zu edits in %lld ms", kept.edits.size(), timer.elapsed());
        QVERIFY(done.unfit.empty());
        QCOMPARE(done.transcript.cues.size(), std::size_t(13'999));
        timer.restart();
        QCOMPARE(*readCorrections(writeCorrections(kept)), kept);
        qInfo("written and read in %lld ms", timer.elapsed());
    }

private:
    Transcript m_talk;
};

QTEST_GUILESS_MAIN(CorrectionsTest)
#include "tst_corrections.moc"
