// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/preparedtext.h"

#include <algorithm>

namespace ui::transcript::internal {

namespace {

constexpr qsizetype longestBlock = 6'000;
constexpr std::size_t mostSpans = 200'000;

bool isOpening(QChar c)
{
    return c.isSpace() || c.isPunct() || c.isSymbol();
}

PreparedText::TimeLine
timeLineOf(const ReaderDocument &document, const ReaderBlock &block, std::size_t firstTime)
{
    using Kind = ReaderBlock::Kind;
    if ((block.kind != Kind::Paragraph && block.kind != Kind::ListItem) || block.continued
        || firstTime >= document.times.size()) {
        return {};
    }
    const TimeLink &time = document.times[firstTime];
    const qsizetype blockEnd = block.offset + block.length;
    const qsizetype timeEnd = time.offset + time.length;
    if (time.offset < block.offset || timeEnd > blockEnd) {
        return {};
    }
    const auto before = QStringView(document.text).mid(block.offset, time.offset - block.offset);
    if (before.size() > 8 || !std::all_of(before.begin(), before.end(), isOpening)) {
        return {};
    }
    qsizetype body = timeEnd;
    while (body < blockEnd && body - timeEnd < 8 && isOpening(document.text.at(body))
           && document.text.at(body) != QLatin1Char('"')) {
        ++body;
    }
    if (body == blockEnd || body == timeEnd) {
        return {};
    }
    return {static_cast<int>(firstTime), body, time.length};
}

} // namespace

PreparedText::PreparedText(ReaderDocument source)
    : document(std::move(source))
{
    splitLongBlocks(document, longestBlock);
    if (document.blocks.empty()) {
        document.banners.clear();
    }
    for (ReaderBanner &banner : document.banners) {
        banner.block = std::min(banner.block, document.blocks.size() - 1);
    }
    cutSpans();
    findTimeLines();
    findStops();
}

void PreparedText::cutSpans()
{
    for (const ReaderSpan &span : document.spans) {
        if (document.blocks.empty() || spans.size() >= mostSpans) {
            break;
        }
        const qsizetype end = span.offset + span.length;
        for (std::size_t i = blockAtOffset(document, span.offset); i < document.blocks.size();
             ++i) {
            const ReaderBlock &block = document.blocks[i];
            if (block.offset >= end || spans.size() >= mostSpans) {
                break;
            }
            ReaderSpan part = span;
            part.offset = std::max(span.offset, block.offset);
            part.length = std::min(end, block.offset + block.length) - part.offset;
            if (part.length > 0) {
                spans.push_back(part);
            }
        }
    }
    std::stable_sort(spans.begin(), spans.end(), [](const ReaderSpan &a, const ReaderSpan &b) {
        return a.offset < b.offset;
    });
}

void PreparedText::findTimeLines()
{
    const auto &blocks = document.blocks;
    timeLines.resize(blocks.size());
    std::size_t time = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        while (time < document.times.size() && document.times[time].offset < blocks[i].offset) {
            ++time;
        }
        timeLines[i] = timeLineOf(document, blocks[i], time);
    }
    // A column is for lists: one line alone is a sentence that happens to begin with a time.
    for (std::size_t begin = 0; begin < blocks.size();) {
        std::size_t end = begin;
        qsizetype widest = 0;
        while (end < blocks.size() && timeLines[end].time >= 0) {
            widest = std::max(widest, timeLines[end].widest);
            ++end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            timeLines[i].widest = widest;
            timeLines[i].time = end - begin < 2 ? -1 : timeLines[i].time;
        }
        begin = std::max(end, begin + 1);
    }
}

void PreparedText::findStops()
{
    for (std::size_t i = 0; i < document.times.size(); ++i) {
        const TimeLink &time = document.times[i];
        if (time.isActive()) {
            stops.push_back({time.offset, time.length, static_cast<int>(i), {}, -1});
        }
    }
    const std::size_t times = stops.size();
    for (const ReaderSpan &span : spans) {
        const bool sameAsBefore = stops.size() > times && stops.back().link == span.link
                                  && stops.back().offset + stops.back().length >= span.offset;
        if (span.link.isEmpty()) {
            continue;
        }
        if (sameAsBefore) {
            stops.back().length =
                std::max(stops.back().length, span.offset + span.length - stops.back().offset);
        } else {
            stops.push_back({span.offset, span.length, -1, span.link, -1});
        }
    }
    std::stable_sort(stops.begin(), stops.end(), [](const Stop &a, const Stop &b) {
        return a.offset < b.offset;
    });
}

std::pair<std::size_t, std::size_t> PreparedText::spansIn(qsizetype begin, qsizetype end) const
{
    const auto before = [](const ReaderSpan &span, qsizetype value) {
        return span.offset < value;
    };
    const auto first = std::lower_bound(spans.begin(), spans.end(), begin, before);
    const auto last = std::lower_bound(first, spans.end(), end, before);
    return {static_cast<std::size_t>(first - spans.begin()),
            static_cast<std::size_t>(last - spans.begin())};
}

std::pair<std::size_t, std::size_t> PreparedText::timesIn(qsizetype begin, qsizetype end) const
{
    const auto &times = document.times;
    const auto before = [](const TimeLink &time, qsizetype value) {
        return time.offset < value;
    };
    const auto first = std::lower_bound(times.begin(), times.end(), begin, before);
    const auto last = std::lower_bound(first, times.end(), end, before);
    return {static_cast<std::size_t>(first - times.begin()),
            static_cast<std::size_t>(last - times.begin())};
}

} // namespace ui::transcript::internal
