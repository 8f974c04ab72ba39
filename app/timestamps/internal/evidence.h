// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/document.h"
#include "app/timestamps/internal/shapes.h"

#include <QStringList>

#include <array>
#include <bit>
#include <vector>

namespace app::timestamps::internal {

/// What is known about one candidate, as yes-or-no statements; most are no.
///
/// Beside the numbered ones there are statements that a very word stands near, numbered by a hash
/// of it: they tell what no dictionary has thought of.
class Evidence
{
public:
    static constexpr int size = 1792;
    static constexpr int spellings = 16384; ///< numbered from size on
    static constexpr int all = size + spellings;
    static constexpr std::size_t mostSpellings = 18;

    void set(int statement)
    {
        m_words[static_cast<std::size_t>(statement / 64)] |= 1ULL << (statement % 64);
    }

    void setSpelling(quint32 hash)
    {
        if (m_spellingCount < mostSpellings) {
            m_spellings[m_spellingCount] = static_cast<quint16>(size + int(hash % spellings));
            ++m_spellingCount;
        }
    }

    /// Of the numbered ones.
    [[nodiscard]] bool has(int statement) const
    {
        return (m_words[static_cast<std::size_t>(statement / 64)] >> (statement % 64)) & 1U;
    }

    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 rest = m_words[i]; rest != 0; rest &= rest - 1) {
                visit(static_cast<int>(i) * 64 + std::countr_zero(rest));
            }
        }
        forEachSpelling(visit);
    }

    template <typename Visit>
    void forEachSpelling(Visit visit) const
    {
        for (std::size_t i = 0; i < m_spellingCount; ++i) {
            visit(static_cast<int>(m_spellings[i]));
        }
    }

    /// Of the numbered ones, those that hold in only one of two: `visit(statement, holds here)`.
    template <typename Visit>
    void forEachChange(const Evidence &other, Visit visit) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (quint64 rest = m_words[i] ^ other.m_words[i]; rest != 0; rest &= rest - 1) {
                const int bit = std::countr_zero(rest);
                visit(static_cast<int>(i) * 64 + bit, ((m_words[i] >> bit) & 1U) != 0);
            }
        }
    }

private:
    std::array<quint64, size / 64> m_words{};
    std::array<quint16, mostSpellings> m_spellings{};
    std::size_t m_spellingCount = 0;
};

/// Where a word stands as seen from a candidate.
enum class WordPlace {
    Before1,
    Before3,
    Before6,
    After1,
    After3,
    After7,
    ClauseBefore, ///< not past a comma
    ClauseAfter,
    SentenceBefore, ///< of its sentence, beyond those and past other candidates
    SentenceAfter,
    TellingBefore, ///< the nearest of its sentence that says more than "at" or "the"
    TellingAfter,
    Prefix, ///< before the first candidate of the line
    LineBefore,
    LineAfter,
    LineAbove,
    Head, ///< the line above the list
    List, ///< in a third of the list's lines
    Text  ///< anywhere in a short text, often in a long one
};

constexpr int wordPlaceCount = 19;

/// Writes statements one after the other, so each keeps its number as long as none is added before.
class Recorder
{
public:
    Recorder(Evidence &evidence, int first)
        : m_evidence(evidence)
        , m_next(first)
    {}

    void flag(bool holds)
    {
        if (holds) {
            m_evidence.set(m_next);
        }
        ++m_next;
    }

    /// One of \a count; none where the value is outside.
    void choice(int value, int count)
    {
        if (value >= 0 && value < count) {
            m_evidence.set(m_next + value);
        }
        m_next += count;
    }

    /// Which of the stretches between bounds a value is in; a value at a bound is above it.
    void scale(double value, std::initializer_list<double> bounds)
    {
        int stretch = 0;
        for (const double bound : bounds) {
            stretch += value >= bound ? 1 : 0;
        }
        choice(stretch, static_cast<int>(bounds.size()) + 1);
    }

    [[nodiscard]] int next() const { return m_next; }

private:
    Evidence &m_evidence;
    int m_next;
};

/// Those about its sentence; the first number after them.
int recordSentence(const Document &document,
                   const SentenceShape &shape,
                   qsizetype candidate,
                   int first,
                   Evidence &evidence);

/// Writes the statements about a candidate's words; the first number after them.
int recordWords(const Document &document,
                const ListShape &shape,
                Cues text,
                qsizetype candidate,
                Evidence &evidence);
/// Those about the very words beside it.
void recordSpelling(const Document &document, qsizetype candidate, Evidence &evidence);
/// Those about which of "in the video", "last week" and "here" stand nearest in its sentence.
int recordWhose(const Document &document, qsizetype candidate, int first, Evidence &evidence);
/// Those about how it is written and where; \a first is where their numbers begin.
int recordForm(const Document &document, qsizetype candidate, int first, Evidence &evidence);
/// Those about its list and the length of the recording.
int recordList(const Document &document,
               const ListShape &shape,
               qsizetype candidate,
               int first,
               Evidence &evidence);
/// Those about sums and steps of the whole text's times.
int recordReckoning(const Document &document,
                    const TextReckoning &text,
                    const ListShape &shape,
                    qsizetype candidate,
                    int first,
                    Evidence &evidence);
/// Those about what the first look made of the candidates around it.
int recordNeighbours(const Document &document, int first, std::vector<Evidence> &evidence);

/// All that is known before the first look.
[[nodiscard]] std::vector<Evidence> gatherEvidence(const Document &document, int &next);

/// Kinds of words in a text as a whole.
[[nodiscard]] Cues cuesOfText(const Document &document);

} // namespace app::timestamps::internal
