// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/libav.h"
#include "app/media/soundwriter.h"

#include <QFileInfo>

#include <optional>
#include <vector>

namespace app::media::internal {

/// How sound is packed under one file name suffix.
struct SoundCoding
{
    const char *muxer = nullptr;
    AVCodecID codec = AV_CODEC_ID_NONE;
    const char *encoder = nullptr; ///< preferred; else whatever encodes the codec
    int bitRate = 0;               ///< bits per second, suited to speech; 0 where nothing is lost
};

[[nodiscard]] std::optional<SoundCoding> soundCoding(const QString &suffix);

/// Writes sound through one of FFmpeg's encoders. The lead-in and tail an encoder adds are declared
/// in the file, so that players leave them out. Thread: one at a time.
class EncodedWriter final : public SoundWriter
{
public:
    EncodedWriter(const QString &path,
                  const SoundCoding &coding,
                  const SoundFormat &format,
                  SoundTags tags);
    ~EncodedWriter() override;

    [[nodiscard]] base::Result<void> open() override;
    [[nodiscard]] base::Result<void> write(const float *interleaved, qint64 frames) override;
    [[nodiscard]] base::Result<void> finish() override;

    [[nodiscard]] qint64 framesWritten() const override { return m_frames; }

private:
    struct MuxerDelete
    {
        void operator()(AVFormatContext *muxer) const;
    };

    [[nodiscard]] base::Result<void> makePart(const QFileInfo &target);
    [[nodiscard]] base::Result<void> openEncoder();
    void setTags(AVStream &stream);
    [[nodiscard]] base::Result<void> openConverter();
    [[nodiscard]] base::Result<void> beginFile();
    [[nodiscard]] base::Result<void> encode(const float *sound, int frames);
    [[nodiscard]] base::Result<void> drain();
    [[nodiscard]] base::Unexpected failure(int code) const;

    QString m_path;
    SoundCoding m_coding;
    SoundFormat m_format;
    SoundTags m_tags;
    QString m_partPath; ///< beside the path, renamed at the end; empty when there is none
    std::unique_ptr<AVFormatContext, MuxerDelete> m_muxer;
    CodecPtr m_encoder;
    ResamplerPtr m_converter;
    FramePtr m_frame;
    PacketPtr m_packet;
    std::vector<float> m_waiting; ///< less than a whole frame of the encoder's
    qint64 m_frames = 0;
    qint64 m_encoded = 0;
};

} // namespace app::media::internal
