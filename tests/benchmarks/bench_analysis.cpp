// SPDX-License-Identifier: GPL-3.0-or-later
// Listening through whole recordings in the background.
#include "app/media/soundanalysis.h"
#include "tests/benchmarks/budget.h"
#include "tests/support/positioncode.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

namespace {

using tests::AudioKind;

void analyse(benchmark::State &state)
{
    const auto kind = static_cast<AudioKind>(state.range(0));
    const auto source = app::media::openFileSource(tests::positionCodedFile(kind)).value();
    const std::atomic<bool> cancelled = false;
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::media::analyseSound(source, cancelled));
    }
    state.counters["x real time"] =
        benchmark::Counter(tests::codeSeconds, benchmark::Counter::kIsIterationInvariantRate);
    state.SetLabel(tests::audioKindName(kind).toStdString());
    tests::atLeast(state, "x real time", 500);
}

BENCHMARK(analyse)
    ->Name("waveform, loudness and pauses, file kind")
    ->Arg(static_cast<int>(AudioKind::Mp3Vbr))
    ->Arg(static_cast<int>(AudioKind::M4a))
    ->Arg(static_cast<int>(AudioKind::Opus))
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
