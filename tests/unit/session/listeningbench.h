// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/network/httpclient.h"
#include "app/session/chapterservice.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/soundmaps.h"
#include "tests/support/fakeplayer.h"
#include "tests/support/patience.h"
#include "tests/unit/session/sessionfixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace tests {

/// Listening with a player that makes no sound, on a real library: episodes "e1" to "e3" of ten
/// minutes with files, "e4" without sound.
struct ListeningBench
{
    using EpisodeId = app::base::EpisodeId;
    using MediaTime = app::timestamps::MediaTime;
    using Store = app::library::EpisodeStore;

    /// \param streamed  where the sound of "e2" is, which then has no file
    explicit ListeningBench(const QString &streamed = {})
    {
        const QString elsewhere = QStringLiteral("https://pod.example/2.mp3");
        podcast = fixture.addPodcast({QStringLiteral("https://pod.example/1.mp3"),
                                      streamed.isEmpty() ? elsewhere : streamed,
                                      QStringLiteral("https://pod.example/3.mp3"),
                                      QString()});
        first = giveFile(QStringLiteral("e1"));
        second = streamed.isEmpty() ? giveFile(QStringLiteral("e2"))
                                    : fixture.episode(QStringLiteral("e2")).row.id;
        third = giveFile(QStringLiteral("e3"));
    }

    ~ListeningBench()
    {
        // As a session does: what could still answer ends before those who wait for it.
        soundMaps.forget();
        listening.close();
        downloads.reset();
        http.reset();
        workers.reset();
        fixture.library.reset();
    }

    ListeningBench(const ListeningBench &) = delete;
    ListeningBench &operator=(const ListeningBench &) = delete;

    /// Opens an episode and waits until it is loaded.
    void open(EpisodeId episode, std::optional<MediaTime> place = std::nullopt, bool paused = false)
    {
        listening.open(episode, place, paused);
        (void)tests::waitFor([&] { return isCurrent(episode); });
    }

    /// Everything asked of the library so far is done, and what was to follow from it, and so on.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            change([](Store &, app::library::Changes &) { return app::base::Result<void>(); });
            (void)queue();
            QCoreApplication::processEvents();
        }
    }

    [[nodiscard]] bool isCurrent(EpisodeId episode) const
    {
        return listening.current() && listening.current()->row.id == episode;
    }

    /// The sound goes on for so long of real time, and the clock with it.
    void hear(std::chrono::milliseconds time)
    {
        constexpr std::chrono::milliseconds step{500};
        for (auto left = time; left.count() > 0; left -= step) {
            const auto now = std::min(left, step);
            clock().advance(now);
            const auto sound =
                std::chrono::duration_cast<std::chrono::milliseconds>(now * player.speed());
            player.setPosition(player.position() + sound);
        }
    }

    /// Does it in one transaction. \p work gets (EpisodeStore &, Changes &).
    template <typename Work>
    void change(Work work)
    {
        const auto done = await(fixture.library->write(
            app::library::Durability::Normal,
            [work](app::library::Connection &connection, app::library::Changes &changes) {
                Store store(connection);
                return work(store, changes);
            }));
        if (!done) {
            qFatal("the test's change failed: %s", qPrintable(done.error().detail));
        }
    }

    void setQueue(const std::vector<EpisodeId> &ids)
    {
        change([ids](Store &store, app::library::Changes &changes) {
            return store.enqueue(ids, 0, changes);
        });
    }

    [[nodiscard]] std::vector<EpisodeId> queue()
    {
        return await(fixture.library->read([](app::library::Connection &connection) {
                   return Store(connection).queue();
               }))
            .value_or({});
    }

    void setPosition(EpisodeId id, qint64 ms)
    {
        change([id, ms, now = clock().now()](Store &store, app::library::Changes &changes) {
            return store.setPosition(id, MediaTime::fromMs(ms), now, changes);
        });
    }

    [[nodiscard]] app::library::Episode stored(EpisodeId id)
    {
        return await(fixture.library->read([id](app::library::Connection &connection) {
                   return Store(connection).get(id);
               }))
            .value_or({});
    }

    void setOwn(const app::settings::PodcastSettings &own)
    {
        QSignalSpy stored(&settings, &app::session::ListeningSettings::podcastChanged);
        settings.setOfPodcast(podcast, own);
        if (!tests::waitFor([&stored] { return !stored.isEmpty(); })) {
            qFatal("the settings are not kept");
        }
    }

    void setCommon(const std::function<void(app::settings::PlaybackSettings &)> &edit)
    {
        auto common = settings.common();
        edit(common);
        settings.setCommon(common);
    }

    EpisodeId giveFile(const QString &guid)
    {
        const EpisodeId id = fixture.episode(guid).row.id;
        const QString path = fixture.folder.filePath(guid + QStringLiteral(".mp3"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("sound") != 5) {
            qFatal("a test file cannot be written");
        }
        file.close();
        change([id, path](Store &store, app::library::Changes &changes) {
            return store.setFile(id, path, changes);
        });
        return id;
    }

    [[nodiscard]] FakeClock &clock() { return fixture.clock; }

    SessionFixture fixture;
    std::unique_ptr<app::network::HttpClient> http = app::network::makeHttpClient();
    std::unique_ptr<app::work::WorkerPool> workers = std::make_unique<app::work::WorkerPool>();
    std::unique_ptr<app::downloads::DownloadQueue> downloads =
        std::make_unique<app::downloads::DownloadQueue>(*http);
    app::session::History history;
    app::session::ListeningSettings settings{*fixture.library, std::nullopt};
    app::session::EpisodeService episodes{*fixture.library, *downloads, history};
    app::session::Timekeeping timekeeping{*fixture.library, *workers, history, fixture.clock};
    app::session::ChapterService chapters{
        *fixture.library, *http, *workers, settings, timekeeping, history};
    app::session::SoundMaps soundMaps{*fixture.library, *workers};
    FakePlayer player;
    app::session::Listening listening{
        {player, *fixture.library, episodes, chapters, soundMaps, settings, fixture.clock}};
    app::base::PodcastId podcast;
    EpisodeId first;
    EpisodeId second;
    EpisodeId third;
};

} // namespace tests
