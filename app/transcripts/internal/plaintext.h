// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Reads text: with times at the start of lines ("[00:12] Name: ...", "0:12" alone), after a name
/// ("Name  0:12"), as Whisper's table of start, end and text; or without any, a cue per paragraph.
///
/// Times count only when at least two lines have them (or the first one does) and they rise.
[[nodiscard]] Transcript readPlainText(QStringView text);

/// Reads "1:02:03", "0:12.5" at \p at, which moves behind it. At least minutes and seconds.
[[nodiscard]] std::optional<timestamps::MediaTime> readClock(QStringView line, qsizetype &at);

} // namespace app::transcripts::internal
