// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/internal/lookup.h"

#include <QSet>

#include <algorithm>

namespace app::library {
namespace {

using base::EpisodeId;

/// Queues are short: writing all of one keeps its places without gaps and easy to reason about.
base::Result<void> writeQueue(Connection &connection, const std::vector<EpisodeId> &ids)
{
    if (auto done = connection.run("DELETE FROM queue"); !done) {
        return done;
    }
    auto insert = connection.prepare("INSERT INTO queue (episode_id, place) VALUES (?, ?)");
    for (std::size_t place = 0; place < ids.size(); ++place) {
        insert.bind(1, ids[place]);
        insert.bind(2, place);
        if (auto done = insert.run(); !done) {
            return done;
        }
    }
    return {};
}

/// The asked ones, each once, in their order. Errors: NotFound.
base::Result<std::vector<EpisodeId>> existingOnce(Connection &connection,
                                                  const std::vector<EpisodeId> &ids)
{
    std::vector<EpisodeId> wanted;
    QSet<EpisodeId> seen;
    for (const EpisodeId id : ids) {
        if (seen.contains(id)) {
            continue;
        }
        seen.insert(id);
        const auto there = connection.number(0, "SELECT count(*) FROM episodes WHERE id = ?", id);
        if (!there) {
            return base::unexpected(there.error());
        }
        if (*there == 0) {
            return internal::notFound(QStringLiteral("episode"), QString::number(id.number()));
        }
        wanted.push_back(id);
    }
    return wanted;
}

} // namespace

base::Result<std::vector<EpisodeId>> EpisodeStore::queue()
{
    auto statement = m_connection.prepare("SELECT episode_id FROM queue ORDER BY place");
    std::vector<EpisodeId> ids;
    while (statement.next()) {
        ids.push_back(EpisodeId(statement.number(0)));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return ids;
}

base::Result<void>
EpisodeStore::enqueue(const std::vector<EpisodeId> &ids, int at, Changes &changes)
{
    const auto wanted = existingOnce(m_connection, ids);
    if (!wanted) {
        return base::unexpected(wanted.error());
    }
    const auto before = queue();
    if (!before) {
        return base::unexpected(before.error());
    }
    const std::size_t end = before->size();
    const std::size_t place = at < 0 ? end : std::min(static_cast<std::size_t>(at), end);
    const QSet<EpisodeId> moving(wanted->begin(), wanted->end());
    std::vector<EpisodeId> after;
    after.reserve(end + wanted->size());
    for (std::size_t i = 0; i <= end; ++i) {
        if (i == place) {
            after.insert(after.end(), wanted->begin(), wanted->end());
        }
        if (i < end && !moving.contains((*before)[i])) {
            after.push_back((*before)[i]);
        }
    }
    if (after == *before) {
        return {};
    }
    changes.queue = true;
    changes.episodes.unite(moving);
    return writeQueue(m_connection, after);
}

base::Result<void> EpisodeStore::dequeue(EpisodeId id, Changes &changes)
{
    const auto done = m_connection.run("DELETE FROM queue WHERE episode_id = ?", id);
    if (done && m_connection.changedRows() > 0) {
        changes.queue = true;
        changes.episodes.insert(id);
    }
    return done;
}

} // namespace app::library
