// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to a window that can be used, each time in a process of its own,
// and what the program then takes while nobody does anything.
#include "app/base/clock.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/session/sample.h"
#include "app/settings/settingsfile.h"
#include "tests/benchmarks/budget.h"
#include "tests/benchmarks/largelibrary.h"
#include "tests/benchmarks/startchild.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace {

using app::library::Library;

/// The folders every start uses; emptied at the end.
class Places final
{
public:
    Places()
    {
        const auto sample = Library::open(this->sample(), m_clock).value();
        auto added = app::session::addSample(*sample, m_clock, QStringLiteral(":/sample"));
        // What it does for this thread comes by the event loop.
        while (!added.isFinished()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
        if (!added.result()) {
            qFatal("%s", qPrintable(added.result().error().detail));
        }
        auto rows = sample->read([](app::library::Connection &connection) {
            return app::library::EpisodeStore(connection).page({}, 0, 1);
        });
        app::settings::WindowSettings kept;
        kept.episode = kept.playing = rows.result().value().front().id.number();
        app::settings::SettingsFile(paused()).store(kept);
        tests::fillLargeLibrary(*Library::open(large(), m_clock).value(), m_clock);
    }

    static const Places &shared()
    {
        static const Places one;
        return one;
    }

    [[nodiscard]] QString home() const { return m_folder.path(); }

    [[nodiscard]] QString sample() const { return m_folder.filePath(QStringLiteral("sample")); }

    [[nodiscard]] QString large() const { return m_folder.filePath(QStringLiteral("large")); }

    /// Settings as on the very first day.
    [[nodiscard]] QString fresh() const { return m_folder.filePath(QStringLiteral("fresh.ini")); }

    /// Settings that bring an episode back into reader and player, paused.
    [[nodiscard]] QString paused() const { return m_folder.filePath(QStringLiteral("paused.ini")); }

private:
    QTemporaryDir m_folder;
    app::base::SystemClock m_clock;
};

enum class Idle { Skipped, Watched };

/// \returns what the child printed; empty when it failed
QJsonObject start(const QString &library, const QString &settings, Idle idle)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *const outside : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}) {
        environment.remove(QLatin1String(outside));
    }
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("HOME"), Places::shared().home());
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const auto ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    child.start(QCoreApplication::applicationFilePath(),
                {QLatin1String(tests::startChildMark),
                 library,
                 settings,
                 QString::number(ns),
                 QString::number(idle == Idle::Watched ? 1 : 0)});
    child.waitForFinished(60'000);
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

/// Times the median of several starts, and watches one more while it is idle.
void measure(benchmark::State &state, const QString &library, const QString &settings)
{
    constexpr int starts = 11;
    constexpr std::array stages{
        "main", "application", "theme", "session", "window", "shown", "usable", "painted"};
    // The first one finds the files and makes the caches of the system's fonts.
    (void)start(library, settings, Idle::Skipped);
    for (auto _ : state) {
        std::vector<QJsonObject> all;
        for (int i = 0; i < starts; ++i) {
            all.push_back(start(library, settings, Idle::Skipped));
        }
        const auto painted = [](const QJsonObject &found) {
            return found[QLatin1String("painted")].toDouble();
        };
        std::sort(all.begin(), all.end(), [&](const QJsonObject &a, const QJsonObject &b) {
            return painted(a) < painted(b);
        });
        if (painted(all.front()) <= 0) {
            state.SkipWithError("the program did not start");
            return;
        }
        const QJsonObject &median = all[starts / 2];
        state.SetIterationTime(painted(median) / 1000);
        for (const char *const stage : stages) {
            state.counters[std::string("ms to ") + stage] = median[QLatin1String(stage)].toDouble();
        }
        state.counters["ms at worst"] = painted(all.back());
    }
    const QJsonObject idle = start(library, settings, Idle::Watched);
    state.counters["MB idle"] = idle[QLatin1String("idleMb")].toDouble();
    state.counters["MB peak"] = idle[QLatin1String("peakMb")].toDouble();
    state.counters["wake-ups/s"] = idle[QLatin1String("wakeUps")].toDouble();
    tests::atMost(state, "wake-ups/s", 0);
}

void startSample(benchmark::State &state)
{
    const Places &places = Places::shared();
    measure(state, places.sample(), places.fresh());
    tests::atMost(state, "time", 400);
    tests::atMost(state, "MB idle", 120);
}

void startPaused(benchmark::State &state)
{
    const Places &places = Places::shared();
    measure(state, places.sample(), places.paused());
    tests::atMost(state, "time", 400);
    tests::atMost(state, "MB idle", 120);
}

void startLarge(benchmark::State &state)
{
    const Places &places = Places::shared();
    measure(state, places.large(), places.fresh());
    tests::atMost(state, "time", 300);
    tests::atMost(state, "MB idle", 150);
}

void asOneStart(benchmark::internal::Benchmark *one)
{
    one->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(startSample)->Name("start with the sample podcast")->Apply(asOneStart);
BENCHMARK(startPaused)->Name("start with an episode open and paused")->Apply(asOneStart);
BENCHMARK(startLarge)->Name("start with 100,000 episodes")->Apply(asOneStart);

} // namespace

int main(int argc, char **argv)
{
    if (tests::isStartChild(argc, argv)) {
        return tests::runStartChild(argc, argv);
    }
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
