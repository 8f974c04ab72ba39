// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/anchortext.h"
#include "app/notes/internal/words.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace app::notes::internal {

/// A word by number, in one index; 0 is any word its text does not have.
using WordId = quint32;

/// The words of a text, numbered, with their times and where each stands.
class WordIndex
{
public:
    explicit WordIndex(const AnchorText &text);

    [[nodiscard]] const std::vector<Word> &words() const { return m_words; }

    [[nodiscard]] const std::vector<WordId> &ids() const { return m_ids; }

    /// When each word begins, never falling; empty when the text has no times.
    [[nodiscard]] const std::vector<qint64> &startMs() const { return m_startMs; }

    /// When each word ends, in the same way.
    [[nodiscard]] const std::vector<qint64> &endMs() const { return m_endMs; }

    /// How many numbers there are, 0 counted.
    [[nodiscard]] std::size_t idCount() const { return m_firstPosting.size() - 1; }

    [[nodiscard]] WordId idOf(quint64 hash) const;

    /// Where a word stands, rising; none for 0.
    [[nodiscard]] std::span<const quint32> placesOf(WordId id) const;

    /// The first word that begins no sooner.
    [[nodiscard]] std::size_t wordFrom(qint64 ms) const;

private:
    void index();

    std::vector<Word> m_words;
    std::vector<WordId> m_ids;
    std::vector<qint64> m_startMs;
    std::vector<qint64> m_endMs;
    std::unordered_map<quint64, WordId> m_idOfHash;
    std::vector<std::size_t> m_firstPosting; ///< by id, one more than ids
    std::vector<quint32> m_postings;
};

} // namespace app::notes::internal
