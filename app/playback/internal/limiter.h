// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"

#include <deque>
#include <vector>

namespace app::playback::internal {

/// Keeps every sample within -1 dBFS: grows softer during 5 ms before a peak and comes back slowly
/// after it. What does not come near is not changed. Thread: one at a time.
class Limiter final
{
public:
    static constexpr float ceiling = 0.891F; ///< just below -1 dBFS

    explicit Limiter(const media::SoundFormat &format);

    void restart();
    /// Takes sound and appends what is ready, 5 ms less than was put.
    void put(const float *sound, qint64 frames, std::vector<float> &into);
    /// Appends what is held back.
    void finish(std::vector<float> &into);

private:
    struct Need
    {
        qint64 frame = 0;
        double gain = 1;
    };

    void need(double gain);
    void give(std::vector<float> &into);

    int m_channels;
    qint64 m_ahead; ///< frames
    double m_recovery;
    std::vector<float> m_held;
    std::size_t m_heldStart = 0; ///< sample
    qint64 m_put = 0;            ///< frames since the restart
    std::deque<Need> m_needs;    ///< within the frames ahead, rising
    double m_gain = 1;           ///< the softest needed ahead, or on its way back from there
    std::vector<double> m_gains; ///< those of the latest frames, in a ring
    double m_sum = 0;            ///< of those
};

} // namespace app::playback::internal
