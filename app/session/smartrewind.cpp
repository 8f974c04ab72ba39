// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/smartrewind.h"

#include <algorithm>

namespace app::session {
namespace {

using namespace std::chrono_literals;
using timestamps::Duration;
using timestamps::MediaTime;

constexpr Duration farthestSentence{10'000};

Duration stepBack(std::chrono::milliseconds pause)
{
    if (pause >= 24h) {
        return 20s;
    }
    if (pause >= 1h) {
        return 10s;
    }
    if (pause >= 1min) {
        return 5s;
    }
    return pause > 10s ? 2s : 0s;
}

} // namespace

MediaTime
rewound(MediaTime place, std::chrono::milliseconds pause, std::span<const MediaTime> sentences)
{
    const Duration back = stepBack(pause);
    if (back == 0s) {
        return place;
    }
    const MediaTime found = std::max(MediaTime(), place - back);
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), found);
    if (after == sentences.begin() || found - *std::prev(after) > farthestSentence) {
        return found;
    }
    return std::max(MediaTime(), *std::prev(after));
}

} // namespace app::session
