// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"

#include <QString>

#include <vector>

namespace app::transcripts::internal {

/// A timed word and where it stands in its body.
struct PlacedWord
{
    Word word;
    qsizetype offset = 0;

    [[nodiscard]] qsizetype end() const { return offset + word.text.size(); }
};

/// The words of a cue that stand in its body, in order.
[[nodiscard]] std::vector<PlacedWord> placeWords(const Cue &cue);

/// The timed words of a cue once a stretch of its body reads differently. Those that stay keep
/// their times; new ones share the time of those they stand for, else what lies between their
/// neighbours.
[[nodiscard]] std::vector<Word>
fixedWords(const Cue &cue, qsizetype offset, qsizetype length, const QString &newText);

} // namespace app::transcripts::internal
