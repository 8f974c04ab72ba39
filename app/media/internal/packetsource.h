// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/media/internal/libav.h"
#include "app/media/seekindex.h"
#include "app/timestamps/chapters.h"

#include <QString>

#include <memory>
#include <optional>

namespace app::media::internal {

/// What a container says about its sound.
struct StreamFacts
{
    QString format; ///< "mp3", "m4a", "ogg", ...
    QString codec;
    int sampleRate = 0;
    int channels = 0;
    qint64 bitRate = 0; ///< 0 when it does not say
    timestamps::Chapters chapters;
};

/// Compressed sound, packet by packet, with times that count from the first sample heard.
/// Thread: one at a time.
class PacketSource
{
public:
    virtual ~PacketSource() = default;

    [[nodiscard]] virtual const AVCodecParameters &codec() const = 0;
    [[nodiscard]] virtual AVRational timeBase() const = 0;

    /// \returns false at the end. Errors: the source's own; Malformed.
    [[nodiscard]] virtual base::Result<bool> next(AVPacket &packet) = 0;

    /// Goes to a packet at or before a time, or to the first.
    [[nodiscard]] virtual base::Result<void> seekBefore(qint64 time) = 0;

    /// How much earlier to begin so that decoding is right at a place.
    [[nodiscard]] virtual timestamps::Duration preroll() const = 0;

    /// Where the sound ends, when a packet may reach beyond; in timeBase.
    [[nodiscard]] virtual std::optional<qint64> end() const = 0;

    [[nodiscard]] virtual std::optional<timestamps::Duration> duration() const = 0;
    [[nodiscard]] virtual bool isDurationExact() const = 0;
    [[nodiscard]] virtual const StreamFacts &facts() const = 0;

    /// \returns what to add to times given since the last seek; empty when it cannot be told
    [[nodiscard]] virtual std::optional<qint64> setSeekIndex(SeekIndex index)
    {
        Q_UNUSED(index)
        return 0;
    }

    /// Whether the times given are right, or guessed after a jump.
    [[nodiscard]] virtual bool isPlaceExact() const { return true; }
};

/// Errors: those of Decoder::open.
[[nodiscard]] base::Result<std::unique_ptr<PacketSource>>
openPacketSource(std::shared_ptr<ByteSource> bytes, std::optional<SeekIndex> index);

} // namespace app::media::internal
