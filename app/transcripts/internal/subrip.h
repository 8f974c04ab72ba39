// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timerange.h"
#include "app/transcripts/internal/knownnames.h"
#include "app/transcripts/transcript.h"

#include <QStringView>

#include <optional>

namespace app::transcripts::internal {

/// Reads the line that times a card, in the ways it is found: "," "." ":" or their full-width forms
/// before the fraction or no fraction at all, hours left out, "->", "-- >", anything behind it.
[[nodiscard]] std::optional<timestamps::TimeRange> readSubRipTimes(QStringView line);

/// Whether one of the first lines times a card.
[[nodiscard]] bool isSubRip(QStringView text);

/// Reads SubRip, forgiving numbers that are missing, wrong or words, and blank lines in or no blank
/// lines between cards.
[[nodiscard]] Transcript readSubRip(QStringView text, const KnownNames &known);

} // namespace app::transcripts::internal
