// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <chrono>
#include <span>

namespace app::session {

/// Where to go on after a pause: the longer it was, the further back, so that the thread is found
/// again. Up to 10 s nothing; then 2 s, from a minute 5 s, from an hour 10 s, from a day 20 s.
/// \param sentences  starts of the transcript's sentences, rising; may be empty. The last one at or
///                   before the place found, but at most 10 s before it, is where it begins.
[[nodiscard]] timestamps::MediaTime rewound(timestamps::MediaTime place,
                                            std::chrono::milliseconds pause,
                                            std::span<const timestamps::MediaTime> sentences);

} // namespace app::session
