// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/evidence.h"
#include "app/timestamps/internal/wordinput.h"

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

    /// Of some candidates of a text, in rising order; time grows with the tokens beside them. Only
    /// the first are read, with at most 5,000 tokens in all; none in a text of over 50,000 tokens,
    /// or without weights.
    ///
    /// \param evidence  of all candidates, with that about their neighbours
    [[nodiscard]] std::vector<Opinion> read(const Document &document,
                                            std::span<const Evidence> evidence,
                                            std::span<const qsizetype> candidates) const;

private:
    friend class WordReading;

    /// A matrix by rows, and what a sum over one of its rows is multiplied by, in parts of 2^24.
    struct Layer
    {
        std::vector<qint16> weights;
        std::vector<qint32> bias;
        qint32 scale = 0;
    };

    static constexpr int inputWidth = 48;
    static constexpr int width = 96;
    static constexpr int gistWidth = 32; ///< on each side
    static constexpr int evidenceWidth = 64;
    static constexpr int hiddenWidth = 64;
    static constexpr int taps = 5;
    static constexpr std::array<int, 4> steps{1, 2, 4, 8}; ///< between the taps of each layer

    QByteArrayView m_tokenRows;         ///< sorts, an opened line, cues, then traits
    QHash<quint32, qsizetype> m_traits; ///< the row of a hash
    QByteArrayView m_evidenceRows;
    std::vector<qint32> m_evidenceBias;
    qint32 m_evidenceScale = 0;
    Layer m_input;
    std::array<Layer, steps.size()> m_layers;
    Layer m_gist; ///< of one token, from what the layers made of it
    Layer m_hidden;
    std::vector<qint16> m_output;
    float m_outputScale = 0;
    QByteArrayView m_direct; ///< two numbers for each statement
    float m_directScale = 0;
    std::array<float, 2> m_bias{};
};

} // namespace app::timestamps::internal
