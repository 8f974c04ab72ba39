// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace app::timestamps::internal {

/// How a number that may be a time is written.
enum class Form {
    Clock,  ///< 4:30, 1:02:03.5
    Dotted, ///< 4.30: a time only in a list of its kind or after "minute"
    Units,  ///< 1h 2m 3s, 4分30秒
    Primes, ///< 4'30"
    Minute  ///< minute 45, the 45 minute mark
};

/// Why a candidate is no place, or None.
enum class Refusal {
    None,
    Shape,   ///< what it is glued to makes it something else
    Address, ///< part of a web or mail address, or of opaque text
    Clock,   ///< the time of a day
    Near,    ///< the time of a day, by the words near it
    Date,    ///< goes with a date
    Verse,
    Ratio,
    Score,
    Length, ///< says how long something is
    Label,  ///< the number of a table, a room, a rule
    Lonely, ///< would need evidence that it does not have
    Column, ///< in a column that is not made of places
    Bounds  ///< beyond the end
};

/// A number in a text that may name a place, with what was found out about it.
///
/// The scanner fills how it is written, the judge what surrounds it, the list rules the rest.
struct Candidate
{
    Form form = Form::Clock;
    qsizetype begin = 0; ///< in the normalised text
    qsizetype end = 0;
    int fieldCount = 2; ///< 2: m:ss or h:mm; 3: h:mm:ss
    qint64 fields[3] = {0, 0, 0};
    int fractionMs = 0;
    bool padded = false; ///< the first field has at least two digits

    qsizetype line = 0;
    bool lineStart = false; ///< only bullets, brackets and numbering before it
    bool lineEnd = false;
    bool bracketed = false;
    bool glued = false;      ///< a letter touches it
    bool placeWord = false;  ///< "at", "minute"... before it, "mark", 处... after it
    bool verseTail = false;  ///< followed by "-18" or ",18" as verses are
    bool agendaWord = false; ///< followed by what a day's plan holds
    bool linked = false;     ///< is the whole text of a link
    Refusal refusal = Refusal::None;

    qsizetype chainedTo = -1; ///< the candidate just before it in "4:30, 12:10 and 33:05"
    qsizetype rangeEnd = -1;  ///< the candidate that ends the range this one starts
    bool endsRange = false;   ///< is the end of another one's range
    bool fragment = false;    ///< value comes from a link's "#t="

    qint64 ms = 0;
    std::optional<qint64> endMs = std::nullopt;
    bool inList = false;
    bool foreign = false;

    [[nodiscard]] bool isAlive() const { return refusal == Refusal::None; }

    [[nodiscard]] bool isListShaped() const { return lineStart || lineEnd || bracketed; }

    [[nodiscard]] bool isShort() const { return fieldCount == 2 && form == Form::Clock; }

    /// The place, with a short clock form read as m:ss or as h:mm.
    [[nodiscard]] qint64 value(bool hoursAndMinutes) const
    {
        if (fieldCount == 3 || !isShort()) {
            return ((fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000 + fractionMs;
        }
        const qint64 smaller = fields[0] * 60 + fields[1];
        return smaller * (hoursAndMinutes ? 60000 : 1000) + fractionMs;
    }
};

using Candidates = QList<Candidate>;

} // namespace app::timestamps::internal
