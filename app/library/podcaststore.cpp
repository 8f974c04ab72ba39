// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/podcaststore.h"

#include "app/library/connection.h"
#include "app/library/internal/episodematcher.h"
#include "app/library/internal/episodewriter.h"
#include "app/library/internal/feedhash.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/json.h"
#include "app/library/internal/lookup.h"
#include "app/library/notestore.h"

namespace app::library {
namespace {

using base::ErrorCode;
using base::PodcastId;

const QString podcastWord = QStringLiteral("podcast");

#define PODCAST_COLUMNS                                                                            \
    "SELECT p.id, p.title, p.feed_url, p.link, p.description, p.author, p.language, p.image,"      \
    " p.guid, (SELECT count(*) FROM episodes e WHERE e.podcast_id = p.id),"                        \
    " (SELECT count(*) FROM episodes e WHERE e.podcast_id = p.id AND e.played = 0),"               \
    " p.etag, p.last_modified, p.refreshed_ms, p.fetch_error FROM podcasts p "

Podcast readPodcast(const Statement &statement)
{
    ColumnReader in(statement);
    Podcast podcast;
    podcast.id = in.id<PodcastId>();
    podcast.title = in.text();
    podcast.feedUrl = in.text();
    podcast.link = in.text();
    podcast.description = in.text();
    podcast.author = in.text();
    podcast.language = in.text();
    podcast.image = in.text();
    podcast.guid = in.text();
    podcast.episodeCount = static_cast<int>(in.number());
    podcast.unplayedCount = static_cast<int>(in.number());
    podcast.etag = in.text();
    podcast.lastModified = in.text();
    podcast.lastRefreshed = in.date();
    podcast.error = in.text();
    return podcast;
}

QString titleOf(const feeds::Feed &feed, const QString &feedUrl)
{
    return feed.title.trimmed().isEmpty() ? feedUrl : feed.title;
}

/// The guid's key, unless another podcast has it already.
base::Result<std::optional<QString>>
freeGuidKey(Connection &connection, const QString &guid, PodcastId id)
{
    const QString key = internal::guidKey(guid);
    if (key.isEmpty()) {
        return std::optional<QString>();
    }
    const auto taken = connection.number(
        0, "SELECT count(*) FROM podcasts WHERE guid_key = ? AND id != ?", key, id);
    if (!taken) {
        return base::unexpected(taken.error());
    }
    return *taken > 0 ? std::optional<QString>() : std::optional(key);
}

base::Result<PodcastId> insertPodcast(Connection &connection,
                                      const QString &feedUrl,
                                      const feeds::Feed &feed,
                                      const QDateTime &now)
{
    const auto guidKey = freeGuidKey(connection, feed.guid, PodcastId());
    if (!guidKey) {
        return base::unexpected(guidKey.error());
    }
    const QString title = titleOf(feed, feedUrl);
    const auto done = connection.run(
        "INSERT INTO podcasts (feed_url, feed_key, guid, guid_key, title, title_folded, link,"
        " description, author, language, image, type, next_page, details, feed_hash, added_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        feedUrl,
        internal::feedKey(feedUrl),
        feed.guid,
        *guidKey,
        title,
        internal::folded(title),
        feed.link,
        feed.description,
        feed.author,
        feed.language,
        feed.image,
        feed.type,
        feed.nextPage,
        internal::podcastDetails(feed),
        internal::hashOf(feed),
        now);
    if (!done) {
        return base::unexpected(done.error());
    }
    return PodcastId(connection.lastInsertedId());
}

base::Result<void> updatePodcast(Connection &connection,
                                 PodcastId id,
                                 const QString &feedUrl,
                                 const feeds::Feed &feed,
                                 const QByteArray &hash)
{
    const auto guidKey = freeGuidKey(connection, feed.guid, id);
    if (!guidKey) {
        return base::unexpected(guidKey.error());
    }
    const QString title = titleOf(feed, feedUrl);
    return connection.run("UPDATE podcasts SET guid = ?, guid_key = ?, title = ?, title_folded = ?,"
                          " link = ?, description = ?, author = ?, language = ?, image = ?,"
                          " type = ?, next_page = ?, details = ?, feed_hash = ? WHERE id = ?",
                          feed.guid,
                          *guidKey,
                          title,
                          internal::folded(title),
                          feed.link,
                          feed.description,
                          feed.author,
                          feed.language,
                          feed.image,
                          feed.type,
                          feed.nextPage,
                          internal::podcastDetails(feed),
                          hash,
                          id);
}

base::Result<void>
bringUpToDate(Connection &connection, PodcastId id, const feeds::Feed &feed, Changes &changes)
{
    auto statement =
        connection.prepare("SELECT feed_url, feed_hash FROM podcasts WHERE id = ?", id);
    const bool found = statement.next();
    const QString feedUrl = found ? statement.text(0) : QString();
    const QByteArray before = found ? statement.bytes(1) : QByteArray();
    if (auto done = statement.finish(); !done) {
        return done;
    }
    if (!found) {
        return internal::notFound(podcastWord, QString::number(id.number()));
    }
    const QByteArray hash = internal::hashOf(feed);
    if (hash == before) {
        return {};
    }
    changes.podcasts.insert(id);
    return updatePodcast(connection, id, feedUrl, feed, hash);
}

base::Result<std::vector<internal::KnownEpisode>> knownEpisodes(Connection &connection,
                                                                PodcastId id)
{
    auto statement = connection.prepare("SELECT id, guid, enclosure_url, title, published_ms,"
                                        " feed_hash FROM episodes WHERE podcast_id = ? ORDER BY id",
                                        id);
    std::vector<internal::KnownEpisode> known;
    while (statement.next()) {
        ColumnReader in(statement);
        auto &episode = known.emplace_back();
        episode.id = in.id<base::EpisodeId>();
        episode.guid = in.text();
        episode.enclosureUrl = in.text();
        episode.title = in.text();
        episode.published = in.date();
        episode.hash = in.bytes();
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return known;
}

base::Result<void> mergeItem(Connection &connection,
                             const feeds::FeedEpisode &item,
                             const internal::KnownEpisode *known,
                             const QDateTime &now,
                             MergeResult &result,
                             Changes &changes)
{
    const QByteArray hash = internal::hashOf(item);
    if (!known) {
        const auto id = internal::insertEpisode(connection, result.podcast, item, hash, now);
        if (!id) {
            return base::unexpected(id.error());
        }
        ++result.newEpisodes;
        changes.episodes.insert(*id);
        return {};
    }
    if (known->hash == hash) {
        return {};
    }
    ++result.updatedEpisodes;
    changes.episodes.insert(known->id);
    // Its place in lists by date may be another one now.
    changes.episodeList = changes.episodeList || known->published != item.published;
    return internal::updateEpisode(connection, known->id, item, hash);
}

base::Result<MergeResult> mergeEpisodes(Connection &connection,
                                        PodcastId id,
                                        const feeds::Feed &feed,
                                        const QDateTime &now,
                                        Changes &changes)
{
    const auto known = knownEpisodes(connection, id);
    if (!known) {
        return base::unexpected(known.error());
    }
    const auto matches = internal::matchEpisodes(*known, feed.episodes);
    MergeResult result{id, 0, 0};
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i].kind == internal::Match::Kind::Repeated) {
            continue;
        }
        const auto *episode =
            matches[i].kind == internal::Match::Kind::Known ? &(*known)[matches[i].known] : nullptr;
        const auto done = mergeItem(connection, feed.episodes[i], episode, now, result, changes);
        if (!done) {
            return base::unexpected(done.error());
        }
    }
    if (result.newEpisodes > 0) {
        changes.podcasts.insert(id);
        changes.episodeList = true;
        if (const auto found = NoteStore(connection).reattach(changes); !found) {
            return base::unexpected(found.error());
        }
    }
    return result;
}

} // namespace

base::Result<std::vector<Podcast>> PodcastStore::all()
{
    auto statement = m_connection.prepare(PODCAST_COLUMNS "ORDER BY p.title_folded, p.id");
    std::vector<Podcast> podcasts;
    while (statement.next()) {
        podcasts.push_back(readPodcast(statement));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return podcasts;
}

base::Result<Podcast> PodcastStore::get(PodcastId id)
{
    auto statement = m_connection.prepare(PODCAST_COLUMNS "WHERE p.id = ?", id);
    const auto podcast = statement.next() ? std::optional(readPodcast(statement)) : std::nullopt;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!podcast) {
        return internal::notFound(podcastWord, QString::number(id.number()));
    }
    return *podcast;
}

base::Result<Podcast> PodcastStore::find(const QString &idOrUrlOrTitle)
{
    const QString wanted = idOrUrlOrTitle.trimmed();
    if (const auto number = internal::asNumber(wanted)) {
        auto podcast = get(PodcastId(*number));
        if (podcast || podcast.error().code != ErrorCode::NotFound) {
            return podcast;
        }
    }
    const QString title = internal::folded(wanted);
    if (title.isEmpty()) {
        return internal::notFound(podcastWord, wanted);
    }
    // What fits better is asked for first; only within one kind can there be doubt.
    const auto select = [this](std::string_view sql, const QString &value) {
        return m_connection.prepare(sql, value);
    };
    for (const auto &[sql, value] :
         {std::pair("SELECT id, title FROM podcasts WHERE feed_key = ?", internal::feedKey(wanted)),
          std::pair("SELECT id, title FROM podcasts WHERE title_folded = ?", title),
          std::pair("SELECT id, title FROM podcasts WHERE instr(title_folded, ?) > 0", title)}) {
        const auto row = internal::onlyRow(select(sql, value), podcastWord, wanted);
        if (!row) {
            return base::unexpected(row.error());
        }
        if (*row) {
            return get(PodcastId(**row));
        }
    }
    return internal::notFound(podcastWord, wanted);
}

base::Result<MergeResult> PodcastStore::add(const QString &feedUrl,
                                            const feeds::Feed &feed,
                                            const QDateTime &now,
                                            Changes &changes)
{
    const QString guidKey = internal::guidKey(feed.guid);
    const auto known = m_connection.number(0,
                                           "SELECT id FROM podcasts WHERE feed_key = ?1"
                                           " OR (?2 != '' AND guid_key = ?2)"
                                           " ORDER BY feed_key = ?1 DESC LIMIT 1",
                                           internal::feedKey(feedUrl),
                                           guidKey);
    if (!known) {
        return base::unexpected(known.error());
    }
    if (*known > 0) {
        return merge(PodcastId(*known), feed, now, changes);
    }
    const auto id = insertPodcast(m_connection, feedUrl, feed, now);
    if (!id) {
        return base::unexpected(id.error());
    }
    changes.podcasts.insert(*id);
    changes.podcastList = true;
    return mergeEpisodes(m_connection, *id, feed, now, changes);
}

base::Result<MergeResult>
PodcastStore::merge(PodcastId id, const feeds::Feed &feed, const QDateTime &now, Changes &changes)
{
    if (const auto done = bringUpToDate(m_connection, id, feed, changes); !done) {
        return base::unexpected(done.error());
    }
    return mergeEpisodes(m_connection, id, feed, now, changes);
}

base::Result<void> PodcastStore::setFetched(PodcastId id,
                                            const QString &etag,
                                            const QString &lastModified,
                                            const QDateTime &now,
                                            Changes &changes)
{
    changes.podcasts.insert(id);
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE podcasts SET etag = ?, last_modified = ?, refreshed_ms = ?,"
                         " fetch_error = '' WHERE id = ?",
                         etag,
                         lastModified,
                         now,
                         id),
        podcastWord,
        id.number());
}

base::Result<void>
PodcastStore::setFetchError(PodcastId id, const QString &sentence, Changes &changes)
{
    changes.podcasts.insert(id);
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE podcasts SET fetch_error = ? WHERE id = ?", sentence, id),
        podcastWord,
        id.number());
}

base::Result<void> PodcastStore::setFeedUrl(PodcastId id, const QString &feedUrl, Changes &changes)
{
    const QString key = internal::feedKey(feedUrl);
    const auto taken = m_connection.number(
        0, "SELECT count(*) FROM podcasts WHERE feed_key = ? AND id != ?", key, id);
    if (!taken) {
        return base::unexpected(taken.error());
    }
    if (*taken > 0) {
        return base::unexpected(
            ErrorCode::Conflict,
            QStringLiteral("another podcast has the address \"%1\"").arg(feedUrl));
    }
    changes.podcasts.insert(id);
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE podcasts SET title = iif(title = feed_url, ?1, title),"
                         " title_folded = iif(title = feed_url, ?2, title_folded),"
                         " feed_url = ?1, feed_key = ?3 WHERE id = ?4",
                         feedUrl,
                         internal::folded(feedUrl),
                         key,
                         id),
        podcastWord,
        id.number());
}

} // namespace app::library
