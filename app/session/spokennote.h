// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/notebook.h"
#include "app/session/transcriptservice.h"
#include "app/timestamps/timerange.h"

#include <vector>

namespace app::session {

/// A transcript's sentences that have times, as ranges that rise and stand apart. Thread: any.
[[nodiscard]] std::vector<timestamps::TimeRange>
spokenSentences(const transcripts::ReadingText &reading);

/// A note of a stretch, with the words of the sentences that are spoken in it.
/// \param range  empty: of a moment, without words
/// \param transcript  nullptr: there is none. Thread: any.
[[nodiscard]] NewNote spokenNote(base::EpisodeId episode,
                                 const timestamps::TimeRange &range,
                                 const LoadedTranscript *transcript);

} // namespace app::session
