// SPDX-License-Identifier: GPL-3.0-or-later
// Playing through a sound server: what it costs, and how exact and quick a seek is. Where mpv is
// installed it does the same work beside us, in the same run.
#include "app/playback/engineplayer.h"
#include "tests/benchmarks/budget.h"
#include "tests/support/onset.h"
#include "tests/support/positioncode.h"
#include "tests/support/privatepulse.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace {

using app::playback::Player;
using app::timestamps::MediaTime;
using tests::AudioKind;
using tests::MonitorRecording;

constexpr qint64 framesPerMs = tests::PrivatePulse::sampleRate / 1000;
/// A device that slept plays its first second late, and out of step with its recorder.
constexpr std::chrono::seconds settling{3};
constexpr AudioKind playedKind = AudioKind::Mp3VbrNoXing;

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// CPU time a process has used until now, in seconds; 0 where /proc does not tell.
double cpuSeconds(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = file.readAll();
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int userField = 11;
    return (fields.value(userField).toDouble() + fields.value(userField + 1).toDouble())
           / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Percent of a core a running program takes while it plays.
double percentOfCore(QProcess &program)
{
    using namespace std::chrono_literals;
    wait(2s);
    const auto before = cpuSeconds(program.processId());
    QElapsedTimer elapsed;
    elapsed.start();
    wait(8s);
    const auto used = cpuSeconds(program.processId()) - before;
    const auto seconds = static_cast<double>(elapsed.elapsed()) / 1000.0;
    program.kill();
    program.waitForFinished();
    return 100.0 * used / seconds;
}

QStringList mpvArguments()
{
    return {QStringLiteral("--no-config"),
            QStringLiteral("--no-video"),
            QStringLiteral("--no-terminal"),
            QStringLiteral("--ao=pulse"),
            QStringLiteral("--hr-seek=yes")};
}

QString mpvProgram()
{
    return QStandardPaths::findExecutable(QStringLiteral("mpv"));
}

double ownCost(double speed)
{
    QProcess cli;
    cli.start(QCoreApplication::applicationDirPath() + QStringLiteral("/earmark-cli"),
              {QStringLiteral("play"),
               tests::positionCodedFile(playedKind),
               QStringLiteral("--speed"),
               QString::number(speed)});
    return cli.waitForStarted() ? percentOfCore(cli) : 0;
}

double mpvCost(double speed)
{
    QProcess mpv;
    mpv.start(mpvProgram(),
              mpvArguments()
                  + QStringList{QStringLiteral("--speed=%1").arg(speed),
                                tests::positionCodedFile(playedKind)});
    return mpv.waitForStarted() ? percentOfCore(mpv) : 0;
}

void playingCost(benchmark::State &state)
{
    const auto speed = static_cast<double>(state.range(0)) / 10.0;
    for (auto _ : state) {
        const auto own = ownCost(speed);
        state.counters["% of a core"] = own;
        if (!mpvProgram().isEmpty()) {
            const auto theirs = mpvCost(speed);
            state.counters["mpv % of a core"] = theirs;
            tests::atMost(state, "% of a core", theirs);
        }
    }
}

/// Asks for a place. The time it was asked at goes to `asked`.
using Seek = std::function<void(qint64 targetMs)>;

struct SeekFigures
{
    std::vector<double> errors; ///< ms, absolute
    std::vector<double> delays; ///< ms
    int lost = 0;               ///< no such sound within half a second
};

SeekFigures measureSeeks(const MonitorRecording &recording, const Seek &seek)
{
    using namespace std::chrono_literals;
    std::mt19937 random(5);
    std::uniform_int_distribution<qint64> places(1'000, 100'000);
    SeekFigures figures;
    for (int i = 0; i < 20; ++i) {
        const auto target = places(random);
        const auto asked = MonitorRecording::Clock::now();
        const auto from = std::max<qint64>(recording.frameAt(asked) - 20 * framesPerMs, 0);
        seek(target);
        wait(600ms);
        if (const auto onset = tests::findOnset(recording.since(from), target)) {
            figures.errors.push_back(std::abs(onset->placeMs - static_cast<double>(target)));
            figures.delays.push_back(std::chrono::duration<double, std::milli>(
                                         recording.timeOf(from + onset->frame) - asked)
                                         .count());
        } else {
            ++figures.lost;
        }
    }
    std::sort(figures.errors.begin(), figures.errors.end());
    std::sort(figures.delays.begin(), figures.delays.end());
    return figures;
}

double p95(const std::vector<double> &sorted)
{
    return sorted.empty() ? -1 : sorted[(sorted.size() * 95 + 99) / 100 - 1];
}

SeekFigures ownSeeks(const MonitorRecording &recording)
{
    using namespace std::chrono_literals;
    const auto player = app::playback::makeEnginePlayer(app::playback::deviceOutput());
    app::playback::PlayerSource source;
    source.bytes = app::media::openFileSource(tests::positionCodedFile(playedKind)).value();
    player->load(source, MediaTime::fromMs(5'000), true);
    wait(settling);
    return measureSeeks(recording, [&](qint64 target) { player->seek(MediaTime::fromMs(target)); });
}

SeekFigures mpvSeeks(const MonitorRecording &recording)
{
    using namespace std::chrono_literals;
    const QTemporaryDir folder;
    const QString address = folder.filePath(QStringLiteral("mpv"));
    QProcess mpv;
    mpv.start(mpvProgram(),
              mpvArguments()
                  + QStringList{QStringLiteral("--input-ipc-server=") + address,
                                QStringLiteral("--start=5"),
                                tests::positionCodedFile(playedKind)});
    mpv.waitForStarted();
    wait(settling);
    QLocalSocket control;
    control.connectToServer(address);
    control.waitForConnected();
    auto figures = measureSeeks(recording, [&](qint64 target) {
        control.write(QStringLiteral("{\"command\":[\"seek\",%1,\"absolute+exact\"]}\n")
                          .arg(static_cast<double>(target) / 1000.0, 0, 'f', 3)
                          .toUtf8());
        control.flush();
    });
    mpv.kill();
    mpv.waitForFinished();
    return figures;
}

void seeking(benchmark::State &state)
{
    const MonitorRecording recording;
    for (auto _ : state) {
        wait(std::chrono::milliseconds(300));
        const auto own = ownSeeks(recording);
        state.counters["worst error, ms"] = own.errors.empty() ? -1 : own.errors.back();
        state.counters["click to sound p95, ms"] = p95(own.delays);
        state.counters["seeks lost"] = own.lost;
        tests::atMost(state, "seeks lost", 0);
        tests::atMost(state, "click to sound p95, ms", 60);
        if (!mpvProgram().isEmpty()) {
            const auto theirs = mpvSeeks(recording);
            const auto worst = theirs.errors.empty() ? -1 : theirs.errors.back();
            state.counters["mpv worst error, ms"] = worst;
            state.counters["mpv click to sound p95, ms"] = p95(theirs.delays);
            state.counters["mpv seeks lost"] = theirs.lost;
            tests::atMost(state, "worst error, ms", worst);
        }
    }
}

BENCHMARK(playingCost)
    ->Name("play, tenths of speed")
    ->Arg(10)
    ->Arg(20)
    ->Arg(30)
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK(seeking)->Name("seek through a sound server")->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

int main(int argc, char **argv)
{
    const tests::PrivatePulse pulse;
    const QCoreApplication application(argc, argv);
    if (!pulse.problem().isEmpty()) {
        qWarning("%s", qPrintable(pulse.problem()));
        return 1;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
