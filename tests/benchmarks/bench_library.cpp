// SPDX-License-Identifier: GPL-3.0-or-later
// Lists over 100,000 episodes, and keeping a position safe.
#include "app/base/clock.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "tests/benchmarks/budget.h"
#include "tests/benchmarks/largelibrary.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using app::library::Changes;
using app::library::Connection;
using app::library::EpisodeStore;
using app::library::Library;

/// A frame at 60 Hz: what a list may take to show its next page.
constexpr double frameMs = 16;

/// Made once.
struct LargeLibrary
{
    LargeLibrary()
        : library(Library::open(folder.path(), clock).value())
    {
        tests::fillLargeLibrary(*library, clock);
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
        if (const auto page = rows.result(); !page || page->size() != 200) {
            state.SkipWithError("the page did not come");
        }
    }
    tests::atMost(state, "time", frameMs);
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

BENCHMARK(openLibrary)
    ->Name("open a library of 100,000 episodes")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(readPage)
    ->Name("read 200 of 100,000 episodes, from number")
    ->Arg(0)
    ->Arg(99'800)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(listPodcasts)->Name("list 500 podcasts")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(keepPosition)->Name("keep a position")->Unit(benchmark::kMicrosecond)->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
