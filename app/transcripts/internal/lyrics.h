// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether nearly all lines begin as those of LRC do, "[mm:ss.xx]" or "[ar: ...]".
/// \param hinted  something outside says that it is LRC: then fractions are no must
[[nodiscard]] bool isLyrics(QStringView text, bool hinted);

/// Reads LRC: several times before a line repeat it, "<mm:ss.xx>" times words, "[offset:]" moves
/// all times, an empty line ends what is said before it.
/// Source: LRC and its extension for words as found; there is no standard.
[[nodiscard]] Transcript readLyrics(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
