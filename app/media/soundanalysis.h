// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/timestamps/timerange.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app::media {

/// What listening once to a whole recording tells about it: its shape, loudness and pauses.
struct SoundAnalysis
{
    static constexpr int peaksPerSecond = 20;

    timestamps::Duration duration{0};
    std::vector<quint8> peaks; ///< greatest level of each slot, 255 is full scale, linear
    /// Integrated loudness, LUFS, EBU R128; empty for silence and for less than 0.4 s.
    std::optional<double> loudness;
    double truePeak = 0;                       ///< greatest sample, linear; 1 is full scale
    std::vector<timestamps::TimeRange> pauses; ///< silences of 250 ms and more, rising

    bool operator==(const SoundAnalysis &) const = default;

    /// For keeping it. fromBytes gives an error (Malformed) for anything else.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static base::Result<SoundAnalysis> fromBytes(const QByteArray &bytes);
};

/// Decodes a whole recording; more than 500 times faster than playing it.
/// \param cancelled  looked at several times a second; when set the result is Busy
/// \param progress   called on the same thread with 0 to 1, a few times a second; may be empty
/// Errors: those of Decoder::open. Thread: any worker.
[[nodiscard]] base::Result<SoundAnalysis>
analyseSound(const std::shared_ptr<ByteSource> &source,
             const std::atomic<bool> &cancelled,
             const std::function<void(double)> &progress = {});

} // namespace app::media
