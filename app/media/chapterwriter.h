// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/timestamps/chapters.h"

#include <QString>

#include <functional>

namespace app::media {

/// Writes chapters into an MP3 (ID3v2 CHAP and CTOC), MP4 (a track of texts and Nero's list), Ogg,
/// Opus or FLAC file (comments) in place of those it has. Its sound, its pictures and its other
/// tags stay as they are. What is not in the list of contents is only kept in MP3.
///
/// A copy beside it is changed, read back, and only then takes its place, so that the file is whole
/// at every moment. A chapter that starts where one with a picture did keeps that picture.
/// Errors: NotFound, Denied, DiskFull, Unsupported (another kind of file, or an MP4 in fragments),
/// Malformed (no sound, or what was written does not read back), Busy (canceled).
/// \param isCanceled  asked now and then
/// Thread: any but the main one; takes as long as copying does.
[[nodiscard]] base::Result<void> writeFileChapters(const QString &path,
                                                   const timestamps::Chapters &chapters,
                                                   const std::function<bool()> &isCanceled = {});

} // namespace app::media
