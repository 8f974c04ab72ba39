// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/byteranges.h"

#include <algorithm>
#include <numeric>

namespace app::downloads::internal {

using media::ByteRange;

ByteRanges::ByteRanges(const std::vector<ByteRange> &ranges)
{
    for (const ByteRange &range : ranges) {
        add(range.start, range.end);
    }
}

void ByteRanges::add(qint64 start, qint64 end)
{
    if (start < 0 || end <= start) {
        return;
    }
    const auto first = std::lower_bound(
        m_list.begin(), m_list.end(), start, [](const ByteRange &range, qint64 at) {
            return range.end < at;
        });
    auto last = first;
    while (last != m_list.end() && last->start <= end) {
        start = std::min(start, last->start);
        end = std::max(end, last->end);
        ++last;
    }
    if (first == last) {
        m_list.insert(first, {start, end});
        return;
    }
    *first = {start, end};
    m_list.erase(first + 1, last);
}

void ByteRanges::clip(qint64 size)
{
    while (!m_list.empty() && m_list.back().start >= size) {
        m_list.pop_back();
    }
    if (!m_list.empty()) {
        m_list.back().end = std::min(m_list.back().end, size);
    }
}

void ByteRanges::intersect(const ByteRanges &others)
{
    ByteRanges both;
    auto other = others.m_list.begin();
    for (const ByteRange &range : m_list) {
        while (other != others.m_list.end() && other->end <= range.start) {
            ++other;
        }
        for (auto each = other; each != others.m_list.end() && each->start < range.end; ++each) {
            both.add(std::max(range.start, each->start), std::min(range.end, each->end));
        }
    }
    *this = both;
}

qint64 ByteRanges::endAt(qint64 offset) const
{
    const auto after = std::upper_bound(
        m_list.begin(), m_list.end(), offset, [](qint64 at, const ByteRange &range) {
            return at < range.end;
        });
    return after != m_list.end() && after->start <= offset ? after->end : offset;
}

std::optional<ByteRange> ByteRanges::gapFrom(qint64 offset, qint64 total) const
{
    const qint64 start = endAt(offset);
    if (start >= total) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(
        m_list.begin(), m_list.end(), start, [](qint64 at, const ByteRange &range) {
            return at < range.start;
        });
    return ByteRange{start, after == m_list.end() ? total : std::min(after->start, total)};
}

qint64 ByteRanges::bytes() const
{
    return std::accumulate(
        m_list.begin(), m_list.end(), qint64(0), [](qint64 sum, const ByteRange &range) {
            return sum + (range.end - range.start);
        });
}

} // namespace app::downloads::internal
