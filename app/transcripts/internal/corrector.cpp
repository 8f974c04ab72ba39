// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/corrector.h"

#include "app/transcripts/internal/fixedwords.h"
#include "app/transcripts/internal/punctuation.h"

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::Duration;
using timestamps::MediaTime;

namespace {

constexpr std::size_t blockSize = 256;
/// How far from its place a cue is looked for.
constexpr std::size_t farthest = 64;

/// When a place within a cue is spoken, in proportion to the characters.
MediaTime between(MediaTime start, MediaTime end, qsizetype part, qsizetype whole)
{
    const qint64 span = std::max<qint64>(0, (end - start).count());
    return start + Duration(whole > 0 ? span * part / whole : 0);
}

/// Cuts a word that a place lies within.
void cutWord(std::vector<PlacedWord> &words, qsizetype offset)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        PlacedWord &word = words[at];
        if (word.offset >= offset || word.end() <= offset)
            continue;
        const qsizetype length = offset - word.offset;
        const MediaTime middle =
            between(word.word.start, word.word.end, length, word.word.text.size());
        PlacedWord rest{{middle, word.word.end, word.word.text.mid(length)}, offset};
        word.word.text.truncate(length);
        word.word.end = middle;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(rest));
        return;
    }
}

/// The second half of a cue; the cue keeps the first.
Cue cutOff(Cue &cue, const SplitCue &edit, std::optional<MediaTime> nextStart)
{
    std::vector<PlacedWord> words = placeWords(cue);
    cutWord(words, edit.offset);
    Cue second;
    second.speaker = cue.speaker;
    second.end = cue.end;
    cue.words.clear();
    for (const PlacedWord &word : words)
        (word.offset < edit.offset ? cue.words : second.words).push_back(word.word);
    if (cue.start) {
        const MediaTime end =
            std::max(*cue.start, cue.end.value_or(nextStart.value_or(*cue.start)));
        second.start = second.words.empty() ? between(*cue.start, end, edit.offset, cue.body.size())
                                            : std::max(*cue.start, second.words.front().start);
        cue.end = cue.words.empty() ? *second.start : std::min(*second.start, cue.words.back().end);
        cue.end = std::max(*cue.start, *cue.end);
    }
    const bool endsParagraph = cue.body.endsWith(u'\n');
    second.body = cue.body.mid(edit.offset).trimmed();
    cue.body = cue.body.left(edit.offset).trimmed();
    if (endsParagraph)
        second.body.append(u'\n');
    if (edit.paragraph)
        cue.body.append(u'\n');
    return second;
}

bool needsSpace(const QString &before, const QString &after)
{
    return !before.isEmpty() && !after.isEmpty()
           && !(isWideLetter(before.back()) && isWideLetter(after.front()));
}

} // namespace

Corrector::Corrector(const std::vector<Cue> &cues)
    : m_count(cues.size())
{
    for (std::size_t from = 0; from < cues.size(); from += blockSize) {
        const auto begin = cues.begin() + static_cast<std::ptrdiff_t>(from);
        const std::size_t size = std::min(blockSize, cues.size() - from);
        m_blocks.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
    }
}

bool Corrector::apply(const Edit &edit)
{
    return std::visit([this](const auto &one) { return apply(one); }, edit);
}

std::vector<Cue> Corrector::take()
{
    std::vector<Cue> all;
    all.reserve(m_count);
    for (std::vector<Cue> &block : m_blocks)
        std::move(block.begin(), block.end(), std::back_inserter(all));
    m_blocks.clear();
    m_count = 0;
    return all;
}

Corrector::Place Corrector::placeOf(std::size_t index) const
{
    Place place;
    while (index >= m_blocks[place.block].size()) {
        index -= m_blocks[place.block].size();
        ++place.block;
    }
    place.cue = index;
    return place;
}

const Cue &Corrector::at(std::size_t index) const
{
    const Place place = placeOf(index);
    return m_blocks[place.block][place.cue];
}

Cue &Corrector::cue(std::size_t index)
{
    const Place place = placeOf(index);
    return m_blocks[place.block][place.cue];
}

void Corrector::insert(std::size_t index, Cue cue)
{
    // Behind the cue before it, for that one's block is there.
    const Place place = placeOf(index - 1);
    std::vector<Cue> &block = m_blocks[place.block];
    block.insert(block.begin() + static_cast<std::ptrdiff_t>(place.cue) + 1, std::move(cue));
    ++m_count;
    if (block.size() > 2 * blockSize) {
        const auto middle = block.begin() + static_cast<std::ptrdiff_t>(blockSize);
        std::vector<Cue> rest(std::make_move_iterator(middle),
                              std::make_move_iterator(block.end()));
        block.erase(middle, block.end());
        m_blocks.insert(m_blocks.begin() + static_cast<std::ptrdiff_t>(place.block) + 1,
                        std::move(rest));
    }
}

void Corrector::erase(std::size_t index)
{
    const Place place = placeOf(index);
    std::vector<Cue> &block = m_blocks[place.block];
    block.erase(block.begin() + static_cast<std::ptrdiff_t>(place.cue));
    --m_count;
    if (block.empty())
        m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(place.block));
}

std::optional<std::size_t> Corrector::find(const CueRef &ref, const QString *nextBody) const
{
    const auto fits = [this, &ref, nextBody](std::size_t index) {
        return index < m_count && at(index).body == ref.body
               && (!nextBody || (index + 1 < m_count && at(index + 1).body == *nextBody));
    };
    for (std::size_t away = 0; away <= farthest; ++away) {
        if (ref.index >= away && fits(ref.index - away))
            return ref.index - away;
        if (ref.index <= m_count && fits(ref.index + away))
            return ref.index + away;
    }
    return std::nullopt;
}

bool Corrector::apply(const FixText &edit)
{
    const auto index = find(edit.cue);
    if (!index)
        return false;
    Cue &fixed = cue(*index);
    const FixText plain = plainFix(edit);
    fixed.words = fixedWords(fixed, plain.offset, plain.length, plain.newText);
    fixed.body.replace(plain.offset, plain.length, plain.newText);
    return true;
}

bool Corrector::apply(const SplitCue &edit)
{
    const auto index = find(edit.cue);
    if (!index)
        return false;
    const auto next = *index + 1 < m_count ? at(*index + 1).start : std::nullopt;
    Cue second = cutOff(cue(*index), edit, next);
    insert(*index + 1, std::move(second));
    return true;
}

bool Corrector::apply(const MergeWithNext &edit)
{
    const auto index = find(edit.cue, &edit.nextBody);
    if (!index)
        return false;
    Cue next = std::move(cue(*index + 1));
    erase(*index + 1);
    Cue &whole = cue(*index);
    whole.body = whole.body.trimmed();
    if (needsSpace(whole.body, next.body))
        whole.body.append(u' ');
    whole.body.append(next.body);
    if (!whole.start)
        whole.start = next.start;
    if (next.end && (!whole.end || *whole.end < *next.end))
        whole.end = next.end;
    std::move(next.words.begin(), next.words.end(), std::back_inserter(whole.words));
    return true;
}

bool Corrector::apply(const RenameSpeaker &edit)
{
    bool found = false;
    for (std::vector<Cue> &block : m_blocks) {
        for (Cue &one : block) {
            if (one.speaker == edit.label) {
                one.speaker = edit.name;
                found = true;
            }
        }
    }
    return found;
}

bool Corrector::apply(const SetSpeaker &edit)
{
    const auto index = find(edit.cue);
    if (!index)
        return false;
    cue(*index).speaker = edit.speaker;
    return true;
}

bool Corrector::apply(const ShiftTimes &edit)
{
    bool found = false;
    MediaTime earliest;
    for (std::vector<Cue> &block : m_blocks) {
        for (Cue &one : block) {
            if (!one.start)
                continue;
            if (edit.from && *one.start < *edit.from) {
                earliest = std::max(earliest, *one.start);
                continue;
            }
            found = true;
            const auto moved = [&edit, earliest](MediaTime time) {
                return std::max(earliest, time + edit.by);
            };
            one.start = moved(*one.start);
            if (one.end)
                one.end = moved(*one.end);
            for (Word &word : one.words) {
                word.start = moved(word.start);
                word.end = moved(word.end);
            }
        }
    }
    return found;
}

} // namespace app::transcripts::internal
