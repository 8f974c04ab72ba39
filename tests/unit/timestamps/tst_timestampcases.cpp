// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timestampreader.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace app::timestamps;

namespace {

/// Every line of the table; no rule added later may cost one.
constexpr int leastPassed = 127;

struct Case
{
    QString id;
    QString note;
    QString text;
    QString expected;
    std::optional<Duration> duration;
    bool foreign = false;
};

QList<Case> readCases()
{
    QList<Case> cases;
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/timestamps/timestamp_cases.tsv"));
    if (!file.open(QIODevice::ReadOnly)) {
        return cases;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(QLatin1Char('\t'));
        if (cells.size() < 5) {
            continue;
        }
        Case one;
        one.id = cells[0];
        one.note = cells[4];
        one.text = cells[2];
        one.text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
        one.expected = cells[3];
        one.foreign = cells[4].startsWith(QStringLiteral("[foreign]"));
        if (!cells[1].isEmpty()) {
            one.duration = std::chrono::seconds(cells[1].toLongLong());
        }
        cases.append(one);
    }
    return cases;
}

QString secondsOf(MediaTime place)
{
    return QString::number(place.seconds(), 'g', 12);
}

QString describe(const std::vector<Timestamp> &found)
{
    QStringList parts;
    for (const Timestamp &one : found) {
        const QString end = one.end ? QLatin1Char('-') + secondsOf(*one.end) : QString();
        parts.append(secondsOf(one.start) + end);
    }
    return parts.join(QLatin1Char(','));
}

bool passes(const Case &one)
{
    const auto found = readTimestamps({one.text, {}, {}}, one.duration);
    const bool recordings = std::all_of(found.begin(), found.end(), [&](const Timestamp &t) {
        return (t.recording == Recording::Other) == one.foreign;
    });
    const QString described = describe(found);
    if (described == one.expected && recordings) {
        return true;
    }
    qInfo().noquote() << one.id << "found" << described << "expected" << one.expected
                      << (recordings ? "" : "(wrong recording)") << one.note;
    return false;
}

} // namespace

class TimestampCasesTest : public QObject
{
    Q_OBJECT

private slots:

    void passesTheTable()
    {
        const QList<Case> cases = readCases();
        QCOMPARE(cases.size(), 127);
        const auto passed = std::count_if(cases.begin(), cases.end(), passes);
        qInfo() << passed << "of" << cases.size() << "lines pass";
        QVERIFY(passed >= leastPassed);
    }
};

QTEST_GUILESS_MAIN(TimestampCasesTest)
#include "tst_timestampcases.moc"
