// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/exporter.h"
#include "tests/benchmarks/budget.h"

#include <QStringList>

#include <benchmark/benchmark.h>

namespace {

using namespace app;

constexpr double exportMs = 5'000;
/// With the notes themselves, and all of what is written in memory at once.
constexpr double peakMbAtMost = 1'000;

/// 100,000 notes of 2,000 episodes.
const std::vector<notes::Note> &manyNotes()
{
    static const std::vector<notes::Note> all = [] {
        std::vector<notes::Note> made;
        for (int number = 0; number < 100'000; ++number) {
            notes::Note note;
            note.id = base::NoteId(
                QStringLiteral("0192f3a1-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
            note.episodeRef.podcastTitle = QStringLiteral("A show");
            note.episodeRef.feedUrl = QStringLiteral("https://example.com/feed.xml");
            note.episodeRef.episodeGuid = QString::number(number / 50);
            note.episodeRef.episodeTitle = QStringLiteral("Episode %1").arg(number / 50);
            note.start = timestamps::MediaTime::fromMs(number % 50 * 60'000);
            note.anchor.quote =
                QStringLiteral("Every reading hung from that line, he *said*. ").repeated(2);
            note.text = QStringLiteral("What I think of it, with a [link](https://example.com).");
            note.tags = {QStringLiteral("sea"), QStringLiteral("levels")};
            note.created = QDateTime::fromSecsSinceEpoch(1'700'000'000 + number, Qt::UTC);
            note.modified = note.created;
            made.push_back(note);
        }
        return made;
    }();
    return all;
}

void exportAll(benchmark::State &state, const QString &format)
{
    const std::vector<notes::Note> &notes = manyNotes();
    for (auto _ : state) {
        const auto files = exports::exportNotes(notes, format);
        if (!files || files->empty())
            state.SkipWithError("nothing was written");
    }
    state.counters["MB peak"] = tests::peakMb();
    tests::atMost(state, "time", exportMs);
    tests::atMost(state, "MB peak", peakMbAtMost);
}

} // namespace

int main(int argc, char **argv)
{
    for (const exports::ExportFormat &format : exports::exportFormats()) {
        if (format.id == QStringLiteral("pdf"))
            continue;
        const std::string name = "export 100,000 notes as " + format.id.toStdString();
        benchmark::RegisterBenchmark(
            name.c_str(), [id = format.id](benchmark::State &state) { exportAll(state, id); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
