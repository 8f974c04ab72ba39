// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"
#include "app/media/internal/tagreader.h"

namespace app::media::internal {

/// Tags of Ogg and FLAC. Source: Vorbis I specification, "Comment field"; xiph.org wiki, "Chapter
/// Extension".
[[nodiscard]] FileTags
readComments(ByteSource &source, const QString &format, const QString &codec);

/// Every comment of a file, name (in capitals) and text. Nothing when they cannot be read.
[[nodiscard]] std::vector<std::pair<QString, QString>>
readCommentFields(ByteSource &source, const QString &format, const QString &codec);

} // namespace app::media::internal
