// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether a text is a web page, or a fragment of one.
[[nodiscard]] bool isHtml(QStringView text);

/// Whether a page runs programs: a player, not a transcript.
[[nodiscard]] bool holdsScript(QStringView text);

/// Reads cite (who), time (when) and p (what), in sequence; a page without them as plain text, a
/// paragraph per block. Source: Podcasting 2.0, "Transcripts", HTML.
[[nodiscard]] Transcript readHtmlTranscript(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
