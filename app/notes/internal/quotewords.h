// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/internal/wordindex.h"
#include "app/notes/note.h"

#include <utility>

namespace app::notes::internal {

/// An anchor's words, numbered as in the text they are looked for in.
struct QuoteWords
{
    QuoteWords(const Anchor &anchor, const WordIndex &index);

    std::vector<WordId> quote;
    std::vector<WordId> before; ///< the nearest first, at most contextWords
    std::vector<WordId> after;  ///< the nearest first

    /// What the quote has of the text around its first and last word: those words as written, and
    /// how far it begins in front of the first (or inside it, then negative) and ends behind the
    /// last.
    QString firstWord;
    QString lastWord;
    QString lead;  ///< what the quote has before its first word
    QString trail; ///< what it has behind its last word
    qsizetype firstInset = 0;
    qsizetype lastInset = 0;

    static constexpr std::size_t contextWords = 16;
    static constexpr std::size_t mostQuoteWords = 4096;
};

/// The stretch of a text that words of a quote make, as the quote was cut: in the middle of a word
/// if it was and the word is the same, with punctuation at its ends if that is the same.
/// \param first,last  words of the index; last belongs to it
/// \returns offset and length, on edges of what people see as characters
[[nodiscard]] std::pair<qsizetype, qsizetype> rawRange(const QuoteWords &quote,
                                                       const WordIndex &index,
                                                       const QString &text,
                                                       std::size_t first,
                                                       std::size_t last);

} // namespace app::notes::internal
