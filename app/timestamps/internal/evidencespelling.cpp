// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/evidence.h"

namespace app::timestamps::internal {

namespace {

/// Endings differ, stems tell.
constexpr qsizetype longestStem = 6;
constexpr int wordsEachSide = 6;
constexpr qsizetype tokenReach = 12;

enum Salt : quint32 { Before1 = 1, Before2, After1, After2, AnyBefore, AnyAfter, PairBefore };

quint32 mixed(quint32 hash)
{
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6dU;
    hash ^= hash >> 12;
    return hash;
}

class SpellingRecorder
{
public:
    SpellingRecorder(const Document &document, Evidence &evidence)
        : m_document(document)
        , m_evidence(evidence)
    {}

    void record(qsizetype token, const Line &line)
    {
        walk(token, -1, line, {Before1, Before2, AnyBefore});
        walk(token, 1, line, {After1, After2, AnyAfter});
    }

private:
    struct Salts
    {
        Salt first;
        Salt second;
        Salt any;
    };

    void walk(qsizetype token, int step, const Line &line, const Salts &salts)
    {
        const qsizetype end = line.firstToken + line.tokenCount;
        int words = 0;
        quint32 last = 0;
        qsizetype i = token + step;
        for (qsizetype seen = 0; seen < tokenReach && i >= line.firstToken && i < end;
             ++seen, i += step) {
            const Token &t = m_document.tokens[i];
            if (t.kind == Token::Stop || t.kind == Token::Stamp || words >= wordsEachSide) {
                break;
            }
            if (t.kind != Token::Word) {
                continue;
            }
            const quint32 hash = hashOf(t, step);
            ++words;
            if (words <= 2) {
                put(hash, words == 1 ? salts.first : salts.second);
            }
            put(hash, salts.any);
            if (words == 2 && step < 0) {
                put(hash * 31 + last, PairBefore);
            }
            last = hash;
        }
    }

    void put(quint32 hash, Salt salt)
    {
        m_evidence.setSpelling(mixed(hash + static_cast<quint32>(salt) * 0x9e3779b9U));
    }

    /// Of the beginning of a word; of the two signs beside the candidate where words are not
    /// spaced.
    [[nodiscard]] quint32 hashOf(const Token &token, int step) const
    {
        const QStringView text = m_document.text.folded;
        qsizetype begin = token.begin;
        qsizetype length = std::min<qsizetype>(token.end - token.begin, longestStem);
        if (isIdeographic(text[begin])) {
            length = std::min<qsizetype>(length, 2);
            begin = step < 0 ? token.end - length : begin;
        }
        return hashOfLetters(text.sliced(begin, length));
    }

    const Document &m_document;
    Evidence &m_evidence;
};

} // namespace

void recordSpelling(const Document &document, qsizetype candidate, Evidence &evidence)
{
    SpellingRecorder(document, evidence)
        .record(document.tokenOf[candidate], document.lines[document.candidates[candidate].line]);
}

} // namespace app::timestamps::internal
