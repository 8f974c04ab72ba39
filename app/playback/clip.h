// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/media/soundwriter.h"
#include "app/timestamps/timerange.h"

#include <QString>

#include <atomic>
#include <functional>

namespace app::playback {

/// What to cut, and how it is written.
struct ClipRequest
{
    QString audioPath;
    timestamps::TimeRange range;
    double speed = 1.0; ///< 0.5 to 3, pitch kept
    media::SoundTags tags;
    QString outputPath; ///< suffix decides the format: one of media::soundSuffixes()
};

/// Writes a stretch of a recording as a file of its own, through the same decoder and stretcher as
/// playing. \returns the length of what was written Errors: Unsupported (suffix), Conflict (empty
/// range, or beyond the end), Denied, DiskFull, Busy
///         (cancelled), and those of Decoder::open. Nothing is left behind on failure.
/// \param progress  called with 0 to 1 on the same thread; may be empty
/// Thread: a worker.
[[nodiscard]] base::Result<timestamps::Duration>
writeClip(const ClipRequest &request,
          const std::atomic<bool> &cancelled,
          const std::function<void(double)> &progress = {});

} // namespace app::playback
