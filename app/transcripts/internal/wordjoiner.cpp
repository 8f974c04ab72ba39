// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/wordjoiner.h"

#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/punctuation.h"

#include <algorithm>

namespace app::transcripts::internal {

namespace {

constexpr timestamps::Duration longPause(2000);
constexpr qsizetype shortSentence = 25; ///< "Yes. No." stays together
constexpr qsizetype longestCue = 280;

/// Words that bring their spaces ("don", "'t", " know") are only put side by side.
bool bringSpaces(const std::vector<Segment> &words)
{
    return std::any_of(words.begin(), words.end(), [](const Segment &word) {
        const QString &text = word.text;
        return !text.isEmpty() && (text.front() == u' ' || text.back() == u' ');
    });
}

bool startsCue(const Cue &cue, const Segment &word)
{
    if (cue.body.isEmpty())
        return false;
    if (word.speaker != cue.speaker || cue.body.endsWith(u'\n') || cue.body.size() > longestCue)
        return true;
    if (word.start && cue.end && *word.start - *cue.end > longPause)
        return true;
    return cue.body.size() >= shortSentence && endsSentence(cue.body);
}

void addWord(Cue &cue, const Segment &word, bool spaced)
{
    const QString text = singleSpaced(word.text);
    if (text.isEmpty()) {
        if (!cue.body.isEmpty() && word.text.contains(u'\n') && !cue.body.endsWith(u'\n'))
            cue.body.append(u'\n');
        return;
    }
    if (cue.body.isEmpty()) {
        cue.start = word.start;
        cue.speaker = word.speaker;
    } else if (spaced ? word.text.front().isSpace() || cue.body.endsWith(u' ')
                      : !joinsWithoutSpace(cue.body, text)) {
        if (!cue.body.endsWith(u' '))
            cue.body.append(u' ');
    }
    cue.body.append(text);
    const auto end = word.end && word.start && *word.end >= *word.start ? word.end : word.start;
    if (word.start)
        cue.words.push_back({*word.start, *end, text});
    cue.end = std::max(cue.end, end);
    if (word.text.endsWith(u'\n'))
        cue.body.append(u'\n');
    else if (spaced && word.text.back().isSpace())
        cue.body.append(u' ');
}

void finishCue(std::vector<Cue> &cues, Cue &cue)
{
    if (cue.body.endsWith(u' '))
        cue.body.chop(1);
    if (!cue.body.isEmpty())
        cues.push_back(std::move(cue));
    cue = Cue();
}

} // namespace

bool joinsWithoutSpace(QStringView before, QStringView word)
{
    if (before.isEmpty() || word.isEmpty())
        return true;
    const QChar first = word.front();
    const QStringView closing = u".,!?;:%)]}…’”»";
    if (closing.contains(first) && (word.size() == 1 || first != u'.'))
        return true;
    return isWideLetter(before.back()) && isWideLetter(first);
}

std::vector<Cue> joinWords(const std::vector<Segment> &words, WordBreaks breaks)
{
    const bool spaced = bringSpaces(words);
    std::vector<Cue> cues;
    Cue cue;
    for (const Segment &word : words) {
        if (breaks == WordBreaks::AtSentences && startsCue(cue, word))
            finishCue(cues, cue);
        addWord(cue, word, spaced);
    }
    finishCue(cues, cue);
    return cues;
}

} // namespace app::transcripts::internal
