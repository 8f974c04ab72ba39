// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace app::timestamps::internal {

/// How a number that may be a time is written.
enum class Form {
    Clock,   ///< 4:30, 1:02:03.5
    Dotted,  ///< 4.30, 1.02.03
    Units,   ///< 1h 2m 3s, 4分30秒
    Primes,  ///< 4'30"
    Minute,  ///< minute 45, 45 min, 1 hour
    Fragment ///< the target of a link within the page: #t=4:30
};

/// What touches a number on one side.
enum class Edge {
    Free, ///< a space, or the line's edge
    Bracket,
    Quote,
    Comma,
    Colon,
    Stop, ///< a full stop that is not between digits
    Dash,
    Slash,
    Pipe,
    Emphasis, ///< *, _ and ~
    Letter,
    Ideograph,
    Symbol, ///< % = # + and the like
    Currency,
    Number, ///< digits beyond a '.', ',', '/' or '-' that are no candidate
    Other
};

constexpr int edgeCount = 16;

/// What the whole text of a link, or a part of it, tells about a time in it.
enum class Linked { No, Part, Whole };

/// A number in a text that may name a place, with what was found out about it.
struct Candidate
{
    Form form = Form::Clock;
    qsizetype begin = 0; ///< in the normalised text
    qsizetype end = 0;
    int fieldCount = 2; ///< 2: m:ss or h:mm; 3: h:mm:ss
    qint64 fields[3] = {0, 0, 0};
    int fractionMs = 0;
    bool padded = false;      ///< the first field has at least two digits
    bool unitBefore = false;  ///< "minute 45"
    bool unitAfter = false;   ///< "45 minutes"
    bool mark = false;        ///< "45 minute mark"; once weighed also "the 4:30 mark"
    bool ideographic = false; ///< 4分30秒
    bool tail = false;        ///< followed by "-18" or ",18" as verses are
    bool refused = false;     ///< in an address or in opaque text, or a shape that is no time
    Edge before = Edge::Free;
    Edge after = Edge::Free;

    Linked linked = Linked::No;
    std::optional<qint64> targetMs = std::nullopt; ///< what the link's address says: "?t=270"
    bool elsewhere = false;                        ///< the link leads to a video

    qsizetype line = 0;
    qsizetype sentence = 0; ///< counted through the text
    bool lineStart = false; ///< only bullets, brackets and numbering before it
    bool lineEnd = false;
    bool numbered = false; ///< "3." stands before it
    bool bullet = false;
    QChar bracket = {};        ///< the opening one, where it stands in brackets
    bool bracketTight = false; ///< nothing else is in the bracket

    qsizetype chainedTo = -1; ///< the candidate just before it in "4:30, 12:10 and 33:05"
    qsizetype rangeEnd = -1;  ///< the candidate that ends the range this one starts
    qsizetype rangeStart = -1;
    qsizetype list = -1; ///< the list it belongs to, in the order of the text

    bool shown = false;      ///< its place or a word says that it is one, not its value alone
    float firstChance = 0;   ///< that it is a place, by its own evidence alone
    float chance = 0;        ///< that it is a place, from 0 to 1
    float foreignChance = 0; ///< that it is one in another recording
    qint64 ms = 0;
    std::optional<qint64> endMs = std::nullopt;
    bool foreign = false;

    /// Of units in words or signs: "45 min" and "1 h 5 min" go together.
    [[nodiscard]] bool isWorded() const { return form == Form::Units || form == Form::Minute; }

    [[nodiscard]] bool isBracketed() const { return !bracket.isNull(); }

    [[nodiscard]] bool isShort() const
    {
        return fieldCount == 2 && (form == Form::Clock || form == Form::Dotted);
    }

    /// Whether it is asked at all if it is a place.
    [[nodiscard]] bool isWeighed() const { return !refused && list >= 0; }

    [[nodiscard]] bool endsRange() const { return rangeStart >= 0; }

    /// The place, with a short clock form read as m:ss or as h:mm.
    [[nodiscard]] qint64 value(bool hoursAndMinutes) const
    {
        if (form == Form::Fragment) {
            return ms;
        }
        if (!isShort()) {
            return ((fields[0] * 60 + fields[1]) * 60 + fields[2]) * 1000 + fractionMs;
        }
        const qint64 smaller = fields[0] * 60 + fields[1];
        return smaller * (hoursAndMinutes ? 60000 : 1000) + fractionMs;
    }

    /// Whether it could be the time of a day at all.
    [[nodiscard]] bool fitsDay() const
    {
        return (form == Form::Clock || form == Form::Dotted) && fields[0] <= 24 && fractionMs == 0;
    }
};

using Candidates = QList<Candidate>;

} // namespace app::timestamps::internal
