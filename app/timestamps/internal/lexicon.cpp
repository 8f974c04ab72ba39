// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lexicon.h"

#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/normaltext.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace app::timestamps::internal {

namespace {

/// From this length on a word of the dictionary may carry a short ending it does not list.
constexpr qsizetype leastStem = 5;
constexpr qsizetype longestEnding = 2;
constexpr qsizetype longestWord = 40;

struct Word
{
    QString text;
    Cues cues = 0;
    bool anyEnding = false;
};

/// A hash table that is walked letter by letter, so each beginning of a word is tried on the way.
class Dictionary
{
public:
    Dictionary()
    {
        for (const auto &table :
             {commonWords(), kindWords(), furtherWords(), whoseWords(), dayWords()}) {
            for (const WordGroup &group : table) {
                add(group);
            }
        }
    }

    [[nodiscard]] KnownWord find(QStringView word) const
    {
        KnownWord known{.hash = emptyHash};
        walk(known, word);
        return known;
    }

    [[nodiscard]] Cues findPair(KnownWord first, QStringView both) const
    {
        // The space and a single letter are a short ending too.
        const bool stands =
            first.length >= leastStem && both.size() - first.length <= longestEnding;
        first.cues = stands && first.whole != 0 ? first.whole : first.anyEnding;
        walk(first, both);
        return first.cues;
    }

private:
    void add(const WordGroup &group)
    {
        for (QStringView key : group.words.split(u' ', Qt::SkipEmptyParts)) {
            Word word;
            word.anyEnding = key.endsWith(u'*');
            for (const QChar c : word.anyEnding ? key.chopped(1) : key) {
                // The normaliser leaves no zero-width joiners.
                if (c.category() != QChar::Other_Format) {
                    word.text += c == u'_' ? QChar(u' ') : QChar(foldedLetter(c.unicode()));
                }
            }
            word.cues = group.cues;
            put(word);
        }
    }

    void put(const Word &word)
    {
        const quint32 hash = hashOfLetters(word.text);
        m_filter[hash >> 18] |= 1U << ((hash >> 13) & 31U);
        QList<Word> &slot = m_words[hash];
        for (Word &one : slot) {
            if (one.text == word.text) {
                one.cues |= word.cues;
                one.anyEnding = one.anyEnding || word.anyEnding;
                return;
            }
        }
        slot.append(word);
    }

    /// Goes on from where a word was left.
    void walk(KnownWord &known, QStringView word) const
    {
        const qsizetype end = std::min(word.size(), longestWord);
        for (qsizetype i = known.length; i < end; ++i) {
            known.hash = hashedWith(known.hash, word[i]);
            const Word *found =
                mayHold(known.hash) ? lookUp(known.hash, word.first(i + 1)) : nullptr;
            if (found == nullptr) {
                continue;
            }
            const qsizetype ending = word.size() - i - 1;
            if (ending == 0) {
                known.whole = found->cues;
            }
            if (found->anyEnding) {
                known.anyEnding = found->cues;
            }
            if (ending == 0 || found->anyEnding
                || (i + 1 >= leastStem && ending <= longestEnding)) {
                known.cues = found->cues;
            }
        }
        known.length = std::max(known.length, end);
    }

    [[nodiscard]] bool mayHold(quint32 hash) const
    {
        return (m_filter[hash >> 18] >> ((hash >> 13) & 31U)) & 1U;
    }

    [[nodiscard]] const Word *lookUp(quint32 hash, QStringView text) const
    {
        const auto slot = m_words.constFind(hash);
        if (slot == m_words.cend()) {
            return nullptr;
        }
        for (const Word &word : *slot) {
            if (word.text == text) {
                return &word;
            }
        }
        return nullptr;
    }

    QHash<quint32, QList<Word>> m_words;
    std::array<quint32, 16384> m_filter{};
};

const Dictionary &dictionary()
{
    static const Dictionary dictionary;
    return dictionary;
}

using ByFirst = QHash<QChar, QList<std::pair<QString, Cues>>>;

ByFirst readIdeographs()
{
    ByFirst result;
    for (const auto &table :
         {commonIdeographs(), furtherIdeographs(), whoseIdeographs(), dayIdeographs()}) {
        for (const WordGroup &group : table) {
            for (const QStringView word : group.words.split(u' ', Qt::SkipEmptyParts)) {
                result[word.front()].append({word.toString(), group.cues});
            }
        }
    }
    return result;
}

} // namespace

KnownWord knownWord(QStringView word)
{
    return dictionary().find(word);
}

Cues cuesOfPair(const KnownWord &first, QStringView both)
{
    return dictionary().findPair(first, both);
}

Cues cuesOf(QStringView word)
{
    return knownWord(word).cues;
}

Entry ideographicEntry(QStringView text)
{
    static const ByFirst byFirst = readIdeographs();
    Entry best;
    const auto found = byFirst.constFind(text.front());
    if (found == byFirst.cend()) {
        return best;
    }
    for (const auto &[word, cue] : *found) {
        if (word.size() >= best.length && text.startsWith(word)) {
            best.cues = (word.size() == best.length ? best.cues : 0) | cue;
            best.length = word.size();
        }
    }
    return best;
}

} // namespace app::timestamps::internal
