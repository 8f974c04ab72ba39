// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"

#include <QString>

namespace ui::models {

/// Whether an episode was begun and not yet heard to its end.
[[nodiscard]] bool isBegun(const app::library::EpisodeRow &episode);

/// "58 min", or "33 min left" once begun; empty while the length is unknown.
[[nodiscard]] QString lengthWords(const app::library::EpisodeRow &episode);

/// What a screen reader says of an episode: title, podcast, playing, what is left, what there is.
[[nodiscard]] QString spokenEpisode(const app::library::EpisodeRow &episode, bool playing);

} // namespace ui::models
