// SPDX-License-Identifier: GPL-3.0-or-later
// How often the reader agrees with people, printed at every run.
#include "tests/unit/timestamps/labelledtexts.h"

#include <QTest>

using namespace tests;

namespace {

struct Goal
{
    double precision = 0;
    double recall = 0;
};

/// A little below what is reached, so that no change makes the reader worse unnoticed.
constexpr Goal buildingGoal{0.99, 0.99};
/// What a reader needs to be trusted with texts it never saw: one wrong place in a hundred.
constexpr Goal heldOutGoal{0.99, 0.98};

QString folderOf(const char *half)
{
    return QStringLiteral(EARMARK_TEST_DATA "/timestamps/labelled/") + QString::fromLatin1(half);
}

Agreement measure(const char *half, Route route, bool print)
{
    Tally kinds;
    Tally languages;
    Agreement total;
    const auto texts = readLabelledFolder(folderOf(half), route);
    for (const LabelledText &text : texts) {
        const Agreement one =
            compare(text, app::timestamps::readTimestamps(text.text, text.duration));
        kinds.add(text.kind, one);
        languages.add(text.language, one);
        total.add(one);
    }
    Tally all;
    all.add(QStringLiteral("%1 texts").arg(texts.size()), total);
    if (print) {
        qInfo().noquote() << kinds.print(QStringLiteral("%1, by kind").arg(QLatin1String(half)))
                          << languages.print(
                                 QStringLiteral("%1, by language").arg(QLatin1String(half)));
    }
    qInfo().noquote() << all.print(QStringLiteral("%1, %2").arg(
        QLatin1String(half),
        route == Route::Raw ? QStringLiteral("as written") : QStringLiteral("as show notes")));
    return total;
}

void check(const char *half, const Goal &goal)
{
    const Agreement raw = measure(half, Route::Raw, true);
    const Agreement notes = measure(half, Route::ShowNotes, false);
    for (const Agreement &agreement : {raw, notes}) {
        QVERIFY(agreement.precision() >= goal.precision);
        QVERIFY(agreement.recall() >= goal.recall);
    }
}

LabelledText labelled(const QString &header, const QString &body)
{
    return makeLabelled(header, body, QStringLiteral("en"), Route::Raw);
}

} // namespace

class LabelledTest : public QObject
{
    Q_OBJECT

private slots:

    void marksAreTakenOut()
    {
        const LabelledText text =
            labelled(QStringLiteral("#! kind=a duration=90"),
                     QStringLiteral("(⟦4:30⟧) ⟦!۱:۰۰⟧ and ⟦?x⟧ ⟦1:20=4800⟧ ⟦1:02:03.5⟧ ⟦12.25⟧."));
        QCOMPARE(text.text.text, QStringLiteral("(4:30) ۱:۰۰ and x 1:20 1:02:03.5 12.25."));
        QCOMPARE(text.duration->count(), 90000);
        QList<qint64> values;
        for (const Mark &mark : text.marks) {
            values.append(mark.ms);
        }
        QCOMPARE(values, (QList<qint64>{270000, 60000, -1, 4800000, 3723500, 745000}));
        QVERIFY(text.marks[1].foreign && text.marks[2].unclear && !text.marks[0].unclear);
        QCOMPARE(text.marks[3].span, (TextSpan{18, 4}));
    }

    void marksAreTakenOutOfHtml()
    {
        const LabelledText text =
            labelled(QStringLiteral("#! kind=a duration=? format=html"),
                     QStringLiteral("<p>See <a href=\"#t=90\">⟦1:<b>30</b>⟧</a> now</p>"));
        QCOMPARE(text.text.text, QStringLiteral("See 1:30 now"));
        QVERIFY(!text.text.links.empty());
        QCOMPARE(text.text.links.front().span.offset, 4);
        QCOMPARE(text.marks.front().ms, 90000);
    }

    void agreementIsCounted()
    {
        const LabelledText text = labelled(QStringLiteral("#! kind=a duration=?"),
                                           QStringLiteral("⟦1:00⟧-⟦2:00⟧ ⟦3:00⟧ ⟦!4:00⟧ ⟦?5:00⟧"));
        using app::timestamps::MediaTime;
        std::vector<Timestamp> found(4);
        found[0].start = MediaTime::fromMs(60400);
        found[0].end = MediaTime::fromMs(120000);
        found[0].span = {0, 9};
        found[1].start = MediaTime::fromMs(181000);
        found[1].span = {10, 4};
        found[2].start = MediaTime::fromMs(240000);
        found[2].span = {15, 4};
        found[3].span = {20, 4};
        const Agreement agreement = compare(text, found);
        QCOMPARE(agreement.claimed, 4);
        QCOMPARE(agreement.right, 2);
        QCOMPARE(agreement.marked, 4);
        QCOMPARE(agreement.found, 2);
        found[2].recording = Recording::Other;
        QCOMPARE(compare(text, found).right, 3);
    }

    void agreesOnTheTextsItLearntFrom() { check("building", buildingGoal); }

    void agreesOnTextsItNeverSaw() { check("held_out", heldOutGoal); }
};

QTEST_GUILESS_MAIN(LabelledTest)
#include "tst_labelled.moc"
