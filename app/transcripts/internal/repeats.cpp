// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/repeats.h"

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::Duration;

namespace {

/// Captions further apart than this do not continue each other.
constexpr Duration joinGap(250);

bool follows(const Caption &before, const Caption &after)
{
    if (!before.start || !before.end || !after.start)
        return false;
    const Duration gap = *after.start - *before.end;
    return gap <= joinGap && *after.start >= *before.start;
}

/// How many of the first lines of a caption are the last ones of the one before.
std::size_t repeatedLines(const std::vector<CaptionLine> &before,
                          const std::vector<CaptionLine> &after)
{
    constexpr std::size_t mostShown = 4;
    for (std::size_t count = std::min({before.size(), after.size(), mostShown}); count > 0;
         --count) {
        const auto same = [](const CaptionLine &a, const CaptionLine &b) {
            return a.text == b.text;
        };
        const auto tail = before.end() - static_cast<std::ptrdiff_t>(count);
        if (std::equal(tail, before.end(), after.begin(), same))
            return count;
    }
    return 0;
}

bool rolls(const std::vector<Caption> &captions)
{
    std::size_t rolled = 0;
    for (std::size_t at = 1; at < captions.size(); ++at) {
        const std::size_t repeated = repeatedLines(captions[at - 1].lines, captions[at].lines);
        const bool goesOn = repeated > 0 && repeated < captions[at].lines.size();
        if (goesOn && follows(captions[at - 1], captions[at]))
            ++rolled;
    }
    return rolled > 0 && rolled * 4 >= captions.size();
}

void unroll(std::vector<Caption> &captions)
{
    std::vector<Caption> kept;
    kept.reserve(captions.size());
    std::vector<CaptionLine> shown;
    for (Caption &caption : captions) {
        std::vector<CaptionLine> nowShown = caption.lines;
        const bool continues = !kept.empty() && follows(kept.back(), caption);
        const std::size_t repeated = continues ? repeatedLines(shown, caption.lines) : 0;
        caption.lines.erase(caption.lines.begin(),
                            caption.lines.begin() + static_cast<std::ptrdiff_t>(repeated));
        shown = std::move(nowShown);
        if (!caption.lines.empty())
            kept.push_back(std::move(caption));
        else if (continues && caption.end)
            kept.back().end = std::max(kept.back().end, caption.end);
    }
    captions = std::move(kept);
}

bool sameText(const Caption &a, const Caption &b)
{
    return std::equal(a.lines.begin(),
                      a.lines.end(),
                      b.lines.begin(),
                      b.lines.end(),
                      [](const CaptionLine &x, const CaptionLine &y) {
                          return x.text == y.text && x.speaker == y.speaker;
                      });
}

void addUnderlinedWord(Caption &to, const Caption &from)
{
    if (from.underlined.isEmpty() || !from.start || !from.end || to.lines.size() != 1)
        return;
    to.lines.front().words.push_back({*from.start, *from.end, from.underlined});
}

void mergeKaraoke(std::vector<Caption> &captions)
{
    std::vector<Caption> kept;
    kept.reserve(captions.size());
    bool merging = false;
    for (Caption &caption : captions) {
        const bool continues =
            !kept.empty() && follows(kept.back(), caption) && sameText(kept.back(), caption)
            && (!kept.back().underlined.isEmpty() || !caption.underlined.isEmpty());
        if (!continues) {
            kept.push_back(std::move(caption));
            merging = false;
            continue;
        }
        if (!merging) {
            const Caption first = kept.back();
            addUnderlinedWord(kept.back(), first);
        }
        merging = true;
        addUnderlinedWord(kept.back(), caption);
        if (kept.back().underlined.isEmpty())
            kept.back().underlined = caption.underlined;
        kept.back().end = std::max(kept.back().end, caption.end);
    }
    captions = std::move(kept);
}

} // namespace

void removeRepeats(std::vector<Caption> &captions)
{
    mergeKaraoke(captions);
    if (rolls(captions))
        unroll(captions);
}

} // namespace app::transcripts::internal
