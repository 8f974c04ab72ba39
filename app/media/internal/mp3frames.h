// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>

#include <atomic>
#include <optional>

namespace app::media::internal {

/// Divides by every sample rate MPEG audio knows, so that files which change their rate (an
/// advertisement at 44.1 kHz in a programme at 48) are counted without rounding.
inline constexpr qint64 mp3TicksPerSecond = 14'112'000;

/// The first four bytes of an MPEG audio frame.
struct Mp3Header
{
    int layer = 0; ///< 1 to 3
    bool mpeg1 = false;
    int sampleRate = 0;
    int channels = 0;
    int bitRate = 0; ///< bits per second
    int samples = 0; ///< per channel
    int bytes = 0;   ///< of the whole frame

    [[nodiscard]] qint64 ticks() const { return samples * (mp3TicksPerSecond / sampleRate); }

    [[nodiscard]] bool isLike(const Mp3Header &other) const
    {
        return layer == other.layer && mpeg1 == other.mpeg1 && sampleRate == other.sampleRate;
    }
};

/// Frames of "free" bit rate are not recognised. Source: ISO 11172-3, 2.4.1.3.
[[nodiscard]] std::optional<Mp3Header> parseMp3Header(const char *four);

struct Mp3Frame
{
    qint64 offset = 0;
    Mp3Header header;
};

/// What an encoder left in a first frame that holds no sound.
struct Mp3Tag
{
    qint64 frames = 0; ///< that follow; 0 when it does not say
    int delay = 0;     ///< samples the encoder put in front; 0 with padding 0 when it does not say
    int padding = 0;   ///< samples it put behind
};

/// Reads "Xing", "Info" and "VBRI" frames. Sources: Xing and LAME tag descriptions.
[[nodiscard]] std::optional<Mp3Tag> parseMp3Tag(const Mp3Header &header, const QByteArray &frame);

/// Goes from frame to frame, past tags and damage. Believes no header but the frames' own.
/// The source outlives it. Thread: one at a time.
class Mp3Walker final
{
public:
    explicit Mp3Walker(ByteSource &source, const std::atomic<bool> *cancelled = nullptr);

    /// The next frame is looked for from here on.
    void moveTo(qint64 offset);

    /// The next whole frame; empty at the end. Errors: the source's own; Busy when cancelled.
    /// After an error it can be asked again.
    [[nodiscard]] base::Result<std::optional<Mp3Frame>> next();

    [[nodiscard]] base::Result<QByteArray> bytesOf(const Mp3Frame &frame);

    /// Whether sound as MP3 begins within \p limit bytes, and where.
    [[nodiscard]] base::Result<std::optional<qint64>> findStart(qint64 limit);

private:
    [[nodiscard]] base::Result<qint64> fill(qint64 offset, qint64 size);
    [[nodiscard]] const char *at(qint64 offset) const;
    [[nodiscard]] base::Result<std::optional<Mp3Header>> headerAt(qint64 offset);
    [[nodiscard]] base::Result<qint64> tagLength(qint64 offset);
    [[nodiscard]] base::Result<bool> isChain(qint64 offset, const Mp3Header &header, int links);
    [[nodiscard]] base::Result<std::optional<Mp3Frame>> accept(const Mp3Frame &frame);
    [[nodiscard]] base::Result<std::optional<Mp3Frame>>
    resync(qint64 from, qint64 limit, int links);

    ByteSource &m_source;
    const std::atomic<bool> *m_cancelled;
    QByteArray m_window;
    qint64 m_windowStart = 0;
    std::optional<qint64> m_end; ///< of the source, once met
    qint64 m_offset = 0;
    std::optional<Mp3Header> m_last;
};

} // namespace app::media::internal
