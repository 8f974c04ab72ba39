// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/sounddecoder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace app::media::internal {

namespace {

using base::ErrorCode;
using base::unexpected;

/// Bad packets in a row after which the rest is given up.
constexpr int mostBadPackets = 5000;
constexpr int mostSeekAttempts = 3;
constexpr qint64 longestSilenceSeconds = 30;

/// Samples a container says to leave out at a frame's end.
[[nodiscard]] qint64 discardedAtEnd(const AVFrame &frame)
{
    const auto *side = av_frame_get_side_data(&frame, AV_FRAME_DATA_SKIP_SAMPLES);
    if (side == nullptr || side->size < 10) {
        return 0;
    }
    return qFromLittleEndian<quint32>(side->data + 4);
}

} // namespace

SoundDecoder::SoundDecoder(std::unique_ptr<PacketSource> packets,
                           const SoundFormat &wanted,
                           QString name)
    : m_packets(std::move(packets))
    , m_wanted(wanted)
    , m_name(std::move(name))
    , m_packet(av_packet_alloc())
    , m_frame(av_frame_alloc())
    , m_resampler(wanted)
{}

base::Result<void> SoundDecoder::openCodec()
{
    const auto &parameters = m_packets->codec();
    const auto *codec = avcodec_find_decoder(parameters.codec_id);
    if (codec == nullptr) {
        return unexpected(ErrorCode::Unsupported,
                          m_name + u": sound coded as "
                              + QLatin1String(avcodec_get_name(parameters.codec_id))
                              + u" cannot be decoded");
    }
    m_codec.reset(avcodec_alloc_context3(codec));
    avcodec_parameters_to_context(m_codec.get(), &parameters);
    m_codec->pkt_timebase = m_packets->timeBase();
    m_codec->thread_count = 1;
    // Delays are taken off here, by time, for every seek alike.
    m_codec->flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL;
    if (avcodec_open2(m_codec.get(), codec, nullptr) < 0) {
        return unexpected(ErrorCode::Unsupported, m_name + u": its sound cannot be decoded");
    }
    return {};
}

base::Result<void> SoundDecoder::start()
{
    if (const auto opened = openCodec(); !opened) {
        return opened;
    }
    m_preroll = m_packets->preroll();
    // A file that is cut off inside its header is found out now, not when it is to be played.
    while (ready() == 0 && !m_ended) {
        if (const auto decoded = decodeSome(); !decoded) {
            return decoded;
        }
    }
    if (ready() == 0) {
        return unexpected(ErrorCode::Malformed,
                          m_name + u": no sound can be decoded from the file");
    }
    return {};
}

qint64 SoundDecoder::toOutput(qint64 sample, int rate) const
{
    return av_rescale(sample, m_wanted.sampleRate, rate);
}

qint64 SoundDecoder::ready() const
{
    return static_cast<qint64>(m_sound.size() - m_taken) / m_wanted.channels;
}

base::Result<void> SoundDecoder::seek(timestamps::MediaTime place)
{
    m_attempts = 0;
    const auto ms = std::clamp<qint64>(place.ms(), 0, qint64{1} << 40);
    const auto frame = av_rescale(ms, m_wanted.sampleRate, 1000);
    if (!m_disturbed && m_placed && frame >= m_next && frame < m_next + ready()) {
        m_taken += static_cast<std::size_t>((frame - m_next) * m_wanted.channels);
        m_next = frame;
        return {};
    }
    return seekFrame(frame, m_packets->preroll());
}

base::Result<void> SoundDecoder::seekFrame(qint64 frame, timestamps::Duration preroll)
{
    m_next = frame;
    m_preroll = preroll;
    m_sound.clear();
    m_taken = 0;
    m_cutOff = false;
    m_placed = false;
    m_ended = false;
    m_disturbed = true;
    const auto base = m_packets->timeBase();
    const auto time = av_rescale_q(frame, {1, m_wanted.sampleRate}, base)
                      - av_rescale_q(preroll.count(), {1, 1000}, base);
    if (const auto sought = m_packets->seekBefore(std::max<qint64>(time, 0)); !sought) {
        return sought;
    }
    avcodec_flush_buffers(m_codec.get());
    m_resampler.reset();
    m_disturbed = false;
    return {};
}

void SoundDecoder::setSeekIndex(SeekIndex index)
{
    const auto shift = m_packets->setSeekIndex(std::move(index));
    if (shift && m_placed) {
        moveBy(*shift);
    } else if (!shift || *shift != 0) {
        // Nothing was heard yet from where it is now, or nobody knows where that is: what was
        // asked for is sought again, and is right then.
        m_disturbed = true;
    }
}

/// All that was decoded since the last seek is from another place than was thought.
void SoundDecoder::moveBy(qint64 shift)
{
    const auto base = m_packets->timeBase();
    const qint64 frames = av_rescale_q(shift, base, {1, m_wanted.sampleRate});
    const auto move = std::max(frames, -std::min(m_next, m_soundStart));
    m_next += move;
    m_soundStart += move;
    m_input += av_rescale_q(shift, base, {1, std::max(m_resampler.inputRate(), 1)});
}

base::Result<qint64> SoundDecoder::read(float *into, qint64 frames)
{
    if (m_disturbed) {
        if (const auto sought = seekFrame(m_next, m_packets->preroll()); !sought) {
            return unexpected(sought.error());
        }
    }
    while (ready() == 0 && !m_ended) {
        if (const auto decoded = decodeSome(); !decoded) {
            m_disturbed = true;
            return unexpected(decoded.error());
        }
    }
    auto count = std::min(frames, ready());
    if (const auto end = m_packets->end()) {
        const auto last = av_rescale_q(*end, m_packets->timeBase(), {1, m_wanted.sampleRate});
        count = std::clamp<qint64>(last - m_next, 0, count);
    }
    if (count == 0 && m_cutOff) {
        return unexpected(ErrorCode::Malformed,
                          m_name + u": the file is cut off; it ends before the length it states");
    }
    const auto floats = static_cast<std::size_t>(count * m_wanted.channels);
    std::copy_n(m_sound.data() + m_taken, floats, into);
    m_taken += floats;
    m_next += count;
    return count;
}

base::Result<void> SoundDecoder::decodeSome()
{
    for (int bad = 0; bad < mostBadPackets; ++bad) {
        av_packet_unref(m_packet.get());
        const auto got = m_packets->next(*m_packet);
        if (!got) {
            return unexpected(got.error());
        }
        if (!*got) {
            return finishSound();
        }
        if (avcodec_send_packet(m_codec.get(), m_packet.get()) < 0) {
            continue; // the next frame's time tells how much is missing
        }
        return receiveFrames();
    }
    return unexpected(ErrorCode::Malformed, m_name + u": the sound is damaged");
}

base::Result<void> SoundDecoder::receiveFrames()
{
    while (avcodec_receive_frame(m_codec.get(), m_frame.get()) >= 0) {
        const auto taken = takeFrame();
        av_frame_unref(m_frame.get());
        if (!taken) {
            return taken;
        }
    }
    settle();
    return {};
}

/// Everything is read: what decoder and resampler still hold comes out.
base::Result<void> SoundDecoder::finishSound()
{
    const auto attempts = m_attempts;
    avcodec_send_packet(m_codec.get(), nullptr);
    if (const auto received = receiveFrames(); !received || m_attempts != attempts) {
        return received;
    }
    if (m_placed) {
        m_resampler.drain(m_sound);
        settle();
    }
    m_ended = true;
    const auto length = m_packets->duration();
    const auto here = timestamps::Duration(av_rescale(m_soundStart, 1000, m_wanted.sampleRate)
                                           + av_rescale(ready(), 1000, m_wanted.sampleRate));
    m_cutOff = m_placed && length && m_packets->isDurationExact()
               && here + std::chrono::seconds(1) < *length;
    return {};
}

/// Whether a seek came out behind its target; then it is tried again from further ahead.
bool SoundDecoder::landedLate(qint64 firstFrame)
{
    const auto tolerance = m_wanted.sampleRate / 1000;
    return firstFrame > m_next + tolerance && m_next > 0 && m_attempts < mostSeekAttempts;
}

/// Sound of a new kind begins (or the first after a seek) with this sample.
base::Result<void> SoundDecoder::takeKind(qint64 start)
{
    if (m_placed) {
        m_resampler.drain(m_sound);
    }
    if (const auto configured = m_resampler.configure(*m_frame); !configured) {
        return unexpected(configured.error().code, m_name + u": " + configured.error().detail);
    }
    if (m_placed) {
        const auto have = m_soundStart + static_cast<qint64>(m_sound.size()) / m_wanted.channels;
        const auto gap = toOutput(start, m_frame->sample_rate) - have;
        if (gap < longestSilenceSeconds * m_wanted.sampleRate) {
            const auto size = static_cast<qint64>(m_sound.size()) + gap * m_wanted.channels;
            m_sound.resize(static_cast<std::size_t>(std::max<qint64>(size, 0)));
        }
        m_input = start;
    }
    return {};
}

/// Whether all that was decoded since the last seek lies before its target.
bool SoundDecoder::isRunUp() const
{
    return m_soundStart + static_cast<qint64>(m_sound.size()) / m_wanted.channels < m_next;
}

/// Whether frame after frame disagrees with the counting in the same way; a single one is off in
/// Vorbis whenever its blocks change their length.
bool SoundDecoder::isMisplaced(qint64 gap)
{
    const bool again =
        std::abs(gap) > m_resampler.inputRate() / 1000 && std::abs(gap - m_lastGap) <= 2;
    m_lastGap = gap;
    return again;
}

/// Fills what is missing before a frame with silence; \returns samples of it that were there
/// already.
qint64 SoundDecoder::bridgeGap(qint64 start, qint64 count)
{
    const auto rate = m_resampler.inputRate();
    const auto gap = start - m_input;
    // A Vorbis block's time may be off by a quarter of the longest block.
    const auto tolerance = m_codec->codec_id == AV_CODEC_ID_VORBIS ? rate / 16 : rate / 200;
    if (gap > tolerance && gap < longestSilenceSeconds * rate) {
        m_resampler.addSilence(gap, m_sound);
        m_input += gap;
    } else if (gap < -tolerance && gap > -rate) {
        return std::min(-gap, count);
    }
    return 0;
}

/// Begins to count with a frame; \returns samples of it to leave out, for beginning where both
/// rates fall together makes every seek give the very same samples.
qint64 SoundDecoder::placeFirst(qint64 start, int rate)
{
    const auto step = m_resampler.step();
    const auto skip = ((-start) % step + step) % step;
    m_input = start + skip;
    m_soundStart = toOutput(m_input, rate);
    m_placed = true;
    m_lastGap = 0;
    return skip;
}

base::Result<void> SoundDecoder::takeFrame()
{
    const auto rate = m_frame->sample_rate;
    auto count = std::max<qint64>(m_frame->nb_samples - discardedAtEnd(*m_frame), 0);
    if (rate <= 0 || count == 0) {
        return {};
    }
    auto start = m_input;
    if (m_frame->pts != AV_NOPTS_VALUE) {
        start = av_rescale_q(m_frame->pts, m_packets->timeBase(), {1, rate});
    }
    if (!m_resampler.isFor(*m_frame)) {
        if (const auto taken = takeKind(start); !taken) {
            return taken;
        }
    }
    qint64 skip = 0;
    if (m_placed && isRunUp() && isMisplaced(start - m_input)) {
        // Times behind a seek may be guessed until the container states one again (Vorbis in Ogg);
        // as long as nothing of this is heard, the later one is believed.
        m_resampler.reset();
        m_sound.clear();
        m_taken = 0;
        m_placed = false;
    }
    if (!m_placed) {
        if (landedLate(toOutput(start, rate))) {
            ++m_attempts;
            return seekFrame(m_next, m_preroll * 6);
        }
        skip = placeFirst(start, rate);
        if (skip >= count) {
            m_placed = false;
            return {};
        }
    } else {
        skip = bridgeGap(start, count);
    }
    m_resampler.convert(*m_frame, skip, count - skip, m_sound);
    m_input += count - skip;
    return {};
}

/// Throws away what lies before the place that is read next.
void SoundDecoder::settle()
{
    const auto channels = static_cast<std::size_t>(m_wanted.channels);
    const auto taken = static_cast<qint64>(m_taken / channels);
    m_sound.erase(m_sound.begin(), m_sound.begin() + static_cast<std::ptrdiff_t>(m_taken));
    m_taken = 0;
    m_soundStart += taken;
    if (!m_placed) {
        return;
    }
    const auto have = static_cast<qint64>(m_sound.size() / channels);
    const auto early = std::clamp<qint64>(m_next - m_soundStart, 0, have);
    m_sound.erase(m_sound.begin(),
                  m_sound.begin() + static_cast<std::ptrdiff_t>(early) * m_wanted.channels);
    m_soundStart += early;
    if (!m_sound.empty() && m_soundStart > m_next) {
        const auto gap = m_soundStart - m_next;
        if (gap < longestSilenceSeconds * m_wanted.sampleRate) {
            m_sound.insert(m_sound.begin(), static_cast<std::size_t>(gap) * channels, 0.0F);
            m_soundStart = m_next;
        } else {
            m_next = m_soundStart;
        }
    }
}

} // namespace app::media::internal
