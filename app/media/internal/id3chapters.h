// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/id3tag.h"
#include "app/timestamps/chapters.h"

#include <QByteArray>

namespace app::media::internal {

/// Larger pictures are as good as none.
inline constexpr qsizetype mostPictureBytes = 8 * 1024 * 1024;

/// Chapters of a list are not read beyond this number.
inline constexpr std::size_t mostChapters = 10'000;

/// The chapters of a tag, sorted. Those that no table of contents names apply, but are not listed,
/// as long as any is named. Source: ID3v2 Chapter Frame Addendum 1.0.
[[nodiscard]] timestamps::Chapters id3Chapters(const Id3Frames &tag);

/// The picture of the chapter that starts there; empty when it has none of its own.
[[nodiscard]] QByteArray id3ChapterPicture(const Id3Frames &tag, timestamps::MediaTime start);

} // namespace app::media::internal
