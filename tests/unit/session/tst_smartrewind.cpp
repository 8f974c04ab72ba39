// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/smartrewind.h"

#include <QTest>

#include <vector>

using namespace std::chrono_literals;
using app::session::rewound;
using app::timestamps::MediaTime;

class SmartRewindTest : public QObject
{
    Q_OBJECT

private slots:

    void longerPauseGoesFurtherBack_data()
    {
        QTest::addColumn<qint64>("pauseMs");
        QTest::addColumn<qint64>("expected");

        const auto row = [](const char *name, std::chrono::milliseconds pause, qint64 expected) {
            QTest::newRow(name) << static_cast<qint64>(pause.count()) << expected;
        };
        row("clock set back", -1h, 100'000);
        row("none", 0ms, 100'000);
        row("ten seconds", 10s, 100'000);
        row("over ten seconds", 10'001ms, 98'000);
        row("almost a minute", 59'999ms, 98'000);
        row("a minute", 1min, 95'000);
        row("almost an hour", 1h - 1ms, 95'000);
        row("an hour", 1h, 90'000);
        row("almost a day", 24h - 1ms, 90'000);
        row("a day", 24h, 80'000);
        row("a year", 24h * 365, 80'000);
    }

    void longerPauseGoesFurtherBack()
    {
        QFETCH(qint64, pauseMs);
        QFETCH(qint64, expected);
        QCOMPARE(rewound(MediaTime::fromMs(100'000), std::chrono::milliseconds(pauseMs), {}),
                 MediaTime::fromMs(expected));
    }

    void neverBeforeTheStart()
    {
        QCOMPARE(rewound(MediaTime::fromMs(4'000), 24h, {}), MediaTime());
        QCOMPARE(rewound(MediaTime(), 24h, {}), MediaTime());
    }

    void beginsWithASentence_data()
    {
        QTest::addColumn<qint64>("place");
        QTest::addColumn<qint64>("expected");

        // Sentences at 20, 30, 45 and 90 s; a minute of pause goes 5 s back.
        QTest::newRow("a little before") << qint64(38'000) << qint64(30'000);
        QTest::newRow("exactly there") << qint64(35'000) << qint64(30'000);
        QTest::newRow("the last one before") << qint64(50'500) << qint64(45'000);
        QTest::newRow("ten seconds before") << qint64(60'000) << qint64(45'000);
        QTest::newRow("too far before") << qint64(60'001) << qint64(55'001);
        QTest::newRow("before the first") << qint64(12'000) << qint64(7'000);
        QTest::newRow("after the last") << qint64(96'000) << qint64(90'000);
    }

    void beginsWithASentence()
    {
        QFETCH(qint64, place);
        QFETCH(qint64, expected);
        const std::vector<MediaTime> sentences{MediaTime::fromMs(20'000),
                                               MediaTime::fromMs(30'000),
                                               MediaTime::fromMs(45'000),
                                               MediaTime::fromMs(90'000)};
        QCOMPARE(rewound(MediaTime::fromMs(place), 1min, sentences), MediaTime::fromMs(expected));
    }

    void shortPauseStaysWithinASentence()
    {
        const std::vector<MediaTime> sentences{MediaTime::fromMs(30'000)};
        QCOMPARE(rewound(MediaTime::fromMs(34'000), 5s, sentences), MediaTime::fromMs(34'000));
    }
};

QTEST_GUILESS_MAIN(SmartRewindTest)
#include "tst_smartrewind.moc"
