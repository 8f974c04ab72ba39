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

namespace {

/// Where the chapters of the list a reader sees are.
std::vector<std::size_t> listedOnes(const Chapters &chapters)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        if (chapters[i].listed) {
            places.push_back(i);
        }
    }
    return places;
}

void complete(Chapter &chapter, const Chapter &other)
{
    if (chapter.title.isEmpty()) {
        chapter.title = other.title;
    }
    if (chapter.url.isEmpty()) {
        chapter.url = other.url;
    }
    if (!chapter.hasImage && chapter.image.isEmpty()) {
        chapter.image = other.image;
        chapter.hasImage = other.hasImage;
    }
}

} // namespace

Chapters mergeChapters(const Chapters &preferred, const Chapters &other)
{
    if (preferred.empty()) {
        return other;
    }
    constexpr Duration anotherPlace = std::chrono::seconds(1);
    const auto ours = listedOnes(preferred);
    const auto theirs = listedOnes(other);
    const bool same = std::equal(
        ours.begin(), ours.end(), theirs.begin(), theirs.end(), [&](std::size_t a, std::size_t b) {
            return std::chrono::abs(preferred[a].start - other[b].start) < anotherPlace;
        });
    Chapters merged = preferred;
    for (std::size_t i = 0; same && i < ours.size(); ++i) {
        complete(merged[ours[i]], other[theirs[i]]);
    }
    return merged;
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
