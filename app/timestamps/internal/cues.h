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
    Price = 1ULL << 36,
    Topic = 1ULL << 37,  ///< intro, sponsor, closing: what parts of a programme are called
    Speak = 1ULL << 38,  ///< says, explains, joke: what is told in a programme
    Listen = 1ULL << 39, ///< hear, skip, rewind
    Music = 1ULL << 40,  ///< song, album, feat
    Address = 1ULL << 41,
    MinuteUnit = 1ULL << 42,
    HourUnit = 1ULL << 43,
    SecondUnit = 1ULL << 44,
    EpisodeWord = 1ULL << 45, ///< episode: with a number, often another one
    Sport = 1ULL << 46,
    Transit = 1ULL << 47,   ///< bus, platform
    Routine = 1ULL << 48,   ///< sleep, shower, shift
    Beginning = 1ULL << 49, ///< start, end
    Format = 1ULL << 50,    ///< h, mm, ss: the names of the fields
    Cooking = 1ULL << 51,
    Speaker = 1ULL << 52,    ///< host, guest, interviewer
    Measure = 1ULL << 53,    ///< temperature, weight, percent
    Past = 1ULL << 54,       ///< last week's, the previous one
    Here = 1ULL << 55,       ///< here, in this one
    Correction = 1ULL << 56, ///< misspoke, sorry, "I say"
    Sound = 1ULL << 57,      ///< noise, microphone, laughter
    Goods = 1ULL << 58,      ///< coffee, bread, ticket: what has a price
    Doings = 1ULL << 59,     ///< woke, set off, arrived, rang, heard: told of a day with its hours
};

using Cues = quint64;

constexpr int cueCount = 60;

/// A word that was looked up, from where a pair that begins with it can be looked up.
struct KnownWord
{
    Cues cues = 0;
    Cues anyEnding = 0; ///< said of its beginning whatever follows
    Cues whole = 0;     ///< said of exactly its letters
    quint32 hash = 0;
    qsizetype length = 0;
};

[[nodiscard]] KnownWord knownWord(QStringView word);

/// What the dictionary knows about two words with a space between.
/// \param first  the first of both
[[nodiscard]] Cues cuesOfPair(const KnownWord &first, QStringView both);

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

    // Narrow, for a long text has many: no text is longer than a QString's 2 GB.
    Kind kind = Word;
    qint32 begin = 0;
    qint32 end = 0;
    qint32 stamp = -1; ///< the candidate this token is
    Cues cues = 0;

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
