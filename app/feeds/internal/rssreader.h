// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/feeds/internal/element.h"

namespace app::feeds::internal {

/// Reads RSS 2.0 (and 0.9x) from its root element, which is rss or a lone channel.
///
/// Items beside the channel are taken as well; a podcast:liveItem is not, for there is no recording
/// yet. Source: RSS 2.0 specification.
[[nodiscard]] Feed
readRss(const pugi::xml_node &root, const Addresses &addresses, int mostEpisodes);

} // namespace app::feeds::internal
