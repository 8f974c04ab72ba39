// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp3source.h"

#include <algorithm>
#include <cstring>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// What LAME and nearly every encoder after it puts in front, in samples.
constexpr int usualEncoderDelay = 576;
/// What every decoder adds: the filter bank's delay. Source: LAME's technical FAQ.
constexpr int decoderDelay = 529;
constexpr qint64 ticksBetweenMarks = mp3TicksPerSecond / 4;

[[nodiscard]] timestamps::Duration toDuration(qint64 ticks)
{
    return timestamps::Duration(av_rescale(ticks, 1000, mp3TicksPerSecond));
}

} // namespace

Mp3Source::Mp3Source(std::shared_ptr<ByteSource> bytes,
                     qint64 soundStart,
                     const std::atomic<bool> *cancelled)
    : m_bytes(std::move(bytes))
    , m_walker(*m_bytes, cancelled)
    , m_soundStart(soundStart)
    , m_codec(avcodec_parameters_alloc())
{}

base::Result<void> Mp3Source::open(std::optional<SeekIndex> index)
{
    if (const auto read = readTag(); !read) {
        return read;
    }
    m_codec->codec_type = AVMEDIA_TYPE_AUDIO;
    m_codec->codec_id = m_first.layer == 3   ? AV_CODEC_ID_MP3
                        : m_first.layer == 2 ? AV_CODEC_ID_MP2
                                             : AV_CODEC_ID_MP1;
    m_codec->sample_rate = m_first.sampleRate;
    av_channel_layout_default(&m_codec->ch_layout, m_first.channels);
    m_facts.format = QStringLiteral("mp3");
    m_facts.codec = QLatin1String(avcodec_get_name(m_codec->codec_id));
    m_facts.sampleRate = m_first.sampleRate;
    m_facts.channels = m_first.channels;
    if (index) {
        setSeekIndex(std::move(*index));
    }
    return {};
}

/// Reads the first frame, which may be a tag: then the sound begins with the second.
base::Result<void> Mp3Source::readTag()
{
    m_walker.moveTo(m_soundStart);
    const auto frame = m_walker.next();
    if (!frame) {
        return unexpected(frame.error());
    }
    if (!*frame) {
        return unexpected(ErrorCode::Malformed, m_bytes->name() + u": the file holds no sound");
    }
    m_first = (*frame)->header;
    const auto bytes = m_walker.bytesOf(**frame);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    if (const auto tag = parseMp3Tag(m_first, *bytes)) {
        m_tag = *tag;
        m_soundStart = (*frame)->offset + m_first.bytes;
        // A tag may be written at another bit rate; what follows tells the sound's.
        const auto sound = m_walker.next();
        if (!sound) {
            return unexpected(sound.error());
        }
        if (!*sound) {
            return unexpected(ErrorCode::Malformed,
                              m_bytes->name() + u": the file ends before its sound begins");
        }
        m_first = (*sound)->header;
    }
    m_walker.moveTo(m_soundStart);
    m_marks = {{m_soundStart, 0}};
    return {};
}

qint64 Mp3Source::silenceInFront() const
{
    const bool told = m_tag.delay != 0 || m_tag.padding != 0;
    const auto samples = (told ? m_tag.delay : usualEncoderDelay) + decoderDelay;
    return samples * (mp3TicksPerSecond / m_first.sampleRate);
}

void Mp3Source::rememberMark(const Mark &mark)
{
    if (mark.ticks >= m_marks.back().ticks + ticksBetweenMarks) {
        m_marks.push_back(mark);
    }
}

void Mp3Source::countFrame(const Mp3Frame &frame)
{
    rememberMark({frame.offset, m_ticks});
    m_ticks += frame.header.ticks();
    ++m_frames;
}

base::Result<bool> Mp3Source::next(AVPacket &packet)
{
    const auto frame = m_walker.next();
    if (!frame) {
        return unexpected(frame.error());
    }
    if (!*frame) {
        return false;
    }
    const auto bytes = m_walker.bytesOf(**frame);
    if (!bytes) {
        return unexpected(bytes.error());
    }
    if (av_new_packet(&packet, static_cast<int>(bytes->size())) < 0) {
        return unexpected(ErrorCode::TooLarge, m_bytes->name() + u": out of memory");
    }
    std::memcpy(packet.data, bytes->constData(), static_cast<std::size_t>(bytes->size()));
    packet.pts = packet.dts = m_ticks - silenceInFront();
    packet.duration = (*frame)->header.ticks();
    countFrame(**frame);
    return true;
}

base::Result<void> Mp3Source::seekBefore(qint64 time)
{
    const auto wanted = time + silenceInFront();
    const auto after = std::upper_bound(
        m_marks.begin(), m_marks.end(), wanted, [](qint64 ticks, const Mark &mark) {
            return ticks < mark.ticks;
        });
    const auto mark = after == m_marks.begin() ? m_marks.front() : *(after - 1);
    m_walker.moveTo(mark.offset);
    m_ticks = mark.ticks;
    // What lies between the last place known and the one wanted is walked through, not guessed.
    while (m_ticks + ticksBetweenMarks <= wanted) {
        const auto frame = m_walker.next();
        if (!frame) {
            return unexpected(frame.error());
        }
        if (!*frame) {
            break;
        }
        countFrame(**frame);
    }
    return {};
}

timestamps::Duration Mp3Source::preroll() const
{
    // A frame's sound may begin up to 511 bytes earlier, which is ten frames at low bit rates.
    const auto tenFrames = toDuration(10 * m_first.ticks());
    return std::max(timestamps::Duration(250), tenFrames);
}

std::optional<timestamps::Duration> Mp3Source::duration() const
{
    if (m_duration) {
        return m_duration;
    }
    if (m_tag.frames > 0) {
        return toDuration(m_tag.frames * m_first.ticks() - silenceInFront());
    }
    if (const auto size = m_bytes->sizeBytes(); size && *size > m_soundStart) {
        return timestamps::Duration(av_rescale(*size - m_soundStart, 8000, m_first.bitRate));
    }
    return std::nullopt;
}

void Mp3Source::setSeekIndex(SeekIndex index)
{
    if (index.sampleRate <= 0 || mp3TicksPerSecond % index.sampleRate != 0) {
        return;
    }
    const auto perSample = mp3TicksPerSecond / index.sampleRate;
    std::vector<Mark> marks = {{m_soundStart, 0}};
    for (const auto &entry : index.entries) {
        const auto ticks = entry.sample * perSample;
        if (entry.byteOffset > marks.back().offset && ticks > marks.back().ticks) {
            marks.push_back({entry.byteOffset, ticks});
        }
    }
    m_marks = std::move(marks);
    m_duration = index.duration;
    if (index.endSample > 0) {
        m_end = index.endSample * perSample - silenceInFront();
    }
}

base::Result<SeekIndex> Mp3Source::buildIndex()
{
    m_walker.moveTo(m_soundStart);
    m_ticks = 0;
    m_frames = 0;
    for (;;) {
        const auto frame = m_walker.next();
        if (!frame) {
            return unexpected(frame.error());
        }
        if (!*frame) {
            break;
        }
        countFrame(**frame);
    }
    const auto perSample = mp3TicksPerSecond / m_first.sampleRate;
    SeekIndex index;
    index.sampleRate = m_first.sampleRate;
    index.endSample = m_ticks / perSample;
    // What the encoder put behind is only known when the file still has the frames it had then.
    if (m_tag.frames == m_frames && m_tag.padding > decoderDelay) {
        index.endSample -= m_tag.padding - decoderDelay;
    }
    const auto heard = index.endSample * perSample - silenceInFront();
    index.duration = toDuration(std::max<qint64>(heard, 0));
    index.entries.reserve(m_marks.size());
    for (const auto &mark : m_marks) {
        index.entries.push_back({mark.offset, mark.ticks / perSample});
    }
    return index;
}

} // namespace app::media::internal
