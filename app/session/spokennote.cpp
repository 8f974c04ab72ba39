// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/spokennote.h"

#include "app/session/anchorsource.h"

#include <algorithm>

namespace app::session {
namespace {

using timestamps::MediaTime;
using timestamps::TimeRange;
using transcripts::Sentence;

/// Whether more than half of it, or all of the range, lies in the other.
bool isSpokenIn(const Sentence &sentence, const TimeRange &range)
{
    if (!sentence.start || !sentence.end) {
        return false;
    }
    const MediaTime middle = *sentence.start + (*sentence.end - *sentence.start) / 2;
    return range.contains(middle) || (*sentence.start <= range.start && *sentence.end >= range.end);
}

} // namespace

std::vector<TimeRange> spokenSentences(const transcripts::ReadingText &reading)
{
    std::vector<TimeRange> spoken;
    for (const Sentence &sentence : reading.sentences) {
        if (!sentence.start || (!spoken.empty() && *sentence.start <= spoken.back().start)) {
            continue;
        }
        if (!spoken.empty()) {
            TimeRange &before = spoken.back();
            before.end = before.isEmpty() ? *sentence.start : std::min(before.end, *sentence.start);
        }
        spoken.push_back({*sentence.start, sentence.end.value_or(*sentence.start)});
    }
    std::erase_if(spoken, [](const TimeRange &range) { return range.isEmpty(); });
    return spoken;
}

NewNote
spokenNote(base::EpisodeId episode, const TimeRange &range, const LoadedTranscript *transcript)
{
    NewNote note;
    note.episode = episode;
    note.start = range.start;
    if (range.isEmpty()) {
        return note;
    }
    note.end = range.end;
    if (!transcript) {
        return note;
    }
    const std::vector<Sentence> &sentences = transcript->reading.sentences;
    const auto isSpoken = [&range](const Sentence &sentence) {
        return isSpokenIn(sentence, range);
    };
    const auto first = std::find_if(sentences.begin(), sentences.end(), isSpoken);
    const auto last = std::find_if(sentences.rbegin(), sentences.rend(), isSpoken);
    if (first != sentences.end()) {
        note.anchor =
            anchorIn(*transcript, first->offset, last->offset + last->length - first->offset);
    }
    return note;
}

} // namespace app::session
