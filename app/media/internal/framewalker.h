// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>

#include <atomic>
#include <optional>

namespace app::media::internal {

/// Divides by every sample rate MPEG sound knows, so that files which change their rate (an
/// advertisement at 44.1 kHz in a programme at 48) are counted without rounding.
inline constexpr qint64 ticksPerSecond = 28'224'000;

/// What of a recording that is nothing but frames, each telling its own length.
enum class FrameKind { Mp3, Aac };

/// The first bytes of an MPEG audio frame (Source: ISO 11172-3, 2.4.1.3), or of one of AAC as ADTS
/// (Source: ISO 13818-7, 6.2).
struct FrameHeader
{
    FrameKind kind = FrameKind::Mp3;
    int layer = 0; ///< 1 to 3; the profile for AAC
    bool mpeg1 = false;
    int sampleRate = 0;
    int channels = 0;
    int bitRate = 0; ///< bits per second; 0 for AAC, where it is never even
    int samples = 0; ///< per channel
    int bytes = 0;   ///< of the whole frame

    [[nodiscard]] qint64 ticks() const { return samples * (ticksPerSecond / sampleRate); }

    [[nodiscard]] bool isLike(const FrameHeader &other) const
    {
        return kind == other.kind && layer == other.layer && mpeg1 == other.mpeg1
               && sampleRate == other.sampleRate;
    }
};

/// Bytes that parseFrameHeader() looks at.
inline constexpr int frameHeaderBytes = 7;

/// MP3 frames of "free" bit rate are not recognised.
[[nodiscard]] std::optional<FrameHeader> parseFrameHeader(const char *seven);

struct SoundFrame
{
    qint64 offset = 0;
    FrameHeader header;
};

/// Goes from frame to frame, past tags and damage. Believes no header but the frames' own.
/// The source outlives it. Thread: one at a time.
class FrameWalker final
{
public:
    /// \param kind  the only one that is taken for a frame; without it, both are
    explicit FrameWalker(ByteSource &source,
                         std::optional<FrameKind> kind = std::nullopt,
                         const std::atomic<bool> *cancelled = nullptr);

    /// The next frame begins here, or the first behind it.
    void moveTo(qint64 offset);

    /// The next frame is looked for from here on, with more distrust: here may be anything.
    void searchFrom(qint64 offset);

    /// The next whole frame; empty at the end. Errors: the source's own; Busy when cancelled.
    /// After an error it can be asked again.
    [[nodiscard]] base::Result<std::optional<SoundFrame>> next();

    [[nodiscard]] base::Result<QByteArray> bytesOf(const SoundFrame &frame);

    /// The first frame, when one begins within \p limit bytes behind what tags are there.
    [[nodiscard]] base::Result<std::optional<SoundFrame>> findStart(qint64 limit);

private:
    [[nodiscard]] base::Result<qint64> fill(qint64 offset, qint64 size);
    [[nodiscard]] const char *at(qint64 offset) const;
    [[nodiscard]] base::Result<std::optional<FrameHeader>> headerAt(qint64 offset);
    [[nodiscard]] base::Result<qint64> tagLength(qint64 offset);
    [[nodiscard]] base::Result<bool> isChain(qint64 offset, const FrameHeader &header, int links);
    [[nodiscard]] base::Result<std::optional<SoundFrame>> accept(const SoundFrame &frame);
    [[nodiscard]] base::Result<std::optional<SoundFrame>>
    resync(qint64 from, qint64 limit, int links);

    [[nodiscard]] std::optional<FrameHeader> parse(const char *bytes) const;
    [[nodiscard]] std::optional<SoundFrame> nextInWindow();

    ByteSource &m_source;
    std::optional<FrameKind> m_kind;
    const std::atomic<bool> *m_cancelled;
    QByteArray m_window;
    qint64 m_windowStart = 0;
    std::optional<qint64> m_end; ///< of the source, once met
    qint64 m_offset = 0;
    std::optional<FrameHeader> m_last;
    quint32 m_lastWord = 0; ///< as which m_last was read; 0 for AAC
};

} // namespace app::media::internal
