// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QString>

namespace app::exports::internal {

/// SHA-1 in hex of the feed's address.
[[nodiscard]] QString feedKey(const notes::EpisodeRef &episode);

/// How links name the podcast: its guid, else feedKey().
[[nodiscard]] QString podcastKey(const notes::EpisodeRef &episode);

/// How links name the episode: an item without a guid is known by its enclosure, as Podcasting 2.0
/// recommends.
[[nodiscard]] const QString &itemKey(const notes::EpisodeRef &episode);

} // namespace app::exports::internal
