// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/downloadqueue.h"
#include "app/network/httpclient.h"
#include "app/session/listening.h"
#include "tests/support/fakeplayer.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/sessionfixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using namespace std::chrono_literals;
using app::base::EpisodeId;
using app::library::Changes;
using app::library::Connection;
using app::library::Durability;
using app::library::EpisodeStore;
using app::playback::PlayerState;
using app::timestamps::MediaTime;
using tests::await;

class ListeningTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_fixture = std::make_unique<tests::SessionFixture>();
        m_fixture->addPodcast({QStringLiteral("https://pod.example/1.mp3"),
                               QStringLiteral("https://pod.example/2.mp3"),
                               QString()});
        m_http = app::network::makeHttpClient();
        m_pool = std::make_unique<app::work::WorkerPool>();
        m_history = std::make_unique<History>();
        m_downloads = std::make_unique<app::downloads::DownloadQueue>(*m_http);
        m_episodes = std::make_unique<EpisodeService>(
            *m_fixture->library, *m_downloads, *m_http, *m_pool, *m_history);
        m_player = std::make_unique<tests::FakePlayer>();
        m_listening = std::make_unique<Listening>(
            *m_player, *m_fixture->library, *m_episodes, m_fixture->clock);
        m_first = giveFile(QStringLiteral("e1"));
        m_second = giveFile(QStringLiteral("e2"));
    }

    void cleanup()
    {
        m_listening.reset();
        m_player.reset();
        m_episodes.reset();
        m_downloads.reset();
        m_history.reset();
        m_pool.reset();
        m_http.reset();
        m_fixture.reset();
    }

    void opensWhereTheListenerLeft()
    {
        setPosition(m_first, 65'000);
        m_listening->open(m_first);
        QTRY_COMPARE(m_player->calls, QStringList(QStringLiteral("load 65000 play")));
        QCOMPARE(m_listening->current()->row.id, m_first);
    }

    void beginsAnewWhenItWasAlmostOver()
    {
        setPosition(m_first, 599'000);
        m_listening->open(m_first);
        QTRY_COMPARE(m_player->calls, QStringList(QStringLiteral("load 0 play")));
    }

    void clickOnATimeLoadsThatEpisodeAndLeavesTheOther()
    {
        m_listening->open(m_first, MediaTime::fromMs(300'000));
        QTRY_VERIFY(m_listening->current());
        m_player->setPosition(MediaTime::fromMs(310'250));
        m_listening->jumpTo(m_second, MediaTime::fromMs(270'000));
        QTRY_COMPARE(m_listening->current()->row.id, m_second);
        QCOMPARE(m_player->calls.last(), QStringLiteral("load 270000 play"));
        QCOMPARE(m_listening->backPlace(),
                 std::optional(ListeningPlace{m_first, MediaTime::fromMs(310'250)}));
        QTRY_COMPARE(storedPosition(m_first), 310'250);
        m_listening->goBack();
        QTRY_COMPARE(m_listening->current()->row.id, m_first);
        QCOMPARE(m_player->calls.last(), QStringLiteral("load 310250 play"));
        QCOMPARE(m_listening->forwardPlace(),
                 std::optional(ListeningPlace{m_second, MediaTime::fromMs(270'000)}));
    }

    void clickOnATimeOfTheSameEpisodeOnlySeeks()
    {
        m_listening->open(m_first, std::nullopt, true);
        QTRY_VERIFY(m_listening->current());
        m_listening->jumpTo(m_first, MediaTime::fromMs(270'000));
        QCOMPARE(m_player->calls,
                 QStringList({QStringLiteral("load 0 pause"),
                              QStringLiteral("seek 270000"),
                              QStringLiteral("play")}));
    }

    void keptPausedWhenAsked()
    {
        m_listening->open(m_first, std::nullopt, true);
        QTRY_VERIFY(m_listening->current());
        m_listening->jumpTo(m_first, MediaTime::fromMs(270'000), true);
        QCOMPARE(m_player->state(), PlayerState::Paused);
        QCOMPARE(m_player->position(), MediaTime::fromMs(270'000));
    }

    void lastClickWinsWhileTheFirstIsOpening()
    {
        m_listening->jumpTo(m_first, MediaTime::fromMs(10'000));
        m_listening->jumpTo(m_second, MediaTime::fromMs(20'000));
        QTRY_VERIFY(m_listening->current());
        QCOMPARE(m_listening->current()->row.id, m_second);
        QCOMPARE(m_player->calls, QStringList(QStringLiteral("load 20000 play")));
    }

    void positionIsKeptEveryHalfSecondOfSound()
    {
        m_listening->open(m_first);
        QTRY_VERIFY(m_listening->current());
        m_player->setPosition(MediaTime::fromMs(499));
        m_player->setPosition(MediaTime::fromMs(501));
        QTRY_COMPARE(storedPosition(m_first), 501);
        m_player->setPosition(MediaTime::fromMs(900));
        m_player->pause();
        QTRY_COMPARE(storedPosition(m_first), 900);
    }

    void skippingDoesNotFillTheBackStack()
    {
        m_listening->open(m_first, MediaTime::fromMs(20'000));
        QTRY_VERIFY(m_listening->current());
        m_listening->skip(-15s);
        QCOMPARE(m_player->position(), MediaTime::fromMs(5'000));
        m_listening->skip(-15s);
        QCOMPARE(m_player->position(), MediaTime());
        QVERIFY(!m_listening->backPlace());
        m_listening->seek(MediaTime::fromMs(400'000));
        QVERIFY(m_listening->backPlace());
    }

    void draggingAlongTheTimelineIsOneJump()
    {
        m_listening->open(m_first, MediaTime::fromMs(20'000));
        QTRY_VERIFY(m_listening->current());
        for (const qint64 ms : {21'000, 90'000, 200'000}) {
            m_listening->scrub(MediaTime::fromMs(ms));
        }
        QVERIFY(!m_listening->backPlace());
        m_listening->seek(MediaTime::fromMs(210'000));
        QCOMPARE(m_listening->backPlace(),
                 std::optional(ListeningPlace{m_first, MediaTime::fromMs(20'000)}));
        m_listening->goBack();
        QVERIFY(!m_listening->backPlace());
    }

    void atTheEndItIsPlayedAndTheQueueGoesOn()
    {
        VERIFY_RESULT(await(m_fixture->library->write(
            Durability::Normal, [this](Connection &connection, Changes &changes) {
                return EpisodeStore(connection).enqueue({m_second}, -1, changes);
            })));
        m_listening->open(m_first);
        QTRY_VERIFY(m_listening->current());
        m_player->finish();
        QTRY_COMPARE(m_listening->current()->row.id, m_second);
        const auto first = m_fixture->episode(QStringLiteral("e1"));
        QVERIFY(first.row.played);
        QCOMPARE(first.row.position, MediaTime());
    }

    void episodeWithoutSoundSaysSo()
    {
        QSignalSpy failed(m_listening.get(), &Listening::failed);
        m_listening->open(m_fixture->episode(QStringLiteral("e3")).row.id);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][1].value<app::base::Error>().code, app::base::ErrorCode::NotFound);
        QVERIFY(!m_listening->current());
    }

    void exactLengthIsKept()
    {
        m_listening->open(m_first);
        QTRY_VERIFY(m_listening->current());
        m_player->setDuration(612'345ms, true);
        QTRY_COMPARE(m_fixture->episode(QStringLiteral("e1")).row.duration,
                     std::optional(app::timestamps::Duration(612'345)));
    }

private:
    EpisodeId giveFile(const QString &guid)
    {
        const EpisodeId id = m_fixture->episode(guid).row.id;
        const QString path = m_fixture->folder.filePath(guid + QStringLiteral(".mp3"));
        QFile file(path);
        Q_ASSERT(file.open(QIODevice::WriteOnly));
        file.write("sound");
        file.close();
        const auto set = await(m_fixture->library->write(
            Durability::Normal, [id, path](Connection &connection, Changes &changes) {
                return EpisodeStore(connection).setFile(id, path, changes);
            }));
        Q_ASSERT(set);
        return id;
    }

    void setPosition(EpisodeId id, qint64 ms)
    {
        const auto set = await(m_fixture->library->write(
            Durability::Normal,
            [id, ms, now = m_fixture->clock.now()](Connection &connection, Changes &changes) {
                return EpisodeStore(connection)
                    .setPosition(id, MediaTime::fromMs(ms), now, changes);
            }));
        Q_ASSERT(set);
    }

    qint64 storedPosition(EpisodeId id)
    {
        const auto episode = await(m_fixture->library->read(
            [id](Connection &connection) { return EpisodeStore(connection).get(id); }));
        return episode ? episode->row.position.ms() : -1;
    }

    std::unique_ptr<tests::SessionFixture> m_fixture;
    std::unique_ptr<app::network::HttpClient> m_http;
    std::unique_ptr<app::work::WorkerPool> m_pool;
    std::unique_ptr<History> m_history;
    std::unique_ptr<app::downloads::DownloadQueue> m_downloads;
    std::unique_ptr<EpisodeService> m_episodes;
    std::unique_ptr<tests::FakePlayer> m_player;
    std::unique_ptr<Listening> m_listening;
    EpisodeId m_first;
    EpisodeId m_second;
};

QTEST_GUILESS_MAIN(ListeningTest)
#include "tst_listening.moc"
