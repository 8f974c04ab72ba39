// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/timestamps/chapters.h"

#include <QString>

namespace app::library::internal {

// Lists nobody searches, as compact JSON in one column. Reading takes whatever is there: unknown
// members are left out, missing ones are empty, and text that is no JSON is an empty list.

[[nodiscard]] QString podcastDetails(const feeds::Feed &feed);

[[nodiscard]] QString episodeDetails(const feeds::FeedEpisode &episode);
void readEpisodeDetails(const QString &json, feeds::FeedEpisode &episode);

[[nodiscard]] QString chapterList(const timestamps::Chapters &chapters);
[[nodiscard]] timestamps::Chapters readChapterList(const QString &json);

} // namespace app::library::internal
