// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"

#include <QByteArray>

namespace app::library::internal {

// What a feed said, in a few bytes, so that reading the same again writes nothing. The hash covers
// every field that is stored; it starts with the number of this form, so that a program that stores
// more writes everything once. It is no protection against anyone.

/// Of everything about the podcast itself, its episodes left out.
[[nodiscard]] QByteArray hashOf(const feeds::Feed &feed);
[[nodiscard]] QByteArray hashOf(const feeds::FeedEpisode &episode);

} // namespace app::library::internal
