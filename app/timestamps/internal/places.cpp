// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/document.h"

#include <algorithm>
#include <array>

namespace app::timestamps::internal {

namespace {

constexpr qsizetype longestJoint = 24;
/// How many tokens a bracket may open before a candidate and still be about it.
constexpr qsizetype bracketReach = 6;

/// What stands between the ends of a range, or leads from a title to its time.
constexpr std::array<QStringView, 9> rangeSigns{
    u"-", u"->", u"-->", u"--", u"~", u"→", u"=>", u"...", u"–"};

enum class Joint { None, Chain, Range };

bool isAny(QStringView text, std::initializer_list<QStringView> choices)
{
    return std::find(choices.begin(), choices.end(), text) != choices.end();
}

class LinePlacer
{
public:
    LinePlacer(Document &document, const Line &line)
        : m_document(document)
        , m_tokens(document.tokens)
        , m_begin(line.firstToken)
        , m_end(document.tokens.size())
        , m_sentence(line.begin)
    {}

    void run()
    {
        const qsizetype first = firstContent();
        const qsizetype last = lastContent();
        for (qsizetype i = m_begin; i < m_end; ++i) {
            const Token &token = m_tokens[i];
            if (token.kind == Token::Stop) {
                ++m_sentence;
            } else if (token.kind == Token::Open) {
                m_open = i;
            } else if (token.kind == Token::Close) {
                m_open = -1;
            } else if (token.kind == Token::Stamp) {
                place(i, first, last);
                join(i);
                m_before = i;
            }
        }
    }

private:
    [[nodiscard]] Candidate &at(qsizetype token)
    {
        return m_document.candidates[m_tokens[token].stamp];
    }

    [[nodiscard]] bool isContent(qsizetype token) const
    {
        return m_tokens[token].counts() || m_tokens[token].kind == Token::Stamp;
    }

    /// The first token that is no bullet, bracket or numbering.
    qsizetype firstContent()
    {
        qsizetype i = m_begin;
        while (i < m_end && !isContent(i)) {
            m_bullet = m_bullet || m_tokens[i].kind == Token::Mark;
            ++i;
        }
        if (i + 1 >= m_end || m_tokens[i].kind != Token::Number) {
            return i;
        }
        if (m_tokens[i + 1].kind == Token::Stamp && m_tokens[i].end - m_tokens[i].begin <= 2) {
            // "01 00:00 First song"
            m_numbered = true;
            return i + 1;
        }
        const QChar mark = m_document.text.folded[m_tokens[i + 1].begin];
        const bool listMark = mark == u'.' || mark == u')' || mark == u'-' || mark == u':';
        qsizetype next = i + 1;
        while (next < m_end && !isContent(next)) {
            ++next;
        }
        if (!listMark || next >= m_end) {
            return i;
        }
        m_numbered = true;
        return m_tokens[next].kind == Token::Stamp ? next : i;
    }

    [[nodiscard]] qsizetype lastContent() const
    {
        qsizetype i = m_end - 1;
        while (i >= m_begin && !isContent(i)) {
            --i;
        }
        return i;
    }

    void place(qsizetype token, qsizetype first, qsizetype last)
    {
        Candidate &candidate = at(token);
        candidate.lineStart = token == first;
        candidate.lineEnd = token == last;
        candidate.sentence = m_sentence;
        candidate.numbered = m_numbered;
        candidate.bullet = m_bullet;
        if (m_open >= 0 && token - m_open <= bracketReach) {
            candidate.bracket = m_document.text.folded[m_tokens[m_open].begin];
            const bool closes = token + 1 < m_end && m_tokens[token + 1].kind == Token::Close;
            candidate.bracketTight = token == m_open + 1 && closes;
        }
    }

    [[nodiscard]] Joint jointBetween(qsizetype from, qsizetype to) const
    {
        const qsizetype begin = m_tokens[from].end;
        const qsizetype length = m_tokens[to].begin - begin;
        if (length > longestJoint || length < 0) {
            return Joint::None;
        }
        const auto between = QStringView(m_document.text.folded).sliced(begin, length).trimmed();
        if (std::find(rangeSigns.begin(), rangeSigns.end(), between) != rangeSigns.end()) {
            return Joint::Range;
        }
        if (isAny(between, {u",", u";", u"/", u"&", u"+", u"|", u"", u"·"})) {
            return Joint::Chain;
        }
        Cues words = 0;
        for (qsizetype i = from + 1; i < to; ++i) {
            const Token &token = m_tokens[i];
            if (token.kind != Token::Comma && (token.kind != Token::Word || token.cues == 0)) {
                return Joint::None;
            }
            words |= token.cues;
        }
        if (to - from == 2 && (words & To)) {
            return Joint::Range;
        }
        return (words & And) && to - from <= 4 ? Joint::Chain : Joint::None;
    }

    /// Finds out whether this candidate goes on a chain or ends a range of the one before it.
    void join(qsizetype token)
    {
        if (m_before < 0) {
            return;
        }
        const Joint joint = jointBetween(m_before, token);
        Candidate &before = at(m_before);
        Candidate &candidate = at(token);
        if (joint != Joint::None) {
            candidate.chainedTo = m_tokens[m_before].stamp;
        }
        const bool alike =
            before.form == candidate.form || (before.isWorded() && candidate.isWorded());
        if (joint != Joint::Range || !alike) {
            return;
        }
        if (before.rangeStart >= 0) {
            // Three with dashes between are a list.
            m_document.candidates[before.rangeStart].rangeEnd = -1;
            before.rangeStart = -1;
        } else {
            before.rangeEnd = m_tokens[token].stamp;
            candidate.rangeStart = m_tokens[m_before].stamp;
        }
    }

    Document &m_document;
    const Tokens &m_tokens;
    qsizetype m_begin;
    qsizetype m_end;
    qsizetype
        m_sentence; ///< no two lines share one, for each is longer than its sentences are many
    qsizetype m_open = -1;
    qsizetype m_before = -1; ///< token of the candidate before
    bool m_numbered = false;
    bool m_bullet = false;
};

} // namespace

void placeCandidates(Document &document, const Line &line)
{
    LinePlacer(document, line).run();
}

namespace {

/// "Letters – 12:45": whether a dash or an arrow leads to the candidate.
bool followsDash(const Document &document, const Candidate &candidate)
{
    const QStringView text = document.text.folded;
    qsizetype end = candidate.begin;
    while (end > 0 && text[end - 1] == u' ') {
        --end;
    }
    const QStringView before = text.first(end);
    return std::any_of(rangeSigns.begin(), rangeSigns.end(), [&](QStringView sign) {
        return before.endsWith(sign);
    });
}

} // namespace

void endRangesInTitles(Document &document)
{
    Candidates &candidates = document.candidates;
    QList<qsizetype> ends;
    qsizetype titled = 0;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        const Candidate &c = candidates[i];
        if (!c.lineEnd || c.lineStart || c.isBracketed()) {
            continue;
        }
        if (c.rangeStart >= 0 && !candidates[c.rangeStart].lineStart) {
            ends.append(i);
        } else if (c.rangeStart < 0 && followsDash(document, c)) {
            ++titled;
        }
    }
    if (titled < 2 || titled <= ends.size()) {
        return;
    }
    for (const qsizetype i : ends) {
        candidates[candidates[i].rangeStart].rangeEnd = -1;
        candidates[i].rangeStart = -1;
        candidates[i].chainedTo = -1;
    }
}

} // namespace app::timestamps::internal
