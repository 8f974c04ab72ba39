// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/chaptersjson.h"
#include "app/feeds/feedreader.h"
#include "app/feeds/podlovechapters.h"
#include "tests/support/resulttest.h"

#include <QTest>

using namespace app::feeds;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;

namespace {

Chapters made()
{
    Chapters chapters(3);
    chapters[0].title = QStringLiteral("One & <two> \"three\"");
    chapters[1].start = MediaTime::fromMs(3'723'250);
    chapters[1].end = MediaTime::fromMs(3'800'000);
    chapters[1].title = QStringLiteral("Zwei: ä 二");
    chapters[1].url = QStringLiteral("https://example.org/?a=1&b=2");
    chapters[1].image = QStringLiteral("https://example.org/two.jpg");
    chapters[1].hasImage = true;
    chapters[2].start = MediaTime::fromMs(3'750'001);
    chapters[2].listed = false;
    return chapters;
}

} // namespace

class TestChapterExports final : public QObject
{
    Q_OBJECT

private slots:

    void jsonReadsBack()
    {
        const QByteArray json = writeChaptersJson(made(), QStringLiteral("Time"));
        const auto read = readChaptersJson(json);
        VERIFY_RESULT(read);
        QCOMPARE(*read, made());
        QVERIFY(json.contains("\"version\": \"1.2.0\""));
        QCOMPARE(writeChaptersJson(*read, QStringLiteral("Time")), json);
    }

    void podloveReadsBackInAFeed()
    {
        QByteArray xml = writePodloveChapters(made());
        QVERIFY(xml.contains("start=\"01:02:03.250\""));
        xml = xml.mid(xml.indexOf("?>") + 2);
        const auto feed =
            readFeed("<rss version=\"2.0\"><channel><title>t</title><item><guid>g</guid>"
                     "<title>e</title>"
                     + xml + "</item></channel></rss>");
        VERIFY_RESULT(feed);
        Chapters listed = made();
        listed.pop_back();
        listed[1].end.reset(); // cannot be said there
        QCOMPARE(feed->episodes.at(0).chapters, listed);
    }

    void controlCharactersAreLeftOut()
    {
        Chapters chapters(1);
        chapters[0].title = QStringLiteral("a\u0001b");
        QVERIFY(writePodloveChapters(chapters).contains("title=\"ab\""));
    }
};

QTEST_APPLESS_MAIN(TestChapterExports)
#include "tst_chapterexports.moc"
