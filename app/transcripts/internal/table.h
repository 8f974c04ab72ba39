// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether lines are rows of start, end and text with tabs between, named by a first row or not.
[[nodiscard]] bool isTable(QStringView text);

/// Reads a table: Whisper's (whole milliseconds), an editor's labels (seconds), or one whose first
/// row names the columns start, end, speaker and text in any order. Rows that do not fit are
/// skipped.
[[nodiscard]] Transcript readTable(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
