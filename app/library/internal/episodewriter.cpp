// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/episodewriter.h"

#include "app/library/connection.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/json.h"

namespace app::library::internal {
namespace {

const QString feedSource = QStringLiteral("feed");

base::Result<void>
storeTexts(Connection &connection, base::EpisodeId id, const feeds::FeedEpisode &item)
{
    return connection.run("INSERT INTO episode_texts (episode_id, description, details)"
                          " VALUES (?, ?, ?) ON CONFLICT (episode_id) DO UPDATE"
                          " SET description = excluded.description, details = excluded.details",
                          id,
                          item.description,
                          episodeDetails(item));
}

} // namespace

base::Result<base::EpisodeId> insertEpisode(Connection &connection,
                                            base::PodcastId podcast,
                                            const feeds::FeedEpisode &item,
                                            const QByteArray &hash,
                                            const QDateTime &now)
{
    auto done = connection.run(
        "INSERT INTO episodes (podcast_id, guid, title, title_folded, link, published_ms,"
        " feed_duration_ms, image, enclosure_url, enclosure_type, enclosure_length, season, number,"
        " type, explicit, chapters_url, offers_transcript, feed_hash, added_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        podcast,
        item.guid,
        item.title,
        folded(item.title),
        item.link,
        item.published,
        item.duration,
        item.image,
        item.enclosureUrl,
        item.enclosureType,
        item.enclosureLengthBytes,
        item.season,
        item.episode,
        item.episodeType,
        item.isExplicit,
        item.chaptersUrl,
        !item.transcripts.empty(),
        hash,
        now);
    if (!done) {
        return base::unexpected(done.error());
    }
    const base::EpisodeId id(connection.lastInsertedId());
    done = storeTexts(connection, id, item);
    if (done && !item.chapters.empty()) {
        done = storeChapters(connection, id, feedSource, item.chapters);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    return id;
}

base::Result<void> updateEpisode(Connection &connection,
                                 base::EpisodeId id,
                                 const feeds::FeedEpisode &item,
                                 const QByteArray &hash)
{
    auto done = connection.run(
        "UPDATE episodes SET guid = ?, title = ?, title_folded = ?, link = ?, published_ms = ?,"
        " feed_duration_ms = ?, image = ?, enclosure_url = ?, enclosure_type = ?,"
        " enclosure_length = ?, season = ?, number = ?, type = ?, explicit = ?, chapters_url = ?,"
        " offers_transcript = ?, feed_hash = ? WHERE id = ?",
        item.guid,
        item.title,
        folded(item.title),
        item.link,
        item.published,
        item.duration,
        item.image,
        item.enclosureUrl,
        item.enclosureType,
        item.enclosureLengthBytes,
        item.season,
        item.episode,
        item.episodeType,
        item.isExplicit,
        item.chaptersUrl,
        !item.transcripts.empty(),
        hash,
        id);
    if (done) {
        done = storeTexts(connection, id, item);
    }
    return done ? storeChapters(connection, id, feedSource, item.chapters) : done;
}

base::Result<void> storeChapters(Connection &connection,
                                 base::EpisodeId id,
                                 const QString &source,
                                 const timestamps::Chapters &chapters)
{
    if (chapters.empty()) {
        return connection.run(
            "DELETE FROM chapters WHERE episode_id = ? AND source = ?", id, source);
    }
    return connection.run("INSERT INTO chapters (episode_id, source, list) VALUES (?, ?, ?)"
                          " ON CONFLICT (episode_id, source) DO UPDATE SET list = excluded.list",
                          id,
                          source,
                          chapterList(chapters));
}

} // namespace app::library::internal
