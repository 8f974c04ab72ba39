// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"

#include <QString>

namespace app::media::internal {

/// What the tags of a file say. Absent texts are empty.
struct FileTags
{
    QString title;
    QString artist;
    QString album;
    QString lyrics;
    timestamps::Chapters chapters; ///< ID3 CHAP or Vorbis CHAPTERxxx; sorted
};

/// Never fails: what cannot be read is left out.
/// \param format  as in MediaInfo; decides how the file is read, whatever its name
[[nodiscard]] FileTags readTags(const QString &path, const QString &format, const QString &codec);

} // namespace app::media::internal
