// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timecode.h"

#include <QTest>

#include <limits>

using namespace app::timestamps;

class TimecodeTest : public QObject
{
    Q_OBJECT

private slots:

    void writesWhatPeopleWrite()
    {
        QCOMPARE(formatTimecode(MediaTime::fromMs(0)), QStringLiteral("0:00"));
        QCOMPARE(formatTimecode(MediaTime::fromMs(270999)), QStringLiteral("4:30"));
        QCOMPARE(formatTimecode(MediaTime::fromMs(3723000)), QStringLiteral("1:02:03"));
        QCOMPARE(formatTimecode(MediaTime::fromMs(360000000)), QStringLiteral("100:00:00"));
        QCOMPARE(formatTimecode(MediaTime::fromMs(-5)), QStringLiteral("0:00"));
    }

    void writesEveryPart()
    {
        const MediaTime place = MediaTime::fromMs(3723500);
        QCOMPARE(formatFullTimecode(place), QStringLiteral("01:02:03.500"));
        QCOMPARE(formatFullTimecode(place, QLatin1Char(',')), QStringLiteral("01:02:03,500"));
        QCOMPARE(formatFullTimecode(MediaTime::fromMs(7)), QStringLiteral("00:00:00.007"));
        const qint64 most = std::numeric_limits<qint64>::max();
        QVERIFY(formatFullTimecode(MediaTime::fromMs(most)).endsWith(QStringLiteral(".807")));
    }

    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *text, qint64 ms) {
            QTest::newRow(text) << QString::fromLatin1(text) << ms;
        };
        row("4:30", 270000);
        row(" 4:30 ", 270000);
        row("04:30", 270000);
        row("90:00", 5400000);
        row("1:02:03.5", 3723500);
        row("1:2:03", 3723000);
        row("270", 270000);
        row("270.5", 270500);
        row("0.0019", 1);
        row("1h2m3s", 3723000);
        row("1H2M3S", 3723000);
        row("4m30s", 270000);
        row("90s", 90000);
        row("90m", 5400000);
        row("1h3s", 3603000);
        row("1m2.25s", 62250);
        row("999999999:59:59", 3599999999999000);
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto place = parseTimecode(text);
        QVERIFY(place.has_value());
        QCOMPARE(place->ms(), ms);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",           " ",
                                 ":",          "4:",
                                 ":30",        "4:3",
                                 "4:300",      "4:60",
                                 "1:60:00",    "-4:30",
                                 "+4:30",      "4:30x",
                                 "at 4:30",    "1:2:3:4",
                                 "4.",         "4:30.",
                                 "1h60m",      "1m60s",
                                 "3s1h",       "1h1h",
                                 "h",          "1.5h",
                                 "1h2",        "1 h",
                                 "9999999999", "99999999999999999999",
                                 "1e3",        "0x10",
                                 "4,5",        "4:+3",
                                 "4: 30"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseTimecode(text).has_value());
    }

    void readsWhatItWrote()
    {
        for (qint64 ms = 0; ms < 400000000; ms += 7654321) {
            QCOMPARE(parseTimecode(formatFullTimecode(MediaTime::fromMs(ms)))->ms(), ms);
        }
    }
};

QTEST_GUILESS_MAIN(TimecodeTest)
#include "tst_timecode.moc"
