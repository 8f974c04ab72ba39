// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/timestamps/chapters.h"

#include <QString>

namespace app::media {

/// Writes chapters into an MP3 (ID3v2 CHAP and CTOC), Ogg, Opus or FLAC file (comments) in place of
/// those it has. Its sound and its other tags stay as they are.
///
/// A copy beside it is changed, read back, and only then takes its place, so that the file is whole
/// at every moment. A chapter that starts where one with a picture did keeps that picture.
/// Errors: NotFound, Denied, DiskFull, Unsupported (another kind of file), Malformed (no sound, or
/// what was written does not read back).
/// Thread: any but the main one; takes as long as copying does.
[[nodiscard]] base::Result<void> writeFileChapters(const QString &path,
                                                   const timestamps::Chapters &chapters);

} // namespace app::media
