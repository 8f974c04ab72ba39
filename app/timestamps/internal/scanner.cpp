// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/scanner.h"

#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/units.h"

namespace app::timestamps::internal {

namespace {

/// A run of digits with colons between: "4:30", "1:02:03", "2001:10:20:30".
struct Chain
{
    qsizetype end = 0;
    qsizetype fieldCount = 0;
    qsizetype digits[3] = {0, 0, 0}; ///< how many digits each of the first fields has
    qint64 values[3] = {0, 0, 0};    ///< of the first six digits
};

Chain readChain(QStringView text, qsizetype begin)
{
    Chain chain;
    qsizetype at = begin;
    while (at < text.size() && isDigit(text[at])) {
        qsizetype digits = 0;
        qint64 value = 0;
        for (; at < text.size() && isDigit(text[at]); ++at, ++digits) {
            value = digits < 6 ? value * 10 + text[at].digitValue() : value;
        }
        if (chain.fieldCount < 3) {
            chain.digits[chain.fieldCount] = digits;
            chain.values[chain.fieldCount] = value;
        }
        ++chain.fieldCount;
        chain.end = at;
        if (at < text.size() && text[at] == u':') {
            ++at;
        }
    }
    return chain;
}

bool isClock(const Chain &chain)
{
    if (chain.fieldCount == 2) {
        return chain.digits[0] <= 3 && chain.digits[1] == 2 && chain.values[1] < 60;
    }
    return chain.fieldCount == 3 && chain.digits[0] <= 3 && chain.digits[1] <= 2
           && chain.values[1] < 60 && chain.digits[2] == 2 && chain.values[2] < 60;
}

class Scanner
{
public:
    explicit Scanner(const NormalText &text)
        : m_folded(text.folded)
    {}

    Candidates run()
    {
        for (qsizetype i = 0; i < m_folded.size();) {
            i = isDigit(m_folded[i]) ? readAt(i) : i + 1;
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const
    {
        return i >= 0 && i < m_folded.size() ? m_folded[i] : QChar(u'\n');
    }

    [[nodiscard]] qsizetype lastEnd() const { return m_found.isEmpty() ? 0 : m_found.last().end; }

    /// Reads whatever starts with the digit at a place; where to go on.
    qsizetype readAt(qsizetype begin)
    {
        const Chain chain = readChain(m_folded, begin);
        if (isClock(chain)) {
            return readClock(begin, chain);
        }
        if (chain.fieldCount > 1) {
            return chain.end;
        }
        std::optional<Candidate> found = readPrimes(m_folded, begin);
        if (!found) {
            found = readUnits(m_folded, begin);
        }
        if (!found) {
            found = readMinute(m_folded, begin, lastEnd());
        }
        if (!found) {
            found = readDotted(begin, chain);
        }
        if (!found) {
            return chain.end;
        }
        found->padded = chain.digits[0] >= 2;
        inspectEdges(*found);
        m_found.append(*found);
        return found->end;
    }

    qsizetype readClock(qsizetype begin, const Chain &chain)
    {
        Candidate found{.begin = begin,
                        .end = chain.end,
                        .fieldCount = static_cast<int>(chain.fieldCount),
                        .fields = {chain.values[0], chain.values[1], chain.values[2]},
                        .padded = chain.digits[0] >= 2};
        readFraction(found);
        inspectEdges(found);
        m_found.append(found);
        return found.end;
    }

    /// ".5", ".567" and ",567"; a comma before other digits separates or tails.
    void readFraction(Candidate &found) const
    {
        const QChar mark = at(found.end);
        if (mark != u'.' && mark != u',') {
            return;
        }
        qsizetype digits = 0;
        int ms = 0;
        for (int unit = 100; isDigit(at(found.end + 1 + digits)) && digits < 4; ++digits) {
            ms += unit * at(found.end + 1 + digits).digitValue();
            unit /= 10;
        }
        const QChar next = at(found.end + 1 + digits);
        const bool whole = !isDigit(next) && next != u':'
                           && !(next == u'.' && isDigit(at(found.end + 2 + digits)));
        if (digits >= 1 && digits <= 3 && whole && (mark == u'.' || digits == 3)) {
            found.fractionMs = ms;
            found.end += digits + 1;
        } else if (mark == u'.' && digits > 0) {
            found.refusal = Refusal::Shape;
        }
    }

    /// "4.30": minutes and seconds, or hours, minutes and seconds, with points.
    std::optional<Candidate> readDotted(qsizetype begin, const Chain &first) const
    {
        if (first.digits[0] > 2 || at(first.end) != u'.' || !isDigit(at(first.end + 1))) {
            return std::nullopt;
        }
        const Chain second = readChain(m_folded, first.end + 1);
        const bool goesOn = at(second.end) == u'.' && isDigit(at(second.end + 1));
        if (second.fieldCount != 1 || second.digits[0] != 2 || second.values[0] > 59 || goesOn) {
            return std::nullopt;
        }
        return Candidate{.form = Form::Dotted,
                         .begin = begin,
                         .end = second.end,
                         .fieldCount = 3,
                         .fields = {0, first.values[0], second.values[0]}};
    }

    void inspectEdges(Candidate &found) const
    {
        inspectBefore(found);
        inspectAfter(found);
    }

    [[nodiscard]] bool followsCandidate(qsizetype end) const
    {
        return !m_found.isEmpty() && m_found.last().end == end;
    }

    void inspectBefore(Candidate &found) const
    {
        const qsizetype i = found.begin - 1;
        const QChar c = at(i);
        const QChar before = at(i - 1);
        bool refused = false;
        if (isLetter(c)) {
            found.glued = !isIdeographic(c);
        } else if (c == u'.') {
            refused = before != u'.' && before != u' ' && !isLetter(before);
        } else if (c == u',' || c == u'/' || c == u'|') {
            refused = isDigit(before) && !followsCandidate(i);
        } else if (c == u'-') {
            refused = isDigit(before) && !followsCandidate(i);
        } else if (c == u':') {
            refused = !endsPlainWord(i);
        } else if (c == u'_') {
            refused = at(found.end) != u'_';
        } else {
            refused =
                QStringView(u"\\$%=#+^&").contains(c) || c.category() == QChar::Symbol_Currency;
        }
        if (c == u'/' && !followsCandidate(i) && before != u' ' && before != u'\n') {
            refused = true;
        }
        if (refused) {
            found.refusal = Refusal::Shape;
        }
    }

    /// "start:12:30" is a time after a word, "db8::1:30" and "1A:22:33" are not.
    [[nodiscard]] bool endsPlainWord(qsizetype colon) const
    {
        for (qsizetype i = colon - 1; i >= 0 && colon - i < 24; --i) {
            const QChar c = m_folded[i];
            if (!isLetter(c)) {
                return false;
            }
            if (c > u'f') {
                return true;
            }
        }
        return false;
    }

    void inspectAfter(Candidate &found) const
    {
        const QChar c = at(found.end);
        const QChar next = at(found.end + 1);
        if (isLetter(c)) {
            found.glued = found.glued || !isIdeographic(c);
        } else if (c == u'%' || c == u'\\' || c == u'=' || c.category() == QChar::Symbol_Currency) {
            found.refusal = Refusal::Shape;
        } else if (c == u'/' && isLetter(next)) {
            found.refusal = Refusal::Length;
        } else if (c == u':' && next == u':') {
            found.refusal = Refusal::Shape;
        } else if (c == u':' && isDigit(next)) {
            found.refusal = Refusal::Shape;
        } else if ((c == u'-' || c == u',') && isDigit(next)) {
            inspectTail(found);
        }
    }

    /// Digits behind a dash or comma: another time, or the last verse of "3:16-18".
    void inspectTail(Candidate &found) const
    {
        qsizetype end = found.end + 1;
        while (isDigit(at(end)) && end - found.end <= 4) {
            ++end;
        }
        found.verseTail = end - found.end <= 4 && at(end) != u':' && at(end) != u'.';
    }

    QStringView m_folded;
    Candidates m_found;
};

} // namespace

Candidates scan(const NormalText &text)
{
    return Scanner(text).run();
}

} // namespace app::timestamps::internal
