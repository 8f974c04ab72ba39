// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "app/media/internal/packetsource.h"
#include "app/media/internal/resampler.h"

#include <vector>

namespace app::media::internal {

/// Packets to sound. Every frame's place is known from its packet's time, so whatever is damaged,
/// late or cut, what comes out under a number is what belongs there.
class SoundDecoder final : public Decoder
{
public:
    SoundDecoder(std::unique_ptr<PacketSource> packets, const SoundFormat &wanted, QString name);

    /// Makes ready to read from the start. Errors: those of Decoder::open.
    [[nodiscard]] base::Result<void> start();

    void setSeekIndex(SeekIndex index) override;

    [[nodiscard]] base::Result<void> seek(timestamps::MediaTime place) override;
    [[nodiscard]] base::Result<qint64> read(float *into, qint64 frames) override;

    [[nodiscard]] qint64 nextFrame() const override { return m_next; }

    [[nodiscard]] std::optional<timestamps::Duration> duration() const override
    {
        return m_packets->duration();
    }

    [[nodiscard]] bool isDurationExact() const override { return m_packets->isDurationExact(); }

    [[nodiscard]] bool isPlaceExact() const override { return m_packets->isPlaceExact(); }

    [[nodiscard]] SoundFormat format() const override { return m_wanted; }

private:
    [[nodiscard]] base::Result<void> openCodec();
    [[nodiscard]] base::Result<void> seekFrame(qint64 frame, timestamps::Duration preroll);
    [[nodiscard]] base::Result<void> decodeSome();
    [[nodiscard]] base::Result<void> receiveFrames();
    [[nodiscard]] base::Result<void> takeFrame();
    [[nodiscard]] qint64 placeFirst(qint64 start, int rate);
    [[nodiscard]] bool isRunUp() const;
    [[nodiscard]] bool isMisplaced(qint64 gap);
    [[nodiscard]] qint64 bridgeGap(qint64 start, qint64 count);
    [[nodiscard]] base::Result<void> takeKind(qint64 start);
    void moveBy(qint64 shift);
    [[nodiscard]] bool landedLate(qint64 firstFrame);
    [[nodiscard]] base::Result<void> finishSound();
    void settle();
    [[nodiscard]] qint64 ready() const;
    [[nodiscard]] qint64 toOutput(qint64 sample, int rate) const;

    std::unique_ptr<PacketSource> m_packets;
    SoundFormat m_wanted;
    QString m_name;
    CodecPtr m_codec;
    PacketPtr m_packet;
    FramePtr m_frame;
    Resampler m_resampler;

    std::vector<float> m_sound; ///< decoded, from frame m_soundStart on
    std::size_t m_taken = 0;    ///< floats of m_sound that were read
    qint64 m_soundStart = 0;    ///< frame number of m_sound's first
    qint64 m_next = 0;          ///< frame the next read() begins with
    qint64 m_input = 0;         ///< sample expected next, at the file's rate
    qint64 m_lastGap = 0;       ///< between the latest frame's time and the count, in samples
    bool m_placed = false;      ///< a frame was decoded since the last seek
    bool m_ended = false;
    bool m_cutOff = false;    ///< it ended well before the length its container states
    bool m_disturbed = false; ///< reading failed: packets may be lost, so seek before going on
    int m_attempts = 0;       ///< of the present seek
    timestamps::Duration m_preroll{0};
};

} // namespace app::media::internal
