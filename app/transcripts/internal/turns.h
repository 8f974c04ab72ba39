// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/readingtext.h"

#include <QString>

#include <vector>

namespace app::transcripts::internal {

/// A place in a turn where a cue begins.
struct CueStart
{
    qsizetype offset = 0;
    bool afterPause = false; ///< over 2 s of silence stand before it
};

/// What one speaker says without being interrupted, its cues joined.
struct Turn
{
    QString speaker;
    QString text;
    std::vector<CueStart> cues;
    std::vector<ReadingText::Anchor> anchors; ///< offsets in text; neither rises by itself yet
};

/// Joins the cues of a transcript to turns; a cue without time is a turn of its own.
[[nodiscard]] std::vector<Turn> turnsOf(const Transcript &transcript);

} // namespace app::transcripts::internal
