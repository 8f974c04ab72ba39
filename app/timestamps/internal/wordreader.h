// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/evidence.h"
#include "app/timestamps/internal/wordinput.h"
#include "app/timestamps/internal/wordlayers.h"

#include <QByteArrayView>
#include <QHash>

#include <array>
#include <span>
#include <vector>

namespace app::timestamps::internal {

/// Reads the words on both sides of a candidate in their order, which sums of statements do not
/// know: "the interview is 21:10 long, from 18:05".
///
/// A small convolutional network, see tests/training/timestamps/README.md. It reckons in whole
/// numbers up to the last step, so that it says the same on every machine, and no input can make
/// them overflow. Any thread.
class WordReader
{
public:
    /// That in the repository, made by train_timestamps and learnwords.py.
    [[nodiscard]] static const WordReader &trained();

    /// \param weights  must outlive it; what is not a file of weights makes a reader without any
    explicit WordReader(QByteArrayView weights);

    [[nodiscard]] bool isEmpty() const { return m_traits.isEmpty(); }

    /// In log odds: that it is a place, and that it is one in another recording.
    struct Opinion
    {
        qsizetype candidate = 0;
        float place = 0;
        float foreign = 0;
    };

    /// Of some candidates of a text, in rising order; time grows with the tokens beside them and
    /// beside the candidates near them. Only the first are read, with at most 5,000 tokens in all;
    /// none in a text of over 50,000 tokens, or without weights.
    ///
    /// \param evidence  of all candidates, with that about their neighbours
    [[nodiscard]] std::vector<Opinion> read(const Document &document,
                                            std::span<const Evidence> evidence,
                                            std::span<const qsizetype> candidates) const;

private:
    friend class WordReading;

    static constexpr int inputWidth = 48;
    static constexpr int width = 96;
    static constexpr int gistWidth = 32; ///< on each side
    static constexpr int evidenceWidth = 64;
    static constexpr int hiddenWidth = 64; ///< of a candidate
    static constexpr int taps = 5;
    static constexpr std::array<int, 4> steps{1, 2, 4, 8}; ///< between the taps of each layer
    static constexpr std::array<int, 2> nearSteps{1, 2};   ///< of candidates instead of tokens
    static constexpr int nearGistReach = 24;
    /// How many candidates further on one may be that still counts.
    static constexpr int nearReach = nearGistReach + (nearSteps[0] + nearSteps[1]) * (taps / 2);
    static constexpr std::size_t outputWidth = hiddenWidth + 2 * gistWidth;
    static constexpr int mostConcepts = 4; ///< of a word that is one of several languages

    /// A candidate, and which of those that are weighed it is.
    struct Numbered
    {
        qsizetype number = 0;
        qsizetype candidate = 0;
    };

    /// \param asked  gets those to be told of; without what is not weighed
    /// \return these and all that lie near enough to count, in rising order
    [[nodiscard]] static std::vector<Numbered> withNeighbours(const Document &document,
                                                              std::span<const qsizetype> candidates,
                                                              std::vector<Numbered> &asked);

    /// What is made of each by itself, at its number; ends where too many tokens would be read.
    [[nodiscard]] WordSequence<hiddenWidth> hear(const Document &document,
                                                 std::span<const Evidence> evidence,
                                                 const std::vector<Numbered> &wanted) const;

    [[nodiscard]] Opinion conclude(qsizetype candidate,
                                   const std::array<qint16, outputWidth> &known,
                                   const Evidence &evidence) const;

    QByteArrayView m_tokenRows;         ///< sorts, an opened line, cues, traits, then concepts
    QHash<quint32, qsizetype> m_traits; ///< the row of a hash
    /// The rows of what a word stands for, in whatever language: "épisode" and "odcinek" share one.
    QHash<quint32, QVarLengthArray<qsizetype, mostConcepts>> m_meanings;
    QByteArrayView m_evidenceRows;
    std::vector<qint32> m_evidenceBias;
    qint32 m_evidenceScale = 0;
    WordLayer m_input;
    std::array<WordLayer, steps.size()> m_layers;
    WordLayer m_gist; ///< of one token, from what the layers made of it
    WordLayer m_hidden;
    std::array<WordLayer, nearSteps.size()> m_nearLayers;
    WordLayer m_nearGist;
    std::vector<qint16> m_output;
    float m_outputScale = 0;
    QByteArrayView m_direct; ///< two numbers for each statement
    float m_directScale = 0;
    std::array<float, 2> m_bias{};
};

} // namespace app::timestamps::internal
