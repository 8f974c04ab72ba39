// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/internal/framewalker.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace app::media::internal {

/// What an encoder left in a first frame that holds no sound. Nothing of it need be true.
struct Mp3Tag
{
    qint64 frames = 0;   ///< that follow; 0 when it does not say
    qint64 bytes = 0;    ///< from this frame on; 0 when it does not say
    int delay = 0;       ///< samples the encoder put in front; 0 with padding 0: it does not say
    int padding = 0;     ///< samples it put behind
    bool isEven = false; ///< "Info": one bit rate throughout
    bool hasTable = false;
    std::array<uchar, 100> table{}; ///< 256ths of the bytes at each hundredth of the time
};

/// Reads "Xing", "Info" and "VBRI" frames. Sources: Xing and LAME tag descriptions.
[[nodiscard]] std::optional<Mp3Tag> parseMp3Tag(const FrameHeader &header, const QByteArray &frame);

} // namespace app::media::internal
