// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"
#include "app/timestamps/internal/cues.h"
#include "app/timestamps/internal/lines.h"
#include "app/timestamps/internal/normaltext.h"

#include <array>

namespace app::timestamps::internal {

/// Where the members of a list stand in their lines.
enum class ListPlace {
    Start,   ///< each begins its line
    Alone,   ///< each has its line to itself
    End,     ///< each ends its line
    Bracket, ///< each stands in brackets within its line
    Inline,  ///< in running text
    OneLine  ///< three or more in one line
};

/// Candidates that are written alike, close together: what is true of one is likely true of all.
struct List
{
    ListPlace place = ListPlace::Inline;
    QList<qsizetype> members; ///< candidates, without the far ends of ranges
    qsizetype head = -1;      ///< the line above it that has no candidate
    Declaration declaration;  ///< what is said about it
};

/// A text with everything that is found out about it before anything is judged.
struct Document
{
    NormalText text;
    Candidates candidates;
    QList<Line> lines;
    Tokens tokens;
    QList<qsizetype> tokenOf; ///< the token of each candidate
    QList<List> lists;
    std::optional<qint64> durationMs;
};

[[nodiscard]] Document readDocument(const AnnotatedText &text, std::optional<Duration> duration);

/// Position in the line, brackets, chains and ranges of a line's candidates.
void placeCandidates(Document &document, const Line &line);
/// Where lines end in a dash and a time, an hour in a title begins no range: "Start now 8:10 –
/// 44:44".
void endRangesInTitles(Document &document);

/// Groups candidates into lists; every one that is not refused is in one.
void groupLists(Document &document);

} // namespace app::timestamps::internal
