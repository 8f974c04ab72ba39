// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace app::media::internal {

/// Finds the byte of a moment by looking into a recording at few places, each chosen by what the
/// others told: in a download every one may cost a connection.
///
/// The source outlives it. Thread: one at a time.
class PlaceFinder
{
public:
    /// Something that can be decoded on its own begins here.
    struct Mark
    {
        qint64 offset = 0;
        qint64 sample = 0; ///< first one of what begins here
    };

    explicit PlaceFinder(ByteSource &source)
        : m_source(source)
    {}

    virtual ~PlaceFinder() = default;

    /// A mark before a sample, or the start; nearer than \p samples to it if possible.
    /// \param size   bytes there are; nothing behind them is looked at
    /// \param total  samples in them; 0 when not known
    /// Errors: the source's own; after one it can be asked again.
    [[nodiscard]] base::Result<Mark>
    findBefore(qint64 sample, qint64 samples, qint64 size, qint64 total);

    /// Whether something behind a sample was met, so that looking further will not help.
    [[nodiscard]] bool knowsBeyond(qint64 sample) const
    {
        return !m_marks.empty() && m_marks.back().sample > sample;
    }

protected:
    /// The first mark that can be found from a byte on; empty when there is none within reach.
    [[nodiscard]] virtual base::Result<std::optional<Mark>> firstFrom(qint64 offset) = 0;

    /// Bytes of the source, fewer only at its end.
    [[nodiscard]] base::Result<QByteArray> bytesAt(qint64 offset, qint64 size);

private:
    struct Bounds
    {
        Mark low;
        Mark high;
        bool highKnown = false;
    };

    [[nodiscard]] Bounds boundsOf(qint64 sample, qint64 size, qint64 total) const;
    [[nodiscard]] static qint64 guess(const Bounds &bounds, qint64 sample, bool halve);
    void remember(const Mark &mark);

    ByteSource &m_source;
    std::vector<Mark> m_marks; ///< rising in both
    QByteArray m_window;
    qint64 m_windowStart = 0;
    qint64 m_limit = 0;
};

/// Pages of one stream in Ogg. Source: RFC 3533, 6.
class OggFinder final : public PlaceFinder
{
public:
    /// \param stream  its number, in the order they begin in
    OggFinder(ByteSource &source, int stream)
        : PlaceFinder(source)
        , m_stream(stream)
    {}

protected:
    [[nodiscard]] base::Result<std::optional<Mark>> firstFrom(qint64 offset) override;

private:
    struct Page
    {
        qint64 end = 0;
        qint64 granule = 0; ///< what ends in it, ends so far from the start
        quint32 serial = 0;
        bool isFirst = false;
    };

    [[nodiscard]] base::Result<std::optional<Page>> pageFrom(qint64 offset);
    [[nodiscard]] base::Result<void> findSerial();

    int m_stream;
    std::optional<quint32> m_serial;
};

/// Frames of FLAC. Source: RFC 9639, 9.1.
class FlacFinder final : public PlaceFinder
{
public:
    /// \param blockSize  of every frame but the last, where they are numbered instead of timed
    FlacFinder(ByteSource &source, qint64 blockSize)
        : PlaceFinder(source)
        , m_blockSize(blockSize)
    {}

protected:
    [[nodiscard]] base::Result<std::optional<Mark>> firstFrom(qint64 offset) override;

private:
    [[nodiscard]] std::optional<qint64> sampleOf(const QByteArray &header) const;

    qint64 m_blockSize;
};

} // namespace app::media::internal
