// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/episoderows.h"

#include <QByteArrayList>

namespace app::library::internal {
namespace {

/// Written out, not bound: only so do the partial indexes of the schema serve.
QByteArray stateCondition(EpisodeFilter::State state)
{
    switch (state) {
    case EpisodeFilter::State::Unplayed:
        return "e.played = 0";
    case EpisodeFilter::State::InProgress:
        return "e.played = 0 AND e.position_ms > 0";
    case EpisodeFilter::State::Played:
        return "e.played = 1";
    case EpisodeFilter::State::Downloaded:
        return "e.file_path != ''";
    case EpisodeFilter::State::Heard:
        return "e.begun_ms IS NOT NULL";
    case EpisodeFilter::State::Any:
    case EpisodeFilter::State::Queued:
        break;
    }
    return {};
}

QByteArray fromAndWhere(const EpisodeFilter &filter)
{
    QByteArrayList conditions;
    if (filter.podcast) {
        conditions.append("e.podcast_id = ?1");
    }
    if (const QByteArray state = stateCondition(filter.state); !state.isEmpty()) {
        conditions.append(state);
    }
    if (!filter.titleContains.isEmpty()) {
        conditions.append("instr(e.title_folded, ?2) > 0");
    }
    QByteArray sql = filter.state == EpisodeFilter::State::Queued
                         ? " FROM queue k JOIN episodes e ON e.id = k.episode_id"
                         : " FROM episodes e";
    if (!conditions.isEmpty()) {
        sql += " WHERE " + conditions.join(" AND ");
    }
    return sql;
}

QByteArray innerOrder(EpisodeFilter::State state)
{
    switch (state) {
    case EpisodeFilter::State::Queued:
        return "k.place";
    case EpisodeFilter::State::Heard:
        return "e.begun_ms DESC, e.id";
    default:
        return "e.published_ms DESC, e.id";
    }
}

} // namespace

EpisodeRow readEpisodeRow(ColumnReader &in)
{
    EpisodeRow row;
    row.id = in.id<base::EpisodeId>();
    row.podcastId = in.id<base::PodcastId>();
    row.podcastTitle = in.text();
    row.podcastImage = in.text();
    row.guid = in.text();
    row.title = in.text();
    row.published = in.date();
    row.duration = in.duration();
    row.position = in.mediaTime();
    row.played = in.flag();
    row.queued = in.flag();
    row.hasAudio = in.flag();
    row.filePath = in.text();
    row.hasTranscript = in.flag();
    row.noteCount = static_cast<int>(in.number());
    row.lastHeard = in.date();
    return row;
}

QByteArray pageSql(const EpisodeFilter &filter)
{
    // The inner query walks an index only; the rows themselves are read for one page, not for all
    // that are skipped.
    return "SELECT " EPISODE_ROW_COLUMNS " FROM (SELECT e.id AS id" + fromAndWhere(filter)
           + " ORDER BY " + innerOrder(filter.state)
           + " LIMIT ?3 OFFSET ?4) AS w CROSS JOIN episodes e ON e.id = w.id"
             " CROSS JOIN podcasts p ON p.id = e.podcast_id ORDER BY "
           + (filter.state == EpisodeFilter::State::Queued
                  ? QByteArray("(SELECT place FROM queue WHERE episode_id = e.id)")
                  : innerOrder(filter.state));
}

QByteArray countSql(const EpisodeFilter &filter)
{
    return "SELECT count(*)" + fromAndWhere(filter);
}

} // namespace app::library::internal
