// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/timestamps/chapters.h"
#include "app/timestamps/mediatime.h"

#include <QByteArray>
#include <QString>

namespace app::media {

/// What a media file holds. Absent texts are empty.
struct MediaInfo
{
    timestamps::Duration duration{0}; ///< decoded length, not a header's claim
    QString format;                   ///< "mp3", "m4a", "ogg", "flac", "wav", ...
    QString codec;                    ///< FFmpeg's short name: "mp3", "aac", "opus", "vorbis", ...
    qint64 bitRate = 0;               ///< average, bits per second
    int sampleRate = 0;               ///< of the file, Hz
    int channels = 0;
    QString title;
    QString artist;
    QString album;
    timestamps::Chapters chapters; ///< ID3 CHAP, MP4 Nero or QuickTime, Vorbis comments; sorted
    QString lyrics;
};

/// Reads a local file. Chapters and tags that are damaged are left out, not an error.
/// Errors: those of Decoder::open. Thread: a worker; reads the whole file once for MP3.
[[nodiscard]] base::Result<MediaInfo> readMediaInfo(const QString &path);

/// Only the chapters a file carries. Errors as above.
[[nodiscard]] base::Result<timestamps::Chapters> readFileChapters(const QString &path);

/// The picture a file carries for the chapter that starts at \p start, as it is stored (JPEG, PNG,
/// at most 8 MB). Errors: NotFound (none), and as above. Thread: a worker.
[[nodiscard]] base::Result<QByteArray> readChapterPicture(const QString &path,
                                                          timestamps::MediaTime start);

} // namespace app::media
