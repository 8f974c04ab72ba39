// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/feeds/feed.h"

#include <QByteArray>

#include <vector>

namespace app::library::internal {

/// What has to be known of a stored episode to find it in a feed again.
struct KnownEpisode
{
    base::EpisodeId id;
    QString guid;
    QString enclosureUrl;
    QString title;
    QDateTime published;
    QByteArray hash;
};

/// What an item of a feed is to the library.
struct Match
{
    enum class Kind { New, Known, Repeated };

    Kind kind = Kind::New;
    std::size_t known = 0; ///< index, with Known
};

/// Finds a feed's items among the stored episodes; one result for each item, none taken twice.
///
/// By guid and enclosure, then guid, then enclosure, then title and date. The last three only count
/// where they tell episodes apart: some feeds give all items one guid. An item that repeats an
/// earlier one of the same feed is Repeated. Thread: any; linear time.
[[nodiscard]] std::vector<Match> matchEpisodes(const std::vector<KnownEpisode> &known,
                                               const std::vector<feeds::FeedEpisode> &items);

} // namespace app::library::internal
