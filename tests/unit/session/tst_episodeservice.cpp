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
        m_bench->serveFeed(SessionBench::item("e1") + SessionBench::item("e2")
                           + SessionBench::item("e3") + SessionBench::item("e4")
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

    void queueIsOrderedByHandAndUndoneExactly()
    {
        History &history = m_bench->session->history();
        service().enqueueMany({id("e1"), id("e2"), id("e3")}, false);
        QTRY_COMPARE(queue(), std::vector({id("e1"), id("e2"), id("e3")}));
        service().moveInQueue(id("e3"), 0);
        QTRY_COMPARE(queue(), std::vector({id("e3"), id("e1"), id("e2")}));
        service().moveInQueue(id("e3"), 1);
        QTRY_COMPARE(queue(), std::vector({id("e1"), id("e3"), id("e2")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e3"), id("e1"), id("e2")}));
        service().dequeue(id("e1"));
        QTRY_COMPARE(queue(), std::vector({id("e3"), id("e2")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e3"), id("e1"), id("e2")}));
        service().clearQueue();
        QTRY_COMPARE(queue(), std::vector<EpisodeId>());
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e3"), id("e1"), id("e2")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e1"), id("e2"), id("e3")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector<EpisodeId>());
    }

    void undoneOrderLeavesWhatHappenedSince()
    {
        History &history = m_bench->session->history();
        service().enqueueMany({id("e1"), id("e2"), id("e3")}, false);
        service().moveInQueue(id("e3"), 0);
        // Heard to its end and put on by another program meanwhile: no steps of this history.
        VERIFY_RESULT(await(m_bench->session->library().write(
            app::library::Durability::Normal,
            [first = id("e1"), last = id("e4")](Connection &connection,
                                                app::library::Changes &changes) {
                EpisodeStore store(connection);
                const auto played = store.setPlayed(first, true, changes);
                return played ? store.enqueue({last}, 0, changes) : played;
            })));
        QCOMPARE(queue(), std::vector({id("e4"), id("e3"), id("e2")}));
        history.undo();
        QTRY_COMPARE(queue(), std::vector({id("e2"), id("e3"), id("e4")}));
    }

    void completeDownloadIsAnnouncedOnceItIsRecorded()
    {
        QSignalSpy kept(&service(), &EpisodeService::fileKept);
        const auto path = await(service().download(id("e1")));
        VERIFY_RESULT(path);
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept[0][0].value<EpisodeId>(), id("e1"));
        QCOMPARE(kept[0][1].toString(), *path);
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
