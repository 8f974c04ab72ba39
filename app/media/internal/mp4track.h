// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace app::media::internal {

/// One sample of a track: a text, or a picture.
struct Mp4Sample
{
    timestamps::TimeRange range;
    qint64 offset = 0; ///< in the file
    qint64 sizeBytes = 0;
};

/// What is needed of a track beside the sound.
struct Mp4Track
{
    quint32 id = 0;
    QByteArray kind;                 ///< "soun", "text", "vide", ...
    std::vector<quint32> chapterIds; ///< tracks with its chapters
    QByteArrayView samples;          ///< its sample table, "stbl"
    quint32 timeScale = 0;           ///< units of a second
};

/// The tracks of an MP4's table, which must stay there. Source: ISO/IEC 14496-12, "Track box".
[[nodiscard]] std::vector<Mp4Track> readMp4Tracks(QByteArrayView moov);

/// Where a track's samples are and when they apply. Not more than \p most; whatever a damaged table
/// says, each is only a place and a size to be tried.
[[nodiscard]] std::vector<Mp4Sample> readMp4Samples(const Mp4Track &track, std::size_t most);

} // namespace app::media::internal
