// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/timestamps/chapters.h"

#include <QFile>

#include <functional>

namespace app::media::internal {

/// Copies an MP4 with these chapters in place of those it has. Sound, pictures and tags are copied
/// byte for byte and compared afterwards; the table goes to the front, so that the copy can be
/// played before all of it is there. Texts of chapters it had are left out, padding too.
/// Errors: Unsupported (in fragments, or too large for its table), Malformed (damaged), Busy
/// (canceled), DiskFull, Corrupt (what was written reads differently), the source's own.
[[nodiscard]] base::Result<void> copyMp4WithChapters(ByteSource &from,
                                                     QFile &to,
                                                     const timestamps::Chapters &chapters,
                                                     timestamps::Duration whole,
                                                     const std::function<bool()> &isCanceled);

} // namespace app::media::internal
