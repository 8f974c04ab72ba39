// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"

#include <QTest>

using app::timestamps::Duration;
using app::timestamps::MediaTime;
using namespace ui::text;

class TestTimeText final : public QObject
{
    Q_OBJECT

private slots:
    void places();
    void lengths();
    void days_data();
    void days();
    void ago();
    void counts();
};

void TestTimeText::places()
{
    QCOMPARE(clockText(MediaTime::fromMs(270'000)), QStringLiteral("4:30"));
    QCOMPARE(clockText({MediaTime::fromMs(705'000), MediaTime::fromMs(800'000)}),
             QStringLiteral("11:45–13:20"));
    QCOMPARE(remainingClockText(Duration(2'021'000)), QStringLiteral("−33:41"));
    QCOMPARE(spokenText(MediaTime::fromMs(270'000)), QStringLiteral("4 minutes 30 seconds"));
    QCOMPARE(spokenText(MediaTime::fromMs(3'661'000)), QStringLiteral("1 hour 1 minute 1 second"));
    QCOMPARE(spokenText(MediaTime::fromMs(7'200'000)), QStringLiteral("2 hours"));
    QCOMPARE(spokenText(MediaTime()), QStringLiteral("0 seconds"));
}

void TestTimeText::lengths()
{
    using namespace std::chrono_literals;
    QCOMPARE(lengthText(58min), QStringLiteral("58 min"));
    QCOMPARE(lengthText(72min), QStringLiteral("1 h 12"));
    QCOMPARE(lengthText(59min + 45s), QStringLiteral("1 h 00"));
    QCOMPARE(lengthText(45s), QStringLiteral("45 s"));
    QCOMPARE(lengthText(Duration(-5)), QStringLiteral("0 s"));
    QCOMPARE(leftText(33min), QStringLiteral("33 min left"));
    QCOMPARE(exactLengthText(125s), QStringLiteral("2 min 05 s"));
}

void TestTimeText::days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("group");
    // The 21st is a Saturday.
    QTest::newRow("today") << QDate(2026, 11, 21) << QStringLiteral("Today");
    QTest::newRow("yesterday") << QDate(2026, 11, 20) << QStringLiteral("Yesterday");
    QTest::newRow("monday") << QDate(2026, 11, 16) << QStringLiteral("This week");
    QTest::newRow("sunday before") << QDate(2026, 11, 15) << QStringLiteral("November 2026");
    QTest::newRow("future") << QDate(2026, 12, 1) << QStringLiteral("Upcoming");
    QTest::newRow("none") << QDate() << QStringLiteral("Undated");
}

void TestTimeText::days()
{
    QFETCH(QDate, day);
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    QTEST(dayGroupText(day, QDate(2026, 11, 21), locale), "group");
    QCOMPARE(dateText(QDate(2026, 11, 20), locale), QStringLiteral("20 November 2026"));
}

void TestTimeText::ago()
{
    const QDateTime now(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC);
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(agoText(now.addSecs(-20), now, locale), QStringLiteral("just now"));
    QCOMPARE(agoText(now.addSecs(-8 * 60), now, locale), QStringLiteral("8 min ago"));
    QCOMPARE(agoText(now.addSecs(-3 * 3600), now, locale), QStringLiteral("3 h ago"));
    QCOMPARE(agoText(now.addDays(-2), now, locale), QStringLiteral("19 November 2026"));
}

void TestTimeText::counts()
{
    QCOMPARE(episodeCountText(1), QStringLiteral("1 episode"));
    QCOMPARE(noteCountText(7), QStringLiteral("7 notes"));
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
