// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/model.h"

namespace app::timestamps::internal {

/// From here on a candidate is a place, and from the second on surely.
constexpr float leastChance = 0.5F;
constexpr float sureChance = 0.7F;
/// In running text nothing but the words shows a place.
constexpr float sureChanceInSentence = 0.85F;

/// Asks the models about every candidate: sets chance and foreignChance.
/// \return the evidence that was used, one for each candidate
std::vector<Evidence> weigh(Document &document, const Models &models);

/// Turns chances into places: m:ss or h:mm, whose recording, ends of ranges, bounds.
[[nodiscard]] std::vector<Timestamp>
decide(Document &document, const AnnotatedText &text, const TimestampHints &hints);

} // namespace app::timestamps::internal
