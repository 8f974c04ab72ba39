// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QString>

namespace app::transcripts::internal {

/// Whether a text begins as a JSON object or an array of objects does ("[00:12]" does not).
[[nodiscard]] bool isJson(QStringView text);

/// Reads Podcasting 2.0 transcripts and their cousins: Whisper, whisper.cpp, Podlove, lists of
/// words, and documents that hold a whole WebVTT file under "vtt". Errors: Malformed (no JSON, or
/// none with a transcript in it), TooLarge.
[[nodiscard]] base::Result<Transcript> readJson(const QString &text, const KnownNames &known);

} // namespace app::transcripts::internal
