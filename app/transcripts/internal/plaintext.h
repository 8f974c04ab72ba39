// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Reads text: with times at the start of lines ("[00:12] Name: ...", "0:12" alone, "0:12" and a
/// name), after a name ("Name  0:12"), or without any, a cue per paragraph. Names and times in
/// Markdown's bold are read as without it.
///
/// \param known  whose names count as such when they stand there once, too
/// Times count only when at least two lines have them (or the first one does) and they rise.
[[nodiscard]] Transcript readPlainText(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
