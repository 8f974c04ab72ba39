// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/wordinput.h"

#include "app/timestamps/internal/characters.h"

#include <algorithm>
#include <array>

namespace app::timestamps::internal {

namespace {

/// Of a run of ideographs not more is looked at.
constexpr qsizetype mostIdeographs = 16;

/// What a hash is of, so that like letters of another kind are kept apart.
enum class Trait : quint32 {
    Stem = emptyHash,
    Beginning = 0x1b873593U,
    Ending = 0x2545f491U,
    Ideographs = 0x3c6ef372U,
    Size = 0x510e527fU,
    Digits = 0x6a09e667U,
    Order = 0x7f4a7c15U,
    Reach = 0x85ebca6bU,
    Chance = 0x9e3779b9U,
    Word = 0x510e5d37U
};

quint32 traitOf(Trait trait, QStringView letters)
{
    return hashOfLetters(letters, static_cast<quint32>(trait));
}

quint32 traitOf(Trait trait, int number)
{
    return hashedWith(static_cast<quint32>(trait), QChar(u'0' + number));
}

/// How many of some rising limits a number reaches.
template <typename Number, std::size_t Count>
int stepOf(Number number, const std::array<Number, Count> &limits)
{
    return static_cast<int>(std::upper_bound(limits.begin(), limits.end(), number)
                            - limits.begin());
}

void addLetters(WordInput &input, QStringView word)
{
    constexpr qsizetype stemLetters = 6;
    constexpr qsizetype edgeLetters = 4;
    input.traits.append(traitOf(Trait::Stem, word.first(std::min(word.size(), stemLetters))));
    input.traits.append(traitOf(Trait::Beginning, word.first(std::min(word.size(), edgeLetters))));
    input.words.append(wordHash(word));
    if (isIdeographic(word[0])) {
        const qsizetype end = std::min(word.size(), mostIdeographs);
        for (qsizetype i = 0; i + 2 <= end; ++i) {
            const QStringView both = word.sliced(i, 2);
            input.traits.append(traitOf(Trait::Ideographs, both));
            if (both.size() < word.size()) {
                input.words.append(wordHash(both));
            }
        }
    } else if (word.size() > stemLetters) {
        input.traits.append(traitOf(Trait::Ending, word.last(edgeLetters)));
    }
}

/// A day, a month, a minute, a year, or more.
void addSize(WordInput &input, QStringView digits)
{
    constexpr qsizetype mostDigits = 6;
    constexpr std::array limits{1, 13, 25, 32, 60, 100, 1000, 1800, 2100, 10000};
    const int size = digits.size() > mostDigits ? limits.back() : digits.toInt();
    input.traits.append(traitOf(Trait::Size, stepOf(size, limits)));
}

void addCandidate(WordInput &input, const Document &document, qsizetype index)
{
    const Candidate &c = document.candidates[index];
    constexpr std::array<qint64, 4> hours{1, 13, 25, 60};
    const qint64 last = c.fields[c.fieldCount - 1];
    const int round = last == 0 ? 0 : last == 30 ? 1 : last % 15 == 0 ? 2 : last % 5 == 0 ? 3 : 4;
    input.traits.append(traitOf(Trait::Digits, stepOf(c.fields[0], hours) * 5 + round));
    int order = 0;
    if (index > 0 && document.candidates[index - 1].form == c.form) {
        const qint64 step = c.value(false) - document.candidates[index - 1].value(false);
        order = step < 0 ? 1 : step == 0 ? 2 : 3;
    }
    input.traits.append(traitOf(Trait::Order, order));
    if (document.durationMs) {
        const auto isBeyond = [&](bool hoursAndMinutes) {
            return c.value(hoursAndMinutes) > *document.durationMs;
        };
        const int reach = isBeyond(false) ? 2 : isBeyond(true) ? 1 : 0;
        input.traits.append(traitOf(Trait::Reach, reach));
    }
    if (c.isWeighed()) {
        constexpr std::array limits{0.05F, 0.3F, 0.7F, 0.95F};
        input.traits.append(traitOf(Trait::Chance, stepOf(c.firstChance, limits)));
    }
}

} // namespace

WordInput wordInput(const Document &document, qsizetype token, bool opensLine)
{
    const Token &t = document.tokens[token];
    WordInput input;
    input.sort = static_cast<int>(t.kind);
    input.opensLine = opensLine;
    input.cues = t.cues;
    const QStringView word = QStringView(document.text.folded).sliced(t.begin, t.end - t.begin);
    if (t.kind == Token::Stamp) {
        const Candidate &c = document.candidates[t.stamp];
        input.sort += static_cast<int>(c.form) * 2 + (c.fieldCount == 3 ? 1 : 0);
        addCandidate(input, document, t.stamp);
    } else if (t.kind == Token::Number) {
        addSize(input, word);
    } else {
        addLetters(input, word);
    }
    return input;
}

quint32 wordHash(QStringView folded)
{
    return traitOf(Trait::Word, folded);
}

std::vector<bool> lineOpenings(const Document &document)
{
    std::vector<bool> opens(static_cast<std::size_t>(document.tokens.size()));
    for (const Line &line : document.lines) {
        if (line.tokenCount > 0) {
            opens[static_cast<std::size_t>(line.firstToken)] = true;
        }
    }
    return opens;
}

} // namespace app::timestamps::internal
