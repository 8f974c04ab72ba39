// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/transcriptstore.h"
#include "app/session/transcriptservice.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QTest>

using namespace app::session;
using app::library::Connection;
using app::library::TranscriptSource;
using tests::await;
using tests::SessionBench;

namespace {

QByteArray webVtt(const QByteArray &words)
{
    return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + words + '\n';
}

QByteArray transcriptLink(const QByteArray &url, const QByteArray &type)
{
    return "<podcast:transcript url=\"" + url + "\" type=\"" + type + "\"/>";
}

} // namespace

class TranscriptServiceTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->http.set(QStringLiteral("/good.vtt"), {.body = webVtt("From the feed.")});
        m_bench->serveFeed(SessionBench::item("e1", transcriptLink("good.vtt", "text/vtt"))
                           + SessionBench::item("e2"));
        VERIFY_RESULT(m_bench->subscribe());
    }

    void cleanup() { m_bench.reset(); }

    void attachedBeforeSidecarBeforeFeed()
    {
        const auto fromFeed = await(service().load(episode()));
        VERIFY_RESULT(fromFeed);
        QCOMPARE(fromFeed->source, TranscriptSource::Feed);
        QCOMPARE(fromFeed->reading.text, QStringLiteral("From the feed."));

        giveFile();
        m_bench->write(QStringLiteral("sound.srt"),
                       "1\n00:00:01,000 --> 00:00:02,000\nBeside the sound.\n");
        const auto sidecar = await(service().load(episode()));
        VERIFY_RESULT(sidecar);
        QCOMPARE(sidecar->source, TranscriptSource::Sidecar);
        QCOMPARE(sidecar->reading.text, QStringLiteral("Beside the sound."));

        const QString own = m_bench->write(QStringLiteral("own.vtt"), webVtt("By hand."));
        VERIFY_RESULT(await(service().attach(episode().row.id, own)));
        const auto attached = await(service().load(episode()));
        VERIFY_RESULT(attached);
        QCOMPARE(attached->source, TranscriptSource::Attached);
        QCOMPARE(attached->reading.text, QStringLiteral("By hand."));
    }

    void keptOnceAndNotFetchedAgain()
    {
        VERIFY_RESULT(await(service().load(episode())));
        VERIFY_RESULT(await(service().load(episode())));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/good.vtt")).size(), 1u);
        QCOMPARE(kept().size(), 1u);
        QVERIFY(episode().row.hasTranscript);
    }

    void brokenOnesAreSkipped()
    {
        m_bench->http.set(QStringLiteral("/bad.vtt"), {.body = QByteArray(9000, '\0')});
        m_bench->serveFeed(
            SessionBench::item("e1",
                               transcriptLink("good.vtt", "text/html")
                                   + transcriptLink("missing.json", "application/json")
                                   + transcriptLink("bad.vtt", "text/vtt")));
        VERIFY_RESULT(m_bench->subscribe());
        const auto loaded = await(service().load(episode()));
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->reading.text, QStringLiteral("From the feed."));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/bad.vtt")).size(), 1u);
        QCOMPARE(m_bench->http.requests(QStringLiteral("/missing.json")).size(), 1u);
    }

    void noneAtAllSaysSo()
    {
        VERIFY_ERROR(await(service().load(m_bench->episode(QStringLiteral("e2")))), NotFound);
    }

    void theLastReasonIsTold()
    {
        m_bench->http.set(QStringLiteral("/good.vtt"), {.status = 500});
        VERIFY_ERROR(await(service().load(episode())), HttpStatus);
        QCOMPARE(kept().size(), 0u);
    }

    void nothingIsKeptOfWhatCannotBeRead()
    {
        const QString binary = m_bench->write(QStringLiteral("t.vtt"), QByteArray(9000, '\0'));
        QVERIFY(!await(service().attach(episode().row.id, binary)));
        VERIFY_ERROR(await(service().attach(episode().row.id, QStringLiteral("/nowhere.vtt"))),
                     NotFound);
        QCOMPARE(kept().size(), 0u);
        const QString good = m_bench->write(QStringLiteral("g.vtt"), webVtt("Hello."));
        QVERIFY(!await(service().attach(app::base::EpisodeId(9999), good)));
    }

    void chaptersBesideTheSoundAreNoTranscript()
    {
        giveFile();
        m_bench->write(QStringLiteral("sound.json"),
                       "{\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, \"title\": "
                       "\"Hello\"}]}");
        const auto loaded = await(service().load(episode()));
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->source, TranscriptSource::Feed);
    }

    void timedFormsAreTriedFirst()
    {
        std::vector<app::feeds::TranscriptLink> links(4);
        links[0].type = QStringLiteral("text/plain");
        links[1].type = QStringLiteral("text/html; charset=utf-8");
        links[2].type = QStringLiteral("application/x-subrip");
        links[3].type = QStringLiteral("Text/VTT");
        const auto ranked = rankTranscripts(links);
        QCOMPARE(ranked[0].type, QStringLiteral("Text/VTT"));
        QCOMPARE(ranked[1].type, QStringLiteral("application/x-subrip"));
        QCOMPARE(ranked[3].type, QStringLiteral("text/plain"));
    }

    void peopleToldByTheFeedAreSpeakers()
    {
        const QString text = QStringLiteral("Zoë: Helo.\n\nNote: a word.");
        VERIFY_RESULT(await(service().attachText(episode().row.id, text)));
        const auto before = await(service().load(episode()));
        VERIFY_RESULT(before);
        QVERIFY(before->speakers.empty());

        m_bench->serveFeed(SessionBench::item("e1", "<podcast:person>Zoë</podcast:person>"));
        VERIFY_RESULT(await(m_bench->session->subscriptions().refresh({episode().row.podcastId})));
        const auto after = await(service().load(episode()));
        VERIFY_RESULT(after);
        QCOMPARE(after->speakers.size(), std::size_t(1));
        QCOMPARE(after->speakers.front().label, QStringLiteral("Zoë"));
        QCOMPARE(after->transcript.cues.front().body, QStringLiteral("Helo."));
        QCOMPARE(after->transcript.cues.back().body, QStringLiteral("Note: a word."));

        // What is put right is put right in what was read with the names.
        using namespace app::transcripts;
        const CueRef cue = cueRef(after->transcript, 0);
        VERIFY_RESULT(
            await(service().correct(after->id, {FixText{cue, 3, 0, QStringLiteral("l")}})));
        const auto fixed = await(service().load(episode()));
        QCOMPARE(fixed->transcript.cues.front().body, QStringLiteral("Hello."));
        QVERIFY(fixed->unfitEdits.empty());
    }

    void correctionsFitAfterTheFeedTellsPeople()
    {
        const QString text = QStringLiteral("Zoë: Helo.\n\nNote: a word.");
        const auto before = await(service().attachText(episode().row.id, text));
        VERIFY_RESULT(before);
        using namespace app::transcripts;
        const CueRef cue = cueRef(before->transcript, 0);
        VERIFY_RESULT(
            await(service().correct(before->id, {FixText{cue, 8, 0, QStringLiteral("l")}})));
        m_bench->serveFeed(SessionBench::item("e1", "<podcast:person>Zoë</podcast:person>"));
        VERIFY_RESULT(await(m_bench->session->subscriptions().refresh({episode().row.podcastId})));
        const auto after = await(service().load(episode()));
        VERIFY_RESULT(after);
        QVERIFY(after->unfitEdits.empty());
        QCOMPARE(after->transcript.cues.front().body, QStringLiteral("Zoë: Hello."));
        // And more can be put right.
        VERIFY_RESULT(await(service().correct(
            before->id, {FixText{cueRef(after->transcript, 1), 0, 4, u"PS"_qs}})));
        QCOMPARE(await(service().load(episode()))->transcript.cues.back().body, u"PS: a word."_qs);
    }

private:
    [[nodiscard]] TranscriptService &service() { return m_bench->session->transcripts(); }

    [[nodiscard]] app::library::Episode episode() { return m_bench->episode(QStringLiteral("e1")); }

    [[nodiscard]] std::vector<app::library::TranscriptRecord> kept()
    {
        const auto id = episode().row.id;
        return await(m_bench->session->library().read([id](Connection &connection) {
                   return app::library::TranscriptStore(connection).list(id);
               }))
            .value_or({});
    }

    void giveFile()
    {
        const QString path = m_bench->write(QStringLiteral("sound.mp3"), "sound");
        const auto id = episode().row.id;
        VERIFY_RESULT(await(m_bench->session->library().write(
            app::library::Durability::Normal,
            [id, path](Connection &connection, app::library::Changes &changes) {
                return app::library::EpisodeStore(connection).setFile(id, path, changes);
            })));
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(TranscriptServiceTest)
#include "tst_transcriptservice.moc"
