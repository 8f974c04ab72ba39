// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/timelinemap.h"

#include "app/notes/internal/risingchain.h"
#include "app/notes/internal/wordindex.h"

#include <algorithm>
#include <unordered_map>

namespace app::notes {

using internal::WordIndex;
using timestamps::Duration;
using timestamps::MediaTime;
using timestamps::TimeRange;

namespace {

constexpr std::size_t rowWords = 5;
constexpr std::size_t fewestRows = 8;
constexpr qint64 sameShiftMs = 3'000;
constexpr qint64 surelyNearMs = 2'000;
constexpr qint64 outsideMs = 30'000;

/// A row of words that both texts have once.
struct Match
{
    std::size_t from = 0; ///< word of the one text
    std::size_t to = 0;   ///< of the other
};

/// Where each row of words stands that stands there only once.
std::unordered_map<quint64, std::size_t> uniqueRows(const WordIndex &index)
{
    constexpr std::size_t repeated = ~std::size_t{0};
    std::unordered_map<quint64, std::size_t> rows;
    const auto &words = index.words();
    rows.reserve(words.size());
    for (std::size_t at = 0; at + rowWords <= words.size(); ++at) {
        quint64 hash = 0;
        for (std::size_t word = at; word < at + rowWords; ++word)
            hash = (hash ^ words[word].hash) * 0x9E37'79B9'7F4A'7C15U + (hash >> 31U);
        if (const auto [row, isNew] = rows.try_emplace(hash, at); !isNew)
            row->second = repeated;
    }
    std::erase_if(rows, [](const auto &row) { return row.second == repeated; });
    return rows;
}

std::vector<Match> matchesInOrder(const WordIndex &from, const WordIndex &to)
{
    const auto rowsFrom = uniqueRows(from);
    const auto rowsTo = uniqueRows(to);
    std::vector<Match> matches;
    for (const auto &[hash, at] : rowsFrom) {
        if (const auto other = rowsTo.find(hash); other != rowsTo.end())
            matches.push_back({at, other->second});
    }
    std::sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return a.from < b.from;
    });
    std::vector<std::size_t> places;
    places.reserve(matches.size());
    for (const Match &match : matches)
        places.push_back(match.to);
    std::vector<Match> kept;
    for (const std::size_t at : internal::longestRising(places))
        kept.push_back(matches[at]);
    return kept;
}

/// Matches one after the other with about the same shift.
class Run
{
public:
    Run(const WordIndex &from, const WordIndex &to)
        : m_from(&from)
        , m_to(&to)
    {}

    [[nodiscard]] qint64 shiftOf(const Match &match) const
    {
        return m_to->startMs()[match.to] - m_from->startMs()[match.from];
    }

    [[nodiscard]] bool isEmpty() const { return m_matches.empty(); }

    [[nodiscard]] bool takes(const Match &match) const
    {
        return isEmpty() || std::abs(shiftOf(match) - recentShift()) <= sameShiftMs;
    }

    void add(const Match &match) { m_matches.push_back(match); }

    void append(const Run &later)
    {
        m_matches.insert(m_matches.end(), later.m_matches.begin(), later.m_matches.end());
    }

    [[nodiscard]] std::size_t size() const { return m_matches.size(); }

    /// Of the last matches, the middle one: one mistaken time does not turn it.
    [[nodiscard]] qint64 recentShift() const { return middleShift(m_matches.size() - window()); }

    [[nodiscard]] qint64 firstShift() const { return middleShift(0); }

    [[nodiscard]] TimelinePiece piece() const
    {
        std::vector<qint64> shifts;
        for (const Match &match : m_matches)
            shifts.push_back(shiftOf(match));
        const auto middle = shifts.begin() + static_cast<std::ptrdiff_t>(shifts.size() / 2);
        std::nth_element(shifts.begin(), middle, shifts.end());
        const std::size_t first = m_matches.front().from;
        const std::size_t last = m_matches.back().from + rowWords - 1;
        const double share =
            static_cast<double>(m_matches.size()) / static_cast<double>(last - first + 1);
        return {
            {MediaTime::fromMs(m_from->startMs()[first]), MediaTime::fromMs(m_from->endMs()[last])},
            Duration(*middle),
            std::min(1.0, share * 2.0)};
    }

private:
    [[nodiscard]] std::size_t window() const { return std::min<std::size_t>(m_matches.size(), 9); }

    [[nodiscard]] qint64 middleShift(std::size_t begin) const
    {
        std::vector<qint64> shifts;
        for (std::size_t at = begin; at < begin + window(); ++at)
            shifts.push_back(shiftOf(m_matches[at]));
        std::sort(shifts.begin(), shifts.end());
        return shifts[shifts.size() / 2];
    }

    const WordIndex *m_from;
    const WordIndex *m_to;
    std::vector<Match> m_matches;
};

std::vector<Run>
runsOf(const std::vector<Match> &matches, const WordIndex &from, const WordIndex &to)
{
    std::vector<Run> all;
    Run run(from, to);
    for (const Match &match : matches) {
        if (!run.takes(match)) {
            all.push_back(run);
            run = Run(from, to);
        }
        run.add(match);
    }
    if (!run.isEmpty())
        all.push_back(run);
    std::erase_if(all, [](const Run &one) { return one.size() < fewestRows; });
    // What stood between them is gone: those of one shift are one again.
    std::vector<Run> joined;
    for (const Run &one : all) {
        if (!joined.empty()
            && std::abs(joined.back().recentShift() - one.firstShift()) <= sameShiftMs / 2)
            joined.back().append(one);
        else
            joined.push_back(one);
    }
    return joined;
}

/// Makes pieces keep apart in the other recording too: middles of shifts may let them overlap a
/// little.
std::vector<TimelinePiece> apart(std::vector<TimelinePiece> pieces)
{
    std::vector<TimelinePiece> kept;
    for (TimelinePiece &piece : pieces) {
        if (!kept.empty()) {
            const TimelinePiece &last = kept.back();
            const MediaTime free =
                std::max(last.from.end, last.from.end + last.shift - piece.shift);
            piece.from.start = std::max(piece.from.start, free);
        }
        if (!piece.from.isEmpty())
            kept.push_back(piece);
    }
    return kept;
}

} // namespace

TimelineMap::TimelineMap(std::vector<TimelinePiece> pieces)
    : m_pieces(apart(std::move(pieces)))
{}

MappedTime TimelineMap::map(MediaTime place) const
{
    const auto at = [place](const TimelinePiece &piece, bool flagged) -> MappedTime {
        const MediaTime there = place + piece.shift;
        const bool before = there < MediaTime();
        return {before ? MediaTime() : there, piece.confidence, flagged || before};
    };
    if (isEmpty())
        return {place, 0, false};
    const auto after = std::upper_bound(
        m_pieces.begin(), m_pieces.end(), place, [](MediaTime time, const TimelinePiece &piece) {
            return time < piece.from.start;
        });
    if (after == m_pieces.begin())
        return at(*after, after->from.start - place > Duration(outsideMs));
    const TimelinePiece &left = *std::prev(after);
    if (place < left.from.end)
        return at(left, false);
    const Duration behind = place - left.from.end;
    if (after == m_pieces.end())
        return at(left, behind > Duration(outsideMs));
    const Duration ahead = after->from.start - place;
    const bool flagged = std::min(behind, ahead) >= Duration(surelyNearMs);
    if (behind <= ahead) {
        MappedTime mapped = at(left, flagged);
        mapped.time = std::min(mapped.time, after->from.start + after->shift);
        return mapped;
    }
    MappedTime mapped = at(*after, flagged);
    mapped.time = std::max(mapped.time, left.from.end + left.shift);
    return mapped;
}

TimelineMap TimelineMap::inverse() const
{
    std::vector<TimelinePiece> pieces;
    for (const TimelinePiece &piece : m_pieces)
        pieces.push_back({{piece.from.start + piece.shift, piece.from.end + piece.shift},
                          -piece.shift,
                          piece.confidence});
    return TimelineMap(std::move(pieces));
}

TimelineMap alignTimelines(const AnchorText &from, const AnchorText &to)
{
    if (languagesDiffer(from.language, to.language) || from.times.empty() || to.times.empty())
        return {};
    const WordIndex one(from);
    const WordIndex other(to);
    std::vector<TimelinePiece> pieces;
    for (const Run &run : runsOf(matchesInOrder(one, other), one, other))
        pieces.push_back(run.piece());
    return TimelineMap(std::move(pieces));
}

} // namespace app::notes
