// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/library/statement.h"

#include <QByteArray>

namespace app::library::internal {

/// The columns readEpisodeRow() reads, from episodes e and podcasts p.
#define EPISODE_ROW_COLUMNS                                                                        \
    "e.id, e.podcast_id, p.title, p.image, e.guid, e.title, e.published_ms,"                       \
    " coalesce(e.exact_duration_ms, e.feed_duration_ms), e.position_ms, e.played,"                 \
    " EXISTS (SELECT 1 FROM queue q WHERE q.episode_id = e.id),"                                   \
    " e.enclosure_url != '' OR e.file_path != '', e.file_path,"                                    \
    " e.offers_transcript OR EXISTS (SELECT 1 FROM transcripts t WHERE t.episode_id = e.id),"      \
    " (SELECT count(*) FROM notes n WHERE n.episode_id = e.id AND n.deleted_ms IS NULL),"          \
    " e.begun_ms"

[[nodiscard]] EpisodeRow readEpisodeRow(ColumnReader &in);

/// SQL that selects the rows of a filter in the order of lists.
/// Parameters: ?3 limit, ?4 offset; where the filter asks for them ?1 podcast, ?2 part of the
/// title (folded).
[[nodiscard]] QByteArray pageSql(const EpisodeFilter &filter);

/// SQL that counts them. Parameters, where the filter asks for them: ?1 podcast, ?2 part of title.
[[nodiscard]] QByteArray countSql(const EpisodeFilter &filter);

} // namespace app::library::internal
