// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/internal/wordindex.h"

#include <span>
#include <vector>

namespace app::notes::internal {

/// Finds a row of words in another, words put in, left out or exchanged counting one error each.
/// Source: G. Myers, "A fast bit-vector algorithm for approximate string matching" (1999), the
/// blocks after H. Hyyrö (2003).
class WordPattern
{
public:
    /// \param idCount  of the index whose ids are meant
    WordPattern(std::span<const WordId> words, std::size_t idCount);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// For each word of a text, the fewest errors with which the pattern ends there; beginning
    /// anywhere. Costs one step for each 64 words of the pattern.
    [[nodiscard]] std::vector<int> errorsEndingAt(std::span<const WordId> text) const
    {
        return run(text, false);
    }

    /// The same for patterns that begin where the text begins.
    [[nodiscard]] std::vector<int> errorsFromStart(std::span<const WordId> text) const
    {
        return run(text, true);
    }

private:
    [[nodiscard]] std::vector<int> run(std::span<const WordId> text, bool fromStart) const;

    std::size_t m_size;
    std::size_t m_blocks;
    std::vector<quint32> m_rowOf;   ///< by id; row 0 is for words the pattern has not
    std::vector<quint64> m_matches; ///< rows of blocks: where in the pattern a word stands
};

/// The fewest errors with which all of \p words stands at the start of \p text.
[[nodiscard]] int errorsAtStart(std::span<const WordId> words, std::span<const WordId> text);

} // namespace app::notes::internal
