// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/timestamps/mediatime.h"

#include <QByteArray>

#include <atomic>
#include <vector>

namespace app::media {

/// Which byte of a file each moment begins at, and how long the file truly is.
///
/// Needed for MP3, whose headers lie or are missing, and for raw AAC, which has none; other kinds
/// carry their own.
struct SeekIndex
{
    struct Entry
    {
        qint64 byteOffset = 0;
        qint64 sample =
            0; ///< first decoded sample of the packet there, at sampleRate, before trimming

        bool operator==(const Entry &) const = default;
    };

    int sampleRate = 0;
    timestamps::Duration duration{0}; ///< of what is heard, encoder delay and padding taken off
    std::vector<Entry> entries;       ///< rising in both
    qint64 endSample = 0; ///< behind the last one heard, before trimming; 0 when not known

    bool operator==(const SeekIndex &) const = default;

    /// For keeping it in the library. fromBytes gives an error (Malformed) for anything else.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static base::Result<SeekIndex> fromBytes(const QByteArray &bytes);
};

/// Whether exact seeking in this container needs buildSeekIndex(). Looks at the first bytes only.
[[nodiscard]] bool needsSeekIndex(ByteSource &source);

/// Reads a whole file's packets without decoding them: about 0.1 s per hour of MP3.
/// \param cancelled  looked at for every packet; when set the result is Busy
/// Errors: Malformed, Unsupported, and the source's own. Thread: any worker; never the main thread.
[[nodiscard]] base::Result<SeekIndex> buildSeekIndex(ByteSource &source,
                                                     const std::atomic<bool> &cancelled);

} // namespace app::media
