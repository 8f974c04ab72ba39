// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "tests/support/resulttest.h"
#include "tests/unit/exports/samplenotes.h"

#include <QTest>

using namespace app;
using exports::DeepLink;
using exports::deepLink;
using exports::isAbout;
using exports::parseDeepLink;
using notes::Note;
using timestamps::MediaTime;

namespace {

const QString noteId = QStringLiteral("0192f3a1-0000-7000-8000-000000000001");

} // namespace

class DeepLinkTest : public QObject
{
    Q_OBJECT

private slots:

    void whatIsWrittenIsRead()
    {
        const QStringList guids = {QStringLiteral("ep 12/ä"),
                                   QStringLiteral("https://a.example/?p=1&t=9#x+%20"),
                                   QStringLiteral("😀\\\"'"),
                                   QStringLiteral("../.."),
                                   QStringLiteral("%2F")};
        for (const QString &guid : guids) {
            Note note = tests::sampleNote(1, 270'500);
            note.episodeRef.episodeGuid = guid;
            note.end = MediaTime::fromMs(285'000);
            for (const bool hasGuid : {true, false}) {
                if (!hasGuid)
                    note.episodeRef.podcastGuid.clear();
                const auto link = parseDeepLink(deepLink(note));
                VERIFY_RESULT(link);
                QCOMPARE(link->itemGuid, guid);
                QCOMPARE(link->start, std::optional(note.start));
                QCOMPARE(link->end, note.end);
                QCOMPARE(link->note, note.id);
                QVERIFY(isAbout(*link, note.episodeRef));
                const auto fromUrl = parseDeepLink(QUrl(deepLink(note)));
                VERIFY_RESULT(fromUrl);
                QCOMPARE(*fromUrl, *link);
                const auto place = parseDeepLink(deepLink(note.episodeRef, note.start));
                VERIFY_RESULT(place);
                QVERIFY(isAbout(*place, note.episodeRef) && !place->note.isValid());
            }
        }
    }

    void everyMillisecondIsRead()
    {
        for (qint64 ms = 0; ms < 2000; ++ms) {
            const Note note = tests::sampleNote(1, 3'599'000 + ms);
            const auto link = parseDeepLink(deepLink(note));
            VERIFY_RESULT(link);
            QCOMPARE(link->start, std::optional(note.start));
        }
    }

    void aFeedCanBeNamedByItsAddress()
    {
        const notes::EpisodeRef episode = tests::sampleEpisode();
        const QString rest = QStringLiteral("?feed=https%3A%2F%2Fexample.com%2Ffeed.xml"
                                            "&guid=ep%2012%2F%C3%A4&t=1,2.25&later=x");
        for (const QString &start : {QStringLiteral("earmark:episode"),
                                     QStringLiteral("earmark://episode"),
                                     QStringLiteral("EARMARK://Episode/")}) {
            const auto link = parseDeepLink(QString(start + rest));
            VERIFY_RESULT(link);
            QCOMPARE(link->feedUrl, episode.feedUrl);
            QCOMPARE(link->end, std::optional(MediaTime::fromMs(2250)));
            QVERIFY(isAbout(*link, episode));
            notes::EpisodeRef other = episode;
            other.feedUrl += u'x';
            QVERIFY(!isAbout(*link, other));
        }
    }

    void aNoteAloneIsEnough()
    {
        const auto link = parseDeepLink(QString(u"earmark://note/" + noteId + u"?t=4"));
        VERIFY_RESULT(link);
        QCOMPARE(link->note.text(), noteId);
        QVERIFY(!isAbout(*link, notes::EpisodeRef()));
    }

    void hostileLinksAreRefused_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *link, const char *why) {
            QTest::newRow(link) << QString::fromUtf8(link) << QString::fromUtf8(why);
        };
        row("", "not an earmark");
        row("https://example.com/", "not an earmark");
        row("javascript:alert(1)", "not an earmark");
        row("earmark:", "neither");
        row("earmark://", "neither");
        row("earmark:///etc/passwd", "neither");
        row("earmark://run/x", "neither");
        row("earmark://user@episode/a/b", "neither");
        row("earmark://episode:80/a/b", "neither");
        row("earmark://episode", "names no podcast");
        row("earmark://episode/", "names no podcast");
        row("earmark://episode/a", "names no episode");
        row("earmark://episode/a/", "names no episode");
        row("earmark://episode//b", "names no podcast");
        row("earmark://episode/a/b?t=", "time");
        row("earmark://episode/a/b?t=-1", "time");
        row("earmark://episode/a/b?t=1e9", "time");
        row("earmark://episode/a/b?t=nan", "time");
        row("earmark://episode/a/b?t=9999999999", "time");
        row("earmark://episode/a/b?t=1.2345", "time");
        row("earmark://episode/a/b?t=1.", "time");
        row("earmark://episode/a/b?t=1,2,3", "time");
        row("earmark://episode/a/b?t=4:30", "time");
        row("earmark://episode/a/b?t=\u0661", "characters");
        row("earmark://episode/a/b?t=2,1", "end");
        row("earmark://episode/a/b?t=1,", "end");
        row("earmark://episode/a/b?t=1&t=2", "twice");
        row("earmark://episode/a/b?guid=c", "twice");
        row("earmark://episode/a/b?h=../../x", "note");
        row("earmark://episode/a/b?h=", "note");
        row("earmark://episode/a/%zz", "percent");
        row("earmark://episode/a/b%", "percent");
        row("earmark://episode/a/%ff", "no text");
        row("earmark://episode/a/%C0%AF", "no text");
        row("earmark://episode/a/%00b", "control");
        row("earmark://episode/a%0d%0a/b", "control");
        row("earmark://episode/a/b c", "characters");
        row("earmark://episode/a/b\n", "characters");
        row("earmark://episode/a/b#x", "characters");
        row("earmark://episode/a\\b", "characters");
        row("earmark:episode?guid=a", "names no podcast");
        row("earmark:episode?feed=https%3A%2F%2Fa.example%2F", "names no episode");
        row("earmark:episode?feed=file%3A%2F%2F%2Fetc%2Fpasswd&guid=a", "web address");
        row("earmark:episode?feed=javascript%3Aalert(1)&guid=a", "web address");
        row("earmark://note/", "note");
        row("earmark://note/x/y", "note");
        row("earmark://note/0192f3a1-0000-7000-8000-000000000001"
            "?h=0192f3a1-0000-7000-8000-000000000002",
            "two notes");
    }

    void hostileLinksAreRefused()
    {
        QFETCH(QString, link);
        QFETCH(QString, why);
        const auto read = parseDeepLink(link);
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
        QVERIFY(read.error().detail.size() < 200);
    }

    void longLinksAreRefused()
    {
        VERIFY_ERROR(parseDeepLink(QString(u"earmark://episode/a/" + QString(8192, u'b'))),
                     TooLarge);
        VERIFY_ERROR(parseDeepLink(QUrl()), Malformed);
    }
};

QTEST_GUILESS_MAIN(DeepLinkTest)
#include "tst_deeplink.moc"
