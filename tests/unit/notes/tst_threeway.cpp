// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/threeway.h"

#include <QRandomGenerator>
#include <QTest>

using namespace app::notes;

namespace {

QString lines(const char *text)
{
    return QString::fromUtf8(text).replace(u' ', u'\n');
}

QString merged(const char *base, const char *ours, const char *theirs, qsizetype conflicts = 0)
{
    const MergedText result = mergeTexts(lines(base), lines(ours), lines(theirs));
    return static_cast<qsizetype>(result.conflicts.size()) == conflicts
               ? QString(result.text).replace(u'\n', u' ')
               : QStringLiteral("%1 conflicts").arg(result.conflicts.size());
}

} // namespace

class ThreeWayTest : public QObject
{
    Q_OBJECT

private slots:

    void oneSidesChangesAreTaken()
    {
        QCOMPARE(merged("a b c", "a b c", "a x c"), QStringLiteral("a x c"));
        QCOMPARE(merged("a b c", "a x c", "a b c"), QStringLiteral("a x c"));
        QCOMPARE(merged("a b c", "a b c", "b c d"), QStringLiteral("b c d"));
        QCOMPARE(merged("", "", "x"), QStringLiteral("x"));
        QCOMPARE(merged("a b", "", "a b"), QString());
    }

    void changesApartAreBothTaken()
    {
        QCOMPARE(merged("a b c d e", "a X c d e", "a b c d Y"), QStringLiteral("a X c d Y"));
        QCOMPARE(merged("a b c", "new a b c", "a b c end"), QStringLiteral("new a b c end"));
        QCOMPARE(merged("a b c d e", "a c d e", "a b c d e f"), QStringLiteral("a c d e f"));
    }

    void likeChangesAreTakenOnce()
    {
        QCOMPARE(merged("a b c", "a x c", "a x c"), QStringLiteral("a x c"));
        QCOMPARE(merged("a b c", "a c", "a c"), QStringLiteral("a c"));
    }

    void conflictsKeepBoth()
    {
        QCOMPARE(merged("a b c", "a x c", "a y c", 1), QStringLiteral("a x y c"));
        QCOMPARE(merged("a b c", "a c", "a y c", 1), QStringLiteral("a y c"));
        QCOMPARE(merged("a", "a x", "a y", 1), QStringLiteral("a x y"));
        QCOMPARE(merged("", "x", "y", 1), QStringLiteral("x y"));
        const MergedText both = mergeTexts(lines("a b c"), lines("a x c"), lines("a y c"));
        QCOMPARE(both.conflicts.front(),
                 (TextConflict{QStringLiteral("b"), QStringLiteral("x"), QStringLiteral("y")}));
    }

    void otherLineEndsAreNoChange()
    {
        const MergedText both = mergeTexts(
            QStringLiteral("a\nb"), QStringLiteral("a\nx"), QStringLiteral("a\r\nb\r\n"));
        QCOMPARE(both.conflicts.size(), std::size_t{1});
        const MergedText same =
            mergeTexts(QStringLiteral("a\nb"), QStringLiteral("a\nx"), QStringLiteral("a\r\nb"));
        QCOMPARE(same.text, QStringLiteral("a\nx"));
        QVERIFY(same.conflicts.empty());
    }

    void nothingWrittenIsLost()
    {
        QRandomGenerator random(8);
        for (int round = 0; round < 3'000; ++round) {
            int next = 0;
            const auto edited = [&random, &next](QStringList text, const QString &side) {
                for (int edits = random.bounded(4); edits > 0; --edits) {
                    const int place = random.bounded(static_cast<int>(text.size()) + 1);
                    if (random.bounded(2) == 0 || place == text.size())
                        text.insert(place, side + QString::number(next++));
                    else if (random.bounded(2) == 0)
                        text.removeAt(place);
                    else
                        text[place] = side + QString::number(next++);
                }
                return text;
            };
            QStringList base;
            for (int line = random.bounded(8); line >= 0; --line)
                base.append(QString::number(random.bounded(6)));
            const QStringList ours = edited(base, QStringLiteral("o"));
            const QStringList theirs = edited(base, QStringLiteral("t"));
            const MergedText both =
                mergeTexts(base.join(u'\n'), ours.join(u'\n'), theirs.join(u'\n'));
            const QStringList text = both.text.split(u'\n');
            for (const QString &line : ours + theirs) {
                if (line.startsWith(u'o') || line.startsWith(u't'))
                    QCOMPARE(text.count(line), 1);
            }
            QCOMPARE(mergeTexts(base.join(u'\n'), ours.join(u'\n'), base.join(u'\n')).text,
                     ours.join(u'\n'));
            QCOMPARE(mergeTexts(base.join(u'\n'), base.join(u'\n'), theirs.join(u'\n')).text,
                     theirs.join(u'\n'));
        }
    }

    void hugeTextsAreComparedAtOnce()
    {
        const QString base = QStringLiteral("a\nb\n").repeated(200'000);
        const QString ours = QStringLiteral("b\nc\n").repeated(200'000);
        QCOMPARE(mergeTexts(base, ours, base).text, ours);
        QCOMPARE(mergeTexts(base, base, ours).text, ours);
        QCOMPARE(mergeTexts(base, ours, base + u'x').conflicts.size(), std::size_t{1});
    }

    void tagsAreMerged()
    {
        const auto tags = [](const char *base, const char *ours, const char *theirs) {
            const auto list = [](const char *text) {
                return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
            };
            return mergeTags(list(base), list(ours), list(theirs)).join(u' ');
        };
        QCOMPARE(tags("a b", "a b c", "a b d"), QStringLiteral("a b c d"));
        QCOMPARE(tags("a b", "b", "a"), QString());
        QCOMPARE(tags("a", "a X", "x a"), QStringLiteral("a X"));
        QCOMPARE(tags("ai", "ai", "AI"), QStringLiteral("AI"));
        QCOMPARE(tags("ai", "Ai", "AI"), QStringLiteral("Ai"));
        QCOMPARE(tags("", "", ""), QString());
    }
};

QTEST_GUILESS_MAIN(ThreeWayTest)
#include "tst_threeway.moc"
