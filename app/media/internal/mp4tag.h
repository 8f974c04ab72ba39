// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"
#include "app/media/internal/bytereading.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <vector>

namespace app::media::internal {

/// Gives the atoms of a stretch in order until \p visit returns false; a damaged one ends it.
void forEachAtom(QByteArrayView atoms,
                 const std::function<bool(QByteArrayView type, QByteArrayView body)> &visit);

/// What is in the first atom of this type; empty when there is none.
[[nodiscard]] QByteArrayView findAtom(QByteArrayView atoms, const char *type);

/// The same, further down: "udta/chpl". No deeper than that, whatever a file holds.
[[nodiscard]] QByteArrayView findAtomAt(QByteArrayView atoms, const char *path);

/// An atom that lies in no other.
struct OuterAtom
{
    QByteArray type;
    qint64 offset = 0;
    qint64 sizeBytes = 0; ///< header included
};

/// What a file consists of, from its first byte to its last; empty when a part of it is no atom, or
/// ends elsewhere than it says.
[[nodiscard]] std::vector<OuterAtom> readOuterAtoms(ByteSource &source);

/// The table of an MP4 file, what is inside "moov"; empty when there is none, or over 64 MB.
/// Source: ISO/IEC 14496-12, "File structure".
[[nodiscard]] QByteArray readMoov(ByteSource &source);

/// A text of the file's list of tags. \param key  four letters, the first often a copyright sign
[[nodiscard]] QString mp4Text(QByteArrayView moov, const char *key);

/// Gives the texts of the list of tags that have a name instead of four letters.
void forEachMp4FreeText(QByteArrayView moov,
                        const std::function<void(const QString &name, const QString &text)> &visit);

} // namespace app::media::internal
