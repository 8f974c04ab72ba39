// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp4track.h"

#include "app/media/internal/mp4tag.h"

namespace app::media::internal {

namespace {

constexpr std::size_t mostTracks = 256;
constexpr qsizetype versionBytes = 4;

/// Number of the track, behind two dates whose width the version decides.
[[nodiscard]] quint32 trackId(QByteArrayView header)
{
    BigEndianReader reader(header);
    const bool wide = reader.number<quint8>() == 1;
    reader.skip(3 + (wide ? 16 : 8));
    return reader.number<quint32>();
}

[[nodiscard]] quint32 timeScale(QByteArrayView header)
{
    return trackId(header); // the two atoms are alike up to there
}

[[nodiscard]] std::vector<quint32> numbers(QByteArrayView bytes)
{
    std::vector<quint32> all;
    BigEndianReader reader(bytes);
    while (reader.rest().size() >= 4 && all.size() < mostTracks) {
        all.push_back(reader.number<quint32>());
    }
    return all;
}

/// A table whose entries follow a version and their number.
struct Entries
{
    BigEndianReader reader{QByteArrayView()};
    quint32 count = 0;
};

[[nodiscard]] Entries entriesOf(QByteArrayView atom)
{
    Entries entries{BigEndianReader(atom)};
    entries.reader.skip(versionBytes);
    entries.count = entries.reader.number<quint32>();
    return entries;
}

/// Sizes of the samples, from "stsz".
[[nodiscard]] std::vector<quint32> sampleSizes(QByteArrayView table, std::size_t most)
{
    BigEndianReader reader(findAtom(table, "stsz"));
    reader.skip(versionBytes);
    const auto common = reader.number<quint32>();
    const auto count = std::min<std::size_t>(reader.number<quint32>(), most);
    if (common != 0) {
        return std::vector<quint32>(count, common);
    }
    std::vector<quint32> sizes;
    while (sizes.size() < count && reader.rest().size() >= 4) {
        sizes.push_back(reader.number<quint32>());
    }
    return sizes;
}

[[nodiscard]] std::vector<qint64> chunkOffsets(QByteArrayView table, std::size_t most)
{
    const auto wide = findAtom(table, "co64");
    auto entries = entriesOf(wide.isEmpty() ? findAtom(table, "stco") : wide);
    std::vector<qint64> offsets;
    while (offsets.size() < std::min<std::size_t>(entries.count, most)) {
        const auto offset =
            wide.isEmpty() ? entries.reader.number<quint32>() : entries.reader.number<quint64>();
        if (!entries.reader.isOk() || offset > quint64{1} << 60) {
            break;
        }
        offsets.push_back(static_cast<qint64>(offset));
    }
    return offsets;
}

/// How many samples each chunk holds, from "stsc".
class ChunkSizes final
{
public:
    explicit ChunkSizes(QByteArrayView table)
        : m_entries(entriesOf(findAtom(table, "stsc")))
    {
        readNext();
        step();
    }

    /// Of the chunks in order, beginning with the first.
    [[nodiscard]] quint32 next()
    {
        ++m_chunk;
        if (m_nextFirst != 0 && m_chunk >= m_nextFirst) {
            step();
        }
        return m_now;
    }

private:
    void step()
    {
        m_now = m_nextNow;
        readNext();
    }

    void readNext()
    {
        m_nextFirst = m_entries.reader.number<quint32>();
        m_nextNow = m_entries.reader.number<quint32>();
        m_entries.reader.skip(4);
        if (!m_entries.reader.isOk()) {
            m_nextFirst = 0;
        }
    }

    Entries m_entries;
    quint32 m_chunk = 0;
    quint32 m_now = 0;
    quint32 m_nextFirst = 0; ///< chunk from which the next number holds; 0 for none
    quint32 m_nextNow = 0;
};

void setPlaces(QByteArrayView table, std::vector<Mp4Sample> &samples)
{
    ChunkSizes chunks(table);
    std::size_t sample = 0;
    for (auto offset : chunkOffsets(table, samples.size())) {
        const auto count = chunks.next();
        for (quint32 i = 0; i < count && sample < samples.size(); ++i, ++sample) {
            samples[sample].offset = offset;
            offset += samples[sample].sizeBytes;
        }
    }
    samples.resize(sample);
}

void setTimes(const Mp4Track &track, std::vector<Mp4Sample> &samples)
{
    auto entries = entriesOf(findAtom(track.samples, "stts"));
    const auto toPlace = [&](quint64 units) {
        constexpr quint64 longest = quint64{1} << 50;
        return timestamps::MediaTime::fromMs(
            static_cast<qint64>(std::min(units, longest) * 1000 / track.timeScale));
    };
    quint64 now = 0;
    quint32 left = 0;
    quint32 length = 0;
    for (auto &sample : samples) {
        while (left == 0 && entries.reader.rest().size() >= 8) {
            left = entries.reader.number<quint32>();
            length = entries.reader.number<quint32>();
        }
        left -= left > 0 ? 1 : 0;
        sample.range = {toPlace(now), toPlace(now + length)};
        now += length;
    }
}

} // namespace

std::vector<Mp4Track> readMp4Tracks(QByteArrayView moov)
{
    std::vector<Mp4Track> tracks;
    forEachAtom(moov, [&](QByteArrayView type, QByteArrayView body) {
        if (type != QByteArrayView("trak")) {
            return true;
        }
        Mp4Track track;
        track.id = trackId(findAtom(body, "tkhd"));
        const auto handler = findAtomAt(body, "mdia/hdlr");
        track.kind = handler.size() >= 12 ? handler.sliced(8, 4).toByteArray() : QByteArray();
        track.chapterIds = numbers(findAtomAt(body, "tref/chap"));
        track.samples = findAtomAt(body, "mdia/minf/stbl");
        track.timeScale = timeScale(findAtomAt(body, "mdia/mdhd"));
        tracks.push_back(std::move(track));
        return tracks.size() < mostTracks;
    });
    return tracks;
}

std::vector<Mp4Sample> readMp4Samples(const Mp4Track &track, std::size_t most)
{
    std::vector<Mp4Sample> samples;
    if (track.timeScale == 0) {
        return samples;
    }
    for (const auto size : sampleSizes(track.samples, most)) {
        samples.push_back({{}, 0, size});
    }
    setPlaces(track.samples, samples);
    setTimes(track, samples);
    return samples;
}

} // namespace app::media::internal
