// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/noterows.h"
#include "app/library/notesearch.h"

#include <QHash>

#include <algorithm>

namespace app::library {
namespace {

/// One walk over the index counts all that is told by numbers, and finds the podcasts. Sorting them
/// by their feeds first, as grouping would, takes twice as long.
/// \param newest  gets the number of the last note of each podcast
base::Result<void>
countNotes(Connection &connection, NoteFacets &facets, std::vector<qint64> &newest)
{
    auto statement =
        connection.prepare("SELECT feed_url, color, anchor_state, starred, number FROM notes"
                           " INDEXED BY notes_in_order WHERE deleted_ms IS NULL");
    QHash<QByteArray, std::size_t> podcasts;
    QByteArray lastUrl;
    std::size_t at = 0;
    while (statement.next()) {
        // Neighbours are mostly of one podcast.
        if (const QByteArray feedUrl = statement.bytes(0); newest.empty() || feedUrl != lastUrl) {
            lastUrl = feedUrl;
            const auto known = podcasts.constFind(feedUrl);
            at = known != podcasts.constEnd() ? *known : newest.size();
            if (at == newest.size()) {
                podcasts.insert(feedUrl, at);
                facets.podcasts.push_back({QString::fromUtf8(feedUrl), {}, 0});
                newest.push_back(0);
            }
        }
        ++facets.podcasts[at].count;
        newest[at] = std::max(newest[at], statement.number(4));
        ++facets.colors[static_cast<std::size_t>(internal::colorOf(statement.number(1)))];
        ++facets.states[static_cast<std::size_t>(internal::stateOf(statement.number(2)))];
        facets.starred += statement.flag(3) ? 1 : 0;
        ++facets.all;
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
    qint64 tagged = 0; // notes by their first tags
    auto statement = connection.prepare(
        "SELECT tag_folded, count(*), sum(place = 0) FROM note_tags INDEXED BY note_tags_by_tag"
        " WHERE note_id NOT IN (SELECT id FROM notes WHERE deleted_ms IS NOT NULL)"
        " GROUP BY tag_folded");
    while (statement.next()) {
        const auto spelled = internal::spelledTag(connection, statement.text(0));
        if (!spelled) {
            return base::unexpected(spelled.error());
        }
        facets.tags.push_back({*spelled, static_cast<qsizetype>(statement.number(1))});
        tagged += statement.number(2);
    }
    if (auto done = statement.finish(); !done) {
        return done;
    }
    // They came by alphabet.
    std::stable_sort(
        facets.tags.begin(),
        facets.tags.end(),
        [](const notes::UsedTag &a, const notes::UsedTag &b) { return a.notes > b.notes; });
    facets.untagged = facets.all - static_cast<int>(tagged);
    return {};
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
