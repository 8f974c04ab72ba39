// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <vector>

namespace app::session::internal {

/// A queue with these put in before an index (-1 is the end); those already there move.
[[nodiscard]] std::vector<base::EpisodeId> inserted(const std::vector<base::EpisodeId> &queue,
                                                    const std::vector<base::EpisodeId> &episodes,
                                                    int at);

/// The order before a change brought back: what has left the queue since the change stays away, and
/// what has come since is at the end.
/// \param now  the queue as it is
[[nodiscard]] std::vector<base::EpisodeId> restored(const std::vector<base::EpisodeId> &before,
                                                    const std::vector<base::EpisodeId> &after,
                                                    const std::vector<base::EpisodeId> &now);

} // namespace app::session::internal
