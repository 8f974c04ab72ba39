// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/cues.h"

#include "app/timestamps/internal/characters.h"

namespace app::timestamps::internal {

namespace {

Token makeToken(
    Token::Kind kind, qsizetype begin, qsizetype end, Cues cues = 0, qsizetype stamp = -1)
{
    return {kind,
            static_cast<qint32>(begin),
            static_cast<qint32>(end),
            static_cast<qint32>(stamp),
            cues};
}

class Tokeniser
{
public:
    Tokeniser(const NormalText &text, qsizetype end)
        : m_text(text.folded)
        , m_end(end)
    {}

    qsizetype read(qsizetype at)
    {
        const QChar c = m_text[at];
        if (c == u' ') {
            return at + 1;
        }
        if (isIdeographic(c)) {
            return readIdeographic(at);
        }
        if (isDigit(c)) {
            return readRun(at, Token::Number, [](QChar d) { return isDigit(d); });
        }
        if (isLetter(c) || c == u'&' || c == u'@') {
            return readWord(at);
        }
        return readMark(at);
    }

    void putStamp(const Candidate &candidate, qsizetype index)
    {
        m_tokens.append(makeToken(Token::Stamp, candidate.begin, candidate.end, 0, index));
        m_plain = -1;
    }

    Tokens take() { return std::move(m_tokens); }

    void limit(qsizetype end) { m_end = end; }

private:
    template <typename Test>
    qsizetype readRun(qsizetype at, Token::Kind kind, Test test)
    {
        qsizetype end = at + 1;
        while (end < m_end && test(m_text[end])) {
            ++end;
        }
        m_tokens.append(makeToken(kind, at, end));
        m_plain = -1;
        return end;
    }

    qsizetype readWord(qsizetype at)
    {
        qsizetype end = at + 1;
        while (end < m_end && isInside(end)) {
            ++end;
        }
        const KnownWord known = knownWord(m_text.sliced(at, end - at));
        Token word = makeToken(Token::Word, at, end, known.cues);
        pair(word);
        m_lastKnown = known;
        m_lastKnownBegin = at;
        if (word.cues == 0) {
            word.cues = cuesOfHyphenated(at, end);
        }
        m_tokens.append(word);
        m_plain = -1;
        return end;
    }

    /// The last part of "YouTube-Video" says what the whole does not.
    [[nodiscard]] Cues cuesOfHyphenated(qsizetype at, qsizetype end) const
    {
        const QStringView word = m_text.sliced(at, end - at);
        const qsizetype hyphen = word.lastIndexOf(u'-');
        return hyphen > 0 ? cuesOf(word.first(hyphen)) | cuesOf(word.sliced(hyphen + 1)) : 0;
    }

    [[nodiscard]] bool isInside(qsizetype i) const
    {
        const QChar c = m_text[i];
        const bool joint = (c == u'\'' || c == u'-') && i + 1 < m_end && isLetter(m_text[i + 1]);
        return joint || (isLetter(c) && !isIdeographic(c));
    }

    /// "running time": both words carry what the pair says.
    void pair(Token &word)
    {
        if (m_tokens.isEmpty() || m_tokens.last().kind != Token::Word
            || m_tokens.last().end + 1 != word.begin) {
            return;
        }
        Token &before = m_tokens.last();
        if (m_lastKnownBegin != before.begin) {
            m_lastKnown = knownWord(m_text.sliced(before.begin, before.end - before.begin));
        }
        const Cues both =
            cuesOfPair(m_lastKnown, m_text.sliced(before.begin, word.end - before.begin));
        word.cues |= both;
        before.cues |= both;
    }

    qsizetype readIdeographic(qsizetype at)
    {
        const Entry entry = ideographicEntry(m_text.sliced(at, m_end - at));
        if (entry.length > 0) {
            m_tokens.append(makeToken(Token::Word, at, at + entry.length, entry.cues));
            m_plain = -1;
            return at + entry.length;
        }
        if (m_plain >= 0 && m_tokens.last().end == at) {
            m_tokens.last().end = static_cast<qint32>(at + 1);
        } else {
            m_tokens.append(makeToken(Token::Word, at, at + 1));
            m_plain = at;
        }
        return at + 1;
    }

    qsizetype readMark(qsizetype at)
    {
        const QChar c = m_text[at];
        Token::Kind kind = Token::Mark;
        if (c == u'!' || c == u'?' || c == u';' || (c == u'.' && endsSentence(at))) {
            kind = Token::Stop;
        } else if (c == u',') {
            kind = Token::Comma;
        } else if (c == u'(' || c == u'[' || c == u'<' || c == u'{') {
            kind = Token::Open;
        } else if (c == u')' || c == u']' || c == u'>' || c == u'}') {
            kind = Token::Close;
        }
        m_tokens.append(makeToken(kind, at, at + 1));
        m_plain = -1;
        return at + 1;
    }

    /// The point of "Min." and of "3." ends no sentence; nor do leaders.
    [[nodiscard]] bool endsSentence(qsizetype at) const
    {
        if (at + 1 < m_end && m_text[at + 1] != u' ') {
            return false;
        }
        if (m_tokens.isEmpty() || m_tokens.last().end != at) {
            return false;
        }
        const Token &before = m_tokens.last();
        const bool shortWord = before.end - before.begin <= 3 || (before.cues & (Month | Weekday));
        const bool known = before.kind == Token::Word && (shortWord && before.cues != 0);
        const bool initial = before.end - before.begin == 1 && before.kind == Token::Word;
        const bool numbering = before.kind == Token::Number && m_tokens.size() == 1;
        const bool ordinal = before.kind == Token::Number && before.end - before.begin <= 2;
        return !known && !initial && !numbering && !ordinal && before.kind != Token::Mark;
    }

    QStringView m_text;
    qsizetype m_end;
    Tokens m_tokens;
    KnownWord m_lastKnown;
    qsizetype m_lastKnownBegin = -1;
    qsizetype m_plain = -1; ///< where a run of unknown ideographs began that may still grow
};

} // namespace

Tokens tokenise(const NormalText &text,
                qsizetype begin,
                qsizetype end,
                const Candidates &candidates,
                qsizetype next)
{
    Tokeniser tokeniser(text, end);
    qsizetype at = begin;
    while (at < end) {
        const bool more = next < candidates.size() && candidates[next].begin < end;
        const qsizetype until = more ? candidates[next].begin : end;
        tokeniser.limit(until);
        while (at < until) {
            at = tokeniser.read(at);
        }
        if (more) {
            tokeniser.putStamp(candidates[next], next);
            at = candidates[next].end;
            ++next;
        }
    }
    return tokeniser.take();
}

} // namespace app::timestamps::internal
