// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/mp3frames.h"
#include "app/media/internal/packetsource.h"

namespace app::media::internal {

/// An MP3 file, whose frames are counted because nothing else in it can be believed.
///
/// What it passes it remembers, so that seeking without an index walks each part once.
class Mp3Source final : public PacketSource
{
public:
    Mp3Source(std::shared_ptr<ByteSource> bytes,
              qint64 soundStart,
              const std::atomic<bool> *cancelled = nullptr);

    [[nodiscard]] base::Result<void> open(std::optional<SeekIndex> index);

    /// Walks to the end. Errors: Busy when cancelled, the source's own.
    [[nodiscard]] base::Result<SeekIndex> buildIndex();

    [[nodiscard]] const AVCodecParameters &codec() const override { return *m_codec; }

    [[nodiscard]] AVRational timeBase() const override { return {1, int{mp3TicksPerSecond}}; }

    [[nodiscard]] base::Result<bool> next(AVPacket &packet) override;
    [[nodiscard]] base::Result<void> seekBefore(qint64 time) override;

    [[nodiscard]] timestamps::Duration preroll() const override;

    [[nodiscard]] std::optional<qint64> end() const override { return m_end; }

    [[nodiscard]] std::optional<timestamps::Duration> duration() const override;

    [[nodiscard]] bool isDurationExact() const override { return m_duration.has_value(); }

    [[nodiscard]] const StreamFacts &facts() const override { return m_facts; }

    void setSeekIndex(SeekIndex index) override;

private:
    struct Mark
    {
        qint64 offset = 0;
        qint64 ticks = 0; ///< from the first sample decoded
    };

    void rememberMark(const Mark &mark);
    void countFrame(const Mp3Frame &frame);
    [[nodiscard]] base::Result<void> readTag();
    [[nodiscard]] qint64 silenceInFront() const;

    std::shared_ptr<ByteSource> m_bytes;
    Mp3Walker m_walker;
    qint64 m_soundStart;
    ParametersPtr m_codec;
    StreamFacts m_facts;
    Mp3Header m_first;
    Mp3Tag m_tag;
    std::vector<Mark> m_marks;
    qint64 m_ticks = 0;  ///< of the next frame, from the first sample decoded
    qint64 m_frames = 0; ///< passed since the start, while no jump was made
    std::optional<qint64> m_end;
    std::optional<timestamps::Duration> m_duration;
};

} // namespace app::media::internal
