// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using tests::CliProgram;
using tests::CliRun;
using tests::isDate;
using tests::isSeconds;

namespace {

QString data(const char *name)
{
    return QStringLiteral(EARMARK_TEST_DATA "/") + QString::fromLatin1(name);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The commands that need no library: timestamps, transcript, feed.
class TextsTest : public QObject
{
    Q_OBJECT

private slots:

    void timestampsOfAPlainText()
    {
        const QByteArray text =
            "🌊 Hear the tides (4:30) and 1:02:03.5\nferry at 10:40 in the morning";
        const CliRun run = m_cli.json({QStringLiteral("timestamps")}, text);
        VERIFY_JSON(run);
        const QJsonArray places = run.array();
        QCOMPARE(places.size(), 2);
        for (const QJsonValue &place : places) {
            VERIFY_KEYS(place, "start end text offset length recording certainty");
            QVERIFY(isSeconds(place[QStringLiteral("start")]));
            QVERIFY(place[QStringLiteral("end")].isNull());
            QCOMPARE(place[QStringLiteral("recording")].toString(), QStringLiteral("this"));
            QVERIFY(QStringList({QStringLiteral("sure"), QStringLiteral("unsure")})
                        .contains(place[QStringLiteral("certainty")].toString()));
        }
        QCOMPARE(places[0][QStringLiteral("start")].toDouble(), 270.0);
        QCOMPARE(places[0][QStringLiteral("certainty")].toString(), QStringLiteral("sure"));
        QCOMPARE(places[1][QStringLiteral("start")].toDouble(), 3723.5);
        // Code points, not UTF-16 units: the wave is one.
        const QString whole = QString::fromUtf8(text);
        const QList<uint> points = whole.toUcs4();
        for (const QJsonValue &place : places) {
            const int offset = place[QStringLiteral("offset")].toInt(-1);
            const int length = place[QStringLiteral("length")].toInt(-1);
            QString cut;
            for (const uint point : points.mid(offset, length)) {
                cut += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
            }
            QCOMPARE(cut, place[QStringLiteral("text")].toString());
        }
    }

    void timestampsOfHtmlWithRangesAndOtherRecordings()
    {
        const QString notes = QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/notes-1.html");
        const CliRun run = m_cli.json({QStringLiteral("timestamps"),
                                       QStringLiteral("--html"),
                                       QStringLiteral("--duration"),
                                       QStringLiteral("6:45"),
                                       notes});
        VERIFY_JSON(run);
        const QJsonArray places = run.array();
        QVERIFY(!places.isEmpty());
        QCOMPARE(places[0][QStringLiteral("start")].toDouble(), 270.0);
        QCOMPARE(places[1][QStringLiteral("start")].toDouble(), 135.0);
        QCOMPARE(places[1][QStringLiteral("end")].toDouble(), 185.0);
        int others = 0;
        int offset = -1;
        for (const QJsonValue &place : places) {
            others += place[QStringLiteral("recording")].toString() == QLatin1String("other");
            QVERIFY(place[QStringLiteral("offset")].toInt() > offset);
            offset = place[QStringLiteral("offset")].toInt();
        }
        QCOMPARE(others, 4);
    }

    void timestampsOfNothing()
    {
        for (const char *source : {"-", ""}) {
            QStringList line{QStringLiteral("timestamps")};
            if (*source) {
                line += QString::fromLatin1(source);
            }
            const CliRun run = m_cli.json(line, {});
            VERIFY_JSON(run);
            QCOMPARE(run.array(), QJsonArray());
        }
        VERIFY_PROBLEM(m_cli.json({QStringLiteral("timestamps"), data("missing.txt")}), 1);
        VERIFY_PROBLEM(m_cli.json({QStringLiteral("timestamps"), data("")}), 1);
    }

    void standardInputIsReadToItsEnd()
    {
        const CliRun run =
            m_cli.json({QStringLiteral("timestamps")},
                       QByteArray("words and words\n").repeated(100'000) + "at the end (4:30)");
        VERIFY_JSON(run);
        QCOMPARE(run.array().size(), 1);
        QCOMPARE(run.array()[0][QStringLiteral("offset")].toInt(), 1'600'012);
    }

    void transcriptsInEveryForm_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("type");
        for (const char *suffix : {"vtt", "srt", "json", "html"}) {
            const QString path =
                data("transcripts/transcripts-example.") + QString::fromLatin1(suffix);
            QTest::newRow(suffix) << path << QString();
            QTest::addRow("%s, wrongly called text", suffix)
                << path << QStringLiteral("text/plain");
        }
    }

    void transcriptsInEveryForm()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, type);
        QStringList line{QStringLiteral("transcript"), path};
        if (!type.isEmpty()) {
            line += {QStringLiteral("--type"), type};
        }
        const CliRun run = m_cli.json(line);
        VERIFY_JSON(run);
        const QJsonObject value = run.object();
        VERIFY_KEYS(value, "language segments");
        const QJsonArray segments = value[QStringLiteral("segments")].toArray();
        QVERIFY(!segments.isEmpty());
        for (const QJsonValue &segment : segments) {
            VERIFY_KEYS(segment, "startTime endTime speaker body words");
            QVERIFY(isSeconds(segment[QStringLiteral("startTime")]));
            const QJsonValue end = segment[QStringLiteral("endTime")];
            // The HTML form knows no ends.
            QVERIFY(isSeconds(end) || (end.isNull() && path.endsWith(QLatin1String("html"))));
            QVERIFY(!segment[QStringLiteral("body")].toString().isEmpty());
        }
        // Without --json the same comes out, and goes back in through every other form.
        const CliRun plain = m_cli.run(line);
        QCOMPARE(QJsonDocument::fromJson(plain.out).object(), value);
        for (const char *form : {"vtt", "srt"}) {
            const CliRun written =
                m_cli.run(line + QStringList{QStringLiteral("--to"), QString::fromLatin1(form)});
            QCOMPARE(written.status, 0);
            const CliRun again =
                m_cli.json({QStringLiteral("transcript"), QStringLiteral("-")}, written.out);
            VERIFY_JSON(again);
            QCOMPARE(again.object()[QStringLiteral("segments")].toArray().size(), segments.size());
        }
        for (const char *form : {"txt", "html"}) {
            const CliRun written =
                m_cli.run(line + QStringList{QStringLiteral("--to"), QString::fromLatin1(form)});
            QVERIFY2(written.status == 0 && !written.out.isEmpty(), written.told());
        }
    }

    void untimedTextHasNullTimes()
    {
        const CliRun run = m_cli.json({QStringLiteral("transcript"), QStringLiteral("-")},
                                      "Just words.\n\nAnd a second paragraph.\n");
        VERIFY_JSON(run);
        const QJsonArray segments = run.object()[QStringLiteral("segments")].toArray();
        QVERIFY(!segments.isEmpty());
        for (const QJsonValue &segment : segments) {
            VERIFY_KEYS(segment, "startTime endTime speaker body words");
            QVERIFY(segment[QStringLiteral("startTime")].isNull());
            QVERIFY(segment[QStringLiteral("endTime")].isNull());
            QVERIFY(segment[QStringLiteral("words")].isNull());
        }
    }

    void wordsHaveTheirTimes()
    {
        const CliRun run =
            m_cli.json({QStringLiteral("transcript"), QStringLiteral("-")},
                       "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ruth>One <00:02.000>two\n");
        VERIFY_JSON(run);
        const QJsonValue segment = run.object()[QStringLiteral("segments")][0];
        QCOMPARE(segment[QStringLiteral("speaker")].toString(), QStringLiteral("Ruth"));
        QVERIFY(segment[QStringLiteral("words")].isArray());
        for (const QJsonValue &word : segment[QStringLiteral("words")].toArray()) {
            VERIFY_KEYS(word, "start end text");
        }
    }

    void feedFromAFileHasEveryKey()
    {
        const CliRun run = m_cli.json({QStringLiteral("feed"), data("feeds/example.xml")});
        VERIFY_JSON(run);
        verifyFeed(run.object());
        const QJsonArray episodes = run.object()[QStringLiteral("episodes")].toArray();
        const QJsonValue first = episodes[0];
        QVERIFY(!first[QStringLiteral("chaptersUrl")].isNull());
        QVERIFY(!first[QStringLiteral("transcripts")].toArray().isEmpty());
        QVERIFY(!first[QStringLiteral("persons")].toArray().isEmpty());
        QVERIFY(!first[QStringLiteral("soundbites")].toArray().isEmpty());
        QVERIFY(!run.object()[QStringLiteral("funding")].toArray().isEmpty());
    }

    void feedsThatLackAlmostAll()
    {
        const CliRun run = m_cli.json(
            {QStringLiteral("feed"), QStringLiteral("-")},
            "<rss><channel><item><title>No sound, no date</title></item></channel></rss>");
        VERIFY_JSON(run);
        verifyFeed(run.object());
        const QJsonValue episode = run.object()[QStringLiteral("episodes")][0];
        QVERIFY(episode[QStringLiteral("enclosureUrl")].isNull());
        QVERIFY(episode[QStringLiteral("published")].isNull());
        QVERIFY(episode[QStringLiteral("duration")].isNull());
        QVERIFY(run.object()[QStringLiteral("title")].isNull());
    }

    void datesWithoutAZoneAreUtc()
    {
        const CliRun run = m_cli.json({QStringLiteral("feed"), QStringLiteral("-")},
                                      "<rss><channel><item><title>x</title>"
                                      "<pubDate>Tue, 27 Oct 2026 06:00:00</pubDate>"
                                      "</item></channel></rss>");
        VERIFY_JSON(run);
        QCOMPARE(
            run.object()[QStringLiteral("episodes")][0][QStringLiteral("published")].toString(),
            QStringLiteral("2026-10-27T06:00:00Z"));
    }

    void feedFromAnAddress()
    {
        tests::HttpFixture http;
        http.set(QStringLiteral("/feed"), {.body = bytesOf(data("feeds/example.xml"))});
        const CliRun run =
            m_cli.json({QStringLiteral("feed"), http.address(QStringLiteral("/feed"))});
        VERIFY_JSON(run);
        verifyFeed(run.object());
        QVERIFY2(!QFile::exists(m_cli.library()), "reading a feed made a library");
    }

private:
    static void verifyFeed(const QJsonObject &feed)
    {
        VERIFY_KEYS(feed,
                    "title link description author language image guid type nextPage newFeedUrl "
                    "persons funding episodes");
        const QJsonArray episodes = feed[QStringLiteral("episodes")].toArray();
        QVERIFY(!episodes.isEmpty());
        for (const QJsonValue &episode : episodes) {
            VERIFY_KEYS(episode,
                        "guid title link published duration description image enclosureUrl "
                        "enclosureType enclosureLength season episode episodeType explicit "
                        "chapters chaptersUrl transcripts persons soundbites");
            const QJsonValue date = episode[QStringLiteral("published")];
            QVERIFY(date.isNull() || isDate(date));
            const QJsonValue duration = episode[QStringLiteral("duration")];
            QVERIFY(duration.isNull() || isSeconds(duration));
            QVERIFY(episode[QStringLiteral("explicit")].isBool());
            verifyParts(episode.toObject());
        }
    }

    static void verifyParts(const QJsonObject &episode)
    {
        for (const QJsonValue &chapter : episode[QStringLiteral("chapters")].toArray()) {
            VERIFY_KEYS(chapter, "start end title url image");
        }
        for (const QJsonValue &transcript : episode[QStringLiteral("transcripts")].toArray()) {
            VERIFY_KEYS(transcript, "url type language rel");
        }
        for (const QJsonValue &person : episode[QStringLiteral("persons")].toArray()) {
            VERIFY_KEYS(person, "name role group image link");
        }
        for (const QJsonValue &bite : episode[QStringLiteral("soundbites")].toArray()) {
            VERIFY_KEYS(bite, "start duration title");
            QVERIFY(isSeconds(bite[QStringLiteral("start")]));
        }
    }

    QTemporaryDir m_folder;
    const CliProgram m_cli{m_folder.filePath(QStringLiteral("library"))};
};

QTEST_GUILESS_MAIN(TextsTest)
#include "tst_texts.moc"
