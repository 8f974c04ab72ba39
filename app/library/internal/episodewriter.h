// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/result.h"
#include "app/feeds/feed.h"

#include <QByteArray>

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// Stores an item of a feed as a new episode, unplayed.
[[nodiscard]] base::Result<base::EpisodeId> insertEpisode(Connection &connection,
                                                          base::PodcastId podcast,
                                                          const feeds::FeedEpisode &item,
                                                          const QByteArray &hash,
                                                          const QDateTime &now);

/// Replaces what the feed says of an episode and nothing else.
[[nodiscard]] base::Result<void> updateEpisode(Connection &connection,
                                               base::EpisodeId id,
                                               const feeds::FeedEpisode &item,
                                               const QByteArray &hash);

/// Replaces an episode's chapters from one source; an empty list removes them.
[[nodiscard]] base::Result<void> storeChapters(Connection &connection,
                                               base::EpisodeId id,
                                               const QString &source,
                                               const timestamps::Chapters &chapters);

} // namespace app::library::internal
