// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/occurrences.h"

#include <vector>

namespace app::notes::internal {

void forEachOccurrence(QStringView text,
                       QStringView words,
                       const std::function<void(qsizetype)> &found)
{
    if (words.isEmpty())
        return;
    // For each place in the words, how much of their start stands again before it (Knuth, Morris,
    // Pratt).
    std::vector<qsizetype> fallback(static_cast<std::size_t>(words.size()), 0);
    const auto advance = [&words, &fallback](qsizetype matched, QChar c) {
        while (matched > 0 && (matched == words.size() || words[matched] != c))
            matched = fallback[static_cast<std::size_t>(matched - 1)];
        return words[matched] == c ? matched + 1 : matched;
    };
    for (qsizetype at = 1; at < words.size(); ++at)
        fallback[static_cast<std::size_t>(at)] =
            advance(fallback[static_cast<std::size_t>(at - 1)], words[at]);
    qsizetype matched = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        matched = advance(matched, text[at]);
        if (matched == words.size())
            found(at + 1 - words.size());
    }
}

} // namespace app::notes::internal
