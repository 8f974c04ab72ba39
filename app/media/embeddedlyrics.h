// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace app::media {

class ByteSource;

/// A text that a recording carries in its tags.
struct EmbeddedLyrics
{
    QByteArray text;  ///< UTF-8, as it stands there; timed ones as JSON
    QString language; ///< three small letters (ISO 639-2), or empty
    QString typeHint; ///< what to tell a reader of transcripts: "json", or empty when unknown

    bool operator==(const EmbeddedLyrics &) const = default;
};

/// Reads the lyrics or transcripts in a local file, timed ones first, equal ones once.
///
/// ID3v2 SYLT (its milliseconds kept, as a list of objects with "start_ms" and "text"), USLT and
/// TXXX of such a name; MP4 "lyr" and free-form ones; the Vorbis comments LYRICS, UNSYNCEDLYRICS,
/// SYNCEDLYRICS and TRANSCRIPT. The texts may be of any form (LRC, WebVTT, plain). One over 16 MB
/// is left out, and so is what is damaged. Errors: NotFound (the file, or no text in it), Denied,
/// Malformed (no recording). Thread: a worker; reads tags only. Source: ID3v2.4 "4.8" and "4.9";
/// iTunes metadata and Vorbis comments as found.
[[nodiscard]] base::Result<std::vector<EmbeddedLyrics>> readEmbeddedLyrics(const QString &path);
/// The same of bytes from anywhere.
[[nodiscard]] base::Result<std::vector<EmbeddedLyrics>> readEmbeddedLyrics(ByteSource &source);

} // namespace app::media
