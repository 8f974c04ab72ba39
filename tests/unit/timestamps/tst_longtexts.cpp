// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a megabyte that would take hours if anything about them were quadratic.
#include "app/timestamps/timestampreader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace app::timestamps;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype megabyte = 1'000'000;

QString filled(const QString &unit)
{
    return unit.repeated(megabyte / unit.size() + 1).first(megabyte);
}

/// Lines such as people write, each with a time.
QString showNotes()
{
    QString text;
    for (int i = 0; text.size() < megabyte; ++i) {
        text += QStringLiteral("%1:%2 A topic that was spoken about at some length\n")
                    .arg(i % 180)
                    .arg(i % 60, 2, 10, QLatin1Char('0'));
    }
    return text;
}

} // namespace

class LongTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void finish_data();
    void finish();

    void manyLinksFinish()
    {
        AnnotatedText text{filled(QStringLiteral("4:30 x ")), {}, {}};
        for (qsizetype i = 0; i + 4 < megabyte; i += 7) {
            text.links.push_back({{i, 4}, QStringLiteral("https://a.example/?t=270")});
            text.opaque.push_back({i, i % 3});
        }
        QVERIFY(!readTimestamps(text, 7200s).empty());
    }
};

void LongTextsTest::finish_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("show notes") << showNotes();
    QTest::newRow("prose") << filled(QStringLiteral("Nothing but words in long sentences here. "));
    QTest::newRow("digits and colons") << filled(QStringLiteral("1:2:34:5"));
    QTest::newRow("one line of times") << filled(QStringLiteral("12:34 talk "));
    QTest::newRow("a time in each line") << filled(QStringLiteral("1:30\n"));
    QTest::newRow("brackets") << QString(megabyte - 5, u'(') + QStringLiteral("1:30)");
    QTest::newRow("ranges") << filled(QStringLiteral("1:30-2:30 "));
    QTest::newRow("chain") << filled(QStringLiteral("1:30, "));
    QTest::newRow("glued") << filled(QStringLiteral("1:30"));
    QTest::newRow("units") << filled(QStringLiteral("1h2m3s "));
    QTest::newRow("blank lines") << QStringLiteral("1:30") + QString(megabyte, u'\n')
                                        + QStringLiteral("1:30");
    QTest::newRow("headings") << filled(QStringLiteral("Timestamps\n1:30 a\n"));
    QTest::newRow("one long word") << filled(QStringLiteral("zeitmarke"));
    QTest::newRow("ideographs") << filled(QStringLiteral("第12:35处聊到"));
    QTest::newRow("points") << filled(QStringLiteral("12.25."));
    QTest::newRow("alternating places") << filled(QStringLiteral("1:30 a\na 1:30\n(1:30)\n"));
}

void LongTextsTest::finish()
{
    QFETCH(QString, text);
    QElapsedTimer timer;
    timer.start();
    const auto found = readTimestamps({text, {}, {}}, 10800s);
    qInfo() << "1 MB," << found.size() << "places," << timer.elapsed() << "ms";
}

QTEST_GUILESS_MAIN(LongTextsTest)
#include "tst_longtexts.moc"
