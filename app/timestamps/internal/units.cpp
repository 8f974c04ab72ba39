// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/units.h"

#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/cues.h"

#include <algorithm>
#include <array>

namespace app::timestamps::internal {

namespace {

constexpr qsizetype maxUnitLetters = 12;

struct Number
{
    qint64 value = 0;
    qsizetype end = 0;
};

/// Up to four digits that are the whole run of digits.
std::optional<Number> readNumber(QStringView text, qsizetype at)
{
    Number number{0, at};
    while (number.end < text.size() && isDigit(text[number.end])) {
        if (number.end - at == 4) {
            return std::nullopt;
        }
        number.value = number.value * 10 + text[number.end].digitValue();
        ++number.end;
    }
    return number.end > at ? std::optional(number) : std::nullopt;
}

qsizetype skipSpace(QStringView text, qsizetype at)
{
    return at < text.size() && text[at] == u' ' ? at + 1 : at;
}

/// Where the letters begin that end at a place; not before \a least, and no more than a unit has.
qsizetype lettersBefore(QStringView text, qsizetype end, qsizetype least)
{
    qsizetype first = end;
    while (first > least && end - first < maxUnitLetters && isLetter(text[first - 1])) {
        --first;
    }
    return first;
}

template <std::size_t N>
bool contains(const std::array<QStringView, N> &words, QStringView word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// 0 hours, 1 minutes, 2 seconds, -1 none.
int unitOf(QStringView word)
{
    static constexpr std::array<QStringView, 7> hours{u"h", u"ч", u"г", u"ω", u"sa", u"u", u"س"};
    static constexpr std::array<QStringView, 7> minutes{
        u"m", u"mn", u"м", u"dak", u"λ", u"د", u"דק"};
    static constexpr std::array<QStringView, 7> seconds{
        u"s", u"с", u"sn", u"sek", u"δ", u"ث", u"שנ"};
    if (word.size() <= 3) {
        const int kind = contains(hours, word)     ? 0
                         : contains(minutes, word) ? 1
                         : contains(seconds, word) ? 2
                                                   : -1;
        if (kind >= 0) {
            return kind;
        }
    }
    const Cues cues = cuesOf(word);
    return (cues & HourUnit) ? 0 : (cues & MinuteUnit) ? 1 : (cues & SecondUnit) ? 2 : -1;
}

bool isHebrew(QChar c)
{
    return c >= QChar(u'א') && c <= QChar(u'ת');
}

struct Unit
{
    int kind = -1;
    qsizetype end = 0;
    bool ideographic = false;
};

/// Hour, minute and second of Chinese and Japanese, which stand without spaces.
Unit ideographicUnit(QStringView text, qsizetype at)
{
    static constexpr std::array<std::pair<QStringView, int>, 12> signs{{
        {u"小时", 0},
        {u"小時", 0},
        {u"時間", 0},
        {u"时", 0},
        {u"時", 0},
        {u"分钟", 1},
        {u"分鐘", 1},
        {u"分", 1},
        {u"秒", 2},
        {u"시간", 0},
        {u"분", 1},
        {u"초", 2},
    }};
    const QStringView rest = text.sliced(at);
    for (const auto &[sign, kind] : signs) {
        if (rest.startsWith(sign)) {
            return {kind, at + sign.size(), true};
        }
    }
    return {};
}

Unit readUnit(QStringView text, qsizetype at)
{
    if (at < text.size() && isIdeographic(text[at])) {
        if (const Unit unit = ideographicUnit(text, at); unit.kind >= 0) {
            return unit;
        }
    }
    qsizetype end = at;
    while (end < text.size() && end - at <= maxUnitLetters && isLetter(text[end])) {
        ++end;
    }
    Unit unit{unitOf(text.sliced(at, end - at)), end, false};
    const bool abbreviated = end < text.size() && text[end] == u'.' && end - at <= 4;
    // The point belongs to "Std." only when the time goes on after it.
    if (unit.kind >= 0 && abbreviated && end + 1 < text.size()
        && isDigit(text[skipSpace(text, end + 1) < text.size() ? skipSpace(text, end + 1) : end])) {
        ++unit.end;
    }
    // Hebrew cuts words short with an apostrophe.
    if (unit.kind > 0 && end > at && isHebrew(text[end - 1]) && end < text.size()
        && text[end] == u'\'') {
        ++unit.end;
    }
    return unit;
}

/// Past the "and" between two units.
qsizetype skipJoin(QStringView text, qsizetype at)
{
    static constexpr std::array<QStringView, 18> joins{u", ",
                                                       u" and ",
                                                       u" und ",
                                                       u" et ",
                                                       u" y ",
                                                       u" e ",
                                                       u" и ",
                                                       u" و ",
                                                       u" en ",
                                                       u" و",
                                                       u" ו-",
                                                       u" ו",
                                                       u" και ",
                                                       u" i ",
                                                       u" a ",
                                                       u" og ",
                                                       u" och ",
                                                       u" ve "};
    const QStringView rest = text.sliced(at);
    for (const QStringView join : joins) {
        if (rest.startsWith(join)) {
            return at + join.size();
        }
    }
    return skipSpace(text, at);
}

} // namespace

namespace {

/// "22e", "45th": how many letters of an ordinal follow a number; none where the word goes on.
qsizetype ordinalLetters(QStringView rest)
{
    static constexpr std::array<QStringView, 6> endings{u"e", u"ème", u"th", u"st", u"nd", u"rd"};
    const auto *const found = std::find_if(endings.begin(), endings.end(), [&](QStringView ending) {
        return rest.startsWith(ending)
               && (rest.size() == ending.size() || !isLetter(rest[ending.size()]));
    });
    return found != endings.end() ? found->size() : 0;
}

/// Past what may stand between a number and its unit: "45. Minute", "45th minute", "45-minute".
qsizetype skipOrdinal(QStringView folded, qsizetype at)
{
    const QStringView rest = folded.sliced(at, std::min<qsizetype>(folded.size() - at, 8));
    const qsizetype letters = ordinalLetters(rest);
    if (letters > 0) {
        return letters < rest.size() && rest[letters] == u' ' ? at + letters + 1 : at;
    }
    static constexpr std::array<QStringView, 15> endings{u". ",
                                                         u"º ",
                                                         u"ª ",
                                                         u"° ",
                                                         u"-",
                                                         u"-й ",
                                                         u"-ій ",
                                                         u"-ї ",
                                                         u"-ю ",
                                                         u"-я ",
                                                         u"-ой ",
                                                         u":e ",
                                                         u"वाँ ",
                                                         u"वां ",
                                                         u"वें "};
    qsizetype longest = 0;
    for (const QStringView ending : endings) {
        if (ending.size() > longest && rest.startsWith(ending)) {
            longest = ending.size();
        }
    }
    return longest > 0 ? at + longest : skipSpace(folded, at);
}

/// "45. Minute" counts minutes as "minute 45" does; "45 minutes" and "45-minute" are lengths.
bool isOrdinal(QStringView folded, qsizetype begin)
{
    const auto number = readNumber(folded, begin);
    const QChar next = number && number->end < folded.size() ? folded[number->end] : QChar(u' ');
    const qsizetype unit = number ? skipOrdinal(folded, number->end) : begin;
    return number && next != u' ' && unit > number->end + 1 && readUnit(folded, unit).kind >= 0;
}

/// "1h23", "12 min 30": two digits that leave out the smaller unit.
bool isBareRest(QStringView folded, qsizetype at, const Number &number, const Unit &unit)
{
    const QChar next = number.end < folded.size() ? folded[number.end] : QChar(u' ');
    const bool goesOn =
        next == u':' && number.end + 1 < folded.size() && isDigit(folded[number.end + 1]);
    return number.end - at == 2 && unit.kind < 0 && !goesOn && next != u'%'
           && (!isLetter(next) || isIdeographic(next));
}

/// Whether "mark" follows.
bool skipMark(QStringView folded, qsizetype at)
{
    const QStringView rest = folded.sliced(at, std::min<qsizetype>(folded.size() - at, 8));
    return rest.startsWith(u" mark") || rest.startsWith(u"-mark");
}

} // namespace

std::optional<Candidate> readUnits(QStringView folded, qsizetype begin)
{
    Candidate found{.form = Form::Units, .begin = begin, .end = begin, .fieldCount = 3};
    int last = -1;
    int count = 0;
    for (qsizetype at = begin; last < 2; at = skipJoin(folded, found.end)) {
        const auto number = readNumber(folded, at);
        if (!number || (last >= 0 && number->value > 59)) {
            break;
        }
        const Unit unit = readUnit(folded, skipOrdinal(folded, number->end));
        if (last >= 0 && last < 2 && isBareRest(folded, at, *number, unit)) {
            found.fields[last + 1] = number->value;
            found.end = number->end;
            ++count;
            break;
        }
        if (unit.kind <= last) {
            break;
        }
        found.fields[unit.kind] = number->value;
        found.end = unit.end;
        last = unit.kind;
        found.ideographic = found.ideographic || unit.ideographic;
        ++count;
    }
    found.unitAfter = true;
    found.unitBefore = isOrdinal(folded, begin);
    if (count == 1 && last < 2 && found.end - begin <= 24) {
        found.form = Form::Minute;
        found.mark = skipMark(folded, found.end);
        return found;
    }
    return count >= 2 ? std::optional(found) : std::nullopt;
}

std::optional<Candidate> readPrimes(QStringView folded, qsizetype begin)
{
    const auto minutes = readNumber(folded, begin);
    if (!minutes || minutes->end >= folded.size() || folded[minutes->end] != u'\'') {
        return std::nullopt;
    }
    const qsizetype at = skipSpace(folded, minutes->end + 1);
    const auto seconds = readNumber(folded, at);
    if (!seconds || seconds->end - at != 2 || seconds->value > 59) {
        return std::nullopt;
    }
    const QStringView rest = folded.sliced(seconds->end);
    const qsizetype sign = rest.startsWith(u"\"") ? 1 : rest.startsWith(u"''") ? 2 : 0;
    const bool spaced = at > minutes->end + 1;
    const bool goesOn = !rest.isEmpty() && (isLetter(rest.front()) || isDigit(rest.front()));
    if (sign == 0 && (spaced || goesOn)) {
        return std::nullopt;
    }
    return Candidate{.form = Form::Primes,
                     .begin = begin,
                     .end = seconds->end + sign,
                     .fieldCount = 3,
                     .fields = {0, minutes->value, seconds->value}};
}

namespace {

qsizetype minuteWordBefore(QStringView folded, qsizetype begin, qsizetype least)
{
    // Hebrew joins "the" to the number: "דקה ה-24".
    const bool article = begin >= least + 3 && folded.sliced(begin - 3, 3) == u" ה-";
    begin -= article ? 2 : 0;
    qsizetype end = begin;
    while (end > least && begin - end < 2 && (folded[end - 1] == u' ' || folded[end - 1] == u'.')) {
        --end;
    }
    const qsizetype first = lettersBefore(folded, end, least);
    const bool whole = first == 0 || !isLetter(folded[first - 1]);
    const bool counted = first > 1 && folded[first - 1] == u' ' && isDigit(folded[first - 2]);
    const QStringView word = folded.sliced(first, end - first);
    return end < begin && first < end && whole && !counted
                   && ((cuesOf(word) & MinuteUnit) || word == u"د")
               ? first
               : -1;
}

/// "minute 12 and 30 seconds" is one place.
void readSecondsAfter(QStringView folded, Candidate &found)
{
    const qsizetype at = skipJoin(folded, found.end);
    const auto seconds = readNumber(folded, at);
    if (!seconds || at == found.end || seconds->value > 59) {
        return;
    }
    const Unit unit = readUnit(folded, skipSpace(folded, seconds->end));
    if (unit.kind == 2) {
        found.fields[2] = seconds->value;
        found.end = unit.end;
    }
}

constexpr qsizetype longestJoint = 10; ///< of what stands between the two ends of a range

/// "from minute 6 to 20": the second one, by what stands between it and the first.
bool continuesMinutes(QStringView folded, const Candidate *last, qsizetype begin)
{
    if (last == nullptr || last->form != Form::Minute || !last->unitBefore
        || begin - last->end > longestJoint) {
        return false;
    }
    const QStringView between = folded.sliced(last->end, begin - last->end).trimmed();
    return between == u"-" || between == u"," || (cuesOf(between) & (To | And)) != 0;
}

/// The word that ends just before a place.
QStringView wordBefore(QStringView folded, qsizetype begin)
{
    const qsizetype end = begin > 0 && folded[begin - 1] == u' ' ? begin - 1 : begin;
    const qsizetype first = lettersBefore(folded, end, 0);
    return end < begin ? folded.sliced(first, end - first) : QStringView();
}

/// "al minuto 7 … al 23", "in der 25. Minute …, in der 40.": the second one, which stands behind
/// the same word.
bool echoesMinutes(QStringView folded, const Candidate *last, qsizetype begin)
{
    constexpr qsizetype farthest = 100;
    if (last == nullptr || last->form != Form::Minute || begin - last->end > farthest) {
        return false;
    }
    const QStringView word = wordBefore(folded, begin);
    return !word.isEmpty() && word == wordBefore(folded, last->begin);
}

/// "from the 26th to the 35th minute", "between 5 and 21 minutes": the first one.
bool leadsToMinutes(QStringView folded, qsizetype end)
{
    const qsizetype begin = skipOrdinal(folded, end);
    qsizetype next = begin;
    while (next < folded.size() && next - begin <= longestJoint && !isDigit(folded[next])) {
        ++next;
    }
    const auto number = next > begin ? readNumber(folded, next) : std::nullopt;
    return number && number->end - next <= 3
           && (cuesOf(folded.sliced(begin, next - begin).trimmed()) & (To | And)) != 0
           && readUnit(folded, skipOrdinal(folded, number->end)).kind == 1;
}

} // namespace

std::optional<Candidate> readMinute(QStringView folded, qsizetype begin, const Candidate *last)
{
    const qsizetype least = last != nullptr ? last->end : 0;
    const auto number = readNumber(folded, begin);
    if (!number || number->end - begin > 3) {
        return std::nullopt;
    }
    Candidate found{.form = Form::Minute,
                    .begin = begin,
                    .end = number->end,
                    .fieldCount = 3,
                    .fields = {0, number->value, 0}};
    const QStringView rest = folded.sliced(number->end);
    const QChar first = rest.isEmpty() ? QChar(u' ') : rest[0];
    const QChar second = rest.size() > 1 ? rest[1] : QChar(u' ');
    const bool joined = first == u'.' || first == u',' || first == u'/' || first == u':';
    const bool goesOn = joined && isDigit(second);
    const bool glued = isLetter(first) || first == u'%';
    if (first == u'\'' && !isLetter(second) && !isDigit(second) && second != u'\'') {
        ++found.end;
        found.unitAfter = true;
        return found;
    }
    const qsizetype word = minuteWordBefore(folded, begin, least);
    const bool echoes = word < 0 && echoesMinutes(folded, last, begin);
    const auto endsOrdinal = [&] {
        return skipOrdinal(folded, number->end) > number->end
               || (echoes && ordinalLetters(rest) > 0);
    };
    if (goesOn || (glued && !isIdeographic(first) && !endsOrdinal())) {
        return std::nullopt;
    }
    if (word < 0 && leadsToMinutes(folded, number->end)) {
        found.unitAfter = true;
        return found;
    }
    if (word < 0 && !continuesMinutes(folded, last, begin)) {
        return echoes ? std::optional(found) : std::nullopt;
    }
    found.begin = word < 0 ? begin : word;
    found.unitBefore = true;
    readSecondsAfter(folded, found);
    return found;
}

} // namespace app::timestamps::internal
