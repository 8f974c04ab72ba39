// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/episodestore.h"

#include "app/library/connection.h"
#include "app/library/internal/episoderows.h"
#include "app/library/internal/folding.h"
#include "app/library/internal/json.h"
#include "app/library/internal/lookup.h"

namespace app::library {
namespace {

using base::EpisodeId;
using base::ErrorCode;

const QString episodeWord = QStringLiteral("episode");

std::string_view view(const QByteArray &sql)
{
    return {sql.constData(), static_cast<std::size_t>(sql.size())};
}

base::Unexpected noEpisode(EpisodeId id)
{
    return internal::notFound(episodeWord, QString::number(id.number()));
}

/// Binds what the filter asks for; SQLite refuses parameters its statement does not have.
void bindFilter(Statement &statement, const EpisodeFilter &filter)
{
    if (filter.podcast) {
        statement.bind(1, *filter.podcast);
    }
    if (!filter.titleContains.isEmpty()) {
        statement.bind(2, internal::folded(filter.titleContains));
    }
}

Episode readEpisode(const Statement &statement)
{
    ColumnReader in(statement);
    Episode episode;
    episode.row = internal::readEpisodeRow(in);
    episode.feedUrl = in.text();
    episode.podcastGuid = in.text();
    episode.podcastLanguage = in.text();
    episode.durationIsExact = in.flag();
    feeds::FeedEpisode &feed = episode.feed;
    feed.guid = episode.row.guid;
    feed.title = episode.row.title;
    feed.published = episode.row.published;
    feed.link = in.text();
    feed.duration = in.duration();
    feed.image = in.text();
    feed.enclosureUrl = in.text();
    feed.enclosureType = in.text();
    feed.enclosureLengthBytes = in.optionalNumber();
    if (const auto season = in.optionalNumber()) {
        feed.season = static_cast<int>(*season);
    }
    const bool numbered = !in.isNull();
    const double number = in.real();
    feed.episode = numbered ? std::optional(number) : std::nullopt;
    feed.episodeType = in.text();
    feed.isExplicit = in.flag();
    feed.chaptersUrl = in.text();
    feed.description = in.text();
    internal::readEpisodeDetails(in.text(), feed);
    feed.chapters = internal::readChapterList(in.text());
    return episode;
}

} // namespace

base::Result<std::vector<EpisodeRow>>
EpisodeStore::page(const EpisodeFilter &filter, int offset, int limit)
{
    const QByteArray sql = internal::pageSql(filter);
    auto statement = m_connection.prepare(view(sql));
    bindFilter(statement, filter);
    statement.bind(3, limit == 0 ? -1 : limit);
    statement.bind(4, offset);
    std::vector<EpisodeRow> rows;
    while (statement.next()) {
        ColumnReader in(statement);
        rows.push_back(internal::readEpisodeRow(in));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return rows;
}

base::Result<int> EpisodeStore::count(const EpisodeFilter &filter)
{
    const QByteArray sql = internal::countSql(filter);
    auto statement = m_connection.prepare(view(sql));
    bindFilter(statement, filter);
    const int count = statement.next() ? static_cast<int>(statement.number(0)) : 0;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return count;
}

base::Result<std::vector<EpisodeRow>> EpisodeStore::rows(const std::vector<EpisodeId> &ids)
{
    std::vector<EpisodeRow> rows;
    rows.reserve(ids.size());
    auto statement = m_connection.prepare("SELECT " EPISODE_ROW_COLUMNS " FROM episodes e"
                                          " JOIN podcasts p ON p.id = e.podcast_id"
                                          " WHERE e.id = ?");
    for (const EpisodeId id : ids) {
        statement.bind(1, id);
        if (statement.next()) {
            ColumnReader in(statement);
            rows.push_back(internal::readEpisodeRow(in));
        }
        if (const auto done = statement.finish(); !done) {
            return base::unexpected(done.error());
        }
    }
    return rows;
}

base::Result<Episode> EpisodeStore::get(EpisodeId id)
{
    auto statement = m_connection.prepare(
        "SELECT " EPISODE_ROW_COLUMNS ", p.feed_url, p.guid, p.language,"
        " e.exact_duration_ms IS NOT NULL, e.link, e.feed_duration_ms, e.image, e.enclosure_url,"
        " e.enclosure_type, e.enclosure_length, e.season, e.number, e.type, e.explicit,"
        " e.chapters_url, x.description, x.details,"
        " (SELECT c.list FROM chapters c WHERE c.episode_id = e.id AND c.source = 'feed')"
        " FROM episodes e JOIN podcasts p ON p.id = e.podcast_id"
        " LEFT JOIN episode_texts x ON x.episode_id = e.id WHERE e.id = ?",
        id);
    const auto episode = statement.next() ? std::optional(readEpisode(statement)) : std::nullopt;
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (!episode) {
        return noEpisode(id);
    }
    return *episode;
}

base::Result<Episode> EpisodeStore::find(const QString &idOrGuidOrTitle)
{
    const QString wanted = idOrGuidOrTitle.trimmed();
    if (const auto number = internal::asNumber(wanted)) {
        auto episode = get(EpisodeId(*number));
        if (episode || episode.error().code != ErrorCode::NotFound) {
            return episode;
        }
    }
    const QString title = internal::folded(wanted);
    if (title.isEmpty()) {
        return internal::notFound(episodeWord, wanted);
    }
    // What fits better is asked for first; only within one kind can there be doubt.
    for (const auto &[sql, value] :
         {std::pair("SELECT id, title FROM episodes WHERE guid = ? LIMIT 10", wanted),
          std::pair("SELECT id, title FROM episodes WHERE title_folded = ? LIMIT 10", title),
          std::pair("SELECT id, title FROM episodes WHERE instr(title_folded, ?) > 0 LIMIT 10",
                    title)}) {
        const auto row = internal::onlyRow(m_connection.prepare(sql, value), episodeWord, wanted);
        if (!row) {
            return base::unexpected(row.error());
        }
        if (*row) {
            return get(EpisodeId(**row));
        }
    }
    return internal::notFound(episodeWord, wanted);
}

base::Result<void> EpisodeStore::setPosition(EpisodeId id,
                                             timestamps::MediaTime position,
                                             const QDateTime &now,
                                             Changes &changes)
{
    auto statement = m_connection.prepare(
        "SELECT position_ms > 0, begun_ms IS (SELECT max(begun_ms) FROM episodes"
        " WHERE begun_ms IS NOT NULL) FROM episodes WHERE id = ?",
        id);
    const bool found = statement.next();
    const bool wasInside = found && statement.flag(0);
    const bool wasLatest = found && statement.flag(1);
    if (auto done = statement.finish(); !done) {
        return done;
    }
    if (!found) {
        return noEpisode(id);
    }
    changes.episodes.insert(id);
    // It came into the lists of what is begun and what was heard, or to another place in them.
    changes.episodeList =
        changes.episodeList || !wasLatest || wasInside != (position > timestamps::MediaTime());
    return m_connection.run(
        "UPDATE episodes SET position_ms = ?, begun_ms = ? WHERE id = ?", position, now, id);
}

base::Result<void> EpisodeStore::setPlayed(EpisodeId id, bool played, Changes &changes)
{
    auto statement = m_connection.prepare("SELECT podcast_id FROM episodes WHERE id = ?", id);
    const base::PodcastId podcast(statement.next() ? statement.number(0) : 0);
    if (auto done = statement.finish(); !done) {
        return done;
    }
    if (!podcast.isValid()) {
        return noEpisode(id);
    }
    changes.episodes.insert(id);
    changes.podcasts.insert(podcast);
    changes.episodeList = true; // the inbox holds what is not played
    if (!played) {
        return m_connection.run("UPDATE episodes SET played = 0 WHERE id = ?", id);
    }
    if (auto done =
            m_connection.run("UPDATE episodes SET played = 1, position_ms = 0 WHERE id = ?", id);
        !done) {
        return done;
    }
    return dequeue(id, changes);
}

base::Result<void>
EpisodeStore::setExactDuration(EpisodeId id, timestamps::Duration duration, Changes &changes)
{
    changes.episodes.insert(id);
    return internal::changedOne(
        m_connection,
        m_connection.run("UPDATE episodes SET exact_duration_ms = ? WHERE id = ?", duration, id),
        episodeWord,
        id.number());
}

} // namespace app::library
