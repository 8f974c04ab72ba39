// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/encodedwriter.h"

#include "app/media/internal/id3writer.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <initializer_list>
#include <utility>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// Encoders that take any number of samples are given so many at once.
constexpr int usualFrames = 4096;

[[nodiscard]] std::filesystem::path nativePath(const QString &path)
{
    return path.toStdU16String();
}

[[nodiscard]] const AVCodec *findEncoder(const SoundCoding &coding)
{
    const AVCodec *preferred = avcodec_find_encoder_by_name(coding.encoder);
    return preferred != nullptr ? preferred : avcodec_find_encoder(coding.codec);
}

} // namespace

std::optional<SoundCoding> soundCoding(const QString &suffix)
{
    if (suffix == u"mp3") {
        return SoundCoding{"mp3", AV_CODEC_ID_MP3, "libmp3lame", 128'000};
    }
    if (suffix == u"m4a") {
        return SoundCoding{"ipod", AV_CODEC_ID_AAC, "aac", 128'000};
    }
    if (suffix == u"opus") {
        return SoundCoding{"opus", AV_CODEC_ID_OPUS, "libopus", 64'000};
    }
    if (suffix == u"flac") {
        return SoundCoding{"flac", AV_CODEC_ID_FLAC, "flac", 0};
    }
    return std::nullopt;
}

void EncodedWriter::MuxerDelete::operator()(AVFormatContext *muxer) const
{
    if (muxer->pb != nullptr) {
        avio_closep(&muxer->pb);
    }
    avformat_free_context(muxer);
}

EncodedWriter::EncodedWriter(const QString &path,
                             const SoundCoding &coding,
                             const SoundFormat &format,
                             SoundTags tags)
    : m_path(path)
    , m_coding(coding)
    , m_format(format)
    , m_tags(std::move(tags))
    , m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
{
    quietLibav();
}

EncodedWriter::~EncodedWriter()
{
    m_muxer.reset();
    if (!m_partPath.isEmpty()) {
        QFile::remove(m_partPath);
    }
}

base::Unexpected EncodedWriter::failure(int code) const
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    const std::array noRoom{AVERROR(ENOSPC), AVERROR(EDQUOT), AVERROR(EFBIG)};
    if (std::find(noRoom.begin(), noRoom.end(), code) != noRoom.end()) {
        return unexpected(ErrorCode::DiskFull, m_path + u": no room on the disk");
    }
    return unexpected(ErrorCode::Denied,
                      m_path + u" cannot be written: " + QString::fromLocal8Bit(text.data()));
}

base::Result<void> EncodedWriter::open()
{
    const QFileInfo target(m_path);
    if (!QFileInfo(target.absolutePath()).isDir()) {
        return unexpected(ErrorCode::NotFound, u"there is no folder " + target.absolutePath());
    }
    if (const auto made = makePart(target); !made) {
        return made;
    }
    AVFormatContext *muxer = nullptr;
    const QByteArray name = m_partPath.toUtf8();
    const int made =
        avformat_alloc_output_context2(&muxer, nullptr, m_coding.muxer, name.constData());
    m_muxer.reset(muxer);
    if (made < 0 || muxer == nullptr) {
        return unexpected(ErrorCode::Unsupported,
                          m_path + u": this system's FFmpeg cannot write such files");
    }
    if (const auto opened = openEncoder(); !opened) {
        return opened;
    }
    if (const auto opened = openConverter(); !opened) {
        return opened;
    }
    return beginFile();
}

/// Makes the file that becomes the clip, beside it and under a name that nothing has; with the
/// rights of any new file, which those of a temporary one are not.
base::Result<void> EncodedWriter::makePart(const QFileInfo &target)
{
    constexpr int mostAttempts = 100;
    QFile part;
    for (int i = 0; i < mostAttempts; ++i) {
        // The suffix stays at the end, for whoever looks at it while it is written.
        part.setFileName(QStringLiteral("%1/.clip-%2.%3")
                             .arg(target.absolutePath())
                             .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))
                             .arg(target.suffix()));
        if (part.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            m_partPath = part.fileName();
            return {};
        }
        if (!part.exists()) {
            break;
        }
    }
    return unexpected(ErrorCode::Denied, m_path + u" cannot be written: " + part.errorString());
}

base::Result<void> EncodedWriter::openEncoder()
{
    const AVCodec *encoder = findEncoder(m_coding);
    if (encoder == nullptr || encoder->sample_fmts == nullptr) {
        return unexpected(ErrorCode::Unsupported,
                          m_path + u": this system's FFmpeg has no encoder for it");
    }
    m_encoder.reset(avcodec_alloc_context3(encoder));
    m_encoder->sample_rate = m_format.sampleRate;
    m_encoder->time_base = {1, m_format.sampleRate};
    m_encoder->sample_fmt = encoder->sample_fmts[0];
    m_encoder->bit_rate = m_coding.bitRate;
    av_channel_layout_default(&m_encoder->ch_layout, m_format.channels);
    if ((m_muxer->oformat->flags & AVFMT_GLOBALHEADER) != 0) {
        m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    if (avcodec_open2(m_encoder.get(), encoder, nullptr) < 0) {
        return unexpected(ErrorCode::Unsupported,
                          m_path + u": the encoder does not take this kind of sound");
    }
    return {};
}

base::Result<void> EncodedWriter::openConverter()
{
    SwrContext *converter = nullptr;
    const int made = swr_alloc_set_opts2(&converter,
                                         &m_encoder->ch_layout,
                                         m_encoder->sample_fmt,
                                         m_encoder->sample_rate,
                                         &m_encoder->ch_layout,
                                         AV_SAMPLE_FMT_FLT,
                                         m_format.sampleRate,
                                         0,
                                         nullptr);
    m_converter.reset(converter);
    if (made < 0 || swr_init(converter) < 0) {
        return unexpected(ErrorCode::Unsupported,
                          m_path + u": the sound cannot be converted for the encoder");
    }
    return {};
}

void EncodedWriter::setTags(AVStream &stream)
{
    const std::initializer_list<std::pair<const char *, QString>> entries{
        {"title", m_tags.title},
        {"artist", m_tags.artist},
        {"album", m_tags.album},
        {"comment", m_tags.comment}};
    // Ogg keeps them with the stream, the others with the file.
    const bool isOgg = m_coding.codec == AV_CODEC_ID_OPUS;
    AVDictionary **tags = isOgg ? &stream.metadata : &m_muxer->metadata;
    for (const auto &[key, value] : entries) {
        if (!value.isEmpty()) {
            av_dict_set(tags, key, value.left(longestTag).toUtf8().constData(), 0);
        }
    }
}

base::Result<void> EncodedWriter::beginFile()
{
    AVStream *stream = avformat_new_stream(m_muxer.get(), nullptr);
    if (stream == nullptr
        || avcodec_parameters_from_context(stream->codecpar, m_encoder.get()) < 0) {
        return failure(AVERROR(ENOMEM));
    }
    stream->time_base = m_encoder->time_base;
    setTags(*stream);
    const QByteArray name = m_partPath.toUtf8();
    if (const int opened = avio_open(&m_muxer->pb, name.constData(), AVIO_FLAG_WRITE); opened < 0) {
        return failure(opened);
    }
    AVDictionary *options = nullptr;
    if (m_coding.codec == AV_CODEC_ID_AAC) {
        av_dict_set(&options, "movflags", "+faststart", 0);
    } else if (m_coding.codec == AV_CODEC_ID_MP3) {
        // FFmpeg writes a remark where hardly anybody looks for one.
        av_dict_set(&options, "id3v2_version", "0", 0);
        const auto tag = renderId3(m_tags);
        avio_write(m_muxer->pb,
                   reinterpret_cast<const unsigned char *>(tag.constData()),
                   static_cast<int>(tag.size()));
    }
    const int begun = avformat_write_header(m_muxer.get(), &options);
    av_dict_free(&options);
    return begun < 0 ? base::Result<void>(failure(begun)) : base::Result<void>();
}

base::Result<void> EncodedWriter::write(const float *interleaved, qint64 frames)
{
    m_waiting.insert(m_waiting.end(), interleaved, interleaved + frames * m_format.channels);
    m_frames += frames;
    const int whole = m_encoder->frame_size > 0 ? m_encoder->frame_size : usualFrames;
    const auto samples =
        static_cast<std::size_t>(whole) * static_cast<std::size_t>(m_format.channels);
    std::size_t done = 0;
    for (; m_waiting.size() - done >= samples; done += samples) {
        if (const auto encoded = encode(m_waiting.data() + done, whole); !encoded) {
            return encoded;
        }
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(done));
    return {};
}

base::Result<void> EncodedWriter::encode(const float *sound, int frames)
{
    av_frame_unref(m_frame.get());
    m_frame->nb_samples = frames;
    m_frame->format = m_encoder->sample_fmt;
    m_frame->sample_rate = m_encoder->sample_rate;
    av_channel_layout_copy(&m_frame->ch_layout, &m_encoder->ch_layout);
    if (const int got = av_frame_get_buffer(m_frame.get(), 0); got < 0) {
        return failure(got);
    }
    const auto *from = reinterpret_cast<const uint8_t *>(sound);
    const int converted =
        swr_convert(m_converter.get(), m_frame->extended_data, frames, &from, frames);
    if (converted != frames) {
        return failure(converted < 0 ? converted : AVERROR(EINVAL));
    }
    m_frame->pts = m_encoded;
    m_encoded += frames;
    if (const int sent = avcodec_send_frame(m_encoder.get(), m_frame.get()); sent < 0) {
        return failure(sent);
    }
    return drain();
}

base::Result<void> EncodedWriter::drain()
{
    for (;;) {
        const int got = avcodec_receive_packet(m_encoder.get(), m_packet.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) {
            return {};
        }
        if (got < 0) {
            return failure(got);
        }
        av_packet_rescale_ts(m_packet.get(), m_encoder->time_base, m_muxer->streams[0]->time_base);
        m_packet->stream_index = 0;
        if (const int written = av_interleaved_write_frame(m_muxer.get(), m_packet.get());
            written < 0) {
            return failure(written);
        }
        if (m_muxer->pb->error < 0) {
            return failure(m_muxer->pb->error);
        }
    }
}

base::Result<void> EncodedWriter::finish()
{
    if (!m_waiting.empty()) {
        const auto rest = static_cast<int>(m_waiting.size()) / m_format.channels;
        if (const auto encoded = encode(m_waiting.data(), rest); !encoded) {
            return encoded;
        }
        m_waiting.clear();
    }
    avcodec_send_frame(m_encoder.get(), nullptr);
    if (const auto drained = drain(); !drained) {
        return drained;
    }
    if (const int ended = av_write_trailer(m_muxer.get()); ended < 0) {
        return failure(ended);
    }
    if (const int closed = avio_closep(&m_muxer->pb); closed < 0) {
        return failure(closed);
    }
    std::error_code problem;
    std::filesystem::rename(nativePath(m_partPath), nativePath(m_path), problem);
    if (problem) {
        return unexpected(ErrorCode::Denied,
                          m_path + u" cannot be written: "
                              + QString::fromLocal8Bit(problem.message().c_str()));
    }
    m_partPath.clear();
    return {};
}

} // namespace app::media::internal
