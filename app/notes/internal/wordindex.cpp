// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/wordindex.h"

#include "app/notes/internal/timesweep.h"

#include <algorithm>

namespace app::notes::internal {

WordIndex::WordIndex(const AnchorText &text)
    : m_words(splitWords(text.text))
{
    index();
    if (text.times.empty())
        return;
    TimeSweep sweep(text.times);
    m_startMs.reserve(m_words.size());
    m_endMs.reserve(m_words.size());
    for (const Word &word : m_words) {
        m_startMs.push_back(sweep.msAt(word.offset));
        m_endMs.push_back(sweep.msAt(word.offset + word.length));
    }
}

void WordIndex::index()
{
    m_ids.reserve(m_words.size());
    m_idOfHash.reserve(m_words.size() / 4);
    for (const Word &word : m_words) {
        const auto next = static_cast<WordId>(m_idOfHash.size() + 1);
        m_ids.push_back(m_idOfHash.try_emplace(word.hash, next).first->second);
    }
    m_firstPosting.assign(m_idOfHash.size() + 2, 0);
    for (const WordId id : m_ids)
        ++m_firstPosting[id + 1];
    for (std::size_t id = 1; id < m_firstPosting.size(); ++id)
        m_firstPosting[id] += m_firstPosting[id - 1];
    m_postings.resize(m_ids.size());
    std::vector<std::size_t> next = m_firstPosting;
    for (std::size_t at = 0; at < m_ids.size(); ++at)
        m_postings[next[m_ids[at]]++] = static_cast<quint32>(at);
}

WordId WordIndex::idOf(quint64 hash) const
{
    const auto found = m_idOfHash.find(hash);
    return found == m_idOfHash.end() ? 0 : found->second;
}

std::span<const quint32> WordIndex::placesOf(WordId id) const
{
    if (id == 0 || id >= idCount())
        return {};
    return std::span(m_postings)
        .subspan(m_firstPosting[id], m_firstPosting[id + 1] - m_firstPosting[id]);
}

std::size_t WordIndex::wordFrom(qint64 ms) const
{
    const auto found = std::lower_bound(m_startMs.begin(), m_startMs.end(), ms);
    return static_cast<std::size_t>(found - m_startMs.begin());
}

} // namespace app::notes::internal
