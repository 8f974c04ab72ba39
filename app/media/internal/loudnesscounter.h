// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

namespace app::media::internal {

/// Integrated loudness after EBU R128 of one or two channels.
///
/// Middle and side are weighted instead of left and right, which is the same power, so that the
/// side costs nothing where both channels are alike, as in most speech. Thread: one at a time.
class LoudnessCounter final
{
public:
    explicit LoudnessCounter(int sampleRate);
    ~LoudnessCounter();

    /// The mean of two channels and half their difference; of one channel, itself and no side.
    void put(const float *middle, const float *side, std::size_t frames);

    /// LUFS; empty for less than 0.4 s, and when all of it is silence.
    [[nodiscard]] std::optional<double> loudness() const;

private:
    struct Meter;

    void endPiece();

    std::size_t m_pieceFrames;
    std::size_t m_filled = 0; ///< frames of the piece so far
    std::unique_ptr<Meter> m_middle;
    std::unique_ptr<Meter> m_side;
    std::size_t m_quietFrames; ///< since the side was last heard
    bool m_isStereo = false;
    std::vector<float> m_powers; ///< of pieces of 100 ms
};

} // namespace app::media::internal
