// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/chapters.h"

#include <algorithm>

namespace app::timestamps {

void sortChapters(Chapters &chapters)
{
    std::stable_sort(chapters.begin(), chapters.end(), [](const Chapter &a, const Chapter &b) {
        return a.start < b.start;
    });
}

std::optional<std::size_t> chapterAt(const Chapters &chapters, MediaTime place)
{
    const auto after = std::upper_bound(
        chapters.begin(), chapters.end(), place, [](MediaTime wanted, const Chapter &chapter) {
            return wanted < chapter.start;
        });
    if (after == chapters.begin()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(after - chapters.begin()) - 1;
}

} // namespace app::timestamps
