// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/cues.h"

namespace app::timestamps::internal {

/// What a line says about the times that follow it (or stand before it, at the end of a list).
struct Declaration
{
    bool foreign = false;         ///< "Timestamps are for YouTube"
    bool own = false;             ///< "Timestamps", "In this episode"
    bool hoursAndMinutes = false; ///< "Times are h:mm"
    bool agenda = false;          ///< "Opening hours"
    bool tracks = false;          ///< "Tracklist"

    [[nodiscard]] bool isAny() const
    {
        return foreign || own || hoursAndMinutes || agenda || tracks;
    }
};

/// One line of the normalised text.
struct Line
{
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype firstCandidate = 0;
    qsizetype candidateCount = 0;
    qsizetype firstToken = 0;
    qsizetype tokenCount = 0;
    qsizetype words = 0;
    Cues cues = 0;   ///< of all its words
    Cues prefix = 0; ///< of those before its first candidate
    Declaration declaration = {};
    bool blank = true;
};

/// Splits a text into lines and says which candidates each holds; sets Candidate::line.
[[nodiscard]] QList<Line> splitLines(const NormalText &text, Candidates &candidates);

/// Reads what a line, or the part of it before its first candidate, declares.
[[nodiscard]] Declaration readDeclaration(const NormalText &text, const Tokens &tokens);

} // namespace app::timestamps::internal
