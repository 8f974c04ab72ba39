// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/subrip.h"

#include "app/transcripts/internal/captiontext.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>
#include <array>

namespace app::transcripts::internal {

using timestamps::MediaTime;
using timestamps::TimeRange;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isPoint(QChar c)
{
    return c == u',' || c == u'.' || c == u'，' || c == u'．' || c == u'。';
}

bool isColon(QChar c)
{
    return c == u':' || c == u'：';
}

void skipSpaces(QStringView line, qsizetype &at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
}

/// A number of a time; \p digits tells how it was written.
struct Part
{
    qint64 value = 0;
    qsizetype digits = 0;
    bool afterPoint = false;
};

qint64 fractionMs(const Part &part)
{
    qint64 value = part.value;
    for (qsizetype digits = part.digits; digits < 3; ++digits)
        value *= 10;
    for (qsizetype digits = std::min<qsizetype>(part.digits, 9); digits > 3; --digits)
        value /= 10;
    return value;
}

Part readPart(QStringView line, qsizetype &at)
{
    Part part;
    for (; at < line.size() && isDigit(line[at]); ++at, ++part.digits) {
        if (part.digits < 9)
            part.value = part.value * 10 + (line[at].unicode() - u'0');
    }
    return part;
}

std::optional<MediaTime> timeOfParts(const std::array<Part, 4> &parts, std::size_t count)
{
    const bool fraction = count == 4 || parts[count - 1].afterPoint;
    const std::size_t whole = fraction ? count - 1 : count;
    if (whole < 1 || (whole == 1 && !fraction))
        return std::nullopt;
    std::array<qint64, 3> clock{};
    for (std::size_t at = 0; at < whole; ++at)
        clock[3 - whole + at] = parts[at].value;
    return timeOf(clock[0], clock[1], clock[2], fraction ? fractionMs(parts[count - 1]) : 0);
}

std::optional<MediaTime> readTime(QStringView line, qsizetype &at)
{
    std::array<Part, 4> parts;
    std::size_t count = 0;
    bool negative = false;
    if (at < line.size() && line[at] == u'-') {
        negative = true;
        ++at;
    }
    bool afterPoint = false;
    while (count < parts.size()) {
        Part part = readPart(line, at);
        if (part.digits == 0)
            break;
        part.afterPoint = afterPoint;
        parts[count++] = part;
        const bool more = at + 1 < line.size() && (isPoint(line[at]) || isColon(line[at]))
                          && isDigit(line[at + 1]) && !afterPoint;
        if (!more)
            break;
        afterPoint = isPoint(line[at]);
        ++at;
    }
    if (count == 0)
        return std::nullopt;
    const std::optional<MediaTime> time = timeOfParts(parts, count);
    return negative && time ? MediaTime() : time;
}

/// "-->", "->", "-- >", "—>".
bool skipArrow(QStringView line, qsizetype &at)
{
    const qsizetype first = at;
    while (at < line.size() && (line[at] == u'-' || line[at] == u'–' || line[at] == u'—'))
        ++at;
    if (at == first)
        return false;
    skipSpaces(line, at);
    if (at >= line.size() || line[at] != u'>')
        return false;
    ++at;
    return true;
}

/// "12", "-3", "7.5": what stands above a card's times.
bool isNumber(QStringView line)
{
    const QStringView text = line.trimmed();
    const bool signedNumber = text.startsWith(u'-');
    return !text.isEmpty() && text.size() <= 12 && text.size() > (signedNumber ? 1 : 0)
           && std::all_of(text.begin() + (signedNumber ? 1 : 0), text.end(), [](QChar c) {
                  return isDigit(c) || c == u'.';
              });
}

/// One card as lines of the file.
struct Card
{
    TimeRange times;
    qsizetype textStart = 0;
    qsizetype textEnd = 0;
    QStringView lastLine; ///< the last of its lines that is not blank
    qsizetype lastLineStart = 0;
    bool blankBeforeLast = false; ///< a blank line stands above the last one
    bool blankAfterLast = false;
};

/// A line that is not blank, at the end of a card so far.
void extend(Card &card, QStringView line, qsizetype at)
{
    card.blankBeforeLast = card.blankAfterLast;
    card.blankAfterLast = false;
    card.lastLine = line;
    card.lastLineStart = at;
    card.textEnd = at + line.size();
}

std::vector<Card> findCards(QStringView text, qsizetype &numbered)
{
    std::vector<Card> cards;
    Card current;
    bool inCard = false;
    Lines lines(text);
    while (!lines.atEnd()) {
        const qsizetype at = lines.position();
        const QStringView line = lines.next();
        if (const std::optional<TimeRange> times = readSubRipTimes(line)) {
            numbered += !current.blankAfterLast && isNumber(current.lastLine) ? 1 : 0;
            if (inCard)
                cards.push_back(current);
            current = Card();
            current.times = *times;
            current.textStart = std::min(lines.position(), text.size());
            current.textEnd = current.textStart;
            inCard = true;
        } else if (line.trimmed().isEmpty()) {
            current.blankAfterLast = true;
        } else {
            extend(current, line, at);
        }
    }
    if (inCard)
        cards.push_back(current);
    return cards;
}

/// Whether the last line of a card is the number (or name) of the next one.
bool endsWithNextName(const Card &card)
{
    if (card.lastLine.isEmpty() || card.blankAfterLast)
        return false;
    return isNumber(card.lastLine) || card.blankBeforeLast;
}

} // namespace

std::optional<TimeRange> readSubRipTimes(QStringView line)
{
    // Lines of prose are passed over quickly: every time line has an arrow head.
    constexpr qsizetype longest = 400;
    if (line.size() > longest || !line.contains(u'>'))
        return std::nullopt;
    qsizetype at = 0;
    skipSpaces(line, at);
    const std::optional<MediaTime> start = readTime(line, at);
    if (!start)
        return std::nullopt;
    skipSpaces(line, at);
    if (!skipArrow(line, at))
        return std::nullopt;
    skipSpaces(line, at);
    const std::optional<MediaTime> end = readTime(line, at);
    if (!end)
        return std::nullopt;
    return TimeRange{*start, *end};
}

bool isSubRip(QStringView text)
{
    constexpr int linesLookedAt = 200;
    Lines lines(text);
    for (int count = 0; count < linesLookedAt && !lines.atEnd(); ++count) {
        if (readSubRipTimes(lines.next()))
            return true;
    }
    return false;
}

Transcript readSubRip(QStringView text, const KnownNames &known)
{
    qsizetype numbered = 0;
    const std::vector<Card> cards = findCards(text, numbered);
    const bool hasNumbers = static_cast<std::size_t>(numbered) * 2 >= cards.size();
    std::vector<Caption> captions;
    captions.reserve(cards.size());
    for (std::size_t at = 0; at < cards.size(); ++at) {
        const Card &card = cards[at];
        const bool cut = hasNumbers && at + 1 < cards.size() && endsWithNextName(card);
        const qsizetype end = std::max(cut ? card.lastLineStart : card.textEnd, card.textStart);
        Caption caption;
        caption.start = card.times.start;
        caption.end = card.times.end;
        readCaptionText(
            text.sliced(card.textStart, end - card.textStart), CaptionSyntax::SubRip, caption);
        if (!caption.lines.empty())
            captions.push_back(std::move(caption));
    }
    findSpeakers(captions, known);
    Transcript transcript;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
