// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/internal/quotewords.h"

#include "app/notes/internal/graphemes.h"

#include <algorithm>

namespace app::notes::internal {

namespace {

/// Longer ones are cut before they are read: far more than any context or quote anyone takes.
constexpr qsizetype longestContext = 1'024;
constexpr qsizetype longestQuote = 65'536;

} // namespace

QuoteWords::QuoteWords(const Anchor &anchor, const WordIndex &index)
{
    const QStringView near =
        QStringView(anchor.prefix).last(std::min(anchor.prefix.size(), longestContext));
    const QStringView taken =
        QStringView(anchor.quote).first(std::min(anchor.quote.size(), longestQuote));
    const QString whole = near.toString() + taken.toString()
                          + QStringView(anchor.suffix)
                                .first(std::min(anchor.suffix.size(), longestContext))
                                .toString();
    const qsizetype start = near.size();
    const qsizetype end = start + taken.size();
    // One text, so that a quote cut inside a word has that word, not a piece of it.
    const std::vector<Word> words = splitWords(whole);
    const auto first = std::find_if(words.begin(), words.end(), [start](const Word &word) {
        return word.offset + word.length > start;
    });
    const auto last =
        std::find_if(first, words.end(), [end](const Word &word) { return word.offset >= end; });
    const auto idOf = [&index](const Word &word) {
        return index.idOf(word.hash);
    };
    std::transform(first, last, std::back_inserter(quote), idOf);
    if (quote.size() > mostQuoteWords)
        quote.resize(mostQuoteWords);
    std::transform(
        std::make_reverse_iterator(first), words.rend(), std::back_inserter(before), idOf);
    before.resize(std::min(before.size(), contextWords));
    std::transform(last, words.end(), std::back_inserter(after), idOf);
    after.resize(std::min(after.size(), contextWords));
    if (first == last)
        return;
    const Word &head = *first;
    const Word &tail = *std::prev(last);
    firstWord = whole.sliced(head.offset, head.length);
    lastWord = whole.sliced(tail.offset, tail.length);
    firstInset = std::max<qsizetype>(start - head.offset, 0);
    lastInset = std::max<qsizetype>(tail.offset + tail.length - end, 0);
    lead = whole.sliced(start, std::max<qsizetype>(head.offset - start, 0));
    const qsizetype behind = std::min(tail.offset + tail.length, end);
    trail = whole.sliced(behind, end - behind);
}

std::pair<qsizetype, qsizetype> rawRange(const QuoteWords &quote,
                                         const WordIndex &index,
                                         const QString &text,
                                         std::size_t first,
                                         std::size_t last)
{
    const QStringView view(text);
    const Word &head = index.words()[first];
    const Word &tail = index.words()[last];
    qsizetype start = head.offset;
    qsizetype end = tail.offset + tail.length;
    if (view.sliced(head.offset, head.length) == quote.firstWord)
        start += quote.firstInset;
    if (view.sliced(tail.offset, tail.length) == quote.lastWord)
        end -= quote.lastInset;
    if (view.first(start).endsWith(quote.lead))
        start -= quote.lead.size();
    // As much of the punctuation as is still there.
    for (const QChar c : quote.trail) {
        if (end >= text.size() || text[end] != c)
            break;
        ++end;
    }
    while (end > start && text[end - 1].isSpace())
        --end;
    start = clusterEdge(view, start, true);
    end = clusterEdge(view, std::max(end, start + 1), false);
    return {start, end - start};
}

} // namespace app::notes::internal
