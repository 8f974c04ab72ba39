// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/noterows.h"
#include "app/library/notesearch.h"

#include <algorithm>

namespace app::library {
namespace {

/// One walk over the index counts all that is told by numbers, and finds the podcasts.
/// \param newest  gets the number of the last note of each podcast
base::Result<void>
countNotes(Connection &connection, NoteFacets &facets, std::vector<qint64> &newest)
{
    auto statement = connection.prepare(
        "SELECT feed_url, color, anchor_state, count(*), sum(starred), max(number) FROM notes"
        " INDEXED BY notes_in_order WHERE deleted_ms IS NULL"
        " GROUP BY feed_url, color, anchor_state ORDER BY feed_url");
    while (statement.next()) {
        const QString feedUrl = statement.text(0);
        const int count = static_cast<int>(statement.number(3));
        if (facets.podcasts.empty() || facets.podcasts.back().feedUrl != feedUrl) {
            facets.podcasts.push_back({feedUrl, {}, 0});
            newest.push_back(0);
        }
        facets.podcasts.back().count += count;
        newest.back() = std::max(newest.back(), statement.number(5));
        facets.colors[static_cast<std::size_t>(internal::colorOf(statement.number(1)))] += count;
        facets.states[static_cast<std::size_t>(internal::stateOf(statement.number(2)))] += count;
        facets.starred += static_cast<int>(statement.number(4));
        facets.all += count;
    }
    return statement.finish();
}

bool comesFirst(const NotedPodcast &a, const NotedPodcast &b)
{
    const QString first = internal::folded(a.title);
    const QString second = internal::folded(b.title);
    return first != second ? first < second : a.feedUrl < b.feedUrl;
}

base::Result<void> countAll(Connection &connection, NoteFacets &facets)
{
    std::vector<qint64> newest;
    if (auto done = countNotes(connection, facets, newest); !done) {
        return done;
    }
    auto title = connection.prepare("SELECT podcast_title FROM notes WHERE number = ?");
    for (std::size_t at = 0; at < newest.size(); ++at) {
        title.bind(1, newest[at]);
        if (title.next()) {
            facets.podcasts[at].title = title.text(0);
        }
        if (auto done = title.finish(); !done) {
            return done;
        }
    }
    std::sort(facets.podcasts.begin(), facets.podcasts.end(), comesFirst);
    return {};
}

base::Result<void> countTags(Connection &connection, NoteFacets &facets)
{
    auto statement = connection.prepare(
        "SELECT tag_folded, count(*) FROM note_tags INDEXED BY note_tags_by_tag"
        " WHERE note_id NOT IN (SELECT id FROM notes WHERE deleted_ms IS NOT NULL)"
        " GROUP BY tag_folded");
    while (statement.next()) {
        const auto spelled = internal::spelledTag(connection, statement.text(0));
        if (!spelled) {
            return base::unexpected(spelled.error());
        }
        facets.tags.push_back({*spelled, static_cast<qsizetype>(statement.number(1))});
    }
    if (auto done = statement.finish(); !done) {
        return done;
    }
    // They came by alphabet.
    std::stable_sort(
        facets.tags.begin(),
        facets.tags.end(),
        [](const notes::UsedTag &a, const notes::UsedTag &b) { return a.notes > b.notes; });
    const auto tagged = connection.number(
        0,
        "SELECT count(*) FROM note_tags WHERE place = 0"
        " AND note_id NOT IN (SELECT id FROM notes WHERE deleted_ms IS NOT NULL)");
    facets.untagged = facets.all - static_cast<int>(tagged.value_or(0));
    return tagged ? base::Result<void>() : base::unexpected(tagged.error());
}

base::Result<void> countBin(Connection &connection, NoteFacets &facets)
{
    const auto count =
        connection.number(0, "SELECT count(*) FROM notes WHERE deleted_ms IS NOT NULL");
    facets.bin = static_cast<int>(count.value_or(0));
    return count ? base::Result<void>() : base::unexpected(count.error());
}

} // namespace

base::Result<NoteFacets> NoteSearch::facets()
{
    NoteFacets facets;
    for (const auto count : {countAll, countTags, countBin}) {
        if (const auto done = count(m_connection, facets); !done) {
            return base::unexpected(done.error());
        }
    }
    return facets;
}

} // namespace app::library
