// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedreader.h"
#include "tests/support/resulttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace app::feeds;

namespace {

constexpr qint64 generousMs = 20'000; // a quadratic reader would need hours

QByteArray dataFile(const char *name)
{
    QFile file(QStringLiteral(EARMARK_TEST_DATA "/feeds/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray rss(const QByteArray &inside)
{
    return "<rss version=\"2.0\"><channel><title>T</title>" + inside + "</channel></rss>";
}

QString titleOf(const QByteArray &document, const QByteArray &charset = {})
{
    const auto feed = readFeed(document, {}, charset);
    return feed ? feed->title : feed.error().detail;
}

QByteArray declared(const char *encoding, const QByteArray &title)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"") + encoding + "\"?><rss><channel><title>"
           + title + "</title></channel></rss>";
}

} // namespace

class BrokenFeedsTest : public QObject
{
    Q_OBJECT

private slots:

    void keepsWhatCanBeKept()
    {
        const auto feed = readFeed(dataFile("broken.xml"));
        VERIFY_RESULT(feed);
        QCOMPARE(feed->title, QStringLiteral("Caf\u00E9 & Tea & Milk"));
        QCOMPARE(feed->description, QStringLiteral("Broken\u00A0on purpose &lol2;"));
        QCOMPARE(feed->episodes.size(), std::size_t(3));
        QCOMPARE(feed->episodes[0].title, QStringLiteral("AT&T explained <3"));
        QCOMPARE(feed->episodes[0].enclosureUrl,
                 QStringLiteral("https://example.com/1.mp3?a=1&b=2"));
        QCOMPARE(feed->episodes[0].enclosureType, QStringLiteral("audio/mpeg"));
        QVERIFY(feed->episodes[0].description.contains(QStringLiteral("<b>bold <br/>")));
        QCOMPARE(feed->episodes[1].title,
                 QStringLiteral("Emoji \U0001F600 and \U0001F600 and \u2013 and end"));
        QCOMPARE(feed->episodes[2].guid, QStringLiteral("three"));
        QCOMPARE(feed->episodes[2].duration, std::optional(app::timestamps::Duration(3723000)));
    }

    void cutAtEveryByteKeepsCompleteItems()
    {
        const QByteArray document = dataFile("example.xml");
        const Feed whole = *readFeed(document);
        QCOMPARE(whole.episodes.size(), std::size_t(3));
        std::size_t most = 0;
        for (qsizetype length = 0; length < document.size(); ++length) {
            const QByteArray cut = document.left(length);
            const auto feed = readFeed(cut);
            const std::size_t found = feed ? feed->episodes.size() : 0;
            QCOMPARE(found, static_cast<std::size_t>(cut.count("</item>")));
            for (std::size_t i = 0; i < found; ++i)
                QCOMPARE(feed->episodes[i], whole.episodes[i]);
            most = std::max(most, found);
        }
        QCOMPARE(most, std::size_t(3));
    }

    void brokenOneCutAtEveryByte()
    {
        const QByteArray document = dataFile("broken.xml");
        for (qsizetype length = 0; length < document.size(); ++length) {
            const auto feed = readFeed(document.left(length));
            if (feed)
                QVERIFY(feed->episodes.size() <= 3);
        }
    }

    void oneByteChangedAnywhere()
    {
        const QByteArray document = dataFile("broken.xml");
        for (const char byte : {'\0', '<', '>', '"', '&', '\xFF'}) {
            for (qsizetype at = 0; at < document.size(); ++at) {
                QByteArray changed = document;
                changed[at] = byte;
                const auto feed = readFeed(changed);
                QVERIFY(feed || !feed.error().detail.isEmpty());
            }
        }
    }

    void notAFeed_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QString malformed = QStringLiteral("Malformed");
        const QString unsupported = QStringLiteral("Unsupported");
        const QString page = QStringLiteral("web page, not a feed");
        QTest::newRow("nothing") << QByteArray() << malformed << QStringLiteral("empty");
        QTest::newRow("blank") << QByteArray(" \n\t ") << malformed << QStringLiteral("empty");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body><p>Hi</body></html>")
                              << malformed << page;
        QTest::newRow("html without type")
            << QByteArray("\n<HTML><head></head></HTML>") << malformed << page;
        QTest::newRow("xhtml") << QByteArray(
            "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html><body/></html>")
                               << malformed << page;
        QTest::newRow("piece of html")
            << QByteArray("<div><p>error</p></div>") << malformed << page;
        QTest::newRow("text") << QByteArray("404 not found") << malformed
                              << QStringLiteral("no XML");
        QTest::newRow("binary") << QByteArray("ID3\x04\0\0\0\0\0\xFF\xFB\x90", 12) << malformed
                                << QStringLiteral("no XML");
        QTest::newRow("json") << QByteArray("{\"error\": \"<p>\"}") << malformed
                              << QStringLiteral("JSON");
        QTest::newRow("json feed")
            << QByteArray("{\"version\": \"https://jsonfeed.org/version/1.1\"}") << unsupported
            << QStringLiteral("JSON Feed");
        QTest::newRow("rss 1.0") << QByteArray("<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://"
                                               "www.w3.org/1999/02/22-rdf-syntax-ns#'/>")
                                 << unsupported << QStringLiteral("RSS 1.0");
        QTest::newRow("opml") << QByteArray("<opml version='2.0'><body/></opml>") << malformed
                              << QStringLiteral("OPML");
        QTest::newRow("hollow") << QByteArray("<rss version='2.0'><channel></channel></rss>")
                                << malformed << QStringLiteral("neither title nor episodes");
        QTest::newRow("declaration only")
            << QByteArray("<?xml version='1.0'?>") << malformed << QStringLiteral("no element");
    }

    void notAFeed()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, code);
        QFETCH(QString, says);
        const auto feed = readFeed(document);
        QVERIFY(!feed);
        QCOMPARE(app::base::errorCodeName(feed.error().code), code);
        QVERIFY2(feed.error().detail.contains(says), qPrintable(feed.error().detail));
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QString>("title");
        const QString cafe = QStringLiteral("Caf\u00E9 \u2013");
        const QByteArray utf8 = cafe.toUtf8();
        const QByteArray windows = "Caf\xE9 \x96";
        QTest::newRow("utf-8") << declared("UTF-8", utf8) << QByteArray() << cafe;
        QTest::newRow("utf-8 with mark")
            << QByteArray("\xEF\xBB\xBF" + declared("UTF-8", utf8)) << QByteArray() << cafe;
        QTest::newRow("declared wrongly as latin-1")
            << declared("ISO-8859-1", utf8) << QByteArray() << cafe;
        QTest::newRow("declared wrongly as utf-8")
            << declared("utf-8", windows) << QByteArray() << cafe;
        QTest::newRow("declared wrongly as utf-16")
            << declared("UTF-16", utf8) << QByteArray() << cafe;
        QTest::newRow("windows-1252") << declared("windows-1252", windows) << QByteArray() << cafe;
        QTest::newRow("nonsense declared")
            << declared("x-nonsense", windows) << QByteArray() << cafe;
        QTest::newRow("server knows better")
            << declared("UTF-8", "\xCF\xF0\xE8\xE2\xE5\xF2") << QByteArray("windows-1251")
            << QStringLiteral("\u041F\u0440\u0438\u0432\u0435\u0442");
        QTest::newRow("cyrillic declared")
            << declared("windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2") << QByteArray("ISO-8859-1")
            << QStringLiteral("\u041F\u0440\u0438\u0432\u0435\u0442");
        QTest::newRow("japanese") << declared("Shift_JIS", "\x82\xB1\x82\xF1") << QByteArray()
                                  << QStringLiteral("\u3053\u3093");
        const QString text = QString::fromUtf8(declared("utf-16", utf8));
        for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            const char *name = QStringConverter::nameForEncoding(encoding);
            QByteArray plain = QStringEncoder(encoding).encode(text);
            QByteArray marked =
                QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(text);
            QTest::addRow("%s", name) << plain << QByteArray() << cafe;
            QTest::addRow("%s with mark", name) << marked << QByteArray() << cafe;
            QTest::addRow("%s cut", name)
                << marked.left(marked.size() - 31) << QByteArray() << cafe;
        }
        QTest::newRow("controls") << QByteArray("<rss><channel><title>a\x01\x0B"
                                                "b\0c</title></channel>"
                                                "</rss>",
                                                49)
                                  << QByteArray() << QStringLiteral("abc");
        QTest::newRow("half surrogate") << QByteArray("<rss><channel><title>a&#xD83D;b&#xFFFF;c"
                                                      "</title></channel></rss>")
                                        << QByteArray() << QStringLiteral("a\uFFFDbc");
    }

    void encodings()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, charset);
        QFETCH(QString, title);
        QCOMPARE(titleOf(document, charset), title);
    }

    void entityBombsAreInert_data()
    {
        QTest::addColumn<QByteArray>("document");
        QByteArray laughs = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol0 'lol'>";
        for (int i = 1; i < 30; ++i) {
            const QByteArray inner = "&lol" + QByteArray::number(i - 1) + ';';
            laughs += "<!ENTITY lol" + QByteArray::number(i) + " '" + inner.repeated(10) + "'>";
        }
        QTest::newRow("billion laughs")
            << QByteArray(laughs + "]>" + rss("<item><guid>g</guid><title>&lol29;</title></item>"));
        QTest::newRow("quadratic")
            << QByteArray("<!DOCTYPE rss [<!ENTITY a '" + QByteArray(100'000, 'a') + "'>]>"
                          + rss("<item><guid>g</guid><description>"
                                + QByteArray("&a;").repeated(100'000) + "</description></item>"));
        QTest::newRow("external") << QByteArray(
            "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>"
            "]>"
            + rss("<item><guid>g</guid><title>&x;</title></item>"));
    }

    void entityBombsAreInert()
    {
        QFETCH(QByteArray, document);
        QElapsedTimer timer;
        timer.start();
        const auto feed = readFeed(document);
        VERIFY_RESULT(feed);
        QCOMPARE(feed->episodes.size(), std::size_t(1));
        QVERIFY(feed->episodes[0].title.size() < 100);
        QVERIFY(feed->episodes[0].description.size() < document.size());
        QVERIFY(timer.elapsed() < generousMs);
    }

    void hostileShapes_data()
    {
        QTest::addColumn<QByteArray>("inside");
        constexpr int many = 100'000;
        const auto row = [](const char *name, const QByteArray &inside) {
            QTest::newRow(name) << inside;
        };
        row("deep", QByteArray("<a>").repeated(many) + QByteArray("</a>").repeated(many));
        row("deep and unclosed", QByteArray("<a>").repeated(many));
        row("deep in an item",
            "<item><guid>g</guid><description>" + QByteArray("<a>").repeated(many)
                + QByteArray("</a>").repeated(many) + "</description></item>");
        row("nested channels", QByteArray("<channel>").repeated(many));
        row("nested items", QByteArray("<item>").repeated(many));
        row("nested groups", "<item>" + QByteArray("<media:group>").repeated(many));
        row("comments", QByteArray("<!--").repeated(many));
        row("sections", QByteArray("<![CDATA[").repeated(many));
        row("instructions", QByteArray("<?x ").repeated(many));
        row("doctypes", QByteArray("<!DOCTYPE a [").repeated(many));
        row("doctypes with quotes", QByteArray("<!D [\"'>").repeated(many));
        row("openings", QByteArray("<").repeated(many));
        row("ampersands", QByteArray("&").repeated(many));
        row("references", QByteArray("&#").repeated(many));
        row("end tags", QByteArray("</a>").repeated(many));
        row("quotes", "<a " + QByteArray("b=\"'").repeated(many));
        row("attributes", "<a " + QByteArray("b=1 ").repeated(many) + '>');
        QByteArray prefixes = "<item ";
        QByteArray names;
        for (int i = 0; i < 20'000; ++i) {
            prefixes += "xmlns:p" + QByteArray::number(i) + "='x' ";
            names += "<p" + QByteArray::number(i) + ":a/>";
        }
        row("prefixes", prefixes + '>' + names + "</item>");
        row("persons for all",
            QByteArray("<item><link>x</link></item>").repeated(1000)
                + QByteArray("<podcast:person>P</podcast:person>").repeated(20'000));
    }

    void hostileShapes()
    {
        QFETCH(QByteArray, inside);
        QElapsedTimer timer;
        timer.start();
        const auto feed = readFeed(rss(inside));
        VERIFY_RESULT(feed);
        QCOMPARE(feed->title, QStringLiteral("T"));
        QVERIFY2(timer.elapsed() < generousMs, qPrintable(QString::number(timer.elapsed())));
    }

    void tooLarge()
    {
        const QByteArray huge(100 * 1024 * 1024, ' ');
        VERIFY_ERROR(readFeed(huge), TooLarge);
        FeedLimits limits;
        limits.documentBytes = 10;
        VERIFY_ERROR(readFeed(rss({}), {}, {}, limits), TooLarge);
    }

    void tooManyTags()
    {
        VERIFY_ERROR(readFeed(rss(QByteArray("<a/>").repeated(6'100'000))), TooLarge);
    }

    void trailingJunkAndSecondDocument()
    {
        const QByteArray good = rss("<item><guid>g</guid></item>");
        QCOMPARE(readFeed(good + "<script>x</b>" + QByteArray(5, '\0'))->episodes.size(),
                 std::size_t(1));
        QCOMPARE(readFeed(good + good)->episodes.size(), std::size_t(1));
    }

    void aMissingRssElement()
    {
        const auto feed =
            readFeed("<channel><title>T</title><item><guid>g</guid></item></channel>");
        VERIFY_RESULT(feed);
        QCOMPARE(feed->episodes.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(BrokenFeedsTest)
#include "tst_brokenfeeds.moc"
