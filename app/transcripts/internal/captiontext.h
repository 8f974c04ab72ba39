// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/caption.h"

namespace app::transcripts::internal {

enum class CaptionSyntax {
    WebVtt, ///< every tag is markup; times within are words' times
    SubRip, ///< only known tags and "{\an8}" are markup, for "<laughs>" is something said about the
            ///< sound
};

/// Reads the text of one cue into the caption's lines and words; times are to be set before.
/// Source: WebVTT, "cue text parsing rules", made lenient where text would be lost.
void readCaptionText(QStringView text, CaptionSyntax syntax, Caption &caption);

/// Reads a WebVTT time that begins at \p at, which moves behind it.
/// Source: WebVTT, "collect a WebVTT timestamp".
[[nodiscard]] std::optional<timestamps::MediaTime> collectWebVttTime(QStringView line,
                                                                     qsizetype &at);

} // namespace app::transcripts::internal
