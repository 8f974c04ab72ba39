// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/transcript.h"

#include <algorithm>

namespace app::transcripts {

bool Transcript::isTimed() const
{
    return std::any_of(
        cues.begin(), cues.end(), [](const Cue &cue) { return cue.start.has_value(); });
}

std::optional<std::size_t> cueAt(const Transcript &transcript, timestamps::MediaTime place)
{
    const std::vector<Cue> &cues = transcript.cues;
    const auto timedFrom = [&cues](std::size_t at) {
        while (at < cues.size() && !cues[at].start)
            ++at;
        return at;
    };
    // Cues without a time stand among those that have one, so each probe looks for the next that
    // has.
    std::size_t low = 0;
    std::size_t high = cues.size();
    std::optional<std::size_t> found;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t timed = timedFrom(middle);
        if (timed >= high || *cues[timed].start > place) {
            high = middle;
            continue;
        }
        found = timed;
        low = timed + 1;
    }
    return found;
}

} // namespace app::transcripts
