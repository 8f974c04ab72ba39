// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/judge.h"

#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/context.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

/// Whether a candidate could be the time of a day at all.
bool fitsDay(const Candidate &candidate)
{
    return candidate.form == Form::Clock && candidate.fields[0] <= 24;
}

class LineJudge
{
public:
    LineJudge(const NormalText &text, const Tokens &tokens, Candidates &candidates)
        : m_text(text)
        , m_tokens(tokens)
        , m_candidates(candidates)
    {}

    void run()
    {
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == Token::Stamp) {
                place(i);
                join(i);
                m_before = i;
            }
        }
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == Token::Stamp) {
                weigh(i);
            }
        }
        spread();
    }

private:
    [[nodiscard]] Candidate &at(qsizetype token) { return m_candidates[m_tokens[token].stamp]; }

    [[nodiscard]] bool isKind(qsizetype token, Token::Kind kind) const
    {
        return token >= 0 && token < m_tokens.size() && m_tokens[token].kind == kind;
    }

    /// Position in the line, and brackets.
    void place(qsizetype token)
    {
        Candidate &candidate = at(token);
        candidate.lineStart = m_before < 0 && startsLine(token);
        candidate.lineEnd = endsLine(token);
        const bool open = isKind(token - 1, Token::Open);
        const bool close = isKind(token + 1, Token::Close);
        candidate.bracketed = open || (close && opensBefore(token));
    }

    /// Nothing but bullets, brackets and "3." stand before the token.
    [[nodiscard]] bool startsLine(qsizetype token) const
    {
        const qsizetype first = firstContent();
        if (first == token) {
            return true;
        }
        const bool numbered = isKind(first, Token::Number) && first + 1 < token;
        if (!numbered) {
            return false;
        }
        const QChar mark = m_text.folded[m_tokens[first + 1].begin];
        const bool listMark = mark == u'.' || mark == u')' || mark == u'-' || mark == u':';
        return listMark
               && std::none_of(m_tokens.begin() + first + 1,
                               m_tokens.begin() + token,
                               [](const Token &t) { return t.counts(); });
    }

    [[nodiscard]] qsizetype firstContent() const
    {
        qsizetype i = 0;
        while (i < m_tokens.size() && !m_tokens[i].counts() && m_tokens[i].kind != Token::Stamp) {
            ++i;
        }
        return i;
    }

    [[nodiscard]] bool endsLine(qsizetype token) const
    {
        // A few tokens at most are looked at, so a line of many candidates stays cheap.
        for (qsizetype i = token + 1; i < m_tokens.size() && i < token + 6; ++i) {
            if (m_tokens[i].counts() || m_tokens[i].kind == Token::Stamp) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool opensBefore(qsizetype token) const
    {
        for (qsizetype i = token - 1; i >= 0 && i > token - 4; --i) {
            if (m_tokens[i].kind == Token::Open) {
                // "(min 4:30)" holds a time, "(Tuesday 19:00)" a date.
                const Cues between = i + 1 < token ? m_tokens[i + 1].cues : 0;
                return (between & (Place | Approx)) != 0;
            }
        }
        return false;
    }

    /// Finds out whether this candidate goes on a chain or ends a range of the one before it.
    void join(qsizetype token)
    {
        if (m_before < 0) {
            return;
        }
        const Joint joint = jointBetween(m_text, m_tokens, m_before, token);
        Candidate &before = at(m_before);
        Candidate &candidate = at(token);
        if (joint != Joint::None) {
            candidate.chainedTo = m_tokens[m_before].stamp;
        }
        const bool range = joint == Joint::Range && before.form == candidate.form;
        if (range && before.chainedTo >= 0 && m_candidates[before.chainedTo].rangeEnd >= 0
            && before.endsRange) {
            // Three with dashes between are a list.
            m_candidates[before.chainedTo].rangeEnd = -1;
            before.endsRange = false;
        } else if (range) {
            before.rangeEnd = m_tokens[token].stamp;
            candidate.endsRange = true;
        }
    }

    void weigh(qsizetype token)
    {
        Candidate &candidate = at(token);
        const Context context(m_text, m_tokens, token, candidate);
        candidate.placeWord = candidate.placeWord || context.isPlace();
        candidate.agendaWord = context.isFollowedBy(AgendaItem, 3);
        if (candidate.refusal != Refusal::None || candidate.fragment) {
            return;
        }
        candidate.refusal = refusalOf(candidate, context);
    }

    [[nodiscard]] Refusal refusalOf(const Candidate &candidate, const Context &context) const
    {
        if (fitsDay(candidate)) {
            if (context.hasClockSuffix()) {
                return Refusal::Clock;
            }
            if (context.hasDateBefore()) {
                return Refusal::Date;
            }
        }
        if (candidate.form == Form::Units || candidate.form == Form::Primes) {
            return lengthRefusal(candidate, context);
        }
        if (candidate.form == Form::Minute) {
            return Refusal::None;
        }
        if (candidate.form == Form::Dotted) {
            return context.isAfterMinuteWord() ? Refusal::None : Refusal::Lonely;
        }
        return clockRefusal(candidate, context);
    }

    /// A length with units is a place only where something says so.
    [[nodiscard]] Refusal lengthRefusal(const Candidate &candidate, const Context &context) const
    {
        const bool shown = candidate.lineStart || candidate.bracketed || candidate.placeWord;
        if (!shown || context.hasLengthBefore()) {
            return Refusal::Length;
        }
        return context.isFollowedBy(LengthAfter, 1) && !candidate.placeWord ? Refusal::Length
                                                                            : Refusal::None;
    }

    [[nodiscard]] Refusal clockRefusal(const Candidate &candidate, const Context &context) const
    {
        const bool inPlace = candidate.placeWord;
        if (context.hasVerseBefore()) {
            return Refusal::Verse;
        }
        if (context.hasLabelBefore()) {
            return Refusal::Label;
        }
        if (context.hasRatioBefore()) {
            return Refusal::Ratio;
        }
        if (context.hasLengthBefore() && !inPlace) {
            return Refusal::Length;
        }
        if (context.hasRecordedBefore() && fitsDay(candidate)) {
            return Refusal::Date;
        }
        if (fitsDay(candidate) && context.hasClockBefore()) {
            return Refusal::Near;
        }
        if (candidate.lineStart || candidate.bracketed) {
            return Refusal::None;
        }
        return inlineRefusal(candidate, context);
    }

    /// What only counts against a candidate in running text.
    [[nodiscard]] Refusal inlineRefusal(const Candidate &candidate, const Context &context) const
    {
        if (candidate.verseTail) {
            return Refusal::Verse;
        }
        if (context.hasRatioAfter()) {
            return Refusal::Ratio;
        }
        if (context.hasScore() && !candidate.placeWord) {
            return Refusal::Score;
        }
        if (context.isFollowedBy(LengthAfter, 1) && !candidate.placeWord) {
            return Refusal::Length;
        }
        if (context.hasArticle()) {
            return Refusal::Length;
        }
        if (fitsDay(candidate) && context.hasClockAfter()) {
            return Refusal::Clock;
        }
        return fitsDay(candidate) && context.isWeakClock() ? Refusal::Lonely : Refusal::None;
    }

    /// Chained candidates share their evidence: "Doors 7:30pm, 8:15" and "at 4:30, 12:10".
    void spread()
    {
        for (const Token &token : m_tokens) {
            if (token.kind != Token::Stamp || m_candidates[token.stamp].chainedTo < 0) {
                continue;
            }
            Candidate &candidate = m_candidates[token.stamp];
            Candidate &before = m_candidates[candidate.chainedTo];
            candidate.placeWord = candidate.placeWord || before.placeWord;
            candidate.bracketed = candidate.bracketed || before.bracketed;
            const bool same = before.form == candidate.form;
            if (same && candidate.isAlive() && spreads(before.refusal)) {
                candidate.refusal = before.refusal;
            } else if (same && candidate.endsRange && before.isAlive()) {
                before.refusal = candidate.refusal;
            } else if (same && candidate.bracketed && before.isAlive()
                       && candidate.refusal == Refusal::Length) {
                candidate.refusal = Refusal::None;
            }
        }
    }

    static bool spreads(Refusal refusal)
    {
        return refusal == Refusal::Clock || refusal == Refusal::Near || refusal == Refusal::Date
               || refusal == Refusal::Verse || refusal == Refusal::Lonely
               || refusal == Refusal::Ratio || refusal == Refusal::Label
               || refusal == Refusal::Length;
    }

    const NormalText &m_text;
    const Tokens &m_tokens;
    Candidates &m_candidates;
    qsizetype m_before = -1; ///< token of the candidate before
};

} // namespace

void judgeLine(const NormalText &text, const Tokens &tokens, Candidates &candidates)
{
    LineJudge(text, tokens, candidates).run();
}

} // namespace app::timestamps::internal
