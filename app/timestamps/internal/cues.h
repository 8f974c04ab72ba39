// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/candidate.h"
#include "app/timestamps/internal/normaltext.h"

#include <QList>

namespace app::timestamps::internal {

/// What a word says about a time beside it. A word may say several things.
enum Cue : quint64 {
    Place = 1ULL << 0,       ///< at, from, ab, bei, minute: directly before
    Approx = 1ULL << 1,      ///< about, circa: looked through
    Article = 1ULL << 2,     ///< a: what follows is a thing, not a place
    Mark = 1ULL << 3,        ///< mark, 处: directly after
    ClockSuffix = 1ULL << 4, ///< pm, Uhr: directly after
    Zone = 1ULL << 5,        ///< GMT; in capitals, directly after
    ClockWord = 1ULL << 6,   ///< doors, opens, departs: before
    WeakClock = 1ULL << 7,   ///< um, alle, kl: directly before, where a day's time is usual
    Weekday = 1ULL << 8,
    Month = 1ULL << 9,
    DayPart = 1ULL << 10,   ///< morning: after "in the"
    DayAdverb = 1ULL << 11, ///< tonight, morgens
    Verse = 1ULL << 12,
    Ratio = 1ULL << 13,
    WeakRatio = 1ULL << 14, ///< coffee, dilute: only for 1:15
    RatioNoun = 1ULL << 15, ///< monitor: after
    Score = 1ULL << 16,
    Length = 1ULL << 17,      ///< duration, took: before
    LengthAfter = 1ULL << 18, ///< mile, left, remaining: directly after
    Label = 1ULL << 19,       ///< table, room: directly before
    Recorded = 1ULL << 20,
    Times = 1ULL << 21, ///< timestamps, chapters
    Video = 1ULL << 22,
    Audio = 1ULL << 23,
    Not = 1ULL << 24,
    Differ = 1ULL << 25,
    Version = 1ULL << 26,
    Watch = 1ULL << 27,
    Agenda = 1ULL << 28,     ///< schedule, opening hours
    AgendaItem = 1ULL << 29, ///< lunch, registration
    Tracks = 1ULL << 30,     ///< tracklist
    Preposition = 1ULL << 31,
    And = 1ULL << 32,       ///< joins times that share their evidence
    To = 1ULL << 33,        ///< joins the ends of a range
    TimeLabel = 1ULL << 34, ///< "time:", directly before
    VerseWord = 1ULL << 35, ///< a Verse that needs no capital letter
};

using Cues = quint64;

/// What the dictionary knows about one word or about two with a space between.
[[nodiscard]] Cues cuesOf(QStringView word);

/// The longest entry of the dictionary of scripts without spaces that starts a text.
struct Entry
{
    qsizetype length = 0;
    Cues cues = 0;
};

[[nodiscard]] Entry ideographicEntry(QStringView text);

/// One piece of a line.
struct Token
{
    enum Kind { Word, Number, Stop, Comma, Open, Close, Mark, Stamp };

    Kind kind = Word;
    qsizetype begin = 0;
    qsizetype end = 0;
    Cues cues = 0;
    qsizetype stamp = -1; ///< the candidate this token is

    [[nodiscard]] bool counts() const { return kind == Word || kind == Number; }
};

using Tokens = QList<Token>;

/// Splits [begin, end) of a text into words and marks, each candidate in it being one token.
/// \param next  the first candidate at or after begin
[[nodiscard]] Tokens tokenise(const NormalText &text,
                              qsizetype begin,
                              qsizetype end,
                              const Candidates &candidates,
                              qsizetype next);

} // namespace app::timestamps::internal
