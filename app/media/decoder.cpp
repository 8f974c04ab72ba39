// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"

#include "app/media/internal/sounddecoder.h"

namespace app::media {

base::Result<std::unique_ptr<Decoder>> Decoder::open(std::shared_ptr<ByteSource> source,
                                                     const SoundFormat &wanted,
                                                     std::optional<SeekIndex> index)
{
    const auto name = source->name();
    auto packets = internal::openPacketSource(std::move(source), std::move(index));
    if (!packets) {
        return base::unexpected(packets.error());
    }
    auto decoder = std::make_unique<internal::SoundDecoder>(*std::move(packets), wanted, name);
    if (const auto started = decoder->start(); !started) {
        return base::unexpected(started.error());
    }
    return std::unique_ptr<Decoder>(std::move(decoder));
}

} // namespace app::media
