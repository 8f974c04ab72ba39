// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/chapterservice.h"
#include "app/session/sample.h"
#include "app/session/shownotes.h"
#include "app/session/transcriptservice.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QTest>

using namespace app::session;
using app::timestamps::Certainty;
using app::timestamps::MediaTime;
using app::timestamps::Recording;
using tests::await;
using tests::SessionBench;

namespace {

const QString &sampleFolder()
{
    static const QString folder = QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample");
    return folder;
}

const QString &firstEpisode()
{
    static const QString guid = QStringLiteral("c1bdcd0c-48dd-5782-b81c-b78ee48f0e09");
    return guid;
}

} // namespace

class SampleTest : public QObject
{
    Q_OBJECT

private slots:

    void init() { m_bench = std::make_unique<SessionBench>(); }

    void cleanup() { m_bench.reset(); }

    void bringsTwoWholeEpisodes()
    {
        const auto podcast = add();
        VERIFY_RESULT(podcast);
        QCOMPARE(podcast->title, QStringLiteral("The Pencil Line"));
        QCOMPARE(podcast->episodeCount, 2);
        for (const QString &guid :
             {firstEpisode(), QStringLiteral("422e2d8a-7d36-5fec-8e6c-1c9ba0d96917")}) {
            const auto episode = m_bench->episode(guid);
            QVERIFY(QFile::exists(episode.row.filePath));
            QVERIFY(episode.row.filePath.startsWith(m_bench->session->library().folder()));
            QVERIFY(episode.row.hasTranscript);
            const auto transcript = await(m_bench->session->transcripts().load(episode));
            VERIFY_RESULT(transcript);
            QVERIFY(transcript->transcript.isTimed());
            const auto chapters = await(m_bench->session->chapters().of(episode));
            VERIFY_RESULT(chapters);
            QVERIFY(chapters->shown.size() > 3);
        }
    }

    void addingItTwiceIsHarmless()
    {
        VERIFY_RESULT(add());
        const QString path = m_bench->episode(firstEpisode()).row.filePath;
        QVERIFY(QFile::remove(path));
        const auto again = add();
        VERIFY_RESULT(again);
        QCOMPARE(again->episodeCount, 2);
        QCOMPARE(m_bench->podcasts().size(), 1u);
        QVERIFY(QFile::exists(path));
    }

    void refreshingLeavesItAlone()
    {
        VERIFY_RESULT(add());
        const auto report = await(m_bench->session->subscriptions().refresh());
        VERIFY_RESULT(report);
        QVERIFY(report->failed.empty());
        QCOMPARE(m_bench->podcasts()[0].error, QString());
    }

    void missingSampleAddsNothing()
    {
        const auto podcast = await(
            addSample(m_bench->session->library(), m_bench->clock, m_bench->folder.filePath({})));
        VERIFY_ERROR(podcast, NotFound);
        QCOMPARE(m_bench->podcasts().size(), 0u);
    }

    void itsNotesNameTheirPlaces()
    {
        VERIFY_RESULT(add());
        const auto episode = m_bench->episode(firstEpisode());
        const ShowNotes notes = readShowNotes(episode.feed.description, episode.row.duration);
        QVERIFY(!notes.times.empty());
        QCOMPARE(notes.times[0].start, MediaTime::fromMs(270'000));
        QCOMPARE(notes.times[0].recording, Recording::This);
        QCOMPARE(notes.times[0].certainty, Certainty::Sure);
        // The ferry and the verse are no places; the video's list is another recording's.
        const qsizetype video = notes.text.text.indexOf(QStringLiteral("Video version"));
        QVERIFY(video > 0);
        int others = 0;
        for (const auto &time : notes.times) {
            const bool inVideo = time.span.offset > video;
            QCOMPARE(time.recording, inVideo ? Recording::Other : Recording::This);
            others += inVideo ? 1 : 0;
            QVERIFY(time.start != MediaTime::fromMs(640'000));
        }
        QCOMPARE(others, 4);
        QCOMPARE(notes.times.size(), 13u);
    }

private:
    [[nodiscard]] app::base::Result<app::library::Podcast> add()
    {
        return await(addSample(m_bench->session->library(), m_bench->clock, sampleFolder()));
    }

    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(SampleTest)
#include "tst_sample.moc"
