// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/internal/filefacts.h"
#include "app/library/internal/lookup.h"
#include "app/library/podcaststore.h"

namespace app::library {
namespace {

using base::PodcastId;

/// What else a podcast's going touches, asked before it is gone.
base::Result<void> noteLosses(Connection &connection, PodcastId id, Changes &changes)
{
    auto noted =
        connection.prepare("SELECT n.id FROM notes n JOIN episodes e ON e.id = n.episode_id"
                           " WHERE e.podcast_id = ?",
                           id);
    while (noted.next()) {
        changes.notes.insert(base::NoteId(noted.text(0)));
    }
    if (auto done = noted.finish(); !done) {
        return done;
    }
    const auto queued = connection.number(0,
                                          "SELECT count(*) FROM queue q JOIN episodes e"
                                          " ON e.id = q.episode_id WHERE e.podcast_id = ?",
                                          id);
    if (!queued) {
        return base::unexpected(queued.error());
    }
    changes.queue = changes.queue || *queued > 0;
    return {};
}

base::Result<QStringList> filesOnlyOf(Connection &connection, PodcastId id)
{
    auto statement =
        connection.prepare("SELECT DISTINCT e.file_path FROM episodes e"
                           " WHERE e.podcast_id = ?1 AND e.file_path != '' AND NOT EXISTS"
                           " (SELECT 1 FROM episodes o WHERE o.file_path != ''"
                           " AND o.file_path = e.file_path AND o.podcast_id != ?1)",
                           id);
    QStringList paths;
    while (statement.next()) {
        paths.append(statement.text(0));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return paths;
}

} // namespace

base::Result<QStringList> PodcastStore::remove(PodcastId id, Changes &changes)
{
    if (const auto done = noteLosses(m_connection, id, changes); !done) {
        return base::unexpected(done.error());
    }
    auto paths = filesOnlyOf(m_connection, id);
    if (!paths) {
        return paths;
    }
    for (const QString &path : *paths) {
        if (const auto done = internal::forgetFileFacts(m_connection, path); !done) {
            return base::unexpected(done.error());
        }
    }
    const auto done =
        internal::changedOne(m_connection,
                             m_connection.run("DELETE FROM podcasts WHERE id = ?", id),
                             QStringLiteral("podcast"),
                             id.number());
    if (!done) {
        return base::unexpected(done.error());
    }
    changes.podcasts.insert(id);
    changes.podcastList = true;
    changes.episodeList = true;
    return paths;
}

} // namespace app::library
