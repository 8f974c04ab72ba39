// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/capture.h"
#include "app/notes/tagcompletion.h"

#include <QRandomGenerator>
#include <QTest>

using namespace app::notes;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;

namespace {

MediaTime at(double seconds)
{
    return MediaTime::fromMs(qRound64(seconds * 1'000));
}

TimeRange range(double start, double end)
{
    return {at(start), at(end)};
}

constexpr Duration halfMinute{30'000};

/// Sentences of 5 s with 1 s between them; one of 30 s from 60 on.
Speech spoken()
{
    Speech speech;
    for (int start = 0; start < 60; start += 6)
        speech.sentences.push_back(range(start, start + 5));
    speech.sentences.push_back(range(60, 90));
    speech.sentences.push_back(range(91, 96));
    return speech;
}

} // namespace

class CaptureTest : public QObject
{
    Q_OBJECT

private slots:

    void marksWholeSentences()
    {
        QCOMPARE(markRange(at(45), halfMinute, spoken()), range(12, 47));
        QCOMPARE(markRange(at(10), halfMinute, spoken()), range(0, 11));
    }

    void silenceIsNotMarked()
    {
        // 30 s ago nobody spoke: from the next start.
        QCOMPARE(markRange(at(47.5), halfMinute, spoken()), range(18, 47.5));
    }

    void longSentencesAreCut()
    {
        QCOMPARE(markRange(at(70), Duration(5'000), spoken()), range(60, 70));
        QCOMPARE(markRange(at(88), Duration(5'000), spoken()), range(83, 90));
    }

    void neverAcrossTheLastJump()
    {
        Speech speech = spoken();
        speech.lastJump = at(32);
        QCOMPARE(markRange(at(45), halfMinute, speech), range(32, 47));
        speech.lastJump = at(13);
        QCOMPARE(markRange(at(45), halfMinute, speech), range(13, 47));
        speech.lastJump = at(99);
        QCOMPARE(markRange(at(45), halfMinute, speech).start, at(45));
    }

    void soundAloneIsCutAtPauses()
    {
        Speech speech;
        speech.pauses = {range(12, 12.4), range(14, 14.1), range(17.5, 18), range(46, 46.3)};
        // From where speech goes on to where it stops.
        QCOMPARE(markRange(at(45), halfMinute, speech), range(12.4, 46));
        speech.pauses = {range(10, 11.5), range(49, 50)};
        QCOMPARE(markRange(at(45), halfMinute, speech), range(15, 45));
        QCOMPARE(markRange(at(45), halfMinute, Speech()), range(15, 45));
    }

    void oneSilenceIsNoMark()
    {
        Speech speech;
        speech.pauses = {range(44, 46)};
        QCOMPARE(markRange(at(45), Duration(1'000), speech), range(44, 45));
    }

    void everyMarkWasHeard()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 5'000; ++round) {
            Speech speech = random.bounded(2) == 0 ? spoken() : Speech();
            double end = 0;
            for (int pause = 0; pause < 30; ++pause) {
                const double start = end + random.bounded(5.0);
                end = start + random.bounded(1.0);
                speech.pauses.push_back(range(start, end));
            }
            const MediaTime heard = at(random.bounded(110.0));
            if (random.bounded(2) == 0)
                speech.lastJump = at(random.bounded(110.0));
            const Duration back(random.bounded(60'000));
            const TimeRange mark = markRange(heard, back, speech);
            QVERIFY(mark.start <= mark.end && mark.start >= MediaTime());
            QVERIFY(!speech.lastJump || mark.start >= std::min(*speech.lastJump, heard));
            QVERIFY(mark.end - heard <= Duration(8'000) && heard - mark.end <= Duration(3'000));
            const MediaTime written = writingTime(heard, speech);
            QVERIFY(written <= heard && written >= MediaTime());
            QVERIFY(!speech.lastJump || written >= std::min(*speech.lastJump, heard));
        }
    }

    void pressedAgainItLooksFurtherBack()
    {
        const MarkPress first = pressMark({}, at(100), halfMinute, Duration(5'000));
        QCOMPARE(first, (MarkPress{at(100), halfMinute, Duration(5'000), false}));
        const MarkPress again = pressMark(first, at(103), halfMinute, Duration(8'000));
        QCOMPARE(again, (MarkPress{at(100), 2 * halfMinute, Duration(8'000), true}));
        const MarkPress third = pressMark(again, at(106), halfMinute, Duration(12'000));
        QCOMPARE(third.back, 3 * halfMinute);
        const MarkPress late = pressMark(third, at(111), halfMinute, Duration(16'001));
        QCOMPARE(late, (MarkPress{at(111), halfMinute, Duration(16'001), false}));
        QVERIFY(!pressMark(late, at(111), halfMinute, Duration(1)).extends);
    }

    void writingBeginsAtTheSentenceMeant()
    {
        QCOMPARE(writingTime(at(46), spoken()), at(42));
        QCOMPARE(writingTime(at(44), spoken()), at(36));
        QCOMPARE(writingTime(at(44), spoken(), Duration(0)), at(42));
        QCOMPARE(writingTime(at(85), spoken()), at(82));
        QCOMPARE(writingTime(at(1), spoken()), at(0));
        QCOMPARE(writingTime(at(46), Speech()), at(43));
        Speech jumped = spoken();
        jumped.lastJump = at(45);
        QCOMPARE(writingTime(at(46), jumped), at(45));
    }

    void stepsBySentence()
    {
        const auto sentences = spoken().sentences;
        QCOMPARE(stepSentences(at(43), -1, sentences), at(42));
        QCOMPARE(stepSentences(at(42), -1, sentences), at(36));
        QCOMPARE(stepSentences(at(43), 1, sentences), at(48));
        QCOMPARE(stepSentences(at(42), 1, sentences), at(48));
        QCOMPARE(stepSentences(at(43), -2, sentences), at(36));
        QCOMPARE(stepSentences(at(43), -99, sentences), at(0));
        QCOMPARE(stepSentences(at(43), 99, sentences), at(91));
        QCOMPARE(stepSentences(at(43), 0, sentences), at(43));
        QCOMPARE(stepSentences(at(43), 1, {}), at(43));
        QCOMPARE(stepSentences(at(1), -1, {range(5, 6)}), at(1));
        QCOMPARE(stepSentences(at(1), 1, {range(5, 6)}), at(5));
    }

    void completesTags()
    {
        const std::vector<UsedTag> used = {{QStringLiteral("History"), 3},
                                           {QStringLiteral("high-tide"), 9},
                                           {QStringLiteral("Économie"), 2},
                                           {QStringLiteral("economy"), 2},
                                           {QStringLiteral("art/history"), 50},
                                           {QStringLiteral("prehistory"), 99}};
        const auto complete = [&used](const char *typed, const QStringList &present = {}) {
            return completeTag(QString::fromUtf8(typed), used, present, 4).join(u' ');
        };
        QCOMPARE(complete("hi"), QStringLiteral("high-tide History art/history"));
        QCOMPARE(complete("#HIS"), QStringLiteral("History art/history"));
        QCOMPARE(complete("hi", {QStringLiteral("history")}),
                 QStringLiteral("high-tide art/history"));
        QCOMPARE(complete("éco"), QStringLiteral("Économie economy"));
        QCOMPARE(complete("eco"), QStringLiteral("Économie economy"));
        QCOMPARE(complete("tide"), QStringLiteral("high-tide"));
        QCOMPARE(complete(""), QStringLiteral("prehistory art/history high-tide History"));
        QCOMPARE(complete("x"), QString());
    }

    void knowsTheTagBeingTyped()
    {
        const auto typed = [](const char *text, qsizetype caret = -1) {
            const QString whole = QString::fromUtf8(text);
            const auto tag = tagBeingTyped(whole, caret < 0 ? whole.size() : caret);
            return tag ? whole.mid(tag->offset, tag->length) + u'!' : QString();
        };
        QCOMPARE(typed("See #hi"), QStringLiteral("hi!"));
        QCOMPARE(typed("#"), QStringLiteral("!"));
        QCOMPARE(typed("#high tide", 3), QStringLiteral("hi!"));
        QCOMPARE(typed("#zoë/ä-b"), QStringLiteral("zoë/ä-b!"));
        QCOMPARE(typed("See hi"), QString());
        QCOMPARE(typed("x#hi"), QString());
        QCOMPARE(typed("`#hi"), QStringLiteral(""));
        QCOMPARE(typed("`code #hi` more", 9), QString());
        QCOMPARE(typed("```\n#hi"), QString());
        QCOMPARE(typed("#hi "), QString());
        QCOMPARE(typed("#hi", 0), QString());
        QCOMPARE(typed("#hi", 99), QString());
    }
};

QTEST_GUILESS_MAIN(CaptureTest)
#include "tst_capture.moc"
