// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/transcriptstore.h"
#include "app/session/transcriptservice.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/madetags.h"
#include "tests/unit/session/madesound.h"
#include "tests/unit/session/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::library::TranscriptSource;
using tests::await;
using tests::SessionBench;

namespace {

QByteArray webVtt(const QByteArray &words)
{
    return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + words + '\n';
}

QByteArray subRip(const QByteArray &words)
{
    return "1\n00:00:01,000 --> 00:00:02,000\n" + words + "\n\n";
}

const QByteArray whisperJson =
    R"({"language":"en","segments":[{"start":1,"end":3,"text":" Timed words.","words":[)"
    R"({"word":" Timed","start":1,"end":2},{"word":" words.","start":2,"end":3}]}]})";

QByteArray offer(const QByteArray &url, const QByteArray &type, const QByteArray &more = {})
{
    return "<podcast:transcript url=\"" + url + "\" type=\"" + type + "\" " + more + "/>";
}

QByteArray taggedSound(const QByteArray &frames)
{
    return madetags::tag(frames) + tests::silentMp3({}).mid(10);
}

QByteArray lyricsFrame(const QByteArray &language, const QByteArray &text)
{
    return madetags::frame("USLT", '\x03' + language + '\0' + text);
}

} // namespace

class TranscriptChoicesTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_bench = std::make_unique<SessionBench>(); }

    void cleanup() { m_bench.reset(); }

    void contentDecidesNotTheType_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("vtt");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("fetches");
        QTest::newRow("words in JSON") << whisperJson << webVtt("Vtt.") << "Timed words." << 1;
        QTest::newRow("JSON without words")
            << QByteArray(R"({"segments":[{"startTime":1,"endTime":2,"body":"A long segment."}]})")
            << webVtt("Vtt.") << "Vtt." << 2;
        QTest::newRow("a page called WebVTT")
            << QByteArray(R"({"segments":[{"startTime":1,"endTime":2,"body":"A long segment."}]})")
            << QByteArray("<p>Only text.</p>") << "A long segment." << 3;
        QTest::newRow("SubRip called JSON")
            << subRip("Srt.") << webVtt("<v Ann>Vtt.") << "Vtt." << 2;
    }

    void contentDecidesNotTheType()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, vtt);
        QFETCH(QString, expected);
        QFETCH(int, fetches);
        serve("/t.json", json);
        serve("/t.vtt", vtt);
        serve("/t.txt", "Only words.");
        serve("/t.html", "<p>Only words.</p>");
        subscribe(offer("t.txt", "text/plain") + offer("t.html", "text/html")
                  + offer("t.vtt", "text/vtt") + offer("t.json", "application/json"));
        const auto loaded = await(service().load(episode()));
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->reading.text, expected);
        std::size_t asked = 0;
        for (const char *path : {"/t.json", "/t.vtt", "/t.txt", "/t.html"}) {
            asked += m_bench->http.requests(QString::fromLatin1(path)).size();
        }
        QVERIFY2(asked <= static_cast<std::size_t>(fetches), QByteArray::number(qint64(asked)));
    }

    void thePodcastsLanguageComesFirst()
    {
        serve("/en.vtt", webVtt("English."));
        serve("/de.srt", subRip("Deutsch."));
        serve("/es.srt", subRip("Espanol."));
        subscribe(offer("en.vtt", "text/vtt", "language=\"en\"")
                      + offer("es.srt", "application/x-subrip", "language=\"es-MX\"")
                      + offer("de.srt", "application/x-subrip", "language=\"de-AT\""),
                  "<language>de</language>");
        service().setLanguages({QStringLiteral("es")});
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Deutsch."));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/en.vtt")).size(), 0u);
        m_bench->http.set(QStringLiteral("/de.srt"), {.status = 404});
        m_bench->serveFeed(
            SessionBench::item("e9",
                               offer("en.vtt", "text/vtt", "language=\"en\"")
                                   + offer("es.srt", "application/x-subrip", "language=\"es-MX\"")),
            "<language>de</language>");
        VERIFY_RESULT(m_bench->subscribe());
        const auto other = m_bench->episode(QStringLiteral("e9"));
        QCOMPARE(await(service().load(other))->reading.text, QStringLiteral("Espanol."));
    }

    void sidecarsOfEveryForm()
    {
        subscribe({}, "<language>en-us</language>");
        giveSound("sound");
        m_bench->write(QStringLiteral("sound.de.vtt"), webVtt("Deutsch."));
        m_bench->write(QStringLiteral("sound.en.SRT"), subRip("English."));
        m_bench->write(QStringLiteral("sound.mp3.json"), whisperJson);
        m_bench->write(QStringLiteral("sound.lrc"), "[00:01.00]A line\n[00:02.00]Another\n");
        m_bench->write(QStringLiteral("sound.tsv"), "start\tend\ttext\n1000\t2000\tTable.\n");
        m_bench->write(QStringLiteral("soundless.vtt"), webVtt("Of another."));
        m_bench->write(QStringLiteral("sound.info.json"), "{\"title\": \"A talk\"}");
        service().setLanguages({QStringLiteral("de")});
        const auto choices = await(service().choices(episode()));
        VERIFY_RESULT(choices);
        QCOMPARE(choices->size(), std::size_t(5));
        QCOMPARE(choices->front().type, QStringLiteral("json"));
        QVERIFY(choices->front().current && choices->front().hasWordTimes);
        QCOMPARE(*choices->front().timed, true);
        QStringList languages;
        for (const TranscriptChoice &choice : *choices) {
            QCOMPARE(choice.source, TranscriptSource::Sidecar);
            QVERIFY(choice.fetched && choice.id.isValid());
            languages.append(choice.language);
        }
        QVERIFY(languages.contains(QStringLiteral("de")));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Timed words."));
        // The same again is kept once.
        QCOMPARE(await(service().choices(episode()))->size(), std::size_t(5));
    }

    void lyricsInTheSound()
    {
        serve("/t.vtt", webVtt("From the feed."));
        subscribe(offer("t.vtt", "text/vtt"));
        giveSound(taggedSound(lyricsFrame("eng", "Only the words.")
                              + lyricsFrame("deu", "[00:01.00]Mit\n[00:02.00]Zeiten\n")));
        const auto timed = await(service().load(episode()));
        VERIFY_RESULT(timed);
        QCOMPARE(timed->source, TranscriptSource::Embedded);
        QVERIFY(timed->transcript.isTimed());
        QCOMPARE(m_bench->http.requests(QStringLiteral("/t.vtt")).size(), 0u);
        const auto choices = await(service().choices(episode()));
        QCOMPARE(choices->size(), std::size_t(3));
        QVERIFY(!choices->back().fetched);
    }

    void untimedLyricsAreTheLast()
    {
        serve("/t.vtt", webVtt("From the feed."));
        subscribe(offer("t.vtt", "text/vtt"));
        giveSound(taggedSound(lyricsFrame("eng", "Only the words.")));
        QCOMPARE(await(service().load(episode()))->source, TranscriptSource::Feed);
        const auto choices = await(service().choices(episode()));
        QCOMPARE(choices->size(), std::size_t(2));
        QCOMPARE(choices->back().source, TranscriptSource::Embedded);
    }

    void withoutANetworkWhatIsThereIsRead()
    {
        m_bench->http.set(QStringLiteral("/t.vtt"), {.status = 503});
        subscribe(offer("t.vtt", "text/vtt"));
        giveSound(taggedSound(lyricsFrame("eng", "Only the words.")));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Only the words."));
        const auto asked = m_bench->http.requests(QStringLiteral("/t.vtt")).size();
        VERIFY_RESULT(await(service().load(episode())));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/t.vtt")).size(), asked);
    }

    void theListenerChooses()
    {
        serve("/t.vtt", webVtt("Vtt."));
        serve("/t.srt", subRip("Srt."));
        subscribe(offer("t.vtt", "text/vtt") + offer("t.srt", "application/x-subrip"));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Vtt."));
        auto choices = await(service().choices(episode()));
        VERIFY_RESULT(choices);
        QCOMPARE(choices->size(), std::size_t(2));
        QVERIFY(choices->front().current);
        QVERIFY(!choices->back().fetched && !choices->back().id.isValid());
        QCOMPARE(*choices->back().timed, true);

        const QSignalSpy changed(&service(), &TranscriptService::changed);
        QCOMPARE(await(service().choose(episode(), choices->back()))->reading.text,
                 QStringLiteral("Srt."));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Srt."));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/t.srt")).size(), 1u);
        choices = await(service().choices(episode()));
        QCOMPARE(choices->front().url, m_bench->http.address(QStringLiteral("/t.srt")));
        QVERIFY(choices->front().current && choices->front().fetched);
        QVERIFY(!choices->back().current);

        VERIFY_RESULT(await(service().chooseNone(episode().row.id)));
        QCOMPARE(changed.size(), 2);
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Vtt."));
    }

    void whatCannotBeFetchedIsNotChosen()
    {
        serve("/t.vtt", webVtt("Vtt."));
        serve("/t.srt", QByteArray(9000, '\0'));
        subscribe(offer("t.vtt", "text/vtt") + offer("t.srt", "application/x-subrip"));
        VERIFY_RESULT(await(service().load(episode())));
        const auto choices = await(service().choices(episode()));
        VERIFY_ERROR(await(service().choose(episode(), choices->back())), Malformed);
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Vtt."));
    }

    void givenByHand()
    {
        serve("/t.vtt", webVtt("Vtt."));
        subscribe(offer("t.vtt", "text/vtt"));
        VERIFY_RESULT(await(service().load(episode())));
        VERIFY_RESULT(
            await(service().choose(episode(), await(service().choices(episode()))->front())));
        const auto id = episode().row.id;
        const QSignalSpy changed(&service(), &TranscriptService::changed);
        const auto pasted = await(service().attachText(id, QStringLiteral("Just words, pasted.")));
        VERIFY_RESULT(pasted);
        QCOMPARE(pasted->source, TranscriptSource::Pasted);
        QVERIFY(!pasted->transcript.isTimed());
        QCOMPARE(await(service().load(episode()))->id, pasted->id);
        const auto timed =
            await(service().attachText(id, QStringLiteral("[00:01] Ann: Hi.\n[00:02] Bo: Ho.\n")));
        VERIFY_RESULT(timed);
        QVERIFY(timed->transcript.isTimed());
        QCOMPARE(changed.size(), 2);
        QVERIFY(!await(service().attachText(id, QStringLiteral("  \n"))));
        QCOMPARE(changed.size(), 2);

        const QString path = m_bench->write(QStringLiteral("own.vtt"), webVtt("Own."));
        VERIFY_RESULT(await(service().attach(id, path)));
        m_bench->write(QStringLiteral("own.vtt"), webVtt("Own, better."));
        QCOMPARE(await(service().attach(id, path))->reading.text, QStringLiteral("Own, better."));
        int own = 0;
        const auto choices = await(service().choices(episode()));
        for (const TranscriptChoice &choice : *choices) {
            own += choice.source == TranscriptSource::Attached ? 1 : 0;
        }
        QCOMPARE(own, 1);

        VERIFY_RESULT(await(service().remove(choices->front().id)));
        VERIFY_ERROR(await(service().remove(choices->front().id)), NotFound);
        QCOMPARE(await(service().load(episode()))->source, TranscriptSource::Pasted);
    }

    void aChangedSidecarIsTheNewOne()
    {
        subscribe({});
        giveSound("sound");
        m_bench->write(QStringLiteral("sound.vtt"), webVtt("First."));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("First."));
        m_bench->clock.advance(std::chrono::seconds(1));
        m_bench->write(QStringLiteral("sound.vtt"), webVtt("Second."));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Second."));
        QCOMPARE(await(service().choices(episode()))->size(), std::size_t(1));
        // What was corrected stays, and with it the listener's choice to read it.
        const auto before = await(service().load(episode()));
        VERIFY_RESULT(await(service().correct(
            before->id,
            {app::transcripts::FixText{
                app::transcripts::cueRef(before->transcript, 0), 0, 6, QStringLiteral("Third")}})));
        m_bench->clock.advance(std::chrono::seconds(1));
        m_bench->write(QStringLiteral("sound.vtt"), webVtt("Fourth."));
        QCOMPARE(await(service().load(episode()))->reading.text, QStringLiteral("Third."));
        QCOMPARE(await(service().choices(episode()))->size(), std::size_t(2));
    }

    void theSameBytesAreOfferedOnce()
    {
        serve("/t.vtt", webVtt("Same."));
        subscribe(offer("t.vtt", "text/vtt"));
        VERIFY_RESULT(await(service().load(episode())));
        const QString path = m_bench->write(QStringLiteral("own.vtt"), webVtt("Same."));
        VERIFY_RESULT(await(service().attach(episode().row.id, path)));
        QCOMPARE(await(service().choices(episode()))->size(), std::size_t(1));
    }

private:
    [[nodiscard]] TranscriptService &service() { return m_bench->session->transcripts(); }

    [[nodiscard]] app::library::Episode episode() { return m_bench->episode(QStringLiteral("e1")); }

    void serve(const char *path, const QByteArray &body)
    {
        m_bench->http.set(QString::fromLatin1(path), {.body = body});
    }

    void subscribe(const QByteArray &links, const QByteArray &head = {})
    {
        m_bench->serveFeed(SessionBench::item("e1", links), head);
        VERIFY_RESULT(m_bench->subscribe());
    }

    void giveSound(const QByteArray &bytes)
    {
        const QString path = m_bench->write(QStringLiteral("sound.mp3"), bytes);
        const auto id = episode().row.id;
        VERIFY_RESULT(await(m_bench->session->library().write(
            app::library::Durability::Normal,
            [id, path](app::library::Connection &connection, app::library::Changes &changes) {
                return app::library::EpisodeStore(connection).setFile(id, path, changes);
            })));
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(TranscriptChoicesTest)
#include "tst_transcriptchoices.moc"
