// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/soundwriter.h"

#include <QByteArray>

namespace app::media::internal {

/// Longer texts are cut, in characters.
inline constexpr qsizetype longestTag = 1000;

/// An ID3v2.3 tag for the front of an MP3; empty when there is nothing to say.
[[nodiscard]] QByteArray renderId3(const SoundTags &tags);

} // namespace app::media::internal
