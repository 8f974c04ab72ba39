// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"
#include "app/media/internal/id3tag.h"
#include "app/timestamps/chapters.h"

#include <QString>

#include <vector>

namespace app::media::internal {

/// What the tags of a file say. Absent texts are empty.
struct FileTags
{
    QString title;
    QString artist;
    QString album;
    QString lyrics;
    timestamps::Chapters chapters; ///< of any kind; sorted
};

/// Never fails: what cannot be read is left out.
/// \param format  as in MediaInfo; decides how the file is read, whatever its name
[[nodiscard]] FileTags readTags(ByteSource &source, const QString &format, const QString &codec);

/// The picture of the chapter that starts there, at most 8 MB; empty when there is none.
[[nodiscard]] QByteArray
readChapterPicture(ByteSource &source, const QString &format, timestamps::MediaTime start);

/// The ID3v2 tags at the start of a file, or in the chunk of a WAV.
[[nodiscard]] std::vector<Id3Tag> id3TagsOf(ByteSource &source, bool isWave);

} // namespace app::media::internal
