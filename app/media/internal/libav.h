// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where this room includes FFmpeg's headers.
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/mathematics.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
}

#include <memory>

namespace app::media::internal {

struct AvDelete
{
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }

    void operator()(AVFrame *frame) const { av_frame_free(&frame); }

    void operator()(AVCodecContext *codec) const { avcodec_free_context(&codec); }

    void operator()(AVCodecParameters *parameters) const { avcodec_parameters_free(&parameters); }

    void operator()(SwrContext *resampler) const { swr_free(&resampler); }
};

using PacketPtr = std::unique_ptr<AVPacket, AvDelete>;
using FramePtr = std::unique_ptr<AVFrame, AvDelete>;
using CodecPtr = std::unique_ptr<AVCodecContext, AvDelete>;
using ParametersPtr = std::unique_ptr<AVCodecParameters, AvDelete>;
using ResamplerPtr = std::unique_ptr<SwrContext, AvDelete>;

/// Sends FFmpeg's messages to our log instead of standard error. May be called often.
void quietLibav();

} // namespace app::media::internal
