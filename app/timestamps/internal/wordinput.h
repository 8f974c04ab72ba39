// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/internal/document.h"

#include <QVarLengthArray>

#include <vector>

namespace app::timestamps::internal {

/// What the network is told of one token.
struct WordInput
{
    static constexpr int sorts = 20; ///< a token's kind; of a candidate also how it is written

    int sort = 0;
    bool opensLine = false;
    Cues cues = 0;
    /// Hashes of what it shares with other tokens: a word its first and last letters, a run of
    /// ideographs each two of them, a number its size, a candidate its digits and neighbours.
    QVarLengthArray<quint32, 20> traits;
    /// wordHash() of what may have a meaning: the word, and of ideographs each two of them.
    QVarLengthArray<quint32, 20> words;
};

/// Under which a word's meaning is kept. \param folded  as in NormalText::folded
[[nodiscard]] quint32 wordHash(QStringView folded);

[[nodiscard]] WordInput wordInput(const Document &document, qsizetype token, bool opensLine);

/// For each token, whether its line begins with it.
[[nodiscard]] std::vector<bool> lineOpenings(const Document &document);

} // namespace app::timestamps::internal
