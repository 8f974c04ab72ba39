// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding, indexing and seeking, on position-coded files.
#include "app/media/decoder.h"
#include "app/media/seekindex.h"
#include "tests/benchmarks/budget.h"
#include "tests/support/positioncode.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <array>
#include <random>
#include <vector>

namespace {

using app::media::Decoder;
using app::timestamps::MediaTime;
using tests::AudioKind;

std::shared_ptr<app::media::ByteSource> open(AudioKind kind)
{
    return app::media::openFileSource(tests::positionCodedFile(kind)).value();
}

/// Five hours of MP3, put together once a run from one that has no tags. Empty when that fails.
const QString &fiveHours(bool even)
{
    static const QTemporaryDir folder;
    static std::array<QString, 2> made;
    auto &path = made[even ? 1 : 0];
    if (path.isEmpty()) {
        const auto part = folder.filePath(QStringLiteral("part.mp3"));
        const auto coding = even ? QStringLiteral("-b:a 128k") : QStringLiteral("-q:a 4");
        const QString how = QStringLiteral("-ar 44100 -ac 2 -c:a libmp3lame -write_xing 0 "
                                           "-id3v2_version 0 ")
                            + coding;
        QFile from(part);
        QFile to(folder.filePath(even ? QStringLiteral("even.mp3") : QStringLiteral("uneven.mp3")));
        if (!tests::encodePositionCode(how.split(u' '), part) || !from.open(QIODevice::ReadOnly)
            || !to.open(QIODevice::WriteOnly)) {
            return path;
        }
        const auto bytes = from.readAll();
        for (int seconds = 0; seconds < 5 * 3600; seconds += tests::codeSeconds) {
            to.write(bytes);
        }
        path = to.fileName();
    }
    return path;
}

[[nodiscard]] app::media::SeekIndex indexOf(app::media::ByteSource &source)
{
    const std::atomic<bool> cancelled = false;
    return app::media::buildSeekIndex(source, cancelled).value();
}

void indexFiveHours(benchmark::State &state)
{
    const auto source = app::media::openFileSource(fiveHours(state.range(0) != 0)).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(indexOf(*source));
    }
    state.SetLabel(state.range(0) != 0 ? "even" : "uneven");
    tests::atMost(state, "time", 500);
}

/// As a click on a time opens it: with the index the library keeps, up to the first sound.
void openFiveHours(benchmark::State &state)
{
    const auto path = fiveHours(state.range(0) != 0);
    const auto kept = indexOf(*app::media::openFileSource(path).value()).toBytes();
    std::vector<float> sound(2 * 2'400);
    for (auto _ : state) {
        auto index = app::media::SeekIndex::fromBytes(kept).value();
        auto source = app::media::openFileSource(path).value();
        auto decoder = Decoder::open(std::move(source), {}, std::move(index)).value();
        (void)decoder->seek(MediaTime::fromMs(16'000'000));
        benchmark::DoNotOptimize(decoder->read(sound.data(), 2'400));
    }
    state.counters["KB kept"] = static_cast<double>(kept.size()) / 1000;
    state.SetLabel(state.range(0) != 0 ? "even" : "uneven");
    tests::atMost(state, "time", 10);
}

void openFile(benchmark::State &state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(Decoder::open(open(AudioKind::Mp3Vbr)));
    }
}

void indexMp3(benchmark::State &state)
{
    const auto source = open(AudioKind::Mp3VbrNoXing);
    const std::atomic<bool> cancelled = false;
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::media::buildSeekIndex(*source, cancelled));
    }
    state.counters["hours/s"] = benchmark::Counter(tests::codeSeconds / 3600.0,
                                                   benchmark::Counter::kIsIterationInvariantRate);
}

void seekAndDecode(benchmark::State &state)
{
    const auto kind = static_cast<AudioKind>(state.range(0));
    const auto source = open(kind);
    const std::atomic<bool> cancelled = false;
    std::optional<app::media::SeekIndex> index;
    if (app::media::needsSeekIndex(*source)) {
        index = app::media::buildSeekIndex(*source, cancelled).value();
    }
    auto decoder = Decoder::open(source, {}, index).value();
    std::mt19937 random(7);
    std::uniform_int_distribution<qint64> places(0, 110'000);
    std::vector<float> sound(2 * 2'400);
    for (auto _ : state) {
        (void)decoder->seek(MediaTime::fromMs(places(random)));
        benchmark::DoNotOptimize(decoder->read(sound.data(), 2'400));
    }
    state.SetLabel(tests::audioKindName(kind).toStdString());
    tests::atMost(state, "time", 60);
}

void decode(benchmark::State &state)
{
    const auto source = open(static_cast<AudioKind>(state.range(0)));
    std::vector<float> sound(2 * 48'000);
    for (auto _ : state) {
        auto decoder = Decoder::open(source).value();
        while (decoder->read(sound.data(), 48'000).value_or(0) > 0) {
        }
    }
    state.counters["x real time"] =
        benchmark::Counter(tests::codeSeconds, benchmark::Counter::kIsIterationInvariantRate);
    state.SetLabel(tests::audioKindName(static_cast<AudioKind>(state.range(0))).toStdString());
}

BENCHMARK(openFile)->Name("open an MP3 of two minutes")->Unit(benchmark::kMillisecond);
BENCHMARK(indexMp3)->Name("index an MP3 of two minutes")->Unit(benchmark::kMillisecond);
BENCHMARK(indexFiveHours)
    ->Name("index an MP3 of five hours")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(openFiveHours)
    ->Name("open an MP3 of five hours near its end")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(seekAndDecode)
    ->Name("seek and decode 50 ms, file kind")
    ->Arg(static_cast<int>(AudioKind::Mp3Vbr))
    ->Arg(static_cast<int>(AudioKind::M4a))
    ->Arg(static_cast<int>(AudioKind::Opus))
    ->Arg(static_cast<int>(AudioKind::Flac))
    ->Unit(benchmark::kMillisecond);
BENCHMARK(decode)
    ->Name("decode two minutes, file kind")
    ->Arg(static_cast<int>(AudioKind::Mp3Vbr))
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
