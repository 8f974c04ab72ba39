// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notemarks.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/listeningbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::notes::Note;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using tests::await;
using tests::ListeningBench;

namespace {

/// A sentence every six seconds, for ten minutes.
QString talk()
{
    QString text = QStringLiteral("WEBVTT\n\n");
    for (int i = 0; i < 100; ++i) {
        const auto time = [](int seconds) {
            return QStringLiteral("%1:%2.000")
                .arg(seconds / 60, 2, 10, QLatin1Char('0'))
                .arg(seconds % 60, 2, 10, QLatin1Char('0'));
        };
        text += QStringLiteral("%1 --> %2\n<v Ana>Sentence %3 is spoken here.\n\n")
                    .arg(time(6 * i), time(6 * i + 6))
                    .arg(i);
    }
    return text;
}

TimeRange seconds(qint64 from, qint64 to)
{
    return {MediaTime::fromMs(1000 * from), MediaTime::fromMs(1000 * to)};
}

} // namespace

class NoteMarksTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<ListeningBench>();
        ListeningBench &bench = *m_bench;
        m_transcripts = std::make_unique<TranscriptService>(
            *bench.fixture.library, *bench.http, *bench.workers, bench.history, bench.clock());
        m_notebook =
            std::make_unique<Notebook>(*bench.fixture.library, bench.history, bench.clock());
        m_now = Duration(0);
        VERIFY_RESULT(await(m_transcripts->attachText(bench.first, talk())));
        m_marks = std::make_unique<NoteMarks>(
            bench.listening, *m_notebook, *m_transcripts, [this] { return m_now; });
    }

    void cleanup()
    {
        // What could still answer ends before those who wait for it.
        m_bench->soundMaps.forget();
        m_bench->listening.close();
        m_bench->downloads.reset();
        m_bench->http.reset();
        m_bench->workers.reset();
        m_bench->fixture.library.reset();
        m_marks.reset();
        m_notebook.reset();
        m_transcripts.reset();
        m_bench.reset();
    }

    void lookingBackMarksWholeSentences()
    {
        hearFirst(100s);
        const QSignalSpy told(m_marks.get(), &NoteMarks::marked);
        const auto marked = await(m_marks->markBack());
        VERIFY_RESULT(marked);
        QCOMPARE(told.size(), 1);
        QCOMPARE(marked->range, seconds(66, 102));
        QVERIFY(marked->bySentences);
        QVERIFY(!marked->extended);
        QCOMPARE(marked->note.start, seconds(66, 102).start);
        QCOMPARE(marked->note.end, std::optional(seconds(66, 102).end));
        const app::notes::Anchor &anchor = marked->note.anchor;
        QVERIFY2(anchor.quote.startsWith(QLatin1String("Sentence 11 is")),
                 qPrintable(anchor.quote));
        QVERIFY2(anchor.quote.endsWith(QLatin1String("Sentence 16 is spoken here.")),
                 qPrintable(anchor.quote));
        QCOMPARE(anchor.speaker, QStringLiteral("Ana"));
        QCOMPARE(anchor.transcriptHash.size(), 64);
        QCOMPARE(anchor.textHash.size(), 64);
        QVERIFY(anchor.prefix.size() >= 64);
    }

    void pressedAgainItReachesFurtherBack()
    {
        hearFirst(100s);
        const auto first = await(m_marks->markBack());
        VERIFY_RESULT(first);
        m_bench->hear(3s);
        m_now = 3s;
        const auto longer = await(m_marks->markBack());
        VERIFY_RESULT(longer);
        QVERIFY(longer->extended);
        QCOMPARE(longer->note.id, first->note.id);
        QCOMPARE(longer->range, seconds(36, 102));
        QVERIFY(longer->note.anchor.quote.startsWith(QLatin1String("Sentence 6 is")));
        m_now = 8s;
        const auto next = await(m_marks->markBack());
        VERIFY_RESULT(next);
        QVERIFY(!next->extended);
        QVERIFY(next->note.id != first->note.id);
    }

    void pressedAgainAtOnceItIsStillOne()
    {
        hearFirst(100s);
        const auto first = m_marks->markBack();
        const auto second = m_marks->markBack();
        const auto third = m_marks->markBack();
        const auto last = await(third);
        VERIFY_RESULT(last);
        QCOMPARE(await(first)->note.id, last->note.id);
        QCOMPARE(await(second)->note.id, last->note.id);
        QCOMPARE(notes().size(), 1U);
        QCOMPARE(notes().front().start, MediaTime::fromMs(6'000));
    }

    void whatWasTakenBackIsNotMadeLonger()
    {
        hearFirst(100s);
        const auto first = await(m_marks->markBack());
        VERIFY_RESULT(first);
        VERIFY_RESULT(await(m_notebook->remove(first->note.id)));
        const auto again = await(m_marks->markBack());
        VERIFY_RESULT(again);
        QVERIFY(!again->extended);
        QVERIFY(again->note.id != first->note.id);
        QCOMPARE(notes().size(), 1U);
    }

    void nothingBeforeAJumpIsMarked()
    {
        hearFirst(20s);
        m_bench->listening.seek(MediaTime::fromMs(301'000));
        m_bench->hear(9s);
        QCOMPARE(await(m_marks->markBack())->range, seconds(301, 312));
        // Going back within what was heard makes nothing unheard, going before it does.
        m_now = 10s;
        m_bench->listening.skip(-5s);
        QCOMPARE(await(m_marks->markBack())->range, seconds(301, 306));
        m_now = 20s;
        m_bench->listening.skip(-65s);
        m_bench->hear(80s);
        QCOMPARE(await(m_marks->markBack())->range.start, MediaTime::fromMs(288'000));
    }

    void withoutWordsItIsTheTimeItself()
    {
        open(m_bench->second);
        m_bench->hear(40s);
        const auto marked = await(m_marks->markBack());
        VERIFY_RESULT(marked);
        QCOMPARE(marked->range, seconds(10, 40));
        QVERIFY(!marked->bySentences);
        QVERIFY(marked->note.anchor.quote.isEmpty());
        const auto moment = await(m_marks->markMoment());
        VERIFY_RESULT(moment);
        QCOMPARE(moment->note.start, MediaTime::fromMs(37'000));
        QVERIFY(!moment->note.end);
        QCOMPARE(m_marks->stepSentences(MediaTime::fromMs(500), -1), MediaTime());
    }

    void aMomentIsThatOfItsSentence()
    {
        hearFirst(40s);
        QCOMPARE(m_marks->writingTime(), MediaTime::fromMs(36'000));
        m_marks->setReaction(8s);
        QCOMPARE(m_marks->writingTime(), MediaTime::fromMs(30'000));
        QCOMPARE(m_marks->stepSentences(MediaTime::fromMs(30'000), 2), MediaTime::fromMs(42'000));
        QCOMPARE(await(m_marks->markMoment())->note.start, MediaTime::fromMs(30'000));
    }

    void fromHereToThere()
    {
        hearFirst(20s);
        const QSignalSpy told(m_marks.get(), &NoteMarks::rangeStartChanged);
        m_marks->beginRange();
        QCOMPARE(m_marks->rangeStart(), std::optional(MediaTime::fromMs(20'000)));
        m_bench->hear(30s);
        const auto marked = await(m_marks->endRange());
        VERIFY_RESULT(marked);
        QCOMPARE(marked->range, seconds(18, 54));
        QVERIFY(!m_marks->rangeStart());
        QCOMPARE(told.size(), 2);
        // Its end may come first, and a jump between matters not.
        m_marks->beginRange();
        m_bench->listening.seek(MediaTime::fromMs(10'000));
        QCOMPARE(await(m_marks->endRange())->range, seconds(6, 54));
    }

    void anotherEpisodeGivesARangeUp()
    {
        hearFirst(20s);
        m_marks->beginRange();
        open(m_bench->second);
        QVERIFY(!m_marks->rangeStart());
        m_marks->beginRange();
        m_marks->cancelRange();
        QVERIFY(!m_marks->rangeStart());
    }

    void theTextIsTheOneOfWhatIsHeard()
    {
        hearFirst(1s);
        QVERIFY(m_marks->transcript());
        QCOMPARE(m_marks->transcript()->reading.sentences.size(), 100U);
        const LoadedTranscript before = *m_marks->transcript();
        open(m_bench->second);
        QVERIFY(!m_marks->transcript());
        // One that another fetched where this could not, and one of another episode.
        LoadedTranscript later = before;
        emit m_transcripts->opened(later);
        QVERIFY(!m_marks->transcript());
        later.episode = m_bench->second;
        const QSignalSpy told(m_marks.get(), &NoteMarks::textChanged);
        emit m_transcripts->opened(later);
        emit m_transcripts->opened(later);
        QCOMPARE(told.size(), 1);
        QVERIFY(m_marks->transcript());
        QCOMPARE(await(m_marks->markMoment())->note.start, MediaTime());
    }

    void aTextThatIsGoneIsNoLongerQuoted()
    {
        hearFirst(20s);
        VERIFY_RESULT(await(m_transcripts->remove(m_marks->transcript()->id)));
        QTRY_VERIFY(!m_marks->transcript());
        QVERIFY(await(m_marks->markBack())->note.anchor.quote.isEmpty());
    }

    void withoutSoundThereIsNothingToMark()
    {
        const QSignalSpy told(m_marks.get(), &NoteMarks::failed);
        VERIFY_ERROR(await(m_marks->markBack()), NotFound);
        VERIFY_ERROR(await(m_marks->markMoment()), NotFound);
        m_marks->beginRange();
        QVERIFY(!m_marks->rangeStart());
        QCOMPARE(told.size(), 2);
    }

private:
    /// Opens an episode and waits until its words are known, or that there are none.
    void open(app::base::EpisodeId episode)
    {
        QSignalSpy known(m_marks.get(), &NoteMarks::textChanged);
        m_bench->open(episode);
        QTRY_VERIFY(!known.isEmpty());
    }

    void hearFirst(std::chrono::milliseconds time)
    {
        open(m_bench->first);
        m_bench->hear(time);
    }

    std::vector<Note> notes() { return await(m_notebook->list({})).value_or({}); }

    std::unique_ptr<ListeningBench> m_bench;
    std::unique_ptr<TranscriptService> m_transcripts;
    std::unique_ptr<Notebook> m_notebook;
    std::unique_ptr<NoteMarks> m_marks;
    Duration m_now{0};
};

QTEST_GUILESS_MAIN(NoteMarksTest)
#include "tst_notemarks.moc"
