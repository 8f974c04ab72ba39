// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/positioncode.h"

#include <QByteArray>

#include <vector>

namespace tests {

/// Position-coded files that are put together here, because no encoder makes them. Empty for other
/// kinds, and when ffmpeg is missing.
[[nodiscard]] QByteArray madeAudio(AudioKind kind);

/// Bytes that look like MP3 frames here and there; the same for the same length.
[[nodiscard]] QByteArray mp3Garbage(qsizetype size);

/// Where each frame of an MP3 without tags begins, and behind the last where it ends. Only for
/// MPEG-1 layer III, as ffmpeg writes it.
[[nodiscard]] std::vector<qsizetype> mp3FrameStarts(const QByteArray &mp3);

} // namespace tests
