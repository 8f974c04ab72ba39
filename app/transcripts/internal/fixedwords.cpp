// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/fixedwords.h"

#include "app/transcripts/internal/punctuation.h"

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::Duration;
using timestamps::MediaTime;

namespace {

/// Beyond this many pairs words are not compared one by one.
constexpr std::size_t mostPairs = 250'000;

/// Whether two words can be apart at a place of a body.
bool isBreak(QStringView body, qsizetype at)
{
    if (at <= 0 || at >= body.size())
        return true;
    const QChar before = body[at - 1];
    const QChar after = body[at];
    return before.isSpace() || after.isSpace() || isWideLetter(before) || isWideLetter(after);
}

QString letters(const QString &word)
{
    QString kept;
    for (const QChar c : word) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            kept.append(c.toLower());
    }
    return kept.isEmpty() ? word : kept;
}

std::vector<QString> tokens(QStringView text)
{
    std::vector<QString> found;
    qsizetype from = 0;
    while (from < text.size()) {
        if (text[from].isSpace()) {
            ++from;
            continue;
        }
        qsizetype end = from + 1;
        while (!isBreak(text, end))
            ++end;
        found.push_back(text.sliced(from, end - from).toString());
        from = end;
    }
    return found;
}

/// For each new word the old one that it is, or -1: a longest common subsequence.
std::vector<qsizetype> matches(const std::vector<QString> &was, const std::vector<QString> &is)
{
    std::vector<qsizetype> match(is.size(), -1);
    std::size_t from = 0;
    std::size_t wasEnd = was.size();
    std::size_t isEnd = is.size();
    for (; from < wasEnd && from < isEnd && was[from] == is[from]; ++from)
        match[from] = static_cast<qsizetype>(from);
    for (; wasEnd > from && isEnd > from && was[wasEnd - 1] == is[isEnd - 1]; --wasEnd, --isEnd)
        match[isEnd - 1] = static_cast<qsizetype>(wasEnd - 1);
    const std::size_t rows = wasEnd - from;
    const std::size_t columns = isEnd - from;
    if (rows == 0 || columns == 0 || rows > mostPairs / columns)
        return match;
    const std::size_t width = columns + 1;
    std::vector<quint32> best((rows + 1) * width, 0);
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;) {
            best[row * width + column] =
                was[from + row] == is[from + column]
                    ? best[(row + 1) * width + column + 1] + 1
                    : std::max(best[(row + 1) * width + column], best[row * width + column + 1]);
        }
    }
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (was[from + row] == is[from + column]) {
            match[from + column] = static_cast<qsizetype>(from + row);
            ++row;
            ++column;
        } else if (best[(row + 1) * width + column] >= best[row * width + column + 1]) {
            ++row;
        } else {
            ++column;
        }
    }
    return match;
}

/// A stretch of a body that is read anew, whole words at both ends.
struct Stretch
{
    qsizetype begin = 0;
    qsizetype end = 0; ///< in the old body
    std::size_t firstWord = 0;
    std::size_t endWord = 0;
};

Stretch widen(const std::vector<PlacedWord> &words,
              QStringView newBody,
              qsizetype offset,
              qsizetype length,
              qsizetype grown)
{
    Stretch stretch{offset, offset + length, 0, words.size()};
    while (stretch.firstWord < words.size() && words[stretch.firstWord].end() <= stretch.begin)
        ++stretch.firstWord;
    for (;;) {
        if (stretch.firstWord < words.size() && words[stretch.firstWord].offset < stretch.begin) {
            stretch.begin = words[stretch.firstWord].offset;
        }
        if (isBreak(newBody, stretch.begin))
            break;
        --stretch.begin;
        if (stretch.firstWord > 0 && words[stretch.firstWord - 1].end() > stretch.begin)
            --stretch.firstWord;
    }
    stretch.endWord = stretch.firstWord;
    for (;;) {
        while (stretch.endWord < words.size() && words[stretch.endWord].offset < stretch.end) {
            stretch.end = std::max(stretch.end, words[stretch.endWord].end());
            ++stretch.endWord;
        }
        if (isBreak(newBody, stretch.end + grown))
            break;
        ++stretch.end;
    }
    return stretch;
}

/// Spreads the time between two places over words, by their length.
void spread(const std::vector<QString> &texts,
            std::size_t from,
            std::size_t end,
            MediaTime first,
            MediaTime last,
            std::vector<Word> &out)
{
    qint64 all = 0;
    for (std::size_t at = from; at < end; ++at)
        all += texts[at].size();
    const qint64 span = std::max<qint64>(0, (last - first).count());
    qint64 done = 0;
    for (std::size_t at = from; at < end; ++at) {
        const MediaTime start = first + Duration(span * done / all);
        done += texts[at].size();
        out.push_back({start, first + Duration(span * done / all), texts[at]});
    }
}

/// Gives new words the times of the old ones of their stretch.
void layOut(const std::vector<QString> &fresh,
            const std::vector<PlacedWord> &old,
            MediaTime before,
            MediaTime after,
            std::vector<Word> &out)
{
    std::vector<QString> was;
    std::vector<QString> is;
    for (const PlacedWord &word : old)
        was.push_back(letters(word.word.text));
    for (const QString &token : fresh)
        is.push_back(letters(token));
    const std::vector<qsizetype> match = matches(was, is);
    std::size_t next = 0; ///< the first old word that no new one stands for yet
    MediaTime reached = before;
    for (std::size_t at = 0; at < fresh.size();) {
        if (match[at] >= 0) {
            next = static_cast<std::size_t>(match[at]) + 1;
            out.push_back({old[next - 1].word.start, old[next - 1].word.end, fresh[at]});
            reached = old[next - 1].word.end;
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < fresh.size() && match[end] < 0)
            ++end;
        const std::size_t oldEnd =
            end < fresh.size() ? static_cast<std::size_t>(match[end]) : old.size();
        if (next < oldEnd)
            spread(fresh, at, end, old[next].word.start, old[oldEnd - 1].word.end, out);
        else
            spread(
                fresh, at, end, reached, oldEnd < old.size() ? old[oldEnd].word.start : after, out);
        at = end;
    }
}

} // namespace

std::vector<PlacedWord> placeWords(const Cue &cue)
{
    std::vector<PlacedWord> placed;
    placed.reserve(cue.words.size());
    qsizetype from = 0;
    for (const Word &word : cue.words) {
        const qsizetype found = word.text.isEmpty() ? -1 : cue.body.indexOf(word.text, from);
        if (found < 0)
            continue;
        placed.push_back({word, found});
        from = placed.back().end();
    }
    return placed;
}

std::vector<Word>
fixedWords(const Cue &cue, qsizetype offset, qsizetype length, const QString &newText)
{
    const std::vector<PlacedWord> placed = placeWords(cue);
    if (placed.empty())
        return {};
    const QString newBody = cue.body.left(offset) + newText + cue.body.mid(offset + length);
    const qsizetype grown = newText.size() - length;
    const Stretch stretch = widen(placed, newBody, offset, length, grown);
    const auto firstWord = placed.begin() + static_cast<std::ptrdiff_t>(stretch.firstWord);
    const auto endWord = placed.begin() + static_cast<std::ptrdiff_t>(stretch.endWord);
    std::vector<Word> out;
    for (auto word = placed.begin(); word != firstWord; ++word)
        out.push_back(word->word);
    const MediaTime before =
        !out.empty() ? out.back().end : cue.start.value_or(placed.front().word.start);
    const MediaTime after =
        endWord != placed.end() ? endWord->word.start : cue.end.value_or(placed.back().word.end);
    layOut(tokens(QStringView(newBody).sliced(stretch.begin, stretch.end + grown - stretch.begin)),
           std::vector<PlacedWord>(firstWord, endWord),
           before,
           after,
           out);
    for (auto word = endWord; word != placed.end(); ++word)
        out.push_back(word->word);
    return out;
}

} // namespace app::transcripts::internal
