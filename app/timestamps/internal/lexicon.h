// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/cues.h"

#include <span>

namespace app::timestamps::internal {

/// Words that say the same about a time beside them.
///
/// Written in lower case as the normaliser leaves it, with spaces between; '_' is the space inside
/// a pair of words, a '*' at the end stands for any ending.
struct WordGroup
{
    Cues cues;
    QStringView words;
};

[[nodiscard]] std::span<const WordGroup> commonWords();
[[nodiscard]] std::span<const WordGroup> kindWords();
[[nodiscard]] std::span<const WordGroup> furtherWords();
[[nodiscard]] std::span<const WordGroup> whoseWords();
[[nodiscard]] std::span<const WordGroup> dayWords();
[[nodiscard]] std::span<const WordGroup> commonIdeographs();
[[nodiscard]] std::span<const WordGroup> furtherIdeographs();
[[nodiscard]] std::span<const WordGroup> whoseIdeographs();
[[nodiscard]] std::span<const WordGroup> dayIdeographs();

} // namespace app::timestamps::internal
