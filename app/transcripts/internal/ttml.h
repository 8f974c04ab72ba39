// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether a text is a TTML document.
[[nodiscard]] bool isTtml(QStringView text);

/// Reads TTML: a cue per p, times of div and p added up (or not, where they are already absolute,
/// as Apple writes them), timed spans as words, speakers by their agents' names.
///
/// Words that stand side by side without white space get spaces between them, unless the document
/// has spaces between others: then those without are parts of one word.
/// Source: TTML2; the podcast directory's own additions as found.
[[nodiscard]] Transcript readTtml(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
