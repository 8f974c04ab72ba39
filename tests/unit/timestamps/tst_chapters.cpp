// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/chapters.h"

#include <QTest>

using namespace app::timestamps;

namespace {

Chapter chapter(qint64 startMs, const QString &title)
{
    Chapter one;
    one.start = MediaTime::fromMs(startMs);
    one.title = title;
    return one;
}

} // namespace

class ChaptersTest : public QObject
{
    Q_OBJECT

private slots:

    void sortsAndKeepsTies()
    {
        Chapters chapters{chapter(20, QStringLiteral("c")),
                          chapter(0, QStringLiteral("a")),
                          chapter(20, QStringLiteral("d")),
                          chapter(10, QStringLiteral("b"))};
        sortChapters(chapters);
        QString titles;
        for (const Chapter &one : chapters) {
            titles += one.title;
        }
        QCOMPARE(titles, QStringLiteral("abcd"));
    }

    void findsTheChapterOfAPlace()
    {
        const Chapters chapters{chapter(10, {}), chapter(20, {}), chapter(20, {})};
        const auto at = [&](qint64 ms) {
            return chapterAt(chapters, MediaTime::fromMs(ms));
        };
        QVERIFY(!at(9));
        QCOMPARE(*at(10), std::size_t(0));
        QCOMPARE(*at(19), std::size_t(0));
        QCOMPARE(*at(20), std::size_t(2));
        QCOMPARE(*at(9999), std::size_t(2));
        QVERIFY(!chapterAt({}, MediaTime::fromMs(5)));
    }
};

QTEST_GUILESS_MAIN(ChaptersTest)
#include "tst_chapters.moc"
