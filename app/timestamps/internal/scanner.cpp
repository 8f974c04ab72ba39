// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/scanner.h"

#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/units.h"

#include <array>

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

/// Where the digits from a place on end.
qsizetype endOfDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && isDigit(text[at])) {
        ++at;
    }
    return at;
}

/// Whether a colon joins two fields: where times are written with plain colons a wide one ends a
/// name or number before them, or begins what is said ("图1：25:14", "00:15：5克").
bool joins(const NormalText &text, qsizetype colon, bool plainBefore)
{
    const QStringView written = text.text;
    if (written[colon] != wideColon) {
        return true;
    }
    const qsizetype next = endOfDigits(text.folded, colon + 1);
    return !plainBefore && !(next < written.size() && written[next] == u':');
}

Chain readChain(const NormalText &normal, qsizetype begin)
{
    const QStringView text = normal.folded;
    Chain chain;
    bool plain = false;
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
            if (!joins(normal, at, plain)) {
                break;
            }
            plain = plain || normal.text[at] == u':';
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
        : m_text(text)
        , m_folded(text.folded)
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

    /// Reads whatever starts with the digit at a place; where to go on.
    qsizetype readAt(qsizetype begin)
    {
        const Chain chain = readChain(m_text, begin);
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
            found = readMinute(m_folded, begin, m_found.isEmpty() ? nullptr : &m_found.last());
        }
        if (!found) {
            found = readDotted(begin, chain);
        }
        if (!found) {
            return chain.end;
        }
        found->padded = chain.digits[0] >= 2;
        append(*found);
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
        append(found);
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
            found.refused = true;
        }
    }

    /// "4.30": minutes and seconds, or "1.02.03", with points.
    std::optional<Candidate> readDotted(qsizetype begin, const Chain &first) const
    {
        Candidate found{.form = Form::Dotted, .begin = begin, .end = first.end, .fieldCount = 1};
        found.fields[0] = first.values[0];
        while (at(found.end) == u'.' && isDigit(at(found.end + 1)) && found.fieldCount < 4) {
            const Chain next = readChain(m_text, found.end + 1);
            const bool fits = next.fieldCount == 1 && next.digits[0] == 2 && next.values[0] < 60;
            if (!fits || found.fieldCount == 3) {
                return std::nullopt;
            }
            found.fields[found.fieldCount++] = next.values[0];
            found.end = next.end;
        }
        return found.fieldCount > 1 && first.digits[0] <= 3 ? std::optional(found) : std::nullopt;
    }

    void append(Candidate &found)
    {
        found.before = edgeBefore(found);
        found.after = edgeAfter(found);
        m_found.append(found);
    }

    [[nodiscard]] bool followsCandidate(qsizetype end) const
    {
        return !m_found.isEmpty() && m_found.last().end == end;
    }

    [[nodiscard]] static Edge plainEdge(QChar c)
    {
        if (c == u' ' || c == u'\n') {
            return Edge::Free;
        }
        if (isLetter(c)) {
            return isIdeographic(c) ? Edge::Ideograph : Edge::Letter;
        }
        static constexpr std::array<std::pair<QStringView, Edge>, 10> marks{{
            {u"()[]{}<>", Edge::Bracket},
            {u"\"'", Edge::Quote},
            {u",;", Edge::Comma},
            {u":", Edge::Colon},
            {u".!?", Edge::Stop},
            {u"-", Edge::Dash},
            {u"/", Edge::Slash},
            {u"|", Edge::Pipe},
            {u"*_~", Edge::Emphasis},
            {u"\\%=#+^&", Edge::Symbol},
        }};
        for (const auto &[characters, edge] : marks) {
            if (characters.contains(c)) {
                return edge;
            }
        }
        return c.category() == QChar::Symbol_Currency ? Edge::Currency : Edge::Other;
    }

    Edge edgeBefore(Candidate &found) const
    {
        const qsizetype i = found.begin - 1;
        const QChar c = at(i);
        const bool joins = c == u'.' || c == u',' || c == u'/' || c == u'|' || c == u'-';
        if (joins && isDigit(at(i - 1)) && !followsCandidate(i)) {
            return Edge::Number;
        }
        found.refused = found.refused || (c == u':' && !isWideColon(i) && !endsPlainWord(i));
        return plainEdge(c);
    }

    /// "start:12:30" is a time after a word, "db8::1:30" and "1A:22:33" are not.
    [[nodiscard]] bool endsPlainWord(qsizetype colon) const
    {
        for (qsizetype i = colon - 1; i >= 0 && colon - i < 24; --i) {
            const QChar c = m_folded[i];
            if (!isLetter(c)) {
                return i < colon - 1 && c == u' ' && colon - i > 4;
            }
            if (c > u'f') {
                return true;
            }
        }
        return false;
    }

    Edge edgeAfter(Candidate &found) const
    {
        const QChar c = at(found.end);
        const QChar next = at(found.end + 1);
        if (c == u':' && (next == u':' || isDigit(next))) {
            found.refused = found.refused || !isWideColon(found.end);
        } else if ((c == u'-' || c == u',') && isDigit(next)) {
            inspectTail(found);
            return found.tail ? Edge::Number : plainEdge(c);
        } else if ((c == u'.' || c == u'/') && isDigit(next)) {
            // "4:30/12:10" is a list, "4:30/5" is not.
            return isClock(readChain(m_text, found.end + 1)) ? plainEdge(c) : Edge::Number;
        }
        return plainEdge(c);
    }

    /// Digits behind a dash or comma: another time, or the last verse of "3:16-18".
    void inspectTail(Candidate &found) const
    {
        qsizetype end = found.end + 1;
        while (isDigit(at(end)) && end - found.end <= 4) {
            ++end;
        }
        found.tail = end - found.end <= 4 && at(end) != u':' && at(end) != u'.';
    }

    [[nodiscard]] bool isWideColon(qsizetype i) const
    {
        return i >= 0 && i < m_text.text.size() && m_text.text[i] == wideColon;
    }

    const NormalText &m_text;
    QStringView m_folded;
    Candidates m_found;
};

} // namespace

Candidates scan(const NormalText &text)
{
    return Scanner(text).run();
}

} // namespace app::timestamps::internal
