// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/bytereading.h"

namespace app::media::internal {

QByteArray readBytes(ByteSource &source, qint64 offset, qint64 size)
{
    if (const auto whole = source.sizeBytes()) {
        size = std::min(size, *whole - offset);
    }
    if (size <= 0 || offset < 0) {
        return {};
    }
    QByteArray bytes(size, Qt::Uninitialized);
    qint64 have = 0;
    while (have < size) {
        const auto got = source.readAt(offset + have, bytes.data() + have, size - have);
        if (!got || *got <= 0) {
            break;
        }
        have += *got;
    }
    bytes.truncate(have);
    return bytes;
}

} // namespace app::media::internal
