// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/context.h"

#include "app/timestamps/internal/characters.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

bool isAny(QStringView text, std::initializer_list<QStringView> choices)
{
    return std::find(choices.begin(), choices.end(), text) != choices.end();
}

constexpr qsizetype longestJoint = 24;

} // namespace

Joint jointBetween(const NormalText &text, const Tokens &tokens, qsizetype from, qsizetype to)
{
    const qsizetype begin = tokens[from].end;
    const qsizetype length = tokens[to].begin - begin;
    if (length > longestJoint) {
        return Joint::None;
    }
    const QStringView between = QStringView(text.folded).sliced(begin, length).trimmed();
    if (isAny(between, {u"-", u"->", u"-->", u"--", u"~", u"→", u"=>", u"..."})) {
        return Joint::Range;
    }
    if (isAny(between, {u",", u";", u"/", u"&", u"+", u"|", u""})) {
        return Joint::Chain;
    }
    Cues words = 0;
    for (qsizetype i = from + 1; i < to; ++i) {
        const Token &token = tokens[i];
        if (token.kind == Token::Word && token.cues == 0) {
            return Joint::None;
        }
        if (token.kind != Token::Word && token.kind != Token::Comma) {
            return Joint::None;
        }
        words |= token.cues;
    }
    if (to - from == 2 && (words & To)) {
        return Joint::Range;
    }
    return (words & And) && to - from <= 4 ? Joint::Chain : Joint::None;
}

Context::Context(const NormalText &text,
                 const Tokens &tokens,
                 qsizetype token,
                 const Candidate &candidate)
    : m_text(text)
    , m_candidate(candidate)
{
    for (qsizetype i = token - 1; i >= 0 && i >= token - 2 * reach; --i) {
        const Token &t = tokens[i];
        if (t.kind == Token::Stamp || t.kind == Token::Stop || m_beforeCount == reach) {
            break;
        }
        if (t.counts()) {
            m_before[m_beforeCount++] = &t;
        } else if (m_beforeCount == 0 && (t.kind == Token::Open || t.kind == Token::Close)) {
            m_bracketBefore = true;
        }
    }
    for (qsizetype i = token + 1; i < tokens.size() && i <= token + 2 * reach; ++i) {
        const Token &t = tokens[i];
        if (t.kind == Token::Stamp || t.kind == Token::Stop || m_afterCount == reach) {
            break;
        }
        if (t.counts()) {
            m_after[m_afterCount++] = &t;
        }
    }
}

Cues Context::before(qsizetype distance) const
{
    return distance <= m_beforeCount ? m_before[distance - 1]->cues : 0;
}

Cues Context::after(qsizetype distance) const
{
    return distance <= m_afterCount ? m_after[distance - 1]->cues : 0;
}

bool Context::isPrecededBy(Cues cues, qsizetype words) const
{
    for (qsizetype i = 1; i <= words; ++i) {
        if (before(i) & cues) {
            return true;
        }
    }
    return false;
}

bool Context::isFollowedBy(Cues cues, qsizetype words) const
{
    for (qsizetype i = 1; i <= words; ++i) {
        if (after(i) & cues) {
            return true;
        }
    }
    return false;
}

QStringView Context::wordBefore() const
{
    const Token *word = m_before[0];
    return QStringView(m_text.folded).sliced(word->begin, word->end - word->begin);
}

bool Context::isCapital(const Token *word) const
{
    const QChar first = m_text.text[word->begin];
    return first.isUpper() || first.toLower() == first.toUpper();
}

bool Context::isPlace() const
{
    if (m_bracketBefore) {
        return false;
    }
    if ((before(1) & Place) || (after(1) & Mark)) {
        return true;
    }
    const bool looksThrough = (before(1) & Approx) != 0;
    return (looksThrough && (before(2) & Place)) || (before(1) & Times);
}

bool Context::isAfterMinuteWord() const
{
    return m_beforeCount > 0 && !m_bracketBefore
           && isAny(wordBefore(),
                    {u"minute",
                     u"min",
                     u"minuto",
                     u"minuta",
                     u"минута",
                     u"минуте",
                     u"minuut",
                     u"dakika",
                     u"دقیقه"});
}

bool Context::isWeakClock() const
{
    return (before(1) & WeakClock) && !m_candidate.placeWord;
}

/// "am", "p.m.", directly behind.
bool Context::isMeridiem() const
{
    QStringView rest = QStringView(m_text.folded).sliced(m_candidate.end);
    while (rest.startsWith(u' ') && rest.size() < m_text.folded.size()) {
        rest = rest.sliced(1);
        if (rest.startsWith(u' ')) {
            return false;
        }
    }
    const bool half = rest.startsWith(u'a') || rest.startsWith(u'p');
    if (!half) {
        return false;
    }
    rest = rest.sliced(1);
    bool pointed = false;
    while (!rest.isEmpty() && (rest.front() == u'.' || (pointed && rest.front() == u' '))) {
        rest = rest.sliced(1);
        pointed = true;
    }
    return rest.startsWith(u'm') && (rest.size() == 1 || !isLetter(rest[1]));
}

bool Context::hasClockSuffix() const
{
    // German "ab 12:30 am Anfang": "at the".
    const bool german = m_beforeCount > 0 && (before(1) & Place)
                        && isAny(wordBefore(), {u"ab", u"bei", u"minute", u"min", u"bis", u"nach"});
    if (isMeridiem()) {
        return !german;
    }
    if (m_afterCount == 0) {
        return false;
    }
    const Token *next = m_after[0];
    const bool near = next->begin - m_candidate.end <= 2;
    if (near && (next->cues & ClockSuffix)) {
        return m_text.folded[next->begin] != u'a' || next->end - next->begin != 2;
    }
    if (near && (next->cues & Zone)) {
        return m_text.text[next->begin].isUpper() && m_text.text[next->end - 1].isUpper();
    }
    const bool single = next->end - next->begin == 1 && m_text.folded[next->begin] == u'h';
    return near && single && !m_candidate.lineStart;
}

bool Context::hasClockBefore() const
{
    if (m_bracketBefore) {
        return false;
    }
    const bool label = (before(1) & TimeLabel) && m_candidate.begin >= 2
                       && m_text.folded[m_before[0]->end] == u':';
    // Short German weekdays are words elsewhere: "Sa 9:00" but not "so 9:00".
    const bool shortDay = m_beforeCount > 0 && m_text.text[m_before[0]->begin].isUpper()
                          && isAny(wordBefore(), {u"di", u"do", u"sa", u"so"});
    if (shortDay) {
        return true;
    }
    // "live" and the like may stand a few words away, a weekday anywhere near.
    return label || isPrecededBy(Weekday | DayAdverb | ClockWord, 5)
           || (isPrecededBy(DayPart, 3) && isPrecededBy(Preposition, 4));
}

bool Context::hasClockAfter() const
{
    if (after(1) & DayAdverb) {
        return true;
    }
    const bool led = (after(1) & Preposition) != 0;
    return (after(1) & Weekday) || (led && isFollowedBy(Weekday | DayPart | DayAdverb, 3));
}

/// "2024-03-05 12:30", "5.3.2024, 12:30".
bool Context::isNumericDate() const
{
    if (m_beforeCount < 3) {
        return false;
    }
    const Token *last = m_before[0];
    const bool numbers = last->kind == Token::Number && m_before[1]->kind == Token::Number
                         && m_before[2]->kind == Token::Number;
    const bool tight =
        last->begin - m_before[1]->end == 1 && m_before[1]->begin - m_before[2]->end == 1;
    return numbers && tight;
}

bool Context::hasDateBefore() const
{
    if (isNumericDate()) {
        return true;
    }
    bool month = false;
    bool number = false;
    for (qsizetype i = 1; i <= std::min<qsizetype>(m_beforeCount, 5); ++i) {
        month = month || (before(i) & Month);
        number = number || m_before[i - 1]->kind == Token::Number;
    }
    if (month && number) {
        return true;
    }
    const Token *last = m_beforeCount > 0 ? m_before[0] : nullptr;
    // "2024-03-05T12:30": the T is a word, digits before it.
    return m_candidate.glued && last != nullptr && last->end == m_candidate.begin
           && last->end - last->begin == 1 && m_beforeCount > 1
           && m_before[1]->kind == Token::Number;
}

bool Context::hasVerseBefore() const
{
    if (m_beforeCount == 0 || m_candidate.fieldCount != 2
        || m_text.folded[m_candidate.begin] == u'0') {
        return false;
    }
    const Token *word = m_before[0];
    if (m_bracketBefore && !(word->cues & VerseWord)) {
        return false;
    }
    return (word->cues & VerseWord) || ((word->cues & Verse) && isCapital(word));
}

bool Context::hasLabelBefore() const
{
    return !m_bracketBefore && (before(1) & Label) && m_candidate.fieldCount == 2;
}

bool Context::hasRatioBefore() const
{
    if (m_candidate.fieldCount != 2) {
        return false;
    }
    const bool small = m_candidate.fields[0] <= 3 && !m_candidate.padded;
    return (isPrecededBy(Ratio, 4) && !m_bracketBefore)
           || (small && !m_candidate.lineStart
               && (isPrecededBy(WeakRatio | Ratio, 5) || isFollowedBy(WeakRatio, 4)));
}

bool Context::hasRatioAfter() const
{
    return m_candidate.fieldCount == 2 && (isFollowedBy(RatioNoun, 2) || (after(1) & Ratio));
}

bool Context::hasScore() const
{
    return m_candidate.fieldCount == 2 && (isPrecededBy(Score, 4) || isFollowedBy(Score, 2));
}

bool Context::hasLengthBefore() const
{
    return isPrecededBy(Length, m_bracketBefore ? 1 : 3);
}

bool Context::hasRecordedBefore() const
{
    return isPrecededBy(Recorded, 3);
}

bool Context::hasArticle() const
{
    if (!(before(1) & Article) || (after(1) & Mark) || m_bracketBefore) {
        return false;
    }
    // "a 4:30 mile" needs its noun, "ran it in 25:14" does not.
    return m_afterCount > 0 || wordBefore() == u"in";
}

} // namespace app::timestamps::internal
