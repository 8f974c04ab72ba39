// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/reanchor.h"
#include "tests/unit/notes/madetalk.h"

#include <QTest>

#include <functional>

using namespace app::notes;
using tests::Talk;
using tests::TalkMaker;
using tests::TalkWord;
using tests::Written;

namespace {

/// What became of notes.
struct Tally
{
    int notes = 0;
    int right = 0;
    int toBeChecked = 0;
    int checkedRight = 0;
    int atTheirTime = 0;
    int wrong = 0; ///< and nobody would know
    QStringList examples;

    [[nodiscard]] double honestPercent() const
    {
        return 100.0 * (right + toBeChecked) / std::max(notes, 1);
    }

    void print(const char *name) const
    {
        qInfo("%-34s %5d notes: %5d right, %4d to be checked (%d of them right), %4d at their "
              "time, %d wrong",
              name,
              notes,
              right,
              toBeChecked,
              checkedRight,
              atTheirTime,
              wrong);
        for (const QString &example : examples)
            qInfo("    %s", qPrintable(example));
    }
};

/// A note on words first to last of the first recording.
struct Taken
{
    Anchor anchor;
    app::timestamps::MediaTime start;
    app::timestamps::MediaTime end;
    int first = 0;
    int last = 0;
    bool doubtfulFirst = false; ///< it, or the word before it, was misheard then
    bool doubtfulLast = false;
};

Taken take(const Written &old, const Talk &talk, std::size_t first, std::size_t last)
{
    Taken taken;
    const qsizetype begin = old.offsets[first];
    const qsizetype end = old.offsets[last] + talk[last].text.size();
    taken.anchor = makeAnchor(old.text.text, begin, end - begin, QuoteSource::Transcript);
    taken.start = *timeAt(old.text, begin);
    taken.end = *timeAt(old.text, end);
    taken.first = talk[first].origin;
    taken.last = talk[last].origin;
    // Counted from the word before, which is misheard too where one is missing.
    const auto isHit = [&talk](std::size_t at) {
        return at == 0 || at >= talk.size() || talk[at].hit
               || talk[at].origin != talk[at - 1].origin + 1;
    };
    const auto isHitNear = [&isHit](std::size_t at) {
        return isHit(at - 1) || isHit(at) || isHit(at + 1);
    };
    taken.doubtfulFirst = isHitNear(first);
    taken.doubtfulLast = isHitNear(last);
    return taken;
}

/// Notes as people take them: mostly a sentence or some, sometimes a few words of one.
std::vector<Taken> takeMany(const Written &old, const Talk &talk, TalkMaker &maker, int count)
{
    std::vector<Taken> taken;
    QRandomGenerator &random = maker.random();
    for (; count > 0; --count) {
        const auto first =
            static_cast<std::size_t>(random.bounded(static_cast<int>(talk.size() - 60)));
        const int kind = random.bounded(10);
        const int words = kind == 0  ? random.bounded(1, 4)
                          : kind < 8 ? random.bounded(4, 25)
                                     : random.bounded(25, 60);
        taken.push_back(take(old, talk, first, first + static_cast<std::size_t>(words) - 1));
    }
    return taken;
}

/// Whether a stretch of words is what was taken; a misheard or missing word at an edge may be in or
/// out.
bool isRight(const Anchoring &found, const Taken &taken, const Written &written, const Talk &talk)
{
    const auto inside = [&taken](const TalkWord &word) {
        return word.origin >= taken.first && word.origin <= taken.last;
    };
    const auto first = std::find_if(talk.begin(), talk.end(), inside);
    if (first == talk.end())
        return false;
    const auto last = std::find_if(talk.rbegin(), talk.rend(), inside);
    const auto firstAt = static_cast<int>(first - talk.begin());
    const auto lastAt = static_cast<int>(talk.rend() - last) - 1;
    const int begin = static_cast<int>(written.wordAt(found.offset));
    const int end = static_cast<int>(written.wordAt(found.offset + found.length - 1));
    const auto isHit = [&talk](int at) {
        return at < 0 || at >= static_cast<int>(talk.size())
               || talk[static_cast<std::size_t>(at)].hit
               || talk[static_cast<std::size_t>(at)].origin < 0;
    };
    const bool firstDoubtful = taken.doubtfulFirst || first->origin != taken.first
                               || isHit(firstAt - 1) || isHit(firstAt) || isHit(firstAt + 1);
    const bool lastDoubtful = taken.doubtfulLast || last->origin != taken.last || isHit(lastAt - 1)
                              || isHit(lastAt) || isHit(lastAt + 1);
    return std::abs(begin - firstAt) <= (firstDoubtful ? 2 : 0)
           && std::abs(end - lastAt) <= (lastDoubtful ? 2 : 0);
}

QString wordsOf(const Taken &taken, const Talk &talk)
{
    QStringList words;
    for (const TalkWord &word : talk) {
        if (word.origin >= taken.first && word.origin <= taken.last)
            words.append(word.text);
    }
    return words.join(u' ');
}

void count(Tally &tally,
           const AnchorIndex &index,
           const std::vector<Taken> &notes,
           const Written &written,
           const Talk &talk)
{
    for (const Taken &taken : notes) {
        const Anchoring found = index.reanchor(taken.anchor, taken.start, taken.end);
        ++tally.notes;
        const bool right = found.offset >= 0 && isRight(found, taken, written, talk);
        if (found.state == AnchorState::TimeOnly)
            ++tally.atTheirTime;
        else if (found.state == AnchorState::Approximate)
            ++tally.toBeChecked;
        else if (right)
            ++tally.right;
        else
            ++tally.wrong;
        tally.checkedRight += found.state == AnchorState::Approximate && right ? 1 : 0;
        const bool sure = found.state == AnchorState::Exact || found.state == AnchorState::Moved;
        if ((sure && !right) || (found.state == AnchorState::TimeOnly && tally.examples.size() < 5))
            tally.examples.append(QStringLiteral("%1 \"%2\" became \"%3\", is \"%4\", score %5")
                                      .arg(anchorStateName(found.state),
                                           taken.anchor.quote,
                                           written.text.text.mid(found.offset, found.length),
                                           wordsOf(taken, talk))
                                      .arg(found.score));
    }
}

/// Decorates words with emoji, combining marks, other scripts, and writes marks in another form.
Talk decorated(const Talk &talk, QRandomGenerator &random)
{
    const QStringList odd = {QStringLiteral("👩‍👩‍👧"),
                             QStringLiteral("cafe\u0301"),
                             QStringLiteral("🇩🇪"),
                             QStringLiteral("再见"),
                             QStringLiteral("👍🏽"),
                             QStringLiteral("ＡＢＣ"),
                             QStringLiteral("don’t"),
                             QStringLiteral("Straße"),
                             QStringLiteral("नमस्ते")};
    Talk out = talk;
    for (TalkWord &word : out) {
        if (random.bounded(4) == 0)
            word.text = odd[random.bounded(odd.size())];
    }
    return out;
}

/// The same words in other spelling: precomposed, upper case, other apostrophes and punctuation.
Talk respelled(const Talk &talk, QRandomGenerator &random)
{
    Talk out = talk;
    for (TalkWord &word : out) {
        word.text = word.text.normalized(random.bounded(2) == 0 ? QString::NormalizationForm_C
                                                                : QString::NormalizationForm_D);
        word.text.replace(u'’', u'\'');
        if (random.bounded(6) == 0)
            word.text = word.text.toUpper();
        if (random.bounded(6) == 0)
            word.text += u',';
        else if (word.text.endsWith(u'.') && random.bounded(3) == 0)
            word.text.chop(1);
    }
    return out;
}

} // namespace

class ReanchorCasesTest : public QObject
{
    Q_OBJECT

private slots:

    void sameWordsInOtherCues()
    {
        TalkMaker maker(1);
        const Talk talk = maker.talk(9'000);
        const Written old = writeDown(talk, 1);
        const auto notes = takeMany(old, talk, maker, 1'000);
        Tally tally;
        for (const std::size_t cueWords : {std::size_t{7}, std::size_t{23}}) {
            const Talk other = respelled(talk, maker.random());
            const Written written = writeDown(other, cueWords);
            count(tally, AnchorIndex(written.text), notes, written, other);
        }
        tally.print("other cues");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 99);
        QVERIFY(tally.right >= tally.notes * 97 / 100);
    }

    void everySeventhWordIsMisheard()
    {
        Tally tally;
        for (quint32 seed = 10; seed < 14; ++seed) {
            TalkMaker maker(seed);
            const Talk talk = maker.talk(9'000);
            const Written old = writeDown(talk, 9);
            const auto notes = takeMany(old, talk, maker, 500);
            const Talk other = maker.withErrors(talk, 0.15);
            const Written written = writeDown(other, 11);
            count(tally, AnchorIndex(written.text), notes, written, other);
        }
        tally.print("15 % word errors");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 99);
    }

    void bothTextsAreMisheard()
    {
        Tally tally;
        for (quint32 seed = 20; seed < 22; ++seed) {
            TalkMaker maker(seed);
            const Talk talk = maker.talk(9'000);
            const Talk heard = maker.withErrors(talk, 0.08);
            const Written old = writeDown(heard, 9);
            auto notes = takeMany(old, heard, maker, 500);
            std::erase_if(notes, [](const Taken &note) { return note.first < 0 || note.last < 0; });
            const Talk other = maker.withErrors(talk, 0.08);
            const Written written = writeDown(other, 11);
            count(tally, AnchorIndex(written.text), notes, written, other);
        }
        tally.print("8 % word errors in each");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 98);
    }

    void sentencesSaidThreeTimes()
    {
        Tally tally;
        for (quint32 seed = 30; seed < 34; ++seed) {
            TalkMaker maker(seed);
            Talk talk;
            std::vector<std::pair<std::size_t, std::size_t>> repeated;
            for (int group = 0; group < 60; ++group) {
                const Talk sentence = maker.sentence();
                for (int times = 0; times < 3; ++times) {
                    // At times at once, at times minutes apart.
                    const Talk between =
                        maker.talk(static_cast<std::size_t>(maker.random().bounded(1, 300)));
                    if (maker.random().bounded(3) > 0)
                        talk.insert(talk.end(), between.begin(), between.end());
                    repeated.emplace_back(talk.size(), talk.size() + sentence.size() - 1);
                    talk.insert(talk.end(), sentence.begin(), sentence.end());
                }
            }
            maker.number(talk);
            const Written old = writeDown(talk, 9);
            std::vector<Taken> notes;
            for (const auto &[first, last] : repeated)
                notes.push_back(take(old, talk, first, last));
            for (const double rate : {0.0, 0.15}) {
                const Talk other = maker.withErrors(talk, rate);
                const Written written = writeDown(other, 12);
                count(tally, AnchorIndex(written.text), notes, written, other);
            }
        }
        tally.print("said three times");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 99);
    }

    void advertisementsAtTwoPlaces()
    {
        Tally blind;
        Tally aligned;
        for (quint32 seed = 40; seed < 42; ++seed) {
            TalkMaker maker(seed);
            const Talk talk = maker.talk(9'000);
            const Written old = writeDown(talk, 9);
            const auto notes = takeMany(old, talk, maker, 500);
            for (const double rate : {0.0, 0.1}) {
                const Talk other = maker.withAd(
                    maker.withAd(maker.withErrors(talk, rate), 600'000, 30'000), 0, 30'000);
                const Written written = writeDown(other, 12);
                count(blind, AnchorIndex(written.text), notes, written, other);
                const TimelineMap times = alignTimelines(old.text, written.text);
                count(aligned, AnchorIndex(written.text, {{}, times}), notes, written, other);
            }
        }
        blind.print("advertisements, texts unaligned");
        aligned.print("advertisements, texts aligned");
        QCOMPARE(blind.wrong, 0);
        QCOMPARE(aligned.wrong, 0);
        QVERIFY(blind.honestPercent() >= 99);
        QVERIFY(aligned.honestPercent() >= 99);
        QVERIFY(aligned.toBeChecked <= blind.toBeChecked);
    }

    void repeatsBehindAdvertisementsAreAligned()
    {
        Tally tally;
        for (quint32 seed = 50; seed < 54; ++seed) {
            TalkMaker maker(seed);
            // A jingle of three sentences every half minute or so, as far apart as what is put in.
            Talk jingle = maker.talk(40);
            Talk talk;
            std::vector<std::size_t> starts;
            for (int times = 0; times < 60; ++times) {
                const Talk between = maker.talk(75);
                talk.insert(talk.end(), between.begin(), between.end());
                starts.push_back(talk.size());
                talk.insert(talk.end(), jingle.begin(), jingle.end());
            }
            maker.number(talk);
            const Written old = writeDown(talk, 9);
            std::vector<Taken> notes;
            for (const std::size_t start : starts)
                notes.push_back(take(old, talk, start + 14, start + 24));
            const Talk other =
                maker.withAd(maker.withErrors(talk, 0.05), talk[talk.size() / 2].ms, 45'000);
            const Written written = writeDown(other, 12);
            const TimelineMap times = alignTimelines(old.text, written.text);
            count(tally, AnchorIndex(written.text, {{}, times}), notes, written, other);
        }
        tally.print("jingles behind an advertisement");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 99);
    }

    void emojiAndCombiningMarks()
    {
        TalkMaker maker(60);
        const Talk talk = decorated(maker.talk(9'000), maker.random());
        const Written old = writeDown(talk, 9);
        const auto notes = takeMany(old, talk, maker, 500);
        Tally tally;
        const Talk same = respelled(talk, maker.random());
        const Written respelt = writeDown(same, 7);
        count(tally, AnchorIndex(respelt.text), notes, respelt, same);
        const Talk wrong = maker.withErrors(same, 0.15);
        const Written misheard = writeDown(wrong, 7);
        count(tally, AnchorIndex(misheard.text), notes, misheard, wrong);
        tally.print("emoji and combining marks");
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.honestPercent() >= 99);
    }

    void anotherLanguageStaysAtItsTime()
    {
        TalkMaker maker(70);
        const Talk talk = maker.talk(9'000);
        const Written old = writeDown(talk, 9);
        const auto notes = takeMany(old, talk, maker, 500);
        TalkMaker spanish(71,
                          QStringLiteral("de que la y no a en el es lo un me se por los una con te "
                                         "para mi si las eso al como del pero su más ya todo esto "
                                         "the of or me do so in he"),
                          QStringLiteral("ca ción dor es ta mento ra lo bri gue ña ll"));
        Talk other = spanish.talk(9'000);
        // Names stay what they are, at their time.
        for (std::size_t at = 0; at < std::min(talk.size(), other.size()); ++at) {
            if (maker.random().bounded(25) == 0)
                other[at].text = talk[at].text;
        }
        Written written = writeDown(other, 9);
        Tally undeclared;
        count(undeclared, AnchorIndex(written.text), notes, written, Talk());
        undeclared.print("another language, not said so");
        QCOMPARE(undeclared.wrong + undeclared.toBeChecked, 0);
        written.text.language = QStringLiteral("es");
        const AnchorIndex index(written.text, {QStringLiteral("en-US"), {}});
        for (const Taken &taken : notes) {
            const Anchoring found = index.reanchor(taken.anchor, taken.start, taken.end);
            QCOMPARE(found.state, AnchorState::TimeOnly);
            QCOMPARE(found.time.start, taken.start);
            QCOMPARE(found.time.end, taken.end);
            QCOMPARE(found.offset, -1);
        }
    }

    void anotherEpisodeHasNoneOfTheWords()
    {
        TalkMaker maker(80);
        const Talk talk = maker.talk(9'000);
        const Written old = writeDown(talk, 9);
        const auto notes = takeMany(old, talk, maker, 1'000);
        const Talk other = maker.talk(9'000);
        const Written written = writeDown(other, 9);
        Tally tally;
        count(tally, AnchorIndex(written.text), notes, written, Talk());
        tally.print("another episode");
        QCOMPARE(tally.wrong, 0);
    }

    void whatWasCutOutIsNotFoundElsewhere()
    {
        Tally tally;
        for (quint32 seed = 90; seed < 92; ++seed) {
            TalkMaker maker(seed);
            const Talk talk = maker.talk(9'000);
            const Written old = writeDown(talk, 9);
            auto notes = takeMany(old, talk, maker, 500);
            // Every other minute is gone; the rest keeps its time.
            Talk other = talk;
            const auto isCut = [](qint64 ms) {
                return ms / 60'000 % 2 == 0;
            };
            std::erase_if(other, [isCut](const TalkWord &word) { return isCut(word.ms); });
            std::erase_if(notes, [&](const Taken &note) {
                const auto first = static_cast<std::size_t>(note.first);
                const auto last = static_cast<std::size_t>(note.last);
                return !isCut(talk[first].ms) || !isCut(talk[last].ms);
            });
            const Written written = writeDown(other, 9);
            count(tally, AnchorIndex(written.text), notes, written, Talk());
        }
        tally.print("cut out");
        QCOMPARE(tally.wrong, 0);
    }
};

QTEST_GUILESS_MAIN(ReanchorCasesTest)
#include "tst_reanchorcases.moc"
