// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedreader.h"
#include "tests/support/resulttest.h"

#include <QFile>
#include <QTest>

using namespace app::feeds;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

QByteArray dataFile(const char *name)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/feeds/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray rss(const QByteArray &inside, const QByteArray &attributes = {})
{
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" " + attributes
           + "><channel><title>T</title>" + inside + "</channel></rss>";
}

Feed read(const QByteArray &document, const QString &url = {})
{
    return readFeed(document, url).value_or(Feed());
}

FeedEpisode firstEpisode(const QByteArray &inside, const QByteArray &attributes = {})
{
    const Feed feed = read(rss("<item>" + inside + "</item>", attributes));
    return feed.episodes.empty() ? FeedEpisode() : feed.episodes.front();
}

} // namespace

class RssReaderTest : public QObject
{
    Q_OBJECT

private slots:

    void readsTheExampleOfPodcasting20()
    {
        const auto feed = readFeed(dataFile("example.xml"));
        VERIFY_RESULT(feed);
        QCOMPARE(feed->title, QStringLiteral("Podcasting 2.0 Namespace Example"));
        QCOMPARE(feed->link, QStringLiteral("https://example.com/podcast"));
        QCOMPARE(feed->language, QStringLiteral("en-us"));
        QCOMPARE(feed->guid, QStringLiteral("y0ur-gu1d-g035-h3r3"));
        QCOMPARE(feed->type, QStringLiteral("episodic"));
        QCOMPARE(feed->author, QStringLiteral("john@example.com (John Doe)"));
        QCOMPARE(feed->funding.size(), std::size_t(1));
        QCOMPARE(feed->funding[0].text, QStringLiteral("Support the show!"));
        QCOMPARE(feed->episodes.size(), std::size_t(3));

        const FeedEpisode &episode = feed->episodes[0];
        QCOMPARE(episode.title, QStringLiteral("Episode 3 - The Future"));
        QCOMPARE(episode.guid, QStringLiteral("https://example.com/ep0003"));
        QCOMPARE(episode.published.toString(Qt::ISODate), QStringLiteral("2020-10-09T04:30:38Z"));
        QCOMPARE(episode.enclosureUrl, QStringLiteral("https://example.com/file-03.mp3"));
        QCOMPARE(episode.enclosureLengthBytes, std::optional<qint64>(43200000));
        QCOMPARE(episode.season, std::optional<int>(1));
        QCOMPARE(episode.episode, std::optional<double>(3));
        QCOMPARE(episode.image, QStringLiteral("https://example.com/ep0003/artMd.jpg"));
        QCOMPARE(episode.chaptersUrl, QStringLiteral("https://example.com/ep3_chapters.json"));
        QVERIFY(episode.description.startsWith(QStringLiteral("<p>A look into")));
        QVERIFY(!episode.isExplicit);

        QCOMPARE(episode.soundbites.size(), std::size_t(1));
        QCOMPARE(episode.soundbites[0].start, MediaTime::fromMs(33833));
        QCOMPARE(episode.soundbites[0].duration, Duration(60000));
        QCOMPARE(episode.transcripts.size(), std::size_t(2));
        QCOMPARE(episode.transcripts[0].language, QStringLiteral("en-us"));
        QCOMPARE(episode.transcripts[1].language, QStringLiteral("es"));
        QCOMPARE(episode.transcripts[1].rel, QStringLiteral("captions"));
        QCOMPARE(episode.persons.size(), std::size_t(3));
        QCOMPARE(episode.persons[0].role, QStringLiteral("host"));
        QCOMPARE(episode.persons[0].group, QStringLiteral("cast"));
        QCOMPARE(episode.persons[2].role, QStringLiteral("cover art designer"));
        QCOMPARE(episode.persons[2].group, QStringLiteral("visuals"));
    }

    void aWrapperOfTagsIsNoFeed()
    {
        const auto feed = readFeed(dataFile("podcast-example.xml"));
        VERIFY_ERROR(feed, Malformed);
        QVERIFY(feed.error().detail.contains(QStringLiteral("<test-wrapper>")));
    }

    void anyPrefixAndBothAddresses_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("tag");
        const QByteArray first = "https://podcastindex.org/namespace/1.0";
        const QByteArray second =
            "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md";
        QTest::newRow("usual") << QByteArray("xmlns:podcast=\"" + first + '"')
                               << QByteArray("podcast:person");
        QTest::newRow("odd") << QByteArray("xmlns:p=\"" + first + '"') << QByteArray("p:person");
        QTest::newRow("second") << QByteArray("xmlns:x=\"" + second + '"')
                                << QByteArray("x:person");
        QTest::newRow("undeclared") << QByteArray() << QByteArray("podcast:person");
        QTest::newRow("slash") << QByteArray("xmlns:p='http://PodcastIndex.org/namespace/1.0/'")
                               << QByteArray("p:person");
    }

    void anyPrefixAndBothAddresses()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, tag);
        const FeedEpisode episode =
            firstEpisode("<guid>g</guid><" + tag + " role='Guest'>Ann</" + tag + '>', attributes);
        QCOMPARE(episode.persons.size(), std::size_t(1));
        QCOMPARE(episode.persons[0].name, QStringLiteral("Ann"));
        QCOMPARE(episode.persons[0].role, QStringLiteral("guest"));
    }

    void aPrefixBoundElsewhereIsNotOurs()
    {
        const FeedEpisode episode =
            firstEpisode("<guid>g</guid><podcast:person>Ann</podcast:person>",
                         "xmlns:podcast='https://example.com/other'");
        QVERIFY(episode.persons.empty());
    }

    void aNamespaceDeclaredOnTheTagItself()
    {
        const FeedEpisode episode = firstEpisode(
            "<guid>g</guid><person xmlns='https://podcastindex.org/namespace/1.0'>Ann</person>"
            "<q:season xmlns:q='https://podcastindex.org/namespace/1.0'>4</q:season>");
        QCOMPARE(episode.persons.size(), std::size_t(1));
        QCOMPARE(episode.season, std::optional<int>(4));
    }

    void aDefaultNamespaceOnTheRootChangesNothing()
    {
        const FeedEpisode episode =
            firstEpisode("<guid>g</guid><title>x</title>", "xmlns='http://www.w3.org/2005/Atom'");
        QCOMPARE(episode.title, QStringLiteral("x"));
    }

    void showNotesInOrderOfWorth_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("expected");
        const QByteArray summary = "<itunes:summary>S</itunes:summary>";
        const QByteArray plain = "<description>D</description>";
        const QByteArray encoded =
            "<content:encoded><![CDATA[<p>E &amp; F</p>]]></content:encoded>";
        QTest::newRow("all") << QByteArray(plain + encoded + summary)
                             << QStringLiteral("<p>E &amp; F</p>");
        QTest::newRow("other order")
            << QByteArray(summary + encoded + plain) << QStringLiteral("<p>E &amp; F</p>");
        QTest::newRow("no encoded") << QByteArray(summary + plain) << QStringLiteral("D");
        QTest::newRow("summary only") << summary << QStringLiteral("S");
        QTest::newRow("blank encoded")
            << QByteArray("<content:encoded><![CDATA[ \n ]]></content:encoded>" + plain)
            << QStringLiteral("D");
        QTest::newRow("html without escaping")
            << QByteArray("<description><p>One</p> <p>two &amp; three</p></description>")
            << QStringLiteral("<p>One</p> <p>two &amp; three</p>");
        QTest::newRow("several sections")
            << QByteArray("<description><![CDATA[a]]><![CDATA[b]]> c</description>")
            << QStringLiteral("ab c");
    }

    void showNotesInOrderOfWorth()
    {
        QFETCH(QByteArray, inside);
        QFETCH(QString, expected);
        QCOMPARE(firstEpisode("<guid>g</guid>" + inside).description, expected);
    }

    void identityFallsBack()
    {
        const Feed feed =
            read(rss("<item><enclosure url='https://e.com/1.mp3'/><link>https://e.com/1"
                     "</link></item>"
                     "<item><link>https://e.com/2</link></item>"
                     "<item><title>Only a title</title></item>"
                     "<item><description>nothing</description></item>"));
        QCOMPARE(feed.episodes.size(), std::size_t(3));
        QCOMPARE(feed.episodes[0].guid, QStringLiteral("https://e.com/1.mp3"));
        QCOMPARE(feed.episodes[1].guid, QStringLiteral("https://e.com/2"));
        QCOMPARE(feed.episodes[2].guid, QStringLiteral("Only a title|"));
    }

    void theSameGuidTwice()
    {
        const Feed feed =
            read(rss("<item><guid>g</guid><enclosure url='https://e.com/1.mp3'/></item>"
                     "<item><guid>g</guid><enclosure url='https://e.com/2.mp3'/></item>"
                     "<item><guid>g</guid><enclosure url='https://e.com/1.mp3'/></item>"
                     "<item><guid>h</guid><link>https://e.com/h</link></item>"
                     "<item><guid>h</guid><link>https://e.com/h</link></item>"));
        QCOMPARE(feed.episodes.size(), std::size_t(3));
        QCOMPARE(feed.episodes[0].guid, QStringLiteral("g"));
        QCOMPARE(feed.episodes[1].guid, QStringLiteral("https://e.com/2.mp3"));
        QCOMPARE(feed.episodes[2].guid, QStringLiteral("h"));
    }

    void personsOfTheChannelUnlessTheItemHasItsOwn()
    {
        // The channel's persons may follow the items.
        const Feed feed = read(rss("<item><guid>a</guid></item>"
                                   "<item><guid>b</guid><podcast:person>Bo</podcast:person></item>"
                                   "<podcast:person>Ann</podcast:person>"
                                   "<podcast:person role='guest'>Cy</podcast:person>"));
        QCOMPARE(feed.persons.size(), std::size_t(2));
        QCOMPARE(feed.episodes[0].persons, feed.persons);
        QCOMPARE(feed.episodes[1].persons.size(), std::size_t(1));
        QCOMPARE(feed.episodes[1].persons[0].name, QStringLiteral("Bo"));
    }

    void chaptersInTheFeed()
    {
        const FeedEpisode episode = firstEpisode(
            "<guid>g</guid><psc:chapters version='1.2'>"
            "<psc:chapter start='7:48' title='Two &amp; a half' href='https://e.com/'/>"
            "<psc:chapter start='37' title='One' image='https://e.com/i.png'/>"
            "<psc:chapter start='01:35:52.250' title='Three'/>"
            "<psc:chapter start='never' title='No'/></psc:chapters>"
            "<psc:chapters><psc:chapter start='1' title='second list'/></psc:chapters>",
            "xmlns:psc='http://podlove.org/simple-chapters'");
        QCOMPARE(episode.chapters.size(), std::size_t(3));
        QCOMPARE(episode.chapters[0].start, MediaTime::fromMs(37000));
        QVERIFY(episode.chapters[0].hasImage);
        QCOMPARE(episode.chapters[1].title, QStringLiteral("Two & a half"));
        QCOMPARE(episode.chapters[1].url, QStringLiteral("https://e.com/"));
        QCOMPARE(episode.chapters[2].start, MediaTime::fromMs(5752250));
    }

    void otherTags()
    {
        const Feed feed =
            read(rss("<atom:link rel='self' href='https://e.com/f'/>"
                     "<atom:link rel='next' href='/f?page=2'/>"
                     "<itunes:new-feed-url>https://new.example/f</itunes:new-feed-url>"
                     "<itunes:type>Serial</itunes:type><image><url>c.png</url></image>"
                     "<item><guid isPermaLink='true'>https://e.com/page</guid>"
                     "<itunes:explicit>Yes</itunes:explicit><itunes:episodeType>Bonus</"
                     "itunes:episodeType>"
                     "<itunes:episode>12</itunes:episode><podcast:episode>13</podcast:episode>"
                     "<podcast:contentLink href='https://v.example/1'>Video</podcast:contentLink>"
                     "<podcast:soundbite startTime='1e400' duration='5'>x</podcast:soundbite>"
                     "<podcast:soundbite startTime='-1' duration='5'>x</podcast:soundbite>"
                     "<enclosure url='cover.jpg' type='image/jpeg'/>"
                     "<enclosure url='talk.mp3' type='audio/mpeg' length='-4'/></item>"
                     "<podcast:liveItem><guid>live</guid></podcast:liveItem>",
                     "xmlns:atom='http://www.w3.org/2005/Atom'"),
                 QStringLiteral("https://e.com/show/feed.xml"));
        QCOMPARE(feed.nextPage, QStringLiteral("https://e.com/f?page=2"));
        QCOMPARE(feed.newFeedUrl, QStringLiteral("https://new.example/f"));
        QCOMPARE(feed.type, QStringLiteral("serial"));
        QCOMPARE(feed.image, QStringLiteral("https://e.com/show/c.png"));
        QCOMPARE(feed.episodes.size(), std::size_t(1));
        const FeedEpisode &episode = feed.episodes[0];
        QCOMPARE(episode.link, QStringLiteral("https://e.com/page"));
        QVERIFY(episode.isExplicit);
        QCOMPARE(episode.episodeType, QStringLiteral("bonus"));
        QCOMPARE(episode.episode, std::optional<double>(12));
        QCOMPARE(episode.contentLinks.size(), std::size_t(1));
        QCOMPARE(episode.contentLinks[0].text, QStringLiteral("Video"));
        QVERIFY(episode.soundbites.empty());
        QCOMPARE(episode.enclosureUrl, QStringLiteral("https://e.com/show/talk.mp3"));
        QVERIFY(!episode.enclosureLengthBytes);
    }

    void soundWithoutEnclosure()
    {
        const FeedEpisode alternate = firstEpisode(
            "<guid>g</guid><podcast:alternateEnclosure type='audio/opus'>"
            "<podcast:source uri='ipfs://x'/><podcast:source uri='https://e.com/a.opus'/>"
            "</podcast:alternateEnclosure>");
        QCOMPARE(alternate.enclosureUrl, QStringLiteral("https://e.com/a.opus"));
        const FeedEpisode media = firstEpisode("<guid>g</guid><media:group><media:content "
                                               "url='https://e.com/m.mp3' type='audio/mpeg'/>"
                                               "</media:group>");
        QCOMPARE(media.enclosureUrl, QStringLiteral("https://e.com/m.mp3"));
    }

    void titlesEscapedTwice()
    {
        QCOMPARE(firstEpisode("<guid>g</guid><title><![CDATA[Tom &amp; Jerry&#8217;s &unknown; &]]>"
                              "</title>")
                     .title,
                 QStringLiteral("Tom & Jerry\u2019s &unknown; &"));
    }

    void noMoreEpisodesThanAllowed()
    {
        QByteArray items;
        for (int i = 0; i < 100; ++i)
            items += "<item><guid>" + QByteArray::number(i) + "</guid></item>";
        FeedLimits limits;
        limits.episodes = 10;
        const auto feed = readFeed(rss(items), {}, {}, limits);
        VERIFY_RESULT(feed);
        QCOMPARE(feed->episodes.size(), std::size_t(10));
        QCOMPARE(feed->episodes.back().guid, QStringLiteral("9"));
    }
};

QTEST_GUILESS_MAIN(RssReaderTest)
#include "tst_rssreader.moc"
