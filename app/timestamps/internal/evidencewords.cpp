// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr qsizetype tokenReach = 16;
/// Words that say where a candidate's own line is too short to.
constexpr qsizetype longestHead = 14;

class WordRecorder
{
public:
    WordRecorder(const Document &document, qsizetype candidate, Evidence &evidence)
        : m_document(document)
        , m_candidate(document.candidates[candidate])
        , m_token(document.tokenOf[candidate])
        , m_line(document.lines[m_candidate.line])
        , m_evidence(evidence)
    {}

    void record(const ListShape &shape, Cues text)
    {
        recordBefore();
        recordAfter();
        const Line *above = lineAbove(m_candidate.line);
        if (above != nullptr && above->words <= longestHead) {
            put(above->cues, WordPlace::LineAbove);
        }
        const qsizetype head = m_candidate.list >= 0 ? m_document.lists[m_candidate.list].head : -1;
        if (head >= 0 && m_document.lines[head].words <= longestHead) {
            put(m_document.lines[head].cues, WordPlace::Head);
        }
        put(m_line.prefix, WordPlace::Prefix);
        put(shape.often, WordPlace::List);
        put(text, WordPlace::Text);
    }

private:
    void put(Cues cues, WordPlace place)
    {
        const int base = static_cast<int>(place) * cueCount;
        for (; cues != 0; cues &= cues - 1) {
            m_evidence.set(base + std::countr_zero(cues));
        }
    }

    [[nodiscard]] const Line *lineAbove(qsizetype line) const
    {
        for (qsizetype i = line - 1; i >= 0 && line - i < 4; --i) {
            if (!m_document.lines[i].blank) {
                return &m_document.lines[i];
            }
        }
        return nullptr;
    }

    void recordBefore()
    {
        int words = 0;
        bool near = true;
        bool clause = true;
        for (qsizetype i = m_token - 1; i >= m_line.firstToken && m_token - i <= tokenReach; --i) {
            const Token &t = m_document.tokens[i];
            near = near && t.kind != Token::Stamp && t.kind != Token::Stop;
            clause = clause && near && t.kind != Token::Comma;
            if (!t.counts()) {
                continue;
            }
            ++words;
            if (clause) {
                put(t.cues, WordPlace::ClauseBefore);
            }
            if (!near) {
                put(t.cues, WordPlace::LineBefore);
            } else {
                put(t.cues,
                    words == 1   ? WordPlace::Before1
                    : words <= 3 ? WordPlace::Before3
                    : words <= 6 ? WordPlace::Before6
                                 : WordPlace::LineBefore);
            }
        }
    }

    void recordAfter()
    {
        const qsizetype end = m_line.firstToken + m_line.tokenCount;
        int words = takeAfter(m_token + 1, end, 0);
        if (words == 0 && m_line.candidateCount == 1 && m_line.words == 0) {
            // A time alone in its line belongs to the next one.
            for (qsizetype i = m_candidate.line + 1; i < m_document.lines.size(); ++i) {
                const Line &next = m_document.lines[i];
                if (!next.blank) {
                    takeAfter(next.firstToken, next.firstToken + next.tokenCount, 1);
                    break;
                }
                if (i - m_candidate.line > 3) {
                    break;
                }
            }
        }
    }

    int takeAfter(qsizetype from, qsizetype end, int words)
    {
        bool near = true;
        bool clause = true;
        for (qsizetype i = from; i < end && i - from <= tokenReach; ++i) {
            const Token &t = m_document.tokens[i];
            near = near && t.kind != Token::Stamp && t.kind != Token::Stop;
            clause = clause && near && t.kind != Token::Comma;
            if (!t.counts()) {
                continue;
            }
            ++words;
            if (clause) {
                put(t.cues, WordPlace::ClauseAfter);
            }
            if (!near) {
                put(t.cues, WordPlace::LineAfter);
            } else {
                put(t.cues,
                    words == 1   ? WordPlace::After1
                    : words <= 3 ? WordPlace::After3
                    : words <= 7 ? WordPlace::After7
                                 : WordPlace::LineAfter);
            }
        }
        return words;
    }

    const Document &m_document;
    const Candidate &m_candidate;
    qsizetype m_token;
    const Line &m_line;
    Evidence &m_evidence;
};

} // namespace

int recordWords(const Document &document,
                const ListShape &shape,
                Cues text,
                qsizetype candidate,
                Evidence &evidence)
{
    WordRecorder(document, candidate, evidence).record(shape, text);
    return wordPlaceCount * cueCount;
}

Cues cuesOfText(const Document &document)
{
    std::array<qsizetype, cueCount> counts{};
    qsizetype lines = 0;
    for (const Line &line : document.lines) {
        lines += line.blank ? 0 : 1;
        for (Cues rest = line.cues; rest != 0; rest &= rest - 1) {
            ++counts[static_cast<std::size_t>(std::countr_zero(rest))];
        }
    }
    Cues often = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0 && counts[i] * 40 >= lines) {
            often |= 1ULL << i;
        }
    }
    return often;
}

} // namespace app::timestamps::internal
