// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/framemap.h"
#include "app/media/internal/framewalker.h"
#include "app/media/internal/mp3tag.h"
#include "app/media/internal/packetsource.h"

namespace app::media::internal {

/// An MP3 file or raw AAC, whose frames are counted because nothing else in it can be believed.
///
/// What it passes it remembers, so that seeking without an index walks each part once. In a
/// download that can be reached into anywhere, what is far off is jumped to: exactly where all
/// frames are of one length, else about there.
class FrameSource final : public PacketSource
{
public:
    FrameSource(std::shared_ptr<ByteSource> bytes,
                FrameKind kind,
                qint64 soundStart,
                const std::atomic<bool> *cancelled = nullptr);

    [[nodiscard]] base::Result<void> open(std::optional<SeekIndex> index);

    /// Walks to the end. Errors: Busy when cancelled, the source's own.
    [[nodiscard]] base::Result<SeekIndex> buildIndex();

    [[nodiscard]] const AVCodecParameters &codec() const override { return *m_codec; }

    [[nodiscard]] AVRational timeBase() const override { return {1, int{ticksPerSecond}}; }

    [[nodiscard]] base::Result<bool> next(AVPacket &packet) override;
    [[nodiscard]] base::Result<void> seekBefore(qint64 time) override;

    [[nodiscard]] timestamps::Duration preroll() const override;

    [[nodiscard]] std::optional<qint64> end() const override { return m_end; }

    [[nodiscard]] std::optional<timestamps::Duration> duration() const override;

    [[nodiscard]] bool isDurationExact() const override { return m_duration.has_value(); }

    [[nodiscard]] const StreamFacts &facts() const override { return m_facts; }

    [[nodiscard]] std::optional<qint64> setSeekIndex(SeekIndex index) override;

    [[nodiscard]] bool isPlaceExact() const override { return !m_inRun || m_map.isRunExact(); }

private:
    [[nodiscard]] base::Result<void> readStart();
    [[nodiscard]] base::Result<SoundFrame> firstFrame(const QString &missing);
    void describe();
    void countFrame(const SoundFrame &frame);
    [[nodiscard]] qint64 silenceInFront() const;
    [[nodiscard]] bool useMarks(const SeekIndex &index);
    [[nodiscard]] base::Result<bool> walk(const FrameMap::Mark &from, qint64 wanted, qint64 limit);
    [[nodiscard]] base::Result<void> seekGrowing(qint64 wanted, qint64 size);
    [[nodiscard]] base::Result<void> jump(qint64 wanted, qint64 size);
    [[nodiscard]] std::optional<qint64> trueTicks(qint64 offset);

    std::shared_ptr<ByteSource> m_bytes;
    FrameKind m_kind;
    FrameWalker m_walker;
    qint64 m_soundStart;
    ParametersPtr m_codec;
    StreamFacts m_facts;
    FrameHeader m_first;
    std::optional<Mp3Tag> m_tag;
    FrameMap m_map;
    bool m_inRun = false; ///< behind a jump, in the map's run
    qint64 m_ticks = 0;   ///< of the next frame, from the first sample decoded
    std::optional<qint64> m_end;
    std::optional<timestamps::Duration> m_duration;
};

} // namespace app::media::internal
