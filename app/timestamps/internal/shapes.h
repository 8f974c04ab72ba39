// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/cues.h"
#include "app/timestamps/internal/document.h"

#include <vector>

namespace app::timestamps::internal {

/// What is found out once per list.
struct ListShape
{
    qsizetype size = 0;
    double breaks = 0;     ///< share of steps that go back, read as m:ss
    double hourBreaks = 0; ///< the same, read as h:mm
    bool allFitDay = false;
    bool allFives = false;
    bool allQuarters = false;
    bool allMorning = false; ///< no first field below 6
    bool steady = false;     ///< the same step between all
    bool mixed = false;      ///< short and long forms
    bool allShort = false;
    bool allDates = false; ///< each could be a day and a month: 12.05
    bool joined = false;   ///< each range begins where the one before ends
    double fives = 0;
    double ranges = 0;
    qint64 first = 0;
    qint64 last = 0;
    qint64 lastHours = 0; ///< read as h:mm
    qint64 most = 0;
    qint64 least = 0;
    qint64 sum = 0;
    Cues often = 0;
    double inOrder = 0;      ///< share of members that fit between all before and all after
    std::vector<bool> fits;  ///< for each member, whether it does
    std::vector<bool> rises; ///< for each member, whether it is of the longest run that rises
    qsizetype risen = 0;     ///< how long that is
};

/// For each value, whether it is of the longest run, with gaps, that never falls.
[[nodiscard]] std::vector<bool> longestRise(const std::vector<qint64> &values);

[[nodiscard]] std::vector<ListShape> shapesOf(const Document &document);

/// What the times of one sentence have in common: a line may hold scores and, in the next sentence,
/// the place where they are talked about.
struct SentenceShape
{
    qsizetype size = 0;
    qsizetype breaks = 0; ///< steps that go back
    qsizetype fives = 0;
    qsizetype ofDay = 0;  ///< such as 6:00 to 23:59
    qsizetype before = 0; ///< candidates of the line before this sentence
    qsizetype after = 0;
    qint64 first = 0;
    qint64 last = 0;
    qint64 most = 0;
    qint64 mostBefore = 0; ///< of those before
};

/// How a time goes with the others of the whole text as a number. Places rise; lengths need not,
/// but add up: to a total, to the duration, or from one place to the next.
struct Reckoning
{
    bool fills = false;   ///< is the step from the time before it to the one after it
    bool filled = false;  ///< the next one is the step to the one after that
    bool total = false;   ///< the others of its list add up to it
    bool part = false;    ///< another one of its list is the total
    bool rises = false;   ///< of the longest run of the text that rises
    bool record = false;  ///< none before it is later
    bool leads = false;   ///< none after it is earlier
    bool inOther = false; ///< a column that rises stands elsewhere in the text
};

/// What is counted once per text.
struct TextReckoning
{
    std::vector<Reckoning> each; ///< one for each candidate
    double rising = 0;           ///< share of candidates in the longest run that rises
    double filling = 0;          ///< share of steps that are filled by a length
    qsizetype counted = 0;
    qsizetype clocks = 0;
    qsizetype dotted = 0;
    qsizetype hours = 0; ///< of three fields
};

[[nodiscard]] TextReckoning reckon(const Document &document, const std::vector<ListShape> &shapes);

/// One for each candidate.
[[nodiscard]] std::vector<SentenceShape> sentencesOf(const Document &document);

} // namespace app::timestamps::internal
