// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/internal/rowsteps.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using ui::models::internal::RowStep;
using ui::models::internal::rowSteps;
using Keys = std::vector<QString>;

namespace {

Keys keys(const char *letters)
{
    Keys all;
    for (const char *c = letters; *c; ++c) {
        all.push_back(QString(QLatin1Char(*c)));
    }
    return all;
}

Keys done(Keys rows, const Keys &after, const std::vector<RowStep> &steps)
{
    for (const RowStep &step : steps) {
        const auto at = rows.begin() + step.first;
        if (step.kind == RowStep::Kind::Remove) {
            rows.erase(at, at + step.count);
        } else {
            rows.insert(at, after.begin() + step.from, after.begin() + step.from + step.count);
        }
    }
    return rows;
}

} // namespace

class TestRowSteps final : public QObject
{
    Q_OBJECT

private slots:
    void nothingToDo();
    void runsAreOneStep();
    void oneRowThatMovesIsTheOnlyOneTouched();
    void tooManyStepsAreNone();
    void anyListBecomesAnyOther();
    void oneAmongManyIsQuick();
};

void TestRowSteps::nothingToDo()
{
    QVERIFY(rowSteps(keys("abc"), keys("abc"), 9)->empty());
    QVERIFY(rowSteps({}, {}, 9)->empty());
}

void TestRowSteps::runsAreOneStep()
{
    QCOMPARE(rowSteps(keys("abcdef"), keys("aef"), 9)->size(), std::size_t(1));
    const auto come = *rowSteps(keys("af"), keys("abcdef"), 9);
    QCOMPARE(come.size(), std::size_t(1));
    QCOMPARE(come[0].first, 1);
    QCOMPARE(come[0].count, 4);
    QCOMPARE(rowSteps({}, keys("abc"), 9)->size(), std::size_t(1));
    QCOMPARE(rowSteps(keys("abc"), {}, 9)->size(), std::size_t(1));
}

void TestRowSteps::oneRowThatMovesIsTheOnlyOneTouched()
{
    for (const auto &[before, after] : {std::pair(keys("abcdefgh"), keys("fabcdegh")),
                                        std::pair(keys("abcdefgh"), keys("acdefghb"))}) {
        const auto steps = *rowSteps(before, after, 9);
        QCOMPARE(steps.size(), std::size_t(2));
        QCOMPARE(steps[0].count, 1);
        QCOMPARE(steps[1].count, 1);
        QVERIFY(done(before, after, steps) == after);
    }
}

void TestRowSteps::tooManyStepsAreNone()
{
    QVERIFY(!rowSteps(keys("abcdefgh"), keys("axcyezg"), 3));
    QVERIFY(rowSteps(keys("abcdefgh"), keys("axcyezg"), 20));
}

void TestRowSteps::anyListBecomesAnyOther()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        const auto some = [&random] {
            Keys all = keys("abcdefghijklmnop");
            std::shuffle(all.begin(), all.end(), random);
            all.resize(random.bounded(17U));
            if (random.bounded(2) == 0) {
                std::sort(all.begin(), all.end());
            }
            return all;
        };
        const Keys before = some();
        const Keys after = some();
        const auto steps = rowSteps(before, after, 100);
        QVERIFY(steps);
        QVERIFY(done(before, after, *steps) == after);
    }
}

void TestRowSteps::oneAmongManyIsQuick()
{
    Keys before;
    for (int number = 0; number < 100'000; ++number) {
        before.push_back(QString::number(number));
    }
    Keys after = before;
    std::rotate(after.begin(), after.begin() + 99'000, after.begin() + 99'001);
    QBENCHMARK_ONCE
    {
        const auto steps = rowSteps(before, after, 9);
        QVERIFY(steps);
        QCOMPARE(steps->size(), std::size_t(2));
    }
}

QTEST_GUILESS_MAIN(TestRowSteps)
#include "tst_rowsteps.moc"
