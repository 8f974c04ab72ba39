// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/internal/jsonsegments.h"
#include "app/transcripts/transcript.h"

namespace app::transcripts::internal {

enum class WordBreaks { Never, AtSentences };

/// Joins timed words to cues of about a sentence: a new one begins where the speaker changes, after
/// a line feed, a pause over 2 s or the end of a sentence, and where it would grow very long.
///
/// Spaces go between words unless they bring their own or begin with punctuation.
[[nodiscard]] std::vector<Cue> joinWords(const std::vector<Segment> &words, WordBreaks breaks);

/// Whether a word stands right behind what is before it: closing punctuation does, and so do
/// letters of scripts without spaces.
[[nodiscard]] bool joinsWithoutSpace(QStringView before, QStringView word);

} // namespace app::transcripts::internal
