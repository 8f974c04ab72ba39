// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/quotecontext.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace app::notes;

namespace {

Anchor anchorOf(const QString &text, const QString &quote, qsizetype from = 0)
{
    return makeAnchor(text, text.indexOf(quote, from), quote.size(), QuoteSource::Transcript);
}

/// Numbered words, so that every place is unlike every other.
QString numbers(int count)
{
    QStringList words;
    for (int at = 0; at < count; ++at)
        words.append(QStringLiteral("word%1").arg(at));
    return words.join(u' ');
}

} // namespace

class QuoteContextTest : public QObject
{
    Q_OBJECT

private slots:

    void keepsWordsAroundTheQuote()
    {
        const QString text = numbers(200);
        const Anchor anchor = anchorOf(text, QStringLiteral("word100 word101"));
        QCOMPARE(anchor.quote, QStringLiteral("word100 word101"));
        QCOMPARE(anchor.offset, text.indexOf(QStringLiteral("word100")));
        QVERIFY(anchor.prefix.size() >= 64 && anchor.prefix.size() < 75);
        QVERIFY(anchor.suffix.size() >= 64 && anchor.suffix.size() < 75);
        QVERIFY(anchor.prefix.startsWith(QStringLiteral("word")));
        QVERIFY(anchor.prefix.endsWith(QStringLiteral("word99 ")));
        QVERIFY(text.contains(anchor.prefix + anchor.quote + anchor.suffix));
        QVERIFY(text[anchor.offset + anchor.quote.size() + anchor.suffix.size()].isSpace());
        QCOMPARE(anchor.source, QuoteSource::Transcript);
        QCOMPARE(anchor.textHash.size(), 64);
        QCOMPARE(anchor.textHash, anchorOf(text, QStringLiteral("word5")).textHash);
    }

    void reachesTheEndsOfShortTexts()
    {
        const Anchor anchor = anchorOf(QStringLiteral("one two three"), QStringLiteral("two"));
        QCOMPARE(anchor.prefix, QStringLiteral("one "));
        QCOMPARE(anchor.suffix, QStringLiteral(" three"));
        const Anchor whole = anchorOf(QStringLiteral("one"), QStringLiteral("one"));
        QCOMPARE(whole.prefix + whole.suffix, QString());
    }

    void trimsAndGrowsToWholeCharacters()
    {
        const QString text = QStringLiteral("a \n quote  b");
        QCOMPARE(makeAnchor(text, 1, 10, QuoteSource::None).quote, QStringLiteral("quote"));
        const QString family = QStringLiteral("x 👩‍👩‍👧 e\u0301 y");
        const qsizetype inside = family.indexOf(QStringLiteral("👧")) + 1;
        QCOMPARE(makeAnchor(family, inside, 1, QuoteSource::None).quote,
                 QStringLiteral("👩‍👩‍👧"));
        const qsizetype accent = family.indexOf(u'\u0301');
        QCOMPARE(makeAnchor(family, accent, 1, QuoteSource::None).quote, QStringLiteral("e\u0301"));
    }

    void rangesAreClamped()
    {
        const QString text = QStringLiteral("one two");
        QCOMPARE(makeAnchor(text, -5, 3, QuoteSource::None).quote, QStringLiteral("one"));
        QCOMPARE(makeAnchor(text, 4, 3000, QuoteSource::None).quote, QStringLiteral("two"));
        QCOMPARE(makeAnchor(text, 400, 3, QuoteSource::None).quote, QString());
        QCOMPARE(makeAnchor(text, 2, -3, QuoteSource::None).quote, QString());
        QCOMPARE(makeAnchor(QString(), 0, 0, QuoteSource::None).quote, QString());
        QCOMPARE(
            makeAnchor(text, 0, std::numeric_limits<qsizetype>::max(), QuoteSource::None).quote,
            text);
    }

    void wordsWithoutSpacesAreCut()
    {
        const QString text =
            QStringLiteral("文").repeated(1000) + u'x' + QStringLiteral("😀").repeated(500);
        const Anchor anchor = anchorOf(text, QStringLiteral("x"));
        QCOMPARE(anchor.prefix.size(), 64);
        QCOMPARE(anchor.suffix.size(), 128);
    }

    void findsAQuoteAgain()
    {
        const QString text = numbers(300);
        const Anchor anchor = anchorOf(text, QStringLiteral("word150"));
        QCOMPARE(locateAnchor(text, anchor), anchor.offset);
        QCOMPARE(locateAnchor(u"An introduction. " + text, anchor), anchor.offset + 17);
        QCOMPARE(locateAnchor(text.mid(100), anchor), anchor.offset - 100);
        QCOMPARE(locateAnchor(numbers(100), anchor), -1);
        QCOMPARE(locateAnchor(QString(), anchor), -1);
        QCOMPARE(locateAnchor(text, Anchor()), -1);
    }

    void surroundingsDecideBetweenRepeats()
    {
        const QString text = QStringLiteral(
            "First he said yes to it. Then she said yes to us. Later they said yes to them.");
        const Anchor anchor = anchorOf(text, QStringLiteral("said yes"), 20);
        const QString changed = QStringLiteral("A new advertisement, said yes. ") + text;
        QCOMPARE(locateAnchor(changed, anchor), anchor.offset + changed.size() - text.size());
    }

    void nearnessDecidesBetweenEquals()
    {
        const QString text = QStringLiteral("x yes ").repeated(100);
        const Anchor anchor = anchorOf(text, QStringLiteral("yes"), 300);
        QCOMPARE(locateAnchor(text, anchor), anchor.offset);
    }

    void hostileOffsetsAreNoTrap()
    {
        Anchor anchor;
        anchor.quote = QStringLiteral("a");
        for (const qsizetype offset : {std::numeric_limits<qsizetype>::max(),
                                       std::numeric_limits<qsizetype>::min() + 1,
                                       qsizetype{5}}) {
            anchor.offset = offset;
            QCOMPARE(locateAnchor(QStringLiteral("bab"), anchor), 1);
        }
        anchor.quote = QStringLiteral("a").repeated(100'000) + u'b';
        QCOMPARE(locateAnchor(QStringLiteral("a").repeated(400'000), anchor), -1);
    }

    void everyRangeOfATextIsFoundAgain()
    {
        QRandomGenerator random(99);
        const QStringList words = {QStringLiteral("and"),
                                   QStringLiteral("the"),
                                   QStringLiteral("e\u0301t"),
                                   QStringLiteral("😀"),
                                   QStringLiteral("再见"),
                                   QStringLiteral("\n"),
                                   QStringLiteral("U.S."),
                                   QStringLiteral("👩‍👧")};
        for (int round = 0; round < 200; ++round) {
            QString text;
            for (int count = 0; count < 120; ++count)
                text += words[random.bounded(words.size())] + u' '
                        + QString::number(random.bounded(1000)) + u' ';
            const qsizetype offset = random.bounded(text.size());
            const Anchor anchor =
                makeAnchor(text, offset, random.bounded(60), QuoteSource::Transcript);
            QVERIFY(text.mid(anchor.offset).startsWith(anchor.quote));
            QVERIFY(text.left(anchor.offset).endsWith(anchor.prefix));
            QVERIFY(text.mid(anchor.offset + anchor.quote.size()).startsWith(anchor.suffix));
            QCOMPARE(anchor.quote, anchor.quote.trimmed());
            if (anchor.quote.isEmpty())
                continue;
            QCOMPARE(locateAnchor(text, anchor), anchor.offset);
            QCOMPARE(locateAnchor(u"New words. " + text, anchor), anchor.offset + 11);
        }
    }
};

QTEST_GUILESS_MAIN(QuoteContextTest)
#include "tst_quotecontext.moc"
