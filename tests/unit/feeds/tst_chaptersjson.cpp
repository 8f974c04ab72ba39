// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/chaptersjson.h"
#include "tests/support/resulttest.h"

#include <QTest>

using namespace app::feeds;
using app::timestamps::MediaTime;

class ChaptersJsonTest : public QObject
{
    Q_OBJECT

private slots:

    void readsAndSorts()
    {
        const auto chapters = readChaptersJson(
            "{\"version\":\"1.2.0\",\"chapters\":["
            "{\"startTime\":168.5,\"title\":\" Second\\n part "
            "\",\"img\":\"https://a.example/i.jpg\",\"url\":\"https://a.example\"},"
            "{\"startTime\":0,\"endTime\":168.5,\"title\":\"First\",\"toc\":false,\"value\":\"?\"},"
            "{\"startTime\":\"200\",\"endTime\":100},"
            "{\"title\":\"nowhere\"}, {\"startTime\":-4}, 7]}");
        VERIFY_RESULT(chapters);
        QCOMPARE(chapters->size(), 3u);
        QCOMPARE((*chapters)[0].title, QStringLiteral("First"));
        QCOMPARE((*chapters)[0].end, std::optional(MediaTime::fromMs(168'500)));
        QVERIFY(!(*chapters)[0].listed);
        QCOMPARE((*chapters)[1].title, QStringLiteral("Second part"));
        QVERIFY((*chapters)[1].hasImage);
        QCOMPARE((*chapters)[2].start, MediaTime::fromMs(200'000));
        QVERIFY(!(*chapters)[2].end);
    }

    void refusesWhatIsNone()
    {
        VERIFY_ERROR(readChaptersJson(""), Malformed);
        VERIFY_ERROR(readChaptersJson("<html>"), Malformed);
        VERIFY_ERROR(readChaptersJson("{\"chapters\":4}"), Malformed);
        VERIFY_ERROR(readChaptersJson(QByteArray(9 * 1024 * 1024, ' ')), TooLarge);
    }

    void survivesEveryCut()
    {
        const QByteArray whole =
            "{\"chapters\":[{\"startTime\":1,\"title\":\"é\"},{\"startTime\":2e9}]}";
        for (qsizetype size = 0; size < whole.size(); ++size) {
            VERIFY_ERROR(readChaptersJson(whole.left(size)), Malformed);
        }
        VERIFY_RESULT(readChaptersJson(whole));
    }
};

QTEST_GUILESS_MAIN(ChaptersJsonTest)
#include "tst_chaptersjson.moc"
