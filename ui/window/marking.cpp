// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/marking.h"

#include <algorithm>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::timestamps::MediaTime;
using app::transcripts::ReadingText;
using app::transcripts::Sentence;

constexpr auto farthestSnap = 8s;

bool isTimed(const ReadingText *reading)
{
    return reading && !reading->sentences.empty() && reading->sentences.front().start;
}

} // namespace

MarkedStretch
markedStretch(MediaTime heard, app::timestamps::Duration back, const ReadingText *reading)
{
    MarkedStretch marked;
    marked.range = {std::max(MediaTime(), heard - back), heard};
    if (!isTimed(reading)) {
        return marked;
    }
    const auto first = reading->sentenceAt(marked.range.start);
    const auto last = reading->sentenceAt(heard);
    if (!last) {
        return marked;
    }
    const Sentence &begin = reading->sentences[first.value_or(0)];
    const Sentence &end = reading->sentences[*last];
    if (begin.start && marked.range.start - *begin.start <= farthestSnap
        && *begin.start < marked.range.end) {
        marked.range.start = *begin.start;
    }
    if (end.end && *end.end > heard && *end.end - heard <= farthestSnap) {
        marked.range.end = *end.end;
    }
    marked.offset = begin.offset;
    marked.length = end.offset + end.length - begin.offset;
    return marked;
}

MediaTime movedStart(MediaTime start, int step, const ReadingText *reading)
{
    if (!isTimed(reading)) {
        return std::max(MediaTime(), start + step * 1s);
    }
    const auto now = reading->sentenceAt(start);
    // From inside a sentence the first step back goes to its own start.
    if (now && step < 0 && reading->sentences[*now].start < start) {
        return *reading->sentences[*now].start;
    }
    const auto wanted = static_cast<qsizetype>(now.value_or(0)) + step;
    const auto count = static_cast<qsizetype>(reading->sentences.size());
    const auto &sentence =
        reading->sentences[static_cast<std::size_t>(std::clamp<qsizetype>(wanted, 0, count - 1))];
    return sentence.start.value_or(start);
}

} // namespace ui::window
