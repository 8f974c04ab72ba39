// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace tests {

/// Where sound from a place begins in what was heard.
struct Onset
{
    qint64 frame = 0;   ///< first frame of that sound
    double placeMs = 0; ///< what it is from
};

/// Whether 5 ms of what was heard (interleaved stereo, from a frame on) are the position code's
/// from a place, in frames.
[[nodiscard]] bool isFrom(const std::vector<float> &heard, qint64 frame, qint64 place);

/// The first sound in what was heard from near a place, but at most 400 ms behind it.
[[nodiscard]] std::optional<Onset> findOnset(const std::vector<float> &heard, qint64 targetMs);

} // namespace tests
