// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedreader.h"
#include "tests/support/resulttest.h"

#include <QFile>
#include <QTest>

using namespace app::feeds;

namespace {

QByteArray dataFile(const char *name)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/feeds/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class AtomReaderTest : public QObject
{
    Q_OBJECT

    const QByteArray document = dataFile("atom.xml");

private slots:

    void readsAFeed()
    {
        const auto feed = readFeed(document, QStringLiteral("https://elsewhere.example/"));
        VERIFY_RESULT(feed);
        QCOMPARE(feed->title, QStringLiteral("A good show & more"));
        QCOMPARE(feed->description, QStringLiteral("About things"));
        QCOMPARE(feed->link, QStringLiteral("https://example.org/show/index.html"));
        QCOMPARE(feed->nextPage, QStringLiteral("https://example.org/show/feed?page=2"));
        QCOMPARE(feed->author, QStringLiteral("Ann Author"));
        QCOMPARE(feed->image, QStringLiteral("https://example.org/show/logo.png"));
        QCOMPARE(feed->language, QStringLiteral("de"));
        QCOMPARE(feed->episodes.size(), std::size_t(2));
    }

    void readsAnEntry()
    {
        const auto feed = readFeed(document);
        VERIFY_RESULT(feed);
        const FeedEpisode &entry = feed->episodes[0];
        QCOMPARE(entry.guid, QStringLiteral("tag:example.org,2020:1"));
        QCOMPARE(entry.title, QStringLiteral("First entry"));
        QCOMPARE(entry.link, QStringLiteral("https://example.org/show/1.html"));
        QCOMPARE(entry.enclosureUrl, QStringLiteral("https://cdn.example.org/1.mp3"));
        QCOMPARE(entry.enclosureLengthBytes, std::optional<qint64>(1234));
        QCOMPARE(entry.published.toString(Qt::ISODate), QStringLiteral("2020-10-09T02:30:38Z"));
        QVERIFY(
            entry.description.contains(QStringLiteral("<p>Long <b>a</b> <i>b</i> &lt;x&gt;</p>")));
        QCOMPARE(entry.persons.size(), std::size_t(1));
        QCOMPARE(entry.transcripts[0].url, QStringLiteral("https://example.org/show/t.vtt"));
        QCOMPARE(entry.transcripts[0].language, QStringLiteral("de"));
    }

    void fallsBackToSummaryAndUpdated()
    {
        const auto feed = readFeed(document);
        VERIFY_RESULT(feed);
        QCOMPARE(feed->episodes[1].description, QStringLiteral("<p>only summary</p>"));
        QCOMPARE(feed->episodes[1].published.toString(Qt::ISODate),
                 QStringLiteral("2021-01-01T00:00:00Z"));
    }

    void anyPrefixForAtomItself()
    {
        const auto feed =
            readFeed("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title>"
                     "<a:entry><a:id>1</a:id></a:entry></a:feed>");
        VERIFY_RESULT(feed);
        QCOMPARE(feed->title, QStringLiteral("T"));
        QCOMPARE(feed->episodes.size(), std::size_t(1));
    }

    void cutAtEveryByteKeepsCompleteEntries()
    {
        const qsizetype firstEnd = document.indexOf("</entry>") + 8;
        const FeedEpisode whole = readFeed(document)->episodes[0];
        for (qsizetype length = 0; length < document.size(); ++length) {
            const auto feed = readFeed(document.left(length));
            const std::size_t episodes = feed ? feed->episodes.size() : 0;
            if (length < firstEnd)
                QCOMPARE(episodes, std::size_t(0));
            else
                QVERIFY(episodes >= 1 && feed->episodes[0] == whole);
        }
    }
};

QTEST_GUILESS_MAIN(AtomReaderTest)
#include "tst_atomreader.moc"
