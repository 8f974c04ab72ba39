// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/embeddedlyrics.h"
#include "app/media/internal/id3tag.h"

namespace app::media::internal {

/// The largest text taken from a file, in bytes.
inline constexpr qsizetype mostLyricsTextBytes = qsizetype{16} * 1024 * 1024;

/// Whether a field of this name holds what is sung or said ("LYRICS", "TRANSCRIPT", ...).
[[nodiscard]] bool isLyricsField(const QString &name);

/// Texts of a tag in its order, timed ones first.
[[nodiscard]] std::vector<EmbeddedLyrics> id3Lyrics(const Id3Frames &tag);

} // namespace app::media::internal
