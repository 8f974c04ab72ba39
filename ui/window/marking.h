// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"
#include "app/transcripts/readingtext.h"

namespace ui::window {

/// A stretch of the sound that was marked by looking back, with the words spoken in it.
struct MarkedStretch
{
    app::timestamps::TimeRange range;
    qsizetype offset = 0; ///< of the words in the reading text
    qsizetype length = 0; ///< 0 without a transcript
};

/// The last seconds before a place, grown to whole sentences, at most 8 s at either end.
/// \param reading  null or untimed: exactly the seconds asked for
/// Pure. Thread: any.
[[nodiscard]] MarkedStretch markedStretch(app::timestamps::MediaTime heard,
                                          app::timestamps::Duration back,
                                          const app::transcripts::ReadingText *reading);

/// A note's start moved to the sentence before or after it, or by a second without a transcript.
[[nodiscard]] app::timestamps::MediaTime movedStart(app::timestamps::MediaTime start,
                                                    int step,
                                                    const app::transcripts::ReadingText *reading);

} // namespace ui::window
