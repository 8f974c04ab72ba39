// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/httpclient.h"
#include "app/session/episodeservice.h"
#include "app/session/localfiles.h"
#include "app/session/subscriptions.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QFile>
#include <QTest>

using namespace app::session;
using tests::await;

class LocalFilesTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<tests::SessionFixture>();
        m_pool = std::make_unique<app::work::WorkerPool>();
        m_files = std::make_unique<LocalFiles>(*m_fixture->library, *m_pool, m_fixture->clock);
        m_path = m_fixture->folder.filePath(QStringLiteral("my talk.opus"));
        QVERIFY(QFile::copy(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.opus"),
                            m_path));
    }

    void cleanup()
    {
        m_files.reset();
        m_pool.reset();
        m_fixture.reset();
    }

    void soundFileBecomesAnEpisodeOnce()
    {
        const auto id = await(m_files->add(m_path, QStringLiteral("Files")));
        VERIFY_RESULT(id);
        const auto again = await(m_files->add(m_path, QStringLiteral("Files")));
        VERIFY_RESULT(again);
        QCOMPARE(*again, *id);
        const auto episode = m_fixture->episode(m_path);
        QCOMPARE(episode.row.filePath, m_path);
        QVERIFY(episode.row.hasAudio);
        QVERIFY(episode.row.duration > std::chrono::minutes(6));
        QVERIFY(!episode.row.title.isEmpty());
    }

    void whatIsNoSoundIsRefused()
    {
        const QString page = m_fixture->folder.filePath(QStringLiteral("page.mp3"));
        QFile file(page);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<!DOCTYPE html><html><body>Not found</body></html>");
        file.close();
        VERIFY_ERROR(await(m_files->add(page, QStringLiteral("Files"))), Malformed);
        VERIFY_ERROR(await(m_files->add(page + QStringLiteral("x"), QStringLiteral("Files"))),
                     NotFound);
    }

    void listenersOwnFilesAreNeverDeleted()
    {
        const auto id = await(m_files->add(m_path, QStringLiteral("Files")));
        VERIFY_RESULT(id);
        const auto http = app::network::makeHttpClient();
        app::downloads::DownloadQueue queue(*http);
        History history;
        EpisodeService episodes(*m_fixture->library, queue, history);
        VERIFY_ERROR(await(episodes.deleteFile(*id)), Denied);
        FeedFetcher fetcher(*http, *m_pool);
        Subscriptions subscriptions(fetcher, *m_fixture->library, m_fixture->clock);
        VERIFY_RESULT(await(subscriptions.unsubscribe(m_fixture->episode(m_path).row.podcastId)));
        QVERIFY(QFile::exists(m_path));
    }

private:
    std::unique_ptr<tests::SessionFixture> m_fixture;
    std::unique_ptr<app::work::WorkerPool> m_pool;
    std::unique_ptr<LocalFiles> m_files;
    QString m_path;
};

QTEST_GUILESS_MAIN(LocalFilesTest)
#include "tst_localfiles.moc"
