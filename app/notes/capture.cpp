// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/capture.h"

#include <algorithm>

namespace app::notes {

using timestamps::Duration;
using timestamps::MediaTime;
using timestamps::TimeRange;

namespace {

constexpr Duration sentenceReach{8'000};
constexpr Duration pauseReach{3'000};
constexpr Duration shortestPause{250};
constexpr Duration againWithin{4'000};

using Ranges = std::vector<TimeRange>;

/// The first that begins later.
Ranges::const_iterator firstAfter(const Ranges &ranges, MediaTime place)
{
    return std::upper_bound(
        ranges.begin(), ranges.end(), place, [](MediaTime time, const TimeRange &range) {
            return time < range.start;
        });
}

MediaTime sentenceStart(const Ranges &sentences, MediaTime place)
{
    const auto next = firstAfter(sentences, place);
    const bool spoken = next != sentences.begin() && std::prev(next)->contains(place);
    if (spoken)
        return place - std::prev(next)->start <= sentenceReach ? std::prev(next)->start : place;
    const bool isNear = next != sentences.end() && next->start - place <= sentenceReach;
    return isNear ? next->start : place;
}

MediaTime sentenceEnd(const Ranges &sentences, MediaTime place)
{
    const auto next = firstAfter(sentences, place);
    if (next == sentences.begin())
        return place;
    const TimeRange &sentence = *std::prev(next);
    return sentence.contains(place) && sentence.end - place <= sentenceReach ? sentence.end : place;
}

/// The nearest edge of a pause; of two as near, the earlier.
MediaTime pauseEdge(const Ranges &pauses, MediaTime place, MediaTime TimeRange::*edge)
{
    const auto awayFrom = [place](MediaTime time) {
        return time < place ? place - time : time - place;
    };
    std::optional<MediaTime> nearest;
    const auto first = std::lower_bound(
        pauses.begin(), pauses.end(), place - pauseReach, [](const TimeRange &pause, MediaTime t) {
            return pause.end < t;
        });
    for (auto pause = first; pause != pauses.end() && pause->start <= place + pauseReach; ++pause) {
        const MediaTime there = (*pause).*edge;
        if (pause->length() < shortestPause || awayFrom(there) > pauseReach)
            continue;
        if (!nearest || awayFrom(there) < awayFrom(*nearest))
            nearest = there;
    }
    return nearest.value_or(place);
}

MediaTime earliest(const Speech &speech, MediaTime heard)
{
    const MediaTime jump = speech.lastJump.value_or(MediaTime());
    return std::clamp(jump, MediaTime(), std::max(heard, MediaTime()));
}

} // namespace

TimeRange markRange(MediaTime heard, Duration back, const Speech &speech)
{
    const MediaTime from = earliest(speech, heard);
    const MediaTime wanted = std::max(heard - std::max(back, Duration(0)), from);
    TimeRange marked{wanted, heard};
    if (speech.sentences.empty()) {
        marked.start = pauseEdge(speech.pauses, wanted, &TimeRange::end);
        marked.end = pauseEdge(speech.pauses, heard, &TimeRange::start);
    } else {
        marked.start = sentenceStart(speech.sentences, wanted);
        marked.end = sentenceEnd(speech.sentences, heard);
    }
    marked.start = std::max(marked.start, from);
    // Two edges of one silence leave nothing between them: then it is what was asked for.
    return marked.isEmpty() ? TimeRange{wanted, heard} : marked;
}

MarkPress
pressMark(const std::optional<MarkPress> &last, MediaTime heard, Duration step, Duration now)
{
    const bool again = last && now >= last->at && now - last->at <= againWithin;
    if (again)
        return {last->heard, last->back + step, now, true};
    return {heard, step, now, false};
}

MediaTime writingTime(MediaTime firstKey, const Speech &speech, Duration reaction)
{
    const MediaTime from = earliest(speech, firstKey);
    const MediaTime meant = std::max(firstKey - std::max(reaction, Duration(0)), from);
    const auto next = firstAfter(speech.sentences, meant);
    if (next == speech.sentences.begin() || meant - std::prev(next)->start > sentenceReach)
        return meant;
    return std::max(std::prev(next)->start, from);
}

MediaTime stepSentences(MediaTime from, int steps, const Ranges &sentences)
{
    if (sentences.empty() || steps == 0)
        return from;
    const auto next = firstAfter(sentences, from);
    qint64 at = next - sentences.begin() - 1; // the one being spoken; -1 before the first
    const bool inside = at >= 0 && sentences[static_cast<std::size_t>(at)].start < from;
    if (steps < 0 && inside)
        ++at;
    at += steps;
    if (at < 0 && next == sentences.begin() && steps < 0)
        return from;
    const auto last = static_cast<qint64>(sentences.size()) - 1;
    return sentences[static_cast<std::size_t>(std::clamp<qint64>(at, 0, last))].start;
}

} // namespace app::notes
