// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/media/seekindex.h"
#include "app/timestamps/mediatime.h"

#include <memory>
#include <optional>
#include <vector>

namespace app::media {

/// What a decoder delivers: interleaved 32-bit float.
struct SoundFormat
{
    int sampleRate = 48'000;
    int channels = 2;

    bool operator==(const SoundFormat &) const = default;
};

/// Decodes one recording to sound, exact to the sample after every seek.
///
/// Sample 0 is the first one a listener hears: encoder delay is taken off, also where the file does
/// not declare it. Thread: one at a time.
class Decoder
{
public:
    virtual ~Decoder() = default;

    /// Opens a recording and resamples it to \p wanted.
    /// \param index  of an MP3 or of raw AAC, when there is one; without it, seeking decodes from
    /// what is known Errors: Malformed (empty, a web page, truncated before any sound), Unsupported
    /// (no sound in
    ///         it, unknown codec), NotFound, Denied, and the source's own.
    [[nodiscard]] static base::Result<std::unique_ptr<Decoder>>
    open(std::shared_ptr<ByteSource> source,
         const SoundFormat &wanted = {},
         std::optional<SeekIndex> index = std::nullopt);

    /// Gives the exact index to a decoder that was opened without one.
    virtual void setSeekIndex(SeekIndex index) = 0;

    /// The next read() begins with the frame at this place; beyond the end it reads nothing.
    [[nodiscard]] virtual base::Result<void> seek(timestamps::MediaTime place) = 0;

    /// Fills up to \p frames frames of interleaved float.
    /// \returns frames written; 0 at the end
    /// Errors: the source's own; a damaged packet is skipped with silence of its length.
    [[nodiscard]] virtual base::Result<qint64> read(float *into, qint64 frames) = 0;

    /// The frame the next read() begins with, at the format's rate.
    [[nodiscard]] virtual qint64 nextFrame() const = 0;

    /// Exact from the index or the container; else an estimate; empty when neither.
    [[nodiscard]] virtual std::optional<timestamps::Duration> duration() const = 0;
    [[nodiscard]] virtual bool isDurationExact() const = 0;

    /// Whether what read() gives is known to be from where nextFrame() says. False after a jump
    /// into a part of a download nothing is known of; right again once setSeekIndex() was called:
    /// then nextFrame() is corrected, and the sound goes on undisturbed.
    [[nodiscard]] virtual bool isPlaceExact() const { return true; }

    [[nodiscard]] virtual SoundFormat format() const = 0;
};

} // namespace app::media
