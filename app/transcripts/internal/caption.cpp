// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/caption.h"

#include "app/transcripts/internal/repeats.h"

#include <algorithm>
#include <numeric>

namespace app::transcripts::internal {

using timestamps::Duration;
using timestamps::MediaTime;

namespace {

/// One voice's share of a caption.
Cue cueOfLines(std::vector<CaptionLine> &lines, std::size_t first, std::size_t last)
{
    Cue cue;
    cue.speaker = lines[first].speaker;
    for (std::size_t at = first; at < last; ++at) {
        if (!cue.body.isEmpty())
            cue.body.append(u' ');
        cue.body.append(lines[at].text);
        std::move(lines[at].words.begin(), lines[at].words.end(), std::back_inserter(cue.words));
    }
    return cue;
}

/// Times for the voices of one caption: what its words say, else in proportion to their length.
void shareTime(const Caption &caption, std::vector<Cue> &cues, std::size_t first)
{
    qsizetype total = 0;
    for (std::size_t at = first; at < cues.size(); ++at)
        total += cues[at].body.size();
    qsizetype before = 0;
    for (std::size_t at = first; at < cues.size(); ++at) {
        cues[at].start = caption.start;
        if (at > first && !cues[at].words.empty())
            cues[at].start = cues[at].words.front().start;
        else if (at > first && caption.start && caption.end)
            cues[at].start =
                *caption.start + Duration((*caption.end - *caption.start).count() * before / total);
        // Times of words and times by length may contradict each other.
        if (at > first)
            cues[at].start = std::max(cues[at].start, cues[at - 1].start);
        before += cues[at].body.size();
    }
    for (std::size_t at = first; at + 1 < cues.size(); ++at)
        cues[at].end = cues[at + 1].start;
    cues.back().end = caption.end;
}

void appendCues(Caption &caption, std::vector<Cue> &cues)
{
    if (caption.lines.empty())
        return;
    if (caption.end && caption.start && *caption.end < *caption.start)
        caption.end.reset();
    const std::size_t firstCue = cues.size();
    for (std::size_t first = 0; first < caption.lines.size();) {
        std::size_t last = first + 1;
        while (last < caption.lines.size()
               && caption.lines[last].speaker == caption.lines[first].speaker)
            ++last;
        cues.push_back(cueOfLines(caption.lines, first, last));
        first = last;
    }
    shareTime(caption, cues, firstCue);
}

void settleWords(Cue &cue)
{
    if (cue.words.empty())
        return;
    const QStringView body(cue.body);
    qsizetype from = 0;
    std::erase_if(cue.words, [&](Word &word) {
        const qsizetype found = findNear(body, word.text, from);
        word.end = std::max(word.end, word.start);
        from = found < 0 ? from : found + word.text.size();
        return found < 0;
    });
}

void sortByStart(std::vector<Cue> &cues)
{
    std::vector<MediaTime> keys(cues.size());
    MediaTime last;
    for (std::size_t at = 0; at < cues.size(); ++at) {
        last = cues[at].start.value_or(last);
        keys[at] = last;
    }
    if (std::is_sorted(keys.begin(), keys.end()))
        return;
    std::vector<std::size_t> order(cues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&keys](std::size_t a, std::size_t b) {
        return keys[a] < keys[b];
    });
    std::vector<Cue> sorted;
    sorted.reserve(cues.size());
    for (const std::size_t at : order)
        sorted.push_back(std::move(cues[at]));
    cues = std::move(sorted);
}

} // namespace

void SpacedText::append(QStringView text)
{
    for (const QChar c : text) {
        if (c.isSpace()) {
            m_pendingSpace = !m_text.isEmpty();
            continue;
        }
        if (m_pendingSpace)
            m_text.append(u' ');
        m_pendingSpace = false;
        m_text.append(c);
    }
}

qsizetype SpacedText::nextOffset() const
{
    return m_text.size() + (m_pendingSpace ? 1 : 0);
}

QString SpacedText::take()
{
    m_pendingSpace = false;
    return std::exchange(m_text, {});
}

QString singleSpaced(QStringView text)
{
    SpacedText out;
    out.append(text);
    return out.take();
}

std::optional<MediaTime> timeOf(qint64 hours, qint64 minutes, qint64 seconds, qint64 ms)
{
    constexpr qint64 most = 1'000'000'000;
    if (hours > most || minutes > most || seconds > most)
        return std::nullopt;
    const MediaTime time =
        MediaTime::fromMs(((hours * 60 + minutes) * 60 + seconds) * 1000 + std::min(ms, most));
    return time <= latestTime ? std::optional(time) : std::nullopt;
}

std::vector<Cue> cuesFromCaptions(std::vector<Caption> captions)
{
    removeRepeats(captions);
    std::vector<Cue> cues;
    cues.reserve(captions.size());
    for (Caption &caption : captions)
        appendCues(caption, cues);
    settleCues(cues);
    return cues;
}

qsizetype findNear(QStringView body, QStringView word, qsizetype from)
{
    constexpr qsizetype furthest = 1000;
    const qsizetype room = std::min(body.size() - from, furthest + word.size());
    const qsizetype found = word.isEmpty() ? -1 : body.sliced(from, room).indexOf(word);
    return found < 0 ? -1 : from + found;
}

void settleCues(std::vector<Cue> &cues)
{
    for (Cue &cue : cues) {
        if (cue.start && cue.end && *cue.end < *cue.start)
            cue.end.reset();
        settleWords(cue);
    }
    sortByStart(cues);
}

} // namespace app::transcripts::internal
