// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

namespace app::transcripts::internal {

/// Whether one of the first lines times a card as YouTube's SBV and SubViewer do:
/// "0:00:01.000,0:00:02.000".
[[nodiscard]] bool isSubViewer(QStringView text);

/// Reads SBV and SubViewer: the lines below a time are said then; "[br]" parts lines.
[[nodiscard]] Transcript readSubViewer(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
