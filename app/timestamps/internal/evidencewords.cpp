// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/evidence.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

constexpr qsizetype tokenReach = 20;
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

    /// Where the words on one side are, from the candidate outwards.
    struct Side
    {
        WordPlace one;
        WordPlace three;
        WordPlace more;
        int reach;
        WordPlace clause;
        WordPlace sentence;
        WordPlace line;
        WordPlace telling;
    };

    static constexpr Side before{WordPlace::Before1,
                                 WordPlace::Before3,
                                 WordPlace::Before6,
                                 6,
                                 WordPlace::ClauseBefore,
                                 WordPlace::SentenceBefore,
                                 WordPlace::LineBefore,
                                 WordPlace::TellingBefore};
    static constexpr Side after{WordPlace::After1,
                                WordPlace::After3,
                                WordPlace::After7,
                                7,
                                WordPlace::ClauseAfter,
                                WordPlace::SentenceAfter,
                                WordPlace::LineAfter,
                                WordPlace::TellingAfter};
    static constexpr Cues empty =
        Place | Approx | Article | Preposition | And | To | WeakClock | Label | TimeLabel;

    /// How far the words on one side have been taken.
    struct Walk
    {
        int words = 0;
        bool near = true; ///< no other candidate or end of a sentence between
        bool clause = true;
        bool sentence = true;
        bool told = false;
    };

    void take(const Token &t, const Side &side, Walk &walk)
    {
        walk.sentence = walk.sentence && t.kind != Token::Stop;
        walk.near = walk.near && walk.sentence && t.kind != Token::Stamp;
        walk.clause = walk.clause && walk.near && t.kind != Token::Comma;
        if (!t.counts()) {
            return;
        }
        ++walk.words;
        if (walk.clause) {
            put(t.cues, side.clause);
        }
        if (walk.sentence && !walk.told && (t.cues & ~empty) != 0) {
            put(t.cues & ~empty, side.telling);
            walk.told = true;
        }
        put(t.cues,
            !walk.sentence                          ? side.line
            : !walk.near || walk.words > side.reach ? side.sentence
            : walk.words == 1                       ? side.one
            : walk.words <= 3                       ? side.three
                                                    : side.more);
    }

    void recordBefore()
    {
        Walk walk;
        for (qsizetype i = m_token - 1; i >= m_line.firstToken && m_token - i <= tokenReach; --i) {
            take(m_document.tokens[i], before, walk);
        }
    }

    void recordAfter()
    {
        Walk walk;
        takeAfter(m_token + 1, m_line.firstToken + m_line.tokenCount, walk);
        if (walk.words == 0 && m_line.candidateCount == 1 && m_line.words == 0) {
            // A time alone in its line belongs to the next one.
            for (qsizetype i = m_candidate.line + 1; i < m_document.lines.size(); ++i) {
                const Line &next = m_document.lines[i];
                if (!next.blank) {
                    walk.words = 1;
                    takeAfter(next.firstToken, next.firstToken + next.tokenCount, walk);
                    break;
                }
                if (i - m_candidate.line > 3) {
                    break;
                }
            }
        }
    }

    void takeAfter(qsizetype from, qsizetype end, Walk &walk)
    {
        for (qsizetype i = from; i < end && i - from <= tokenReach; ++i) {
            take(m_document.tokens[i], after, walk);
        }
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

int recordWhose(const Document &document, qsizetype candidate, int first, Evidence &evidence)
{
    constexpr qsizetype reach = 24;
    const Line &line = document.lines[document.candidates[candidate].line];
    const qsizetype end = line.firstToken + line.tokenCount;
    Recorder to(evidence, first);
    for (const int step : {-1, 1}) {
        int nearest = -1;
        bool stamps = false;
        bool clauses = false;
        qsizetype at = document.tokenOf[candidate] + step;
        for (qsizetype i = 0; i < reach && at >= line.firstToken && at < end; ++i, at += step) {
            const Token &t = document.tokens[at];
            const bool other = (t.cues & (Video | Past)) != 0;
            const bool own = (t.cues & (Audio | Here)) != 0;
            if (t.kind == Token::Stop) {
                break;
            }
            if (other || own) {
                nearest = other && own ? 2 : other ? 0 : 1;
                break;
            }
            stamps = stamps || t.kind == Token::Stamp;
            clauses = clauses || t.kind == Token::Comma;
        }
        to.choice(nearest, 3);
        to.choice(stamps ? -1 : nearest, 3);
        to.choice(stamps || clauses ? -1 : nearest, 3);
    }
    return to.next();
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
