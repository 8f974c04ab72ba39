// SPDX-License-Identifier: GPL-3.0-or-later
// Lists over 100,000 episodes, and keeping a note safe.
#include "app/base/clock.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using app::library::Changes;
using app::library::Connection;
using app::library::EpisodeStore;
using app::library::Library;

constexpr int podcasts = 500;
constexpr int episodesEach = 200;

/// Made once: 500 podcasts of 200 episodes.
struct LargeLibrary
{
    LargeLibrary()
    {
        library = Library::open(folder.path(), clock).value();
        for (int p = 0; p < podcasts; ++p) {
            app::feeds::Feed feed;
            feed.title = QStringLiteral("Podcast %1").arg(p);
            for (int e = 0; e < episodesEach; ++e) {
                app::feeds::FeedEpisode episode;
                episode.guid = QStringLiteral("%1-%2").arg(p).arg(e);
                episode.title = QStringLiteral("Episode %1 of podcast %2").arg(e).arg(p);
                episode.description = QStringLiteral("<p>Notes (4:30)</p>").repeated(20);
                episode.published = clock.now().addSecs(-3600LL * (e * podcasts + p));
                episode.enclosureUrl =
                    QStringLiteral("https://pod.example/%1/%2.mp3").arg(p).arg(e);
                feed.episodes.push_back(episode);
            }
            auto added = library->write(
                app::library::Durability::Normal,
                [feed, p, now = clock.now()](Connection &connection, Changes &changes) {
                    return app::library::PodcastStore(connection)
                        .add(QStringLiteral("https://pod.example/%1").arg(p), feed, now, changes);
                });
            added.waitForFinished();
        }
    }

    static LargeLibrary &shared()
    {
        static LargeLibrary one;
        return one;
    }

    QTemporaryDir folder;
    app::base::SystemClock clock;
    std::unique_ptr<Library> library;
};

void openLibrary(benchmark::State &state)
{
    LargeLibrary &large = LargeLibrary::shared();
    for (auto _ : state) {
        benchmark::DoNotOptimize(Library::open(large.folder.path(), large.clock));
    }
}

void readPage(benchmark::State &state)
{
    LargeLibrary &large = LargeLibrary::shared();
    const auto offset = static_cast<int>(state.range(0));
    for (auto _ : state) {
        auto rows = large.library->read([offset](Connection &connection) {
            return EpisodeStore(connection).page({}, offset, 200);
        });
        rows.waitForFinished();
    }
}

void listPodcasts(benchmark::State &state)
{
    LargeLibrary &large = LargeLibrary::shared();
    for (auto _ : state) {
        auto all = large.library->read(
            [](Connection &connection) { return app::library::PodcastStore(connection).all(); });
        all.waitForFinished();
    }
}

void keepPosition(benchmark::State &state)
{
    LargeLibrary &large = LargeLibrary::shared();
    qint64 ms = 0;
    for (auto _ : state) {
        auto kept = large.library->write(
            app::library::Durability::Normal,
            [&ms, now = large.clock.now()](Connection &connection, Changes &changes) {
                return EpisodeStore(connection)
                    .setPosition(app::base::EpisodeId(1),
                                 app::timestamps::MediaTime::fromMs(++ms),
                                 now,
                                 changes);
            });
        kept.waitForFinished();
    }
}

BENCHMARK(openLibrary)->Unit(benchmark::kMillisecond);
BENCHMARK(readPage)->Arg(0)->Arg(99'800)->Unit(benchmark::kMillisecond);
BENCHMARK(listPodcasts)->Unit(benchmark::kMillisecond);
BENCHMARK(keepPosition)->Unit(benchmark::kMicrosecond);

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
