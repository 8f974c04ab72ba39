// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/anchorhistory.h"
#include "app/notes/internal/wordpattern.h"
#include "app/notes/internal/words.h"
#include "app/notes/quotecontext.h"
#include "app/notes/reanchor.h"
#include "tests/support/resulttest.h"
#include "tests/unit/notes/madetalk.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app::notes;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

MediaTime seconds(int s)
{
    return MediaTime::fromMs(s * 1'000);
}

/// A text in which each character takes 100 ms.
AnchorText textOf(const QString &text)
{
    AnchorText made;
    made.text = text;
    made.times = {{0, MediaTime()}, {text.size(), MediaTime::fromMs(text.size() * 100)}};
    made.hash = hashText(text);
    return made;
}

Anchor anchorOn(const AnchorText &text, const QString &quote)
{
    return makeAnchor(text.text, text.text.indexOf(quote), quote.size(), QuoteSource::Transcript);
}

Anchoring find(const AnchorText &old, const QString &quote, const AnchorText &text)
{
    const qsizetype at = old.text.indexOf(quote);
    return reanchor(anchorOn(old, quote),
                    timeAt(old, at).value_or(MediaTime()),
                    timeAt(old, at + quote.size()),
                    text);
}

QString wordsAt(const Anchoring &found, const AnchorText &text)
{
    return text.text.mid(found.offset, found.length);
}

const QString tides = QStringLiteral(
    "The harbour lies where two rivers meet. Nobody had measured the tides before the war. A "
    "gauge was put there in autumn, and its keeper wrote down what he saw. Whoever reads that "
    "book today finds storms that no newspaper mentioned.");

/// By trying all ways to make one row of words from a part of another.
int slowErrors(const std::vector<quint32> &words, std::vector<quint32> text, bool fromStart)
{
    std::vector<int> column(words.size() + 1);
    for (std::size_t i = 0; i <= words.size(); ++i)
        column[i] = static_cast<int>(i);
    int last = 0;
    for (const quint32 word : text) {
        std::vector<int> next(column.size());
        next[0] = fromStart ? column[0] + 1 : 0;
        for (std::size_t i = 1; i <= words.size(); ++i)
            next[i] = std::min({column[i - 1] + (words[i - 1] == word && word != 0 ? 0 : 1),
                                column[i] + 1,
                                next[i - 1] + 1});
        column = next;
        last = column.back();
    }
    return last;
}

} // namespace

class ReanchorTest : public QObject
{
    Q_OBJECT

private slots:

    void wordsAreFolded_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("case") << QStringLiteral("Straße") << QStringLiteral("STRASSE");
        QTest::newRow("apostrophes") << QStringLiteral("don't") << QStringLiteral("Don’t");
        QTest::newRow("left out") << QStringLiteral("don't") << QStringLiteral("dont");
        QTest::newRow("marks") << QStringLiteral("cafe\u0301") << QStringLiteral("CAFÉ");
        QTest::newRow("width") << QStringLiteral("ＡＢＣ１") << QStringLiteral("abc1");
        QTest::newRow("ligature") << QStringLiteral("ﬁnd") << QStringLiteral("find");
        QTest::newRow("soft hyphen")
            << QStringLiteral("har\u00ADbour") << QStringLiteral("harbour");
        QTest::newRow("kelvin") << QStringLiteral("\u212A") << QStringLiteral("k");
    }

    void wordsAreFolded()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        const auto a = internal::splitWords(one);
        const auto b = internal::splitWords(other);
        QCOMPARE(a.size(), std::size_t{1});
        QCOMPARE(b.size(), std::size_t{1});
        QCOMPARE(a[0].hash, b[0].hash);
        QCOMPARE(a[0].length, one.size());
    }

    void wordsHaveTheirPlaces()
    {
        const auto parts = [](const QString &text) {
            QStringList words;
            for (const internal::Word &word : internal::splitWords(text))
                words.append(text.mid(word.offset, word.length));
            return words.join(u'|');
        };
        QCOMPARE(parts(QStringLiteral("“Well, I’m off!” 3.5 rock 'n' roll-")),
                 QStringLiteral("Well|I’m|off|3|5|rock|n|roll"));
        QCOMPARE(parts(QStringLiteral("再见, ok")), QStringLiteral("再|见|ok"));
        QCOMPARE(parts(QStringLiteral("👩‍👩‍👧👍🏽🇩🇪🇫🇷a")),
                 QStringLiteral("👩‍👩‍👧|👍🏽|🇩🇪|🇫🇷|a"));
        QCOMPARE(parts(QStringLiteral("e\u0301t \u0301x")), QStringLiteral("e\u0301t|x"));
        QCOMPARE(parts(QStringLiteral(" ... \n")), QString());
        QString broken = QStringLiteral("a b");
        broken[1] = QChar(0xD800);
        QCOMPARE(parts(broken), QStringLiteral("a|b"));
    }

    void errorsAreCountedAsByHand()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            const auto some = [&random](int least, int most) {
                std::vector<quint32> words;
                for (int count = random.bounded(least, most); count > 0; --count)
                    words.push_back(static_cast<quint32>(random.bounded(6)));
                return words;
            };
            const auto words = some(1, round % 4 == 0 ? 200 : 12);
            const auto text = some(1, 60);
            const internal::WordPattern pattern(words, 6);
            const auto anywhere = pattern.errorsEndingAt(text);
            const auto fromStart = pattern.errorsFromStart(text);
            for (std::size_t end = 1; end <= text.size(); ++end) {
                const std::vector<quint32> part(text.begin(),
                                                text.begin() + static_cast<std::ptrdiff_t>(end));
                QCOMPARE(anywhere[end - 1], slowErrors(words, part, false));
                QCOMPARE(fromStart[end - 1], slowErrors(words, part, true));
            }
        }
    }

    void staysInTheSameText()
    {
        const AnchorText text = textOf(tides);
        const Anchoring found = find(text, QStringLiteral("measured the tides"), text);
        QCOMPARE(found.state, AnchorState::Exact);
        QCOMPARE(found.method, AnchorMethod::Exact);
        QCOMPARE(found.score, 1.0);
        QCOMPARE(wordsAt(found, text), QStringLiteral("measured the tides"));
    }

    void punctuationAndCaseDoNotMatter()
    {
        const AnchorText old = textOf(tides);
        const AnchorText text = textOf(QString(tides.toUpper()).replace(u'.', u';'));
        const Anchoring found =
            find(old, QStringLiteral("Nobody had measured the tides before"), text);
        QCOMPARE(found.state, AnchorState::Exact);
        QCOMPARE(wordsAt(found, text), QStringLiteral("NOBODY HAD MEASURED THE TIDES BEFORE"));
    }

    void aQuoteIsCutAsItWas()
    {
        const AnchorText old = textOf(tides);
        const AnchorText text = textOf(u"Hello there. " + tides);
        for (const QString &quote : {QStringLiteral("before the war."),
                                     QStringLiteral("obody had measured the ti"),
                                     QStringLiteral(", and its keeper wrote"),
                                     QStringLiteral("today finds storms that no newspaper")}) {
            const Anchoring found = find(old, quote, text);
            QVERIFY(found.state == AnchorState::Exact);
            QCOMPARE(wordsAt(found, text), quote);
        }
    }

    void goesElsewhereWithItsWords()
    {
        const AnchorText old = textOf(tides);
        const AnchorText text = textOf(QStringLiteral("Buy now. ").repeated(20) + tides);
        const Anchoring found = find(old, QStringLiteral("measured the tides before"), text);
        QCOMPARE(found.state, AnchorState::Moved);
        QCOMPARE(wordsAt(found, text), QStringLiteral("measured the tides before"));
        QCOMPARE(found.time.start.ms(), found.offset * 100);
        QCOMPARE(found.time.length().count(), found.length * 100);
    }

    void isFoundFarAwayInALongText()
    {
        tests::TalkMaker maker(3);
        const auto talk = maker.talk(3'000);
        const AnchorText before = tests::writeDown(talk, 8).text;
        const AnchorText old = textOf(tides);
        AnchorText text = before;
        text.text += u' ' + tides;
        const Anchoring found = find(old, QStringLiteral("Nobody had measured the tides"), text);
        QCOMPARE(found.state, AnchorState::Moved);
        QCOMPARE(wordsAt(found, text), QStringLiteral("Nobody had measured the tides"));
    }

    void muchChangedWordsAreToBeLookedAt()
    {
        const AnchorText old = textOf(tides);
        AnchorText text = old;
        text.text.replace(QStringLiteral("Nobody had measured the tides before the war"),
                          QStringLiteral("Nobody had pleasure in the ties before a war"));
        text.hash = hashText(text.text);
        const Anchoring found =
            find(old, QStringLiteral("Nobody had measured the tides before the war"), text);
        QCOMPARE(found.state, AnchorState::Approximate);
        QCOMPARE(found.method, AnchorMethod::Fuzzy);
        QCOMPARE(wordsAt(found, text),
                 QStringLiteral("Nobody had pleasure in the ties before a war"));
    }

    void goneWordsLeaveTheTime()
    {
        const AnchorText old = textOf(tides);
        const AnchorText text =
            textOf(QStringLiteral("Something else entirely is being said here. ").repeated(9));
        const Anchoring found = find(old, QStringLiteral("measured the tides"), text);
        QCOMPARE(found.state, AnchorState::TimeOnly);
        QCOMPARE(found.method, AnchorMethod::Time);
        QCOMPARE(found.offset, -1);
        QCOMPARE(found.time.start, *timeAt(old, tides.indexOf(QStringLiteral("measured"))));
    }

    void oneCommonWordNeedsItsNeighbours()
    {
        const AnchorText old = textOf(tides);
        const Anchoring there = find(old, QStringLiteral("the"), textOf(tides + u' '));
        QCOMPARE(there.state, AnchorState::Exact);
        QCOMPARE(there.offset, tides.indexOf(QStringLiteral("the")));
        const AnchorText text =
            textOf(QStringLiteral("So the one and the other of the many went. ").repeated(9));
        QCOMPARE(find(old, QStringLiteral("the"), text).state, AnchorState::TimeOnly);
    }

    void textsWithoutTimesDo()
    {
        AnchorText old = textOf(tides);
        AnchorText text = textOf(u"Hello there. " + tides);
        text.times.clear();
        const Anchoring found = find(old, QStringLiteral("Nobody had measured the tides"), text);
        QCOMPARE(found.state, AnchorState::Moved);
        QCOMPARE(wordsAt(found, text), QStringLiteral("Nobody had measured the tides"));
        QCOMPARE(found.time.start, *timeAt(old, tides.indexOf(QStringLiteral("Nobody"))));
        text.text += u' ' + tides;
        QCOMPARE(find(old, QStringLiteral("Nobody had measured the tides"), text).state,
                 AnchorState::Approximate);
    }

    void timeDecidesBetweenRepeats()
    {
        const QString refrain = QStringLiteral("So we sang it again by the water. ");
        QString song;
        for (int verse = 0; verse < 3; ++verse)
            song += refrain + QStringLiteral("La la la la, oh la la. ").repeated(20);
        const AnchorText old = textOf(song);
        const AnchorText text = textOf(song + u'!');
        qsizetype at = -1;
        for (int verse = 0; verse < 3; ++verse) {
            at = song.indexOf(refrain, at + 1);
            const Anchor anchor = makeAnchor(song, at, refrain.size(), QuoteSource::Transcript);
            const Anchoring found = reanchor(anchor, *timeAt(old, at), std::nullopt, text);
            QCOMPARE(found.state, AnchorState::Exact);
            QCOMPARE(found.offset, at);
            // Right between two of them nobody can tell.
            const Anchoring between =
                reanchor(anchor, *timeAt(old, at) + Duration(24'000), std::nullopt, text);
            QVERIFY(verse == 2 || between.state == AnchorState::Approximate);
        }
    }

    void momentsFollowTheSound()
    {
        const TimelineMap times({{{seconds(0), seconds(100)}, Duration(0), 1},
                                 {{seconds(130), seconds(900)}, Duration(-30'000), 1}});
        const AnchorIndex index(textOf(tides), {{}, times});
        const auto moment = [&index](int s) {
            return index.reanchor(Anchor(), seconds(s), std::nullopt);
        };
        QCOMPARE(moment(50).state, AnchorState::Exact);
        QCOMPARE(moment(50).time.start, seconds(50));
        QCOMPARE(moment(200).state, AnchorState::Moved);
        QCOMPARE(moment(200).time.start, seconds(170));
        QVERIFY(moment(200).time.isEmpty());
        QCOMPARE(moment(115).state, AnchorState::Approximate);
        QCOMPARE(moment(115).time.start, seconds(100));
        QCOMPARE(moment(115).offset, -1);
    }

    void anchorsTakeTheNewWords()
    {
        const AnchorText old = textOf(tides);
        AnchorText text = textOf(u"Hello there. " + tides);
        text.transcriptHash = QStringLiteral("abc");
        text.speakers = {{0, 13, QStringLiteral("Ines")}, {13, 500, QStringLiteral("Tobias")}};
        const Anchor before = anchorOn(old, QStringLiteral("measured the tides"));
        const Anchoring found = find(old, QStringLiteral("measured the tides"), text);
        const Anchor after = anchorAt(found, before, text);
        QCOMPARE(after.quote, before.quote);
        QCOMPARE(locateAnchor(text.text, after), after.offset);
        QCOMPARE(after.offset, before.offset + 13);
        QCOMPARE(after.textHash, text.hash);
        QCOMPARE(after.transcriptHash, QStringLiteral("abc"));
        QCOMPARE(after.speaker, QStringLiteral("Tobias"));
        QCOMPARE(after.source, QuoteSource::Transcript);
        const Anchor gone = anchorAt(Anchoring(), before, text);
        QCOMPARE(gone.quote, before.quote);
        QCOMPARE(gone.offset, -1);
        QCOMPARE(gone.state, AnchorState::TimeOnly);
    }

    void hostileTextsAreNoTrap_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quote");
        const QString same = QStringLiteral("la ").repeated(300'000);
        QTest::newRow("one word") << same << QStringLiteral("la");
        QTest::newRow("ten words") << same << QStringLiteral("la ").repeated(10);
        QTest::newRow("long quote") << same << QStringLiteral("la ").repeated(200'000);
        QTest::newRow("never") << same << QStringLiteral("la ").repeated(3'000) + u'b';
        QTest::newRow("half") << QStringLiteral("la b c d ").repeated(100'000)
                              << QStringLiteral("la x c y ").repeated(40);
        QTest::newRow("marks") << QString(u'a' + QStringLiteral("\u0301").repeated(1'000'000))
                               << QString(u'a' + QStringLiteral("\u0301").repeated(1'000));
        QTest::newRow("nothing") << QString() << QStringLiteral("la");
        QTest::newRow("signs") << QStringLiteral("... ") << QStringLiteral("?!");
    }

    void hostileTextsAreNoTrap()
    {
        QFETCH(QString, text);
        QFETCH(QString, quote);
        AnchorText there = textOf(text);
        there.times.push_back({3, seconds(-5)});
        there.times.push_back({-9, seconds(7)});
        Anchor anchor;
        anchor.quote = quote;
        anchor.prefix = quote;
        anchor.suffix = quote;
        anchor.offset = std::numeric_limits<qsizetype>::max();
        const AnchorIndex index(there);
        for (const qint64 ms :
             {qint64{0}, qint64{1'000'000}, std::numeric_limits<qint64>::max() / 4}) {
            const Anchoring found =
                index.reanchor(anchor, MediaTime::fromMs(ms), MediaTime::fromMs(-ms));
            QVERIFY(found.state == AnchorState::Approximate
                    || found.state == AnchorState::TimeOnly);
            QVERIFY(found.offset + found.length <= text.size());
        }
    }

    void historyGoesBothWays()
    {
        const AnchorText old = textOf(tides);
        const AnchorText text = textOf(QStringLiteral("Buy now. ").repeated(20) + tides);
        Note note;
        note.id = app::base::NoteId(QStringLiteral("a"));
        note.text = QStringLiteral("mine");
        note.anchor = anchorOn(old, QStringLiteral("measured the tides"));
        note.start = *timeAt(old, note.anchor.offset);
        note.end = *timeAt(old, note.anchor.offset + note.anchor.quote.size());
        AudioIdentity other;
        other.sizeBytes = 17;
        const QDateTime when(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC);
        const Anchoring found = reanchor(note.anchor, note.start, note.end, text);
        const auto record = recordAnchoring(note, found, text, other, when);
        QVERIFY(record.has_value());
        const auto moved = applyAnchoring(note, *record);
        VERIFY_RESULT(moved);
        QCOMPARE(moved->start, found.time.start);
        QCOMPARE(*moved->end, found.time.end);
        QCOMPARE(moved->audio, other);
        QCOMPARE(moved->anchor.state, AnchorState::Moved);
        QCOMPARE(moved->text, note.text);
        QCOMPARE(moved->modified, note.modified);
        QVERIFY(
            !recordAnchoring(
                 *moved, reanchor(moved->anchor, moved->start, moved->end, text), text, other, when)
                 .has_value()
            || moved->anchor.state == AnchorState::Moved);
        Note edited = *moved;
        edited.text = QStringLiteral("edited since");
        const auto back = undoAnchoring(edited, *record);
        VERIFY_RESULT(back);
        QCOMPARE(placeOf(*back), placeOf(note));
        QCOMPARE(back->text, edited.text);
        QCOMPARE(*undoAnchoring(*back, *record), *back);
        Note elsewhere = *moved;
        elsewhere.start = seconds(99);
        VERIFY_ERROR(undoAnchoring(elsewhere, *record), Conflict);
        VERIFY_ERROR(applyAnchoring(elsewhere, *record), Conflict);
        elsewhere.id = app::base::NoteId(QStringLiteral("b"));
        VERIFY_ERROR(applyAnchoring(elsewhere, *record), Conflict);
    }

    void doubtsDoNotAddUp()
    {
        Note note;
        note.id = app::base::NoteId(QStringLiteral("a"));
        note.anchor = anchorOn(textOf(tides), QStringLiteral("measured the tides"));
        const NotePlace first = placeOf(note);
        std::vector<AnchoringRecord> history;
        for (int round = 1; round < 4; ++round) {
            AnchoringRecord record;
            record.note = note.id;
            record.before = placeOf(note);
            record.after = record.before;
            record.after.anchor.state = AnchorState::Approximate;
            record.after.anchor.quote += u'x';
            history.push_back(record);
            note = *applyAnchoring(note, record);
            QCOMPARE(firmPlace(note, history), first);
        }
        const auto agreed = confirmAnchoring(note, QDateTime());
        QVERIFY(agreed.has_value());
        QCOMPARE(agreed->method, AnchorMethod::Manual);
        note = *applyAnchoring(note, *agreed);
        history.push_back(*agreed);
        QCOMPARE(firmPlace(note, history), placeOf(note));
        QVERIFY(!confirmAnchoring(note, QDateTime()));
    }

    void methodsHaveNames()
    {
        for (const AnchorMethod method :
             {AnchorMethod::Exact, AnchorMethod::Fuzzy, AnchorMethod::Time, AnchorMethod::Manual})
            QVERIFY(anchorMethodFromName(anchorMethodName(method)) == method);
        QVERIFY(!anchorMethodFromName(QString()));
    }
};

QTEST_GUILESS_MAIN(ReanchorTest)
#include "tst_reanchor.moc"
