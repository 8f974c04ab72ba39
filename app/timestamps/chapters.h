// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"

#include <QString>

#include <optional>
#include <vector>

namespace app::timestamps {

/// One named part of a recording, whatever it was read from.
struct Chapter
{
    MediaTime start;
    std::optional<MediaTime> end; ///< empty: until the next one
    QString title;
    QString url;           ///< a page about it; may be empty
    QString image;         ///< address of a picture; may be empty; never loaded unasked
    bool hasImage = false; ///< a picture is in the file itself, or image is set
    bool listed = true;    ///< false: applies, but is not shown in the list ("toc": false)

    bool operator==(const Chapter &) const = default;
};

using Chapters = std::vector<Chapter>;

/// Puts chapters in the order of their start (stable), as every source must be.
void sortChapters(Chapters &chapters);

/// Two accounts of one list made one: where both have as many listed chapters and no starts differ
/// by a second or more, \p preferred with the titles, links and pictures it lacks from \p other;
/// else \p preferred as it is. An empty preferred list gives the other.
[[nodiscard]] Chapters mergeChapters(const Chapters &preferred, const Chapters &other);

/// The last chapter that starts at or before a place, as an index; empty before the first.
[[nodiscard]] std::optional<std::size_t> chapterAt(const Chapters &chapters, MediaTime place);

} // namespace app::timestamps
