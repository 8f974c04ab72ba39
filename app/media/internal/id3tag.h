// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <vector>

namespace app::media::internal {

/// The frames of an ID3v2 tag, or those inside one of its frames.
///
/// Read here and not by TagLib, which follows chapters inside chapters as deep as they go and so
/// runs out of stack on a file that is made for it.
struct Id3Frames
{
    int version = 0; ///< 2, 3 or 4; 0 when there is no tag
    QByteArrayView bytes;
};

/// A whole tag, frames and padding. Source: ID3v2.3 and 2.4, "Main structure".
class Id3Tag final
{
public:
    /// Reads the tag that begins there. At most 128 MB of it are kept.
    [[nodiscard]] static Id3Tag read(ByteSource &source, qint64 offset);

    /// Those at the start of a file: who puts advertisements in often puts a second one in front.
    [[nodiscard]] static std::vector<Id3Tag> readAll(ByteSource &source);

    [[nodiscard]] Id3Frames frames() const { return {m_version, m_bytes}; }

private:
    int m_version = 0;
    QByteArray m_bytes;
};

/// How much room a tag takes that begins there, with what is around it; never 0.
[[nodiscard]] qint64 id3TagBytes(ByteSource &source, qint64 offset);

/// Gives each frame in order until \p visit returns false. Packed and encrypted ones are left out.
/// \param visit  the frame's name of three (version 2) or four letters, and what is in it; both are
/// only there during the call
void forEachFrame(const Id3Frames &frames,
                  const std::function<bool(QByteArrayView id, QByteArrayView body)> &visit);

/// A text of the tag and what comes behind it.
struct Id3Text
{
    QString text;
    QByteArrayView rest;
};

/// The text up to its end or its terminator. \param encoding  0 to 3, as ID3v2.4 numbers them
[[nodiscard]] Id3Text readId3Text(int encoding, QByteArrayView bytes);

/// The first text of a frame whose first byte is the encoding.
[[nodiscard]] QString id3FrameText(QByteArrayView body);

} // namespace app::media::internal
