// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/framesource.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// What LAME and nearly every encoder after it puts in front, in samples.
constexpr int usualEncoderDelay = 576;
/// What every decoder adds: the filter bank's delay. Source: LAME's technical FAQ.
constexpr int decoderDelay = 529;
/// The first block of AAC only prepares the second one; how much more an encoder put in front,
/// nothing in a raw stream tells.
constexpr int aacDelay = 1024;
/// Frames this near to the end of what is there are not walked to: looking at one may wait.
constexpr qint64 walkMargin = 16 * 1024;
/// As much as this is rather waited for than jumped over: that takes time as well.
constexpr qint64 nearBytes = 96 * 1024;
constexpr auto noLimit = std::numeric_limits<qint64>::max();

[[nodiscard]] timestamps::Duration toDuration(qint64 ticks)
{
    return timestamps::Duration(av_rescale(ticks, 1000, ticksPerSecond));
}

} // namespace

FrameSource::FrameSource(std::shared_ptr<ByteSource> bytes,
                         FrameKind kind,
                         qint64 soundStart,
                         const std::atomic<bool> *cancelled)
    : m_bytes(std::move(bytes))
    , m_kind(kind)
    , m_walker(*m_bytes, kind, cancelled)
    , m_soundStart(soundStart)
    , m_codec(avcodec_parameters_alloc())
{}

base::Result<void> FrameSource::open(std::optional<SeekIndex> index)
{
    if (const auto read = readStart(); !read) {
        return read;
    }
    describe();
    if (index) {
        (void)setSeekIndex(std::move(*index));
    }
    return {};
}

void FrameSource::describe()
{
    m_codec->codec_type = AVMEDIA_TYPE_AUDIO;
    m_codec->codec_id = m_kind == FrameKind::Aac ? AV_CODEC_ID_AAC
                        : m_first.layer == 3     ? AV_CODEC_ID_MP3
                        : m_first.layer == 2     ? AV_CODEC_ID_MP2
                                                 : AV_CODEC_ID_MP1;
    m_codec->sample_rate = m_first.sampleRate;
    av_channel_layout_default(&m_codec->ch_layout, m_first.channels);
    m_facts.format = m_kind == FrameKind::Aac ? QStringLiteral("aac") : QStringLiteral("mp3");
    m_facts.codec = QLatin1String(avcodec_get_name(m_codec->codec_id));
    m_facts.sampleRate = m_first.sampleRate;
    m_facts.channels = m_first.channels;
}

base::Result<SoundFrame> FrameSource::firstFrame(const QString &missing)
{
    const auto frame = m_walker.next();
    if (!frame) {
        return unexpected(frame.error());
    }
    if (!*frame) {
        return unexpected(ErrorCode::Malformed, m_bytes->name() + u": " + missing);
    }
    return **frame;
}

/// Reads the first frame, which may be a tag: then the sound begins with the second.
base::Result<void> FrameSource::readStart()
{
    m_walker.moveTo(m_soundStart);
    auto first = firstFrame(QStringLiteral("the file holds no sound"));
    if (!first) {
        return unexpected(first.error());
    }
    if (m_kind == FrameKind::Mp3) {
        const auto bytes = m_walker.bytesOf(*first);
        if (!bytes) {
            return unexpected(bytes.error());
        }
        m_tag = parseMp3Tag(first->header, *bytes);
    }
    if (m_tag) {
        m_soundStart = first->offset + first->header.bytes;
        // A tag may be written at another bit rate; what follows tells the sound's.
        first = firstFrame(QStringLiteral("the file ends before its sound begins"));
        if (!first) {
            return unexpected(first.error());
        }
    }
    m_first = first->header;
    m_walker.moveTo(m_soundStart);
    m_map.begin(*first, m_tag);
    return {};
}

qint64 FrameSource::silenceInFront() const
{
    const bool told = m_tag && (m_tag->delay != 0 || m_tag->padding != 0);
    const auto samples = m_kind == FrameKind::Aac
                             ? aacDelay
                             : (told ? m_tag->delay : usualEncoderDelay) + decoderDelay;
    return samples * (ticksPerSecond / m_first.sampleRate);
}

void FrameSource::countFrame(const SoundFrame &frame)
{
    if (m_inRun) {
        m_map.addToRun(frame, m_ticks);
    } else {
        m_map.addKnown(frame, m_ticks);
    }
    m_ticks += frame.header.ticks();
}

base::Result<bool> FrameSource::next(AVPacket &packet)
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

/// Goes frame by frame to the one with a moment, or to one of the few before it; not beyond a byte.
/// \returns whether it got there, or met the end
base::Result<bool> FrameSource::walk(const FrameMap::Mark &from, qint64 wanted, qint64 limit)
{
    m_walker.moveTo(from.offset);
    m_ticks = from.ticks;
    auto offset = from.offset;
    while (m_ticks + ticksPerSecond / 4 <= wanted) {
        if (offset >= limit && !m_map.isUndecided()) {
            return false;
        }
        const auto frame = m_walker.next();
        if (!frame) {
            return unexpected(frame.error());
        }
        if (!*frame) {
            break;
        }
        offset = (*frame)->offset + (*frame)->header.bytes;
        countFrame(**frame);
    }
    return true;
}

base::Result<void> FrameSource::seekBefore(qint64 time)
{
    const auto wanted = time + silenceInFront();
    const auto size = m_bytes->sizeBytes();
    if (size && !m_bytes->isComplete() && m_bytes->canReachAnywhere() && !m_map.isComplete()) {
        return seekGrowing(wanted, *size);
    }
    m_inRun = false;
    const auto there = walk(m_map.knownBefore(wanted), wanted, noLimit);
    return there ? base::Result<void>() : unexpected(there.error());
}

/// What was not passed yet is walked through, not guessed, as long as that costs little waiting.
base::Result<void> FrameSource::seekGrowing(qint64 wanted, qint64 size)
{
    const auto limitBehind = [&](qint64 end) {
        const bool isNear = m_map.guessByte(wanted, size) < end + nearBytes;
        return end + (isNear ? 2 * nearBytes : 0);
    };
    m_inRun = false;
    const auto known = m_map.knownEnd().offset;
    const auto there = walk(m_map.knownBefore(wanted),
                            wanted,
                            std::max(m_bytes->availableBytes() - walkMargin, limitBehind(known)));
    if (!there || *there) {
        return there ? base::Result<void>() : unexpected(there.error());
    }
    if (const auto mark = m_map.runBefore(wanted)) {
        m_inRun = true;
        const auto walked = walk(*mark, wanted, limitBehind(m_map.runEndByte()));
        if (!walked || *walked) {
            return walked ? base::Result<void>() : unexpected(walked.error());
        }
    }
    return jump(wanted, size);
}

base::Result<void> FrameSource::jump(qint64 wanted, qint64 size)
{
    m_walker.searchFrom(m_map.guessByte(wanted, size));
    const auto frame = m_walker.next();
    if (!frame) {
        return unexpected(frame.error());
    }
    m_ticks = wanted;
    m_inRun = true;
    if (!*frame) {
        m_map.beginRun({size, wanted}, false);
        return {};
    }
    const auto exact = m_map.evenTicks(**frame);
    // Whole frames from the start, so that putting it right later moves it by whole frames.
    const auto ticks = (*frame)->header.ticks();
    m_ticks = exact.value_or(wanted / ticks * ticks);
    m_map.beginRun({(*frame)->offset, m_ticks}, exact.has_value());
    m_walker.moveTo((*frame)->offset);
    return {};
}

timestamps::Duration FrameSource::preroll() const
{
    // A frame's sound may begin up to 511 bytes earlier, which is ten frames at low bit rates.
    const auto tenFrames = toDuration(10 * m_first.ticks());
    return std::max(timestamps::Duration(250), tenFrames);
}

std::optional<timestamps::Duration> FrameSource::duration() const
{
    if (m_duration) {
        return m_duration;
    }
    const auto total = m_map.totalTicks(m_bytes->sizeBytes());
    return total ? std::optional(toDuration(std::max<qint64>(*total - silenceInFront(), 0)))
                 : std::nullopt;
}

bool FrameSource::useMarks(const SeekIndex &index)
{
    if (index.sampleRate <= 0 || ticksPerSecond % index.sampleRate != 0) {
        return false;
    }
    const auto perSample = ticksPerSecond / index.sampleRate;
    std::vector<FrameMap::Mark> marks;
    marks.reserve(index.entries.size() + 1);
    marks.push_back({m_soundStart, 0});
    for (const auto &entry : index.entries) {
        const auto ticks = entry.sample * perSample;
        if (entry.byteOffset > marks.back().offset && ticks > marks.back().ticks) {
            marks.push_back({entry.byteOffset, ticks});
        }
    }
    m_map.setMarks(std::move(marks));
    m_duration = index.duration;
    if (index.endSample > 0) {
        m_end = index.endSample * perSample - silenceInFront();
    }
    return true;
}

std::optional<qint64> FrameSource::setSeekIndex(SeekIndex index)
{
    if (!useMarks(index)) {
        return 0;
    }
    const auto start = m_map.runStart();
    m_map.dropRun();
    if (!std::exchange(m_inRun, false)) {
        return 0;
    }
    const auto ticks = trueTicks(start.offset);
    if (!ticks) {
        return std::nullopt;
    }
    m_ticks += *ticks - start.ticks;
    return *ticks - start.ticks;
}

/// The moment of a frame, counted from the mark before it; empty when that cannot be read.
std::optional<qint64> FrameSource::trueTicks(qint64 offset)
{
    const auto mark = m_map.knownAtByte(offset);
    FrameWalker walker(*m_bytes, m_kind);
    walker.moveTo(mark.offset);
    auto ticks = mark.ticks;
    for (;;) {
        const auto frame = walker.next();
        if (!frame || !*frame) {
            return std::nullopt;
        }
        if ((*frame)->offset >= offset) {
            return ticks;
        }
        ticks += (*frame)->header.ticks();
    }
}

base::Result<SeekIndex> FrameSource::buildIndex()
{
    const auto walked = walk({m_soundStart, 0}, noLimit, noLimit);
    if (!walked) {
        return unexpected(walked.error());
    }
    const auto perSample = ticksPerSecond / m_first.sampleRate;
    SeekIndex index;
    index.sampleRate = m_first.sampleRate;
    index.endSample = m_ticks / perSample;
    // What the encoder put behind is only known when the file still has the frames it had then.
    if (m_tag && m_tag->frames == m_map.knownFrames() && m_tag->padding > decoderDelay) {
        index.endSample -= m_tag->padding - decoderDelay;
    }
    const auto heard = index.endSample * perSample - silenceInFront();
    index.duration = toDuration(std::max<qint64>(heard, 0));
    index.entries.reserve(m_map.marks().size());
    for (const auto &mark : m_map.marks()) {
        index.entries.push_back({mark.offset, mark.ticks / perSample});
    }
    return index;
}

} // namespace app::media::internal
