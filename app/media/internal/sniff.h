// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/media/internal/framewalker.h"

namespace app::media::internal {

/// What the first bytes of a source look like.
enum class ContentKind { Mp3, Aac, Mp4, Ogg, Flac, Wave, OtherContainer, Unknown };

struct Sniffed
{
    ContentKind kind = ContentKind::Unknown;
    qint64 soundStart = 0; ///< first frame of MP3 or AAC
};

/// Which frames a recording is made of, when it is made of nothing else.
[[nodiscard]] std::optional<FrameKind> frameKind(ContentKind kind);

/// Errors: Malformed (empty, a web page, other text), Unsupported (a playlist), the source's own.
[[nodiscard]] base::Result<Sniffed> sniff(ByteSource &source);

/// Where the table of an MP4's samples lies: before its sound, so that it can be opened without its
/// end, behind it, or in pieces between.
enum class Mp4Layout { TableFirst, TableLast, Fragments };

[[nodiscard]] base::Result<Mp4Layout> mp4Layout(ByteSource &source);

} // namespace app::media::internal
