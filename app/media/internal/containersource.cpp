// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/containersource.h"

#include "app/media/internal/framesource.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// Containers that can only name other containers' files or addresses are not among them.
constexpr char allowedFormats[] = "mov,ogg,flac,wav,w64,aiff,aac,matroska,webm,caf,asf";
constexpr int mostChannels = 64;
constexpr int mostBadReads = 1000;

/// A recording may not make us open another file.
int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EACCES);
}

[[nodiscard]] const char *inputName(ContentKind kind)
{
    switch (kind) {
    case ContentKind::Mp4:
        return "mov";
    case ContentKind::Ogg:
        return "ogg";
    case ContentKind::Flac:
        return "flac";
    case ContentKind::Wave:
        return "wav";
    default:
        return nullptr;
    }
}

[[nodiscard]] QString formatName(const AVInputFormat &format)
{
    const auto names = QString::fromLatin1(format.name).split(u',');
    if (names.contains(u"m4a")) {
        return QStringLiteral("m4a");
    }
    return names.first();
}

[[nodiscard]] timestamps::Chapters chaptersOf(const AVFormatContext &format)
{
    constexpr unsigned most = 10'000;
    timestamps::Chapters chapters;
    for (unsigned i = 0; i < std::min(format.nb_chapters, most); ++i) {
        const auto &from = *format.chapters[i];
        timestamps::Chapter chapter;
        const AVRational milliseconds{1, 1000};
        const auto start = av_rescale_q(from.start, from.time_base, milliseconds);
        chapter.start = timestamps::MediaTime::fromMs(std::max<qint64>(start, 0));
        if (from.end != AV_NOPTS_VALUE && from.end > from.start) {
            chapter.end =
                timestamps::MediaTime::fromMs(av_rescale_q(from.end, from.time_base, milliseconds));
        }
        if (const auto *title = av_dict_get(from.metadata, "title", nullptr, 0)) {
            chapter.title = QString::fromUtf8(title->value).trimmed();
        }
        chapters.push_back(std::move(chapter));
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

} // namespace

ContainerSource::ContainerSource(std::shared_ptr<ByteSource> bytes)
    : m_bytes(std::move(bytes))
    , m_io(m_bytes)
    , m_parameters(avcodec_parameters_alloc())
{}

ContainerSource::~ContainerSource()
{
    avformat_close_input(&m_format);
}

base::Unexpected ContainerSource::failure(int code, QStringView what) const
{
    if (m_io.error()) {
        return unexpected(*m_io.error());
    }
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return unexpected(ErrorCode::Malformed,
                      m_bytes->name() + u": " + what + u" (" + QLatin1String(text.data()) + u')');
}

base::Result<void> ContainerSource::open(ContentKind kind)
{
    m_kind = kind;
    if (const auto opened = openInput(kind); !opened) {
        return opened;
    }
    if (const auto chosen = chooseStream(); !chosen) {
        return chosen;
    }
    m_io.setSeekable(m_kind != ContentKind::Mp4 || canSeek());
    avcodec_parameters_copy(m_parameters.get(), m_stream->codecpar);
    m_timeBase = m_stream->time_base;
    m_origin = m_stream->start_time == AV_NOPTS_VALUE ? 0 : m_stream->start_time;
    chooseFinder();
    m_undeclared = undeclaredDelay();
    m_origin += m_undeclared;
    readDuration(kind);
    m_end = endInLastPacket();
    readFacts();
    return {};
}

base::Result<void> ContainerSource::openInput(ContentKind kind)
{
    // Of a source that still grows, nothing is read behind what opening needs: most containers are
    // looked at from their end when that seems possible.
    bool fromEnd = m_bytes->isComplete();
    if (!fromEnd && kind == ContentKind::Mp4) {
        const auto layout = mp4Layout(*m_bytes);
        if (!layout) {
            return unexpected(layout.error());
        }
        fromEnd = *layout == Mp4Layout::TableLast;
        m_hasTable = *layout != Mp4Layout::Fragments;
    }
    m_openedWhole = fromEnd;
    m_hasTable = m_hasTable || kind == ContentKind::Wave;
    m_io.setSeekable(fromEnd);
    m_format = avformat_alloc_context();
    m_format->pb = m_io.context();
    m_format->io_open = refuseToOpen;
    m_format->flags |= AVFMT_FLAG_CUSTOM_IO;
    m_format->max_streams = 64;
    m_format->probesize = 1'000'000;
    m_format->max_analyze_duration = 2 * AV_TIME_BASE;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "format_whitelist", allowedFormats, 0);
    av_dict_set(&options, "protocol_whitelist", "none", 0);
    const auto *name = inputName(kind);
    auto code =
        avformat_open_input(&m_format, "", name ? av_find_input_format(name) : nullptr, &options);
    av_dict_free(&options);
    if (code < 0) {
        const auto told = failure(code, u"no sound can be found in the file");
        return kind == ContentKind::Unknown && !m_io.error()
                   ? unexpected(ErrorCode::Malformed,
                                m_bytes->name() + u": this is no kind of sound that is known")
                   : told;
    }
    code = avformat_find_stream_info(m_format, nullptr);
    return code < 0 || m_io.error() ? failure(code, u"the sound cannot be read")
                                    : base::Result<void>();
}

base::Result<void> ContainerSource::chooseStream()
{
    const auto best = av_find_best_stream(m_format, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (best < 0) {
        return unexpected(ErrorCode::Unsupported, m_bytes->name() + u": there is no sound in it");
    }
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        m_format->streams[i]->discard =
            static_cast<int>(i) == best ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    m_stream = m_format->streams[best];
    const auto &codec = *m_stream->codecpar;
    if (codec.ch_layout.nb_channels > mostChannels || codec.sample_rate > 768'000) {
        return unexpected(ErrorCode::Unsupported,
                          m_bytes->name() + u": sound with "
                              + QString::number(codec.ch_layout.nb_channels) + u" channels at "
                              + QString::number(codec.sample_rate) + u" Hz is not supported");
    }
    return {};
}

/// The first block of AAC only prepares the second one. Most MP4 files say so in an edit list, so
/// that packets begin before time 0, or else in a tag FFmpeg reads; of those that do not it is true
/// all the same.
qint64 ContainerSource::undeclaredDelay() const
{
    const auto &codec = *m_stream->codecpar;
    if (m_kind != ContentKind::Mp4 || codec.codec_id != AV_CODEC_ID_AAC || codec.sample_rate <= 0) {
        return 0;
    }
    const auto *first = avformat_index_get_entry(m_stream, 0);
    const auto *second = avformat_index_get_entry(m_stream, 1);
    if (first != nullptr && first->timestamp < m_origin) {
        return 0;
    }
    return first != nullptr && second != nullptr
               ? second->timestamp - first->timestamp
               : av_rescale_q(codec.frame_size, {1, codec.sample_rate}, m_stream->time_base);
}

/// What the container states, less what is not heard, in ms; 0 when it does not say.
qint64 ContainerSource::statedLength() const
{
    const auto &codec = *m_stream->codecpar;
    if (m_stream->duration == AV_NOPTS_VALUE || m_stream->duration <= 0
        || m_format->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE) {
        return 0;
    }
    const auto silence = codec.codec_id == AV_CODEC_ID_OPUS && m_kind == ContentKind::Ogg
                             ? codec.initial_padding
                             : m_undeclared;
    return av_rescale_q(
        std::max<qint64>(m_stream->duration - silence, 0), m_stream->time_base, {1, 1000});
}

/// An MP4 states its length to the sample, but its last packet is a whole one. A length that ends
/// anywhere else is not believed.
std::optional<qint64> ContainerSource::endInLastPacket() const
{
    const int packets = avformat_index_get_entries_count(m_stream);
    if (m_kind != ContentKind::Mp4 || packets == 0 || m_stream->duration <= 0) {
        return std::nullopt;
    }
    const auto *last = avformat_index_get_entry(m_stream, packets - 1);
    const auto &codec = *m_stream->codecpar;
    const qint64 begins = last->timestamp - m_origin;
    const qint64 ends =
        begins + av_rescale_q(codec.frame_size, {1, codec.sample_rate}, m_stream->time_base);
    const qint64 stated = m_stream->duration - m_undeclared;
    return stated > begins && stated < ends ? std::optional(stated) : std::nullopt;
}

void ContainerSource::readDuration(ContentKind kind)
{
    auto length = statedLength();
    const auto &codec = *m_stream->codecpar;
    const bool plainSamples = kind == ContentKind::Wave
                              && av_get_bits_per_sample(codec.codec_id) > 0 && codec.block_align > 0
                              && codec.sample_rate > 0;
    if (const auto size = m_bytes->sizeBytes(); plainSamples && size) {
        // A recorder that was cut off, or wrote to a pipe, leaves a length that is not true.
        constexpr qint64 smallestHeader = 44;
        const auto there = std::max<qint64>(*size - smallestHeader, 0);
        const auto most = av_rescale(there / codec.block_align, 1000, codec.sample_rate);
        length = length > 0 ? std::min<qint64>(length, most) : most;
    }
    if (length > 0) {
        m_duration = timestamps::Duration(length);
        m_isDurationExact = true;
    } else if (m_format->duration != AV_NOPTS_VALUE && m_format->duration > 0) {
        m_duration = timestamps::Duration(m_format->duration / (AV_TIME_BASE / 1000));
        m_isDurationExact = m_format->duration_estimation_method == AVFMT_DURATION_FROM_STREAM;
    }
}

timestamps::Duration ContainerSource::preroll() const
{
    // In Ogg only the end of a page has a time, and what FFmpeg tells for Vorbis before the first
    // such end is reckoned back: a page is passed first.
    return timestamps::Duration(codec().codec_id == AV_CODEC_ID_VORBIS ? 1200 : 200);
}

void ContainerSource::readFacts()
{
    const auto &codec = *m_stream->codecpar;
    m_facts.format = formatName(*m_format->iformat);
    m_facts.codec = QLatin1String(avcodec_get_name(codec.codec_id));
    m_facts.sampleRate = codec.sample_rate;
    m_facts.channels = codec.ch_layout.nb_channels;
    m_facts.bitRate = codec.bit_rate;
    m_facts.chapters = chaptersOf(*m_format);
}

base::Result<bool> ContainerSource::next(AVPacket &packet)
{
    for (int bad = 0; bad < mostBadReads;) {
        const auto code = av_read_frame(m_format, &packet);
        if (m_io.error()) {
            av_packet_unref(&packet);
            return unexpected(*m_io.error());
        }
        if (code == AVERROR_EOF || (code < 0 && avio_feof(m_io.context()) != 0)) {
            return false;
        }
        if (code < 0) {
            ++bad;
            continue;
        }
        if (packet.stream_index != m_stream->index) {
            av_packet_unref(&packet);
            continue;
        }
        if (packet.pts != AV_NOPTS_VALUE) {
            packet.pts -= m_origin;
            m_passed = packet.pts + packet.duration;
        }
        return true;
    }
    return unexpected(ErrorCode::Malformed, m_bytes->name() + u": the file is damaged");
}

base::Result<void> ContainerSource::reopen()
{
    avformat_close_input(&m_format);
    m_stream = nullptr;
    m_passed = 0;
    m_io.restart();
    if (const auto opened = openInput(m_kind); !opened) {
        return opened;
    }
    if (const auto chosen = chooseStream(); !chosen) {
        m_stream = nullptr;
        return chosen;
    }
    m_io.setSeekable(m_kind != ContentKind::Mp4 || canSeek());
    return {};
}

/// Goes through the packets one by one, from the start when the time is behind.
base::Result<void> ContainerSource::walkTo(qint64 time)
{
    if (!m_stream || m_io.error() || time < m_passed) {
        if (const auto opened = reopen(); !opened) {
            return opened;
        }
    }
    const PacketPtr packet(av_packet_alloc());
    while (m_passed < time) {
        const auto got = next(*packet);
        av_packet_unref(packet.get());
        if (!got) {
            return unexpected(got.error());
        }
        if (!*got) {
            break;
        }
    }
    return {};
}

/// Whether a place can be gone to without FFmpeg's reading all that lies before it.
bool ContainerSource::canSeek() const
{
    if (m_finder || m_hasTable) {
        return true;
    }
    // Fragments of MP4 are only found at once where they were looked for when opening.
    return m_kind == ContentKind::Mp4 ? m_openedWhole
                                      : m_bytes->canReachAnywhere() && m_bytes->sizeBytes();
}

void ContainerSource::chooseFinder()
{
    const auto &codec = *m_stream->codecpar;
    if (m_kind == ContentKind::Ogg) {
        m_finder = std::make_unique<OggFinder>(*m_bytes, m_stream->index);
    } else if (m_kind == ContentKind::Flac && codec.extradata_size >= 4) {
        m_finder =
            std::make_unique<FlacFinder>(*m_bytes, qFromBigEndian<quint16>(codec.extradata + 2));
    }
}

/// A place before a sample: where no other can be reached, what lies before it is waited for.
base::Result<PlaceFinder::Mark> ContainerSource::findMark(qint64 sample)
{
    const qint64 isNear = 2 * av_rescale(1, m_timeBase.den, m_timeBase.num);
    const auto total = std::max<qint64>(m_isDurationExact ? m_stream->duration : 0, 0);
    for (;;) {
        const auto there = m_bytes->availableBytes();
        const bool whole = m_bytes->isComplete();
        auto mark = m_finder->findBefore(sample, isNear, there, whole ? total : 0);
        if (!mark || whole || sample - mark->sample <= isNear || m_finder->knowsBeyond(sample)) {
            return mark;
        }
        if (const auto size = m_bytes->sizeBytes(); size && m_bytes->canReachAnywhere()) {
            return m_finder->findBefore(sample, isNear, *size, total);
        }
        char next = 0;
        const auto waited = m_bytes->readAt(there, &next, 1);
        if (!waited) {
            return unexpected(waited.error());
        }
        if (*waited <= 0 || m_bytes->availableBytes() <= there) {
            return mark;
        }
    }
}

/// Finds out which byte to begin at, and lets FFmpeg know. \returns the time to ask it for
base::Result<qint64> ContainerSource::findPlace(qint64 wanted)
{
    if (!m_finder || wanted <= av_rescale(1, m_timeBase.den, m_timeBase.num)) {
        return wanted;
    }
    const auto &codec = *m_parameters;
    const auto ahead = codec.codec_id == AV_CODEC_ID_OPUS ? codec.initial_padding : 0;
    const auto mark = findMark(wanted + ahead);
    if (!mark) {
        return unexpected(mark.error());
    }
    const auto time = mark->sample - ahead;
    if (mark->offset <= 0 || time <= 0) {
        return m_origin;
    }
    av_add_index_entry(m_stream, mark->offset, time, 0, 0, AVINDEX_KEYFRAME);
    return time;
}

base::Result<void> ContainerSource::seekBefore(qint64 time)
{
    if (m_stream && !canSeek()) {
        return walkTo(time);
    }
    if (!m_stream) {
        if (const auto opened = reopen(); !opened) {
            return opened;
        }
        return seekBefore(time);
    }
    m_io.clearError();
    const auto wanted = findPlace(m_origin + std::max<qint64>(time, 0));
    if (!wanted) {
        return unexpected(wanted.error());
    }
    auto code = av_seek_frame(m_format, m_stream->index, *wanted, AVSEEK_FLAG_BACKWARD);
    if (code < 0 && !m_io.error()) {
        code = avformat_seek_file(m_format,
                                  m_stream->index,
                                  std::numeric_limits<int64_t>::min(),
                                  m_origin,
                                  std::numeric_limits<int64_t>::max(),
                                  0);
    }
    if (m_io.error()) {
        return unexpected(*m_io.error());
    }
    return code < 0 ? failure(code, u"the place cannot be reached") : base::Result<void>();
}

base::Result<std::unique_ptr<PacketSource>> openPacketSource(std::shared_ptr<ByteSource> bytes,
                                                             std::optional<SeekIndex> index)
{
    quietLibav();
    const auto content = sniff(*bytes);
    if (!content) {
        return unexpected(content.error());
    }
    if (const auto kind = frameKind(content->kind)) {
        auto source = std::make_unique<FrameSource>(std::move(bytes), *kind, content->soundStart);
        if (const auto opened = source->open(std::move(index)); !opened) {
            return unexpected(opened.error());
        }
        return std::unique_ptr<PacketSource>(std::move(source));
    }
    auto source = std::make_unique<ContainerSource>(std::move(bytes));
    if (const auto opened = source->open(content->kind); !opened) {
        return unexpected(opened.error());
    }
    return std::unique_ptr<PacketSource>(std::move(source));
}

} // namespace app::media::internal
