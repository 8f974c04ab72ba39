// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/wordpattern.h"

#include <algorithm>
#include <numeric>

namespace app::notes::internal {

namespace {

constexpr std::size_t blockWords = 64;

/// 64 rows of the column: where errors grow and fall from one row to the next.
struct Block
{
    quint64 rises = ~quint64{0};
    quint64 falls = 0;
};

/// One step of a block. \param in  what the row above it changed by
/// \returns what the row \p last (one bit) changed by
int advance(Block &block, quint64 matches, int in, quint64 last)
{
    const quint64 diagonal = matches | block.falls;
    if (in < 0)
        matches |= 1U;
    const quint64 carried = (((matches & block.rises) + block.rises) ^ block.rises) | matches;
    quint64 up = block.falls | ~(carried | block.rises);
    quint64 down = block.rises & carried;
    const int out = (up & last) != 0 ? 1 : ((down & last) != 0 ? -1 : 0);
    up = (up << 1U) | (in > 0 ? 1U : 0U);
    down = (down << 1U) | (in < 0 ? 1U : 0U);
    block.rises = down | ~(diagonal | up);
    block.falls = up & diagonal;
    return out;
}

} // namespace

WordPattern::WordPattern(std::span<const WordId> words, std::size_t idCount)
    : m_size(words.size())
    , m_blocks((words.size() + blockWords - 1) / blockWords)
    , m_rowOf(idCount, 0)
    , m_matches(m_blocks, 0)
{
    quint32 rows = 1;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const WordId id = words[at];
        if (id == 0 || id >= idCount)
            continue;
        if (m_rowOf[id] == 0) {
            m_rowOf[id] = rows++;
            m_matches.resize(rows * m_blocks, 0);
        }
        m_matches[m_rowOf[id] * m_blocks + at / blockWords] |= quint64{1} << (at % blockWords);
    }
}

std::vector<int> WordPattern::run(std::span<const WordId> text, bool fromStart) const
{
    std::vector<int> errors;
    errors.reserve(text.size());
    std::vector<Block> column(m_blocks);
    constexpr quint64 top = quint64{1} << (blockWords - 1);
    const quint64 last = quint64{1} << ((m_size + blockWords - 1) % blockWords);
    int here = static_cast<int>(m_size);
    for (const WordId id : text) {
        const quint64 *row = m_matches.data() + m_rowOf[id] * m_blocks;
        int change = fromStart ? 1 : 0;
        for (std::size_t block = 0; block < m_blocks; ++block)
            change = advance(column[block], row[block], change, block + 1 == m_blocks ? last : top);
        here += change;
        errors.push_back(here);
    }
    return errors;
}

int errorsAtStart(std::span<const WordId> words, std::span<const WordId> text)
{
    // Words further away than the pattern is long, and some put in, cannot help.
    const std::size_t width = std::min(text.size(), words.size() + words.size() / 2);
    std::vector<int> row(width + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 0; j < width; ++j) {
            const bool same = words[i] != 0 && words[i] == text[j];
            const int exchanged = diagonal + (same ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, diagonal + 1});
        }
    }
    return *std::min_element(row.begin(), row.end());
}

} // namespace app::notes::internal
