// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/packetsource.h"
#include "app/media/internal/placefinder.h"
#include "app/media/internal/sniff.h"
#include "app/media/internal/sourceio.h"

namespace app::media::internal {

/// Sound in a container that FFmpeg reads: MP4, Ogg, FLAC, WAV, ...
class ContainerSource final : public PacketSource
{
public:
    explicit ContainerSource(std::shared_ptr<ByteSource> bytes);
    ~ContainerSource() override;

    [[nodiscard]] base::Result<void> open(ContentKind kind);

    [[nodiscard]] const AVCodecParameters &codec() const override { return *m_parameters; }

    [[nodiscard]] AVRational timeBase() const override { return m_timeBase; }

    [[nodiscard]] base::Result<bool> next(AVPacket &packet) override;
    [[nodiscard]] base::Result<void> seekBefore(qint64 time) override;

    [[nodiscard]] timestamps::Duration preroll() const override;

    [[nodiscard]] std::optional<qint64> end() const override { return m_end; }

    [[nodiscard]] std::optional<timestamps::Duration> duration() const override
    {
        return m_duration;
    }

    [[nodiscard]] bool isDurationExact() const override { return m_isDurationExact; }

    [[nodiscard]] const StreamFacts &facts() const override { return m_facts; }

private:
    [[nodiscard]] base::Result<void> openInput(ContentKind kind);
    [[nodiscard]] base::Result<void> reopen();
    [[nodiscard]] bool canSeek() const;
    void chooseFinder();
    [[nodiscard]] base::Result<PlaceFinder::Mark> findMark(qint64 sample);
    [[nodiscard]] base::Result<qint64> findPlace(qint64 wanted);
    [[nodiscard]] base::Result<void> walkTo(qint64 time);
    [[nodiscard]] base::Result<void> chooseStream();
    [[nodiscard]] base::Unexpected failure(int code, QStringView what) const;
    [[nodiscard]] qint64 undeclaredDelay() const;
    [[nodiscard]] qint64 statedLength() const;
    [[nodiscard]] std::optional<qint64> endInLastPacket() const;
    void readDuration(ContentKind kind);
    void readFacts();

    std::shared_ptr<ByteSource> m_bytes;
    SourceIo m_io;
    AVFormatContext *m_format = nullptr;
    AVStream *m_stream = nullptr; ///< none after a failure, until the next seek
    ParametersPtr m_parameters;
    AVRational m_timeBase{1, 1};
    ContentKind m_kind = ContentKind::Unknown;
    std::unique_ptr<PlaceFinder> m_finder; ///< where FFmpeg would look into too many places
    bool m_hasTable = false;               ///< of every packet, or needs none
    bool m_openedWhole = false;            ///< the end was looked at, too
    qint64 m_passed = 0;                   ///< end of the latest packet, from the origin
    qint64 m_origin = 0;         ///< time of the first sample heard, as the container counts
    std::optional<qint64> m_end; ///< where the sound ends inside the last packet
    qint64 m_undeclared = 0;     ///< of it, what the container does not say
    std::optional<timestamps::Duration> m_duration;
    bool m_isDurationExact = false;
    StreamFacts m_facts;
};

} // namespace app::media::internal
