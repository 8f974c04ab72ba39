// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether a text begins as WebVTT does; white space before it is forgiven.
[[nodiscard]] bool isWebVtt(QStringView text);

/// Reads a WebVTT file. Blocks that are no cue (notes, styles, regions, broken times) are skipped.
/// Source: W3C WebVTT, "WebVTT parser algorithm".
[[nodiscard]] Transcript readWebVtt(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
