// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/resampler.h"

#include <array>
#include <numeric>

namespace app::media::internal {

namespace {

constexpr int mostPlanes = 64;

} // namespace

Resampler::Resampler(const SoundFormat &wanted)
    : m_wanted(wanted)
{}

Resampler::~Resampler()
{
    av_channel_layout_uninit(&m_layout);
}

bool Resampler::isFor(const AVFrame &frame) const
{
    return m_context && frame.sample_rate == m_rate && frame.format == m_sampleFormat
           && av_channel_layout_compare(&frame.ch_layout, &m_layout) == 0;
}

base::Result<void> Resampler::configure(const AVFrame &frame)
{
    const auto refused = [&] {
        return base::unexpected(base::ErrorCode::Unsupported,
                                u"sound with " + QString::number(frame.ch_layout.nb_channels)
                                    + u" channels at " + QString::number(frame.sample_rate)
                                    + u" Hz cannot be converted");
    };
    m_context.reset();
    if (frame.sample_rate < 1000 || frame.sample_rate > 768'000 || frame.ch_layout.nb_channels < 1
        || frame.ch_layout.nb_channels > mostPlanes) {
        return refused();
    }
    m_rate = frame.sample_rate;
    m_sampleFormat = frame.format;
    m_step = m_rate / std::gcd(m_rate, m_wanted.sampleRate);
    av_channel_layout_copy(&m_layout, &frame.ch_layout);
    AVChannelLayout in{};
    AVChannelLayout out{};
    if (m_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&in, m_layout.nb_channels);
    } else {
        av_channel_layout_copy(&in, &m_layout);
    }
    av_channel_layout_default(&out, m_wanted.channels);
    SwrContext *context = nullptr;
    auto code = swr_alloc_set_opts2(&context,
                                    &out,
                                    AV_SAMPLE_FMT_FLT,
                                    m_wanted.sampleRate,
                                    &in,
                                    static_cast<AVSampleFormat>(m_sampleFormat),
                                    m_rate,
                                    0,
                                    nullptr);
    m_context.reset(context);
    // One voice on both sides is as loud there as it was; by itself libswresample takes 3 dB off.
    constexpr std::array both{1.0, 1.0};
    if (code >= 0 && in.nb_channels == 1 && m_wanted.channels == 2) {
        code = swr_set_matrix(context, both.data(), 1);
    }
    av_channel_layout_uninit(&in);
    if (code < 0 || swr_init(context) < 0) {
        m_context.reset();
        return refused();
    }
    return {};
}

void Resampler::reset()
{
    if (m_context) {
        swr_close(m_context.get());
        if (swr_init(m_context.get()) < 0) {
            m_context.reset();
        }
    }
}

void Resampler::run(const uint8_t **data, qint64 samples, std::vector<float> &out)
{
    if (!m_context) {
        return;
    }
    const auto channels = static_cast<std::size_t>(m_wanted.channels);
    const auto most = swr_get_out_samples(m_context.get(), static_cast<int>(samples));
    if (most <= 0) {
        return;
    }
    const auto before = out.size();
    out.resize(before + static_cast<std::size_t>(most) * channels);
    auto *into = reinterpret_cast<uint8_t *>(out.data() + before);
    const auto got = swr_convert(m_context.get(), &into, most, data, static_cast<int>(samples));
    out.resize(before + static_cast<std::size_t>(std::max(got, 0)) * channels);
}

void Resampler::convert(const AVFrame &frame, qint64 from, qint64 samples, std::vector<float> &out)
{
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool planar = av_sample_fmt_is_planar(format) != 0;
    const auto channels = frame.ch_layout.nb_channels;
    const auto skip = from * av_get_bytes_per_sample(format) * (planar ? 1 : channels);
    std::array<const uint8_t *, mostPlanes> planes{};
    for (int i = 0; i < (planar ? channels : 1); ++i) {
        planes[static_cast<std::size_t>(i)] = frame.extended_data[i] + skip;
    }
    run(planes.data(), samples, out);
}

void Resampler::addSilence(qint64 samples, std::vector<float> &out)
{
    const auto format = static_cast<AVSampleFormat>(m_sampleFormat);
    while (samples > 0 && m_context) {
        const auto now = static_cast<int>(std::min<qint64>(samples, 4096));
        FramePtr silence(av_frame_alloc());
        silence->format = m_sampleFormat;
        silence->nb_samples = now;
        av_channel_layout_copy(&silence->ch_layout, &m_layout);
        if (av_frame_get_buffer(silence.get(), 0) < 0) {
            return;
        }
        av_samples_set_silence(silence->extended_data, 0, now, m_layout.nb_channels, format);
        convert(*silence, 0, now, out);
        samples -= now;
    }
}

void Resampler::drain(std::vector<float> &out)
{
    run(nullptr, 0, out);
}

} // namespace app::media::internal
