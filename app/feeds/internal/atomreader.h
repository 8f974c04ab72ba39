// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/feeds/internal/element.h"

namespace app::feeds::internal {

/// Reads an Atom feed from its root element, iTunes and Podcasting 2.0 tags included.
///
/// XHTML content is written out as HTML. Source: RFC 4287; RFC 5005.
[[nodiscard]] Feed
readAtom(const pugi::xml_node &root, const Addresses &addresses, int mostEpisodes);

} // namespace app::feeds::internal
