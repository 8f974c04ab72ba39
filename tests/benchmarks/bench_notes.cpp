// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of 100,000 notes, and what a listener waits for when one is kept.
#include "app/base/clock.h"
#include "app/library/connection.h"
#include "app/library/library.h"
#include "app/library/notesearch.h"
#include "app/library/notestore.h"
#include "tests/benchmarks/budget.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using app::base::NoteId;
using app::library::Changes;
using app::library::Connection;
using app::library::Library;
using app::library::NoteGroup;
using app::library::NoteQuery;
using app::library::NoteSearch;
using app::library::NoteSort;
using app::library::NoteStore;
using app::notes::Note;

constexpr int noteCount = 100'000;
constexpr double indexMs = 200;
constexpr double pageMs = 20;
constexpr double peakMbAtMost = 200;

const QStringList words =
    QStringLiteral("sea wall tide harbour light stone water night morning ship"
                   " captain story question answer reason number people city")
        .split(QLatin1Char(' '));

QString sentence(int seed, int length)
{
    QStringList chosen;
    for (int i = 0; i < length; ++i) {
        seed = (seed * 1103515 + 12345) & 0x7FFFFFF;
        chosen.append(words[seed / 64 % words.size()]);
    }
    return chosen.join(QLatin1Char(' '));
}

Note noteOf(int number)
{
    Note note;
    note.id = NoteId(QStringLiteral("01936f3a-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0')));
    const int episode = number / 20;
    const int podcast = episode / 25;
    note.episodeRef.podcastTitle = QStringLiteral("Podcast %1").arg(podcast);
    note.episodeRef.feedUrl = QStringLiteral("https://feeds.example.com/podcast/%1").arg(podcast);
    note.episodeRef.episodeTitle = QStringLiteral("Episode %1").arg(episode);
    note.episodeRef.episodeGuid = QStringLiteral("episode-guid-%1").arg(episode);
    note.episodeRef.published =
        QDateTime(QDate(2020, 1, 1), QTime(6, 0), Qt::UTC).addSecs(episode * 40'000LL);
    note.start = app::timestamps::MediaTime::fromMs(number % 20 * 97'000);
    note.anchor.quote = sentence(number, 30);
    note.anchor.prefix = sentence(number + 1, 12);
    note.anchor.suffix = sentence(number + 2, 12);
    note.text = sentence(number + 3, 20);
    note.tags = {words[number % 7], words[7 + number % 11]};
    note.color = static_cast<app::notes::Color>(number % 5);
    note.created = note.episodeRef.published.addSecs(number % 7 * 100'000LL);
    note.modified = note.created.addSecs(number % 13 * 1000);
    return note;
}

/// Made once.
struct NotedLibrary
{
    NotedLibrary()
        : library(Library::open(folder.path(), clock).value())
    {
        auto filled = library->write(
            app::library::Durability::Normal,
            [](Connection &connection, Changes &changes) -> app::base::Result<void> {
                for (int number = 0; number < noteCount; ++number) {
                    const Note note = noteOf(number);
                    if (auto done =
                            NoteStore(connection).apply({note.id, std::nullopt, note}, changes);
                        !done) {
                        return done;
                    }
                }
                return {};
            });
        filled.waitForFinished();
    }

    static NotedLibrary &shared()
    {
        static NotedLibrary one;
        return one;
    }

    QTemporaryDir folder;
    app::base::SystemClock clock;
    std::unique_ptr<Library> library;
};

void indexNotes(benchmark::State &state, const NoteQuery &query)
{
    NotedLibrary &noted = NotedLibrary::shared();
    for (auto _ : state) {
        const auto found =
            noted.library
                ->read([&](Connection &connection) { return NoteSearch(connection).index(query); })
                .result();
        if (!found || found->lines.empty()) {
            state.SkipWithError("no notes were found");
        }
    }
    state.counters["MB peak"] = tests::peakMb();
    tests::atMost(state, "time", indexMs);
    tests::atMost(state, "MB peak", peakMbAtMost);
}

void loadPage(benchmark::State &state)
{
    NotedLibrary &noted = NotedLibrary::shared();
    std::vector<NoteId> ids;
    for (int i = 0; i < 200; ++i) {
        ids.push_back(noteOf(i * 487 % noteCount).id);
    }
    for (auto _ : state) {
        const auto notes =
            noted.library
                ->read([&](Connection &connection) { return NoteSearch(connection).load(ids); })
                .result();
        if (!notes || notes->size() != ids.size()) {
            state.SkipWithError("the notes did not come");
        }
    }
    state.counters["MB peak"] = tests::peakMb();
    tests::atMost(state, "time", pageMs);
    tests::atMost(state, "MB peak", peakMbAtMost);
}

void countFacets(benchmark::State &state)
{
    NotedLibrary &noted = NotedLibrary::shared();
    for (auto _ : state) {
        noted.library->read([](Connection &connection) { return NoteSearch(connection).facets(); })
            .waitForFinished();
    }
    tests::atMost(state, "time", indexMs);
}

void keepNote(benchmark::State &state)
{
    NotedLibrary &noted = NotedLibrary::shared();
    static int number = noteCount;
    for (auto _ : state) {
        const Note note = noteOf(number++);
        noted.library
            ->write(app::library::Durability::Full,
                    [&note](Connection &connection, Changes &changes) {
                        return NoteStore(connection).apply({note.id, std::nullopt, note}, changes);
                    })
            .waitForFinished();
    }
}

NoteQuery queryOf(const QString &text, NoteSort sort, NoteGroup group)
{
    NoteQuery query;
    query.text = text;
    query.sort = sort;
    query.group = group;
    return query;
}

void addIndex(const char *name, const NoteQuery &query)
{
    benchmark::RegisterBenchmark(name, indexNotes, query)
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
}

BENCHMARK(loadPage)
    ->Name("load 200 of 100,000 notes")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(countFacets)
    ->Name("count what 100,000 notes can be narrowed by")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(keepNote)
    ->Name("keep a note")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    addIndex("list 100,000 notes by place", queryOf({}, NoteSort::Place, NoteGroup::None));
    addIndex("list 100,000 notes by episode", queryOf({}, NoteSort::Newest, NoteGroup::Episode));
    addIndex("list 100,000 notes by podcast", queryOf({}, NoteSort::Place, NoteGroup::Podcast));
    addIndex("list 100,000 notes by tag", queryOf({}, NoteSort::Newest, NoteGroup::Tag));
    addIndex("list 100,000 notes by day", queryOf({}, NoteSort::Newest, NoteGroup::Day));
    addIndex("find a common word in 100,000 notes",
             queryOf(QStringLiteral("harbour "), NoteSort::Newest, NoteGroup::Episode));
    addIndex("find what begins with a letter in 100,000 notes",
             queryOf(QStringLiteral("s"), NoteSort::Newest, NoteGroup::Episode));
    addIndex("find a phrase in 100,000 notes",
             queryOf(QStringLiteral("\"sea wall\""), NoteSort::Newest, NoteGroup::Episode));
    NoteQuery untagged;
    untagged.tags = {words[0], words[7]};
    addIndex("find two tags in 100,000 notes", untagged);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
