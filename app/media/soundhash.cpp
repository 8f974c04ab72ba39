// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/soundhash.h"

#include "app/media/internal/packetsource.h"

#include <QCryptographicHash>

namespace app::media {

using base::ErrorCode;
using base::unexpected;

base::Result<QString> hashSound(const std::shared_ptr<ByteSource> &source,
                                const std::atomic<bool> &cancelled)
{
    const auto packets = internal::openPacketSource(source, std::nullopt);
    if (!packets) {
        return unexpected(packets.error());
    }
    const internal::PacketPtr packet(av_packet_alloc());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool any = false;
    for (;;) {
        if (cancelled) {
            return unexpected(ErrorCode::Busy, source->name() + u": hashing was cancelled");
        }
        av_packet_unref(packet.get());
        const auto got = (*packets)->next(*packet);
        if (!got) {
            return unexpected(got.error());
        }
        if (!*got) {
            break;
        }
        hash.addData(QByteArrayView(packet->data, packet->size));
        any = true;
    }
    if (!any) {
        return unexpected(ErrorCode::Malformed, source->name() + u": there is no sound in it");
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace app::media
