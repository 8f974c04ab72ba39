// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/episodeservice.h"
#include "app/session/history.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::base::EpisodeId;
using app::library::Connection;
using app::library::EpisodeStore;
using tests::await;
using tests::SessionBench;

class EpisodeServiceTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_sound = QByteArray("ID3\3\0\0\0\0\0\0") + QByteArray(300'000, '\x55');
        m_bench->http.set(QStringLiteral("/e1.mp3"),
                          {.body = m_sound, .contentType = "audio/mpeg"});
        m_bench->http.set(QStringLiteral("/chapters.json"),
                          {.body = "{\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, "
                                   "\"title\": \"Hello\"}, {\"startTime\": 60, \"title\": "
                                   "\"The wall\"}]}"});
        m_bench->serveFeed(SessionBench::item("e1", "<podcast:chapters url=\"chapters.json\"/>")
                           + SessionBench::item("e2")
                           + "<item><guid>silent</guid><title>Silent</title></item>");
        VERIFY_RESULT(m_bench->subscribe());
    }

    void cleanup() { m_bench.reset(); }

    void downloadedFileIsRecorded()
    {
        const auto path = await(service().download(id("e1")));
        VERIFY_RESULT(path);
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == m_sound);
        QCOMPARE(m_bench->episode(QStringLiteral("e1")).row.filePath, *path);
        // Again it is there already.
        QCOMPARE(*await(service().download(id("e1"))), *path);
        QCOMPARE(m_bench->http.requests(QStringLiteral("/e1.mp3")).size(), 1u);
    }

    void askedTwiceFetchedOnce()
    {
        const auto first = service().download(id("e1"));
        const auto second = service().download(id("e1"));
        VERIFY_RESULT(await(first));
        VERIFY_RESULT(await(second));
        QCOMPARE(m_bench->http.requests(QStringLiteral("/e1.mp3")).size(), 1u);
    }

    void whatCannotBeFetchedSaysWhy()
    {
        VERIFY_ERROR(await(service().download(id("silent"))), NotFound);
        QSignalSpy failed(&service(), &EpisodeService::failed);
        VERIFY_ERROR(await(service().download(id("e2"))), NotFound);
        QCOMPARE(failed.count(), 1);
        VERIFY_ERROR(await(service().download(EpisodeId(9999))), NotFound);
        QVERIFY(m_bench->episode(QStringLiteral("e2")).row.filePath.isEmpty());
    }

    void stoppedDownloadEnds()
    {
        tests::HttpRoute stalling{.body = m_sound, .contentType = "audio/mpeg"};
        stalling.stopAfter = 1000;
        stalling.then = tests::HttpRoute::Then::Stall;
        m_bench->http.set(QStringLiteral("/e1.mp3"), stalling);
        const auto pending = service().download(id("e1"));
        QTRY_COMPARE(m_bench->http.requests(QStringLiteral("/e1.mp3")).size(), 1u);
        service().cancelDownload(id("e1"));
        VERIFY_ERROR(await(pending), Busy);
    }

    void deletedFileIsGoneTheEpisodeStays()
    {
        const auto path = await(service().download(id("e1")));
        VERIFY_RESULT(path);
        VERIFY_RESULT(await(service().deleteFile(id("e1"))));
        QVERIFY(!QFile::exists(*path));
        QVERIFY(m_bench->episode(QStringLiteral("e1")).row.filePath.isEmpty());
        VERIFY_RESULT(await(service().deleteFile(id("e1"))));
        VERIFY_RESULT(await(service().download(id("e1"))));
        QVERIFY(QFile::exists(*path));
    }

    void chaptersAreFetchedOnceAndKept()
    {
        const auto episode = m_bench->episode(QStringLiteral("e1"));
        const auto chapters = await(service().chapters(episode));
        VERIFY_RESULT(chapters);
        QCOMPARE(chapters->size(), 2u);
        QCOMPARE(chapters->back().title, QStringLiteral("The wall"));
        const auto again = await(service().chapters(episode));
        VERIFY_RESULT(again);
        QCOMPARE(again->size(), 2u);
        QCOMPARE(m_bench->http.requests(QStringLiteral("/chapters.json")).size(), 1u);
        QCOMPARE(await(service().chapters(m_bench->episode(QStringLiteral("e2"))))->size(), 0u);
    }

    void queueAndPlayedCanBeUndone()
    {
        History &history = m_bench->session->history();
        service().enqueue(id("e1"), false);
        service().enqueue(id("e2"), true);
        QTRY_COMPARE(queue(), std::vector({id("e2"), id("e1")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e1")}));
        history.redo();
        QTRY_COMPARE(queue(), std::vector({id("e2"), id("e1")}));
        service().dequeue(id("e1"));
        QTRY_COMPARE(queue(), std::vector({id("e2")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e2"), id("e1")}));
        service().setPlayed(id("e1"), true);
        QTRY_VERIFY(m_bench->episode(QStringLiteral("e1")).row.played);
        history.undo();
        QTRY_VERIFY(!m_bench->episode(QStringLiteral("e1")).row.played);
    }

private:
    [[nodiscard]] EpisodeService &service() { return m_bench->session->episodes(); }

    [[nodiscard]] EpisodeId id(const char *guid)
    {
        return m_bench->episode(QString::fromLatin1(guid)).row.id;
    }

    [[nodiscard]] std::vector<EpisodeId> queue()
    {
        return await(m_bench->session->library().read(
                         [](Connection &connection) { return EpisodeStore(connection).queue(); }))
            .value_or({});
    }

    QByteArray m_sound;
    std::unique_ptr<SessionBench> m_bench;
};

QTEST_GUILESS_MAIN(EpisodeServiceTest)
#include "tst_episodeservice.moc"
