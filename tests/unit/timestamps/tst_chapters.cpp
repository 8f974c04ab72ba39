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

    void twoAccountsOfOneListComplete()
    {
        Chapters file{chapter(0, QStringLiteral("Hello")), chapter(60'000, {})};
        file[1].hasImage = true;
        Chapters feed{chapter(999, QStringLiteral("Hi")), chapter(59'001, QStringLiteral("Wall"))};
        feed[0].url = QStringLiteral("https://example.com/0");
        feed[0].image = QStringLiteral("https://example.com/0.png");
        feed[0].hasImage = true;
        feed[0].end = MediaTime::fromMs(59'001);
        feed[1].image = QStringLiteral("https://example.com/1.png");
        Chapters expected = file;
        expected[0].url = feed[0].url;
        expected[0].image = feed[0].image;
        expected[0].hasImage = true;
        expected[1].title = feed[1].title;
        QCOMPARE(mergeChapters(file, feed), expected);
    }

    void anotherListAddsNothing()
    {
        const Chapters preferred{chapter(0, {}), chapter(60'000, {})};
        const Chapters later{chapter(0, QStringLiteral("a")), chapter(61'000, QStringLiteral("b"))};
        QCOMPARE(mergeChapters(preferred, later), preferred);
        const Chapters sooner{chapter(0, QStringLiteral("a")),
                              chapter(59'000, QStringLiteral("b"))};
        QCOMPARE(mergeChapters(preferred, sooner), preferred);
        const Chapters longer{chapter(0, QStringLiteral("a")),
                              chapter(60'000, QStringLiteral("b")),
                              chapter(90'000, QStringLiteral("c"))};
        QCOMPARE(mergeChapters(preferred, longer), preferred);
        QCOMPARE(mergeChapters(preferred, {}), preferred);
        QCOMPARE(mergeChapters({}, longer), longer);
        QCOMPARE(mergeChapters({}, {}), Chapters());
    }

    void whatIsNotListedIsNotCounted()
    {
        Chapters preferred{chapter(0, {}), chapter(5'000, {}), chapter(60'000, {})};
        preferred[1].listed = false;
        Chapters other{chapter(0, QStringLiteral("a")),
                       chapter(60'000, QStringLiteral("b")),
                       chapter(80'000, QStringLiteral("secret"))};
        other[2].listed = false;
        const Chapters merged = mergeChapters(preferred, other);
        QCOMPARE(merged.size(), std::size_t(3));
        QCOMPARE(merged[0].title, QStringLiteral("a"));
        QCOMPARE(merged[1], preferred[1]);
        QCOMPARE(merged[2].title, QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(ChaptersTest)
#include "tst_chapters.moc"
