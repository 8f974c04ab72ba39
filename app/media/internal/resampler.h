// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/decoder.h"
#include "app/media/internal/libav.h"

#include <vector>

namespace app::media::internal {

/// Turns decoded frames of one kind into interleaved float of one rate.
class Resampler final
{
public:
    explicit Resampler(const SoundFormat &wanted);
    ~Resampler();
    Resampler(const Resampler &) = delete;
    Resampler &operator=(const Resampler &) = delete;

    [[nodiscard]] bool isFor(const AVFrame &frame) const;

    /// Errors: Unsupported.
    [[nodiscard]] base::Result<void> configure(const AVFrame &frame);

    /// Forgets sound it still holds. Without a kind yet it does nothing.
    void reset();

    /// Frames after which input and output fall on the same moment again.
    [[nodiscard]] qint64 step() const { return m_step; }

    [[nodiscard]] int inputRate() const { return m_rate; }

    /// Appends to \p out what \p samples samples give, beginning with sample \p from of the frame.
    void convert(const AVFrame &frame, qint64 from, qint64 samples, std::vector<float> &out);
    void addSilence(qint64 samples, std::vector<float> &out);
    void drain(std::vector<float> &out);

private:
    void run(const uint8_t **data, qint64 samples, std::vector<float> &out);

    SoundFormat m_wanted;
    ResamplerPtr m_context;
    AVChannelLayout m_layout{};
    int m_sampleFormat = AV_SAMPLE_FMT_NONE;
    int m_rate = 0;
    qint64 m_step = 1;
};

} // namespace app::media::internal
