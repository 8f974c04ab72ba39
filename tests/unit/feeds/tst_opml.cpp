// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/opml.h"
#include "tests/support/resulttest.h"

#include <QTest>
#include <QTimeZone>

using namespace app::feeds;

namespace {

QByteArray opml(const QByteArray &body)
{
    return "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>T</title></head><body>" + body
           + "</body></opml>";
}

} // namespace

class OpmlTest : public QObject
{
    Q_OBJECT

private slots:

    void readsFoldersAndVariants()
    {
        const auto list = readOpml(
            opml("<outline text='News &amp; more'><outline text='Daily'>"
                 "<outline type='rss' text='One' xmlUrl='https://e.com/1' htmlUrl='https://e.com'/>"
                 "</outline><outline title='Two' XMLURL='http://e.com/2'/></outline>"
                 "<outline text='Three' url=' https://e.com/3 '/>"
                 "<outline text='Again' xmlUrl='https://e.com/1'/>"
                 "<outline text='Local' xmlUrl='file:///etc/passwd'/>"
                 "<outline text='Script' xmlUrl='javascript:x'/>"));
        VERIFY_RESULT(list);
        QCOMPARE(list->size(), std::size_t(3));
        const QString news = QStringLiteral("News & more");
        QCOMPARE((*list)[0],
                 (Outline{QStringLiteral("One"),
                          QStringLiteral("https://e.com/1"),
                          QStringLiteral("https://e.com"),
                          {news, QStringLiteral("Daily")}}));
        QCOMPARE((*list)[1].title, QStringLiteral("Two"));
        QCOMPARE((*list)[1].folders, QStringList{news});
        QCOMPARE((*list)[2].feedUrl, QStringLiteral("https://e.com/3"));
        QVERIFY((*list)[2].folders.isEmpty());
    }

    void writtenOnesAreReadBack()
    {
        const std::vector<Outline> outlines{
            {QStringLiteral("A \"quoted\" <title> & more\nline \u00E9 \U0001F600"),
             QStringLiteral("https://e.com/f?a=1&b=2"),
             QStringLiteral("https://e.com/"),
             {}},
            {QString(), QStringLiteral("http://e.com/2"), QString(), {QStringLiteral("dropped")}}};
        const QDateTime created(QDate(2020, 10, 9), QTime(4, 30, 38), Qt::UTC);
        const QByteArray written = writeOpml(outlines, QStringLiteral("My <list>"), created);
        QCOMPARE(written, writeOpml(outlines, QStringLiteral("My <list>"), created));
        QVERIFY(written.contains("<dateCreated>Fri, 09 Oct 2020 04:30:38 GMT</dateCreated>"));
        QVERIFY(written.contains("<title>My &lt;list&gt;</title>"));
        const auto list = readOpml(written);
        VERIFY_RESULT(list);
        QCOMPARE(list->size(), std::size_t(2));
        QCOMPARE((*list)[0].title,
                 QStringLiteral("A \"quoted\" <title> & more line \u00E9 \U0001F600"));
        QCOMPARE((*list)[0].feedUrl, outlines[0].feedUrl);
        QCOMPARE((*list)[0].link, outlines[0].link);
        QCOMPARE((*list)[1].title, QStringLiteral("http://e.com/2"));
    }

    void refusesOtherThings()
    {
        VERIFY_ERROR(readOpml({}), Malformed);
        VERIFY_ERROR(readOpml("hello"), Malformed);
        VERIFY_ERROR(readOpml("<rss><channel/></rss>"), Malformed);
        const auto page = readOpml("<!DOCTYPE html><html></html>");
        VERIFY_ERROR(page, Malformed);
        QVERIFY(page.error().detail.contains(QStringLiteral("OPML")));
        VERIFY_ERROR(readOpml(QByteArray(17 * 1024 * 1024, ' ')), TooLarge);
    }

    void cutAtEveryByteKeepsCompleteOutlines()
    {
        QByteArray body;
        for (int i = 0; i < 10; ++i) {
            const QByteArray number = QByteArray::number(i);
            body += "<outline text='" + number + "' xmlUrl='https://e.com/" + number + "'/>\n";
        }
        const QByteArray document = opml("<outline text='f'>" + body + "</outline>");
        for (qsizetype length = 0; length <= document.size(); ++length) {
            const QByteArray cut = document.left(length);
            const auto list = readOpml(cut);
            const std::size_t found = list ? list->size() : 0;
            QCOMPARE(found, static_cast<std::size_t>(cut.count("/>")));
        }
    }

    void deepNestingAndManyFolders()
    {
        const QByteArray open = "<outline text='f'>";
        const QByteArray feed = "<outline text='x' xmlUrl='https://e.com/x'/>";
        const auto list = readOpml(opml(open.repeated(100'000) + feed));
        VERIFY_RESULT(list);
        QCOMPARE(list->size(), std::size_t(1));
        QVERIFY(list->front().folders.size() <= 16);
    }

    void bareAmpersandAndEntities()
    {
        const auto list =
            readOpml(opml("<outline text='Caf&eacute; & Bar' xmlUrl='https://e.com/?a&b'>"));
        VERIFY_RESULT(list);
        QCOMPARE(list->size(), std::size_t(1));
        QCOMPARE(list->front().title, QStringLiteral("Caf\u00E9 & Bar"));
        QCOMPARE(list->front().feedUrl, QStringLiteral("https://e.com/?a&b"));
    }
};

QTEST_GUILESS_MAIN(OpmlTest)
#include "tst_opml.moc"
