// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readerlayout.h"

#include <QFontMetricsF>

#include <algorithm>

namespace ui::transcript::internal {

namespace {

constexpr std::size_t keptAround = 120;

// A selection of everything must not set everything in lines.
constexpr std::size_t mostRectBlocks = 400;

} // namespace

ReaderLayout::ReaderLayout(const theme::Theme &theme)
    : m_theme(&theme)
    , m_text(ReaderDocument{})
{}

LayoutContext ReaderLayout::context() const
{
    return {m_text, m_style, m_columns, *m_theme, m_matches, m_folding};
}

void ReaderLayout::setDocument(ReaderDocument document)
{
    m_text = PreparedText(std::move(document));
    m_matches.clear();
    m_roomAbove.clear();
    m_folding.clear();
    forget();
}

void ReaderLayout::setShownSpeakers(const std::vector<int> &shown)
{
    m_folding.assign(document(), shown);
    forget();
}

bool ReaderLayout::openFold(std::size_t block)
{
    if (!m_folding.open(block)) {
        return false;
    }
    forget();
    return true;
}

double ReaderLayout::estimatedTop(qsizetype offset) const
{
    if (isEmpty()) {
        return 0;
    }
    const std::size_t index = m_folding.shownFor(blockAtOffset(document(), offset));
    const ReaderBlock &block = document().blocks[index];
    const double part = static_cast<double>(offset - block.offset)
                        / static_cast<double>(std::max<qsizetype>(1, block.length));
    return top(index) + std::clamp(part, 0.0, 1.0) * m_heights.height(index);
}

std::vector<double> ReaderLayout::estimatedTops(const std::vector<TextSpan> &spans,
                                                double apart) const
{
    std::vector<double> result;
    const auto &blocks = document().blocks;
    std::size_t next = 0; // the block after the one that holds the span
    double blockTop = 0;
    double perUnit = 0;
    qsizetype begin = 0;
    for (const TextSpan &span : spans) {
        if (blocks.empty()) {
            break;
        }
        if (next == 0 || (next < blocks.size() && span.offset >= blocks[next].offset)) {
            const std::size_t index = blockAtOffset(document(), span.offset);
            const std::size_t shown = m_folding.shownFor(index);
            next = index + 1;
            begin = blocks[index].offset;
            blockTop = top(shown);
            perUnit = shown == index
                          ? m_heights.height(index)
                                / static_cast<double>(std::max<qsizetype>(1, blocks[index].length))
                          : 0.0;
        }
        const double y = blockTop + static_cast<double>(span.offset - begin) * perUnit;
        if (result.empty() || y - result.back() >= apart) {
            result.push_back(y);
        }
    }
    return result;
}

void ReaderLayout::setStyle(const ReaderStyle &style, const ReaderColumns &columns)
{
    m_style = style;
    m_columns = columns;
    forget();
}

void ReaderLayout::setTheme(const theme::Theme &theme)
{
    m_theme = &theme;
    m_blocks.clear();
}

void ReaderLayout::setMatches(std::vector<TextSpan> matches)
{
    m_matches = std::move(matches);
    m_blocks.clear();
}

void ReaderLayout::setRoomAbove(std::size_t block, double height)
{
    m_roomAbove[block] = height;
    m_blocks.erase(block);
    if (block < m_heights.size()) {
        this->block(block);
    }
}

void ReaderLayout::forget()
{
    m_blocks.clear();
    const double characterWidth = std::max(
        1.0, QFontMetricsF(m_style.body).horizontalAdvance(QStringLiteral("etaoin shrdlu")) / 13);
    std::vector<double> heights(document().blocks.size());
    const LayoutContext now = context();
    for (std::size_t i = 0; i < heights.size(); ++i) {
        heights[i] = estimateHeight(now, i, characterWidth);
    }
    for (const auto &[block, room] : m_roomAbove) {
        if (block < heights.size()) {
            heights[block] += room;
        }
    }
    m_heights.assign(heights);
}

const BlockLayout &ReaderLayout::block(std::size_t index)
{
    auto &slot = m_blocks[index];
    if (!slot) {
        const auto room = m_roomAbove.find(index);
        slot = std::make_unique<BlockLayout>(
            context(), index, room == m_roomAbove.end() ? 0.0 : room->second);
        ++m_layoutsMade;
        m_heights.set(index, slot->height());
    }
    return *slot;
}

void ReaderLayout::layOut(double top, double bottom)
{
    if (isEmpty()) {
        return;
    }
    for (std::size_t i = blockAt(std::max(0.0, top)); i < m_heights.size() && this->top(i) < bottom;
         i = m_folding.after(i)) {
        block(i);
    }
}

void ReaderLayout::trim(std::size_t first, std::size_t last)
{
    if (m_blocks.size() < 4 * keptAround) {
        return;
    }
    std::erase_if(m_blocks, [&](const auto &entry) {
        return entry.first + keptAround < first || entry.first > last + keptAround;
    });
}

qsizetype ReaderLayout::offsetAt(QPointF point)
{
    if (isEmpty()) {
        return -1;
    }
    const std::size_t index = blockAt(std::max(0.0, point.y()));
    const BlockLayout &layout = block(index);
    const qsizetype offset = layout.offsetAt(point - QPointF(0, top(index)));
    return offset < 0 ? document().blocks[index].offset : offset;
}

std::vector<QRectF> ReaderLayout::rects(TextSpan span)
{
    std::vector<QRectF> result;
    if (isEmpty() || span.length <= 0) {
        return result;
    }
    const qsizetype end = span.offset + span.length;
    std::size_t blocks = 0;
    for (std::size_t i = blockAtOffset(document(), span.offset);
         i < m_heights.size() && blocks < mostRectBlocks;
         i = m_folding.after(i)) {
        if (document().blocks[i].offset >= end) {
            break;
        }
        if (m_folding.isHidden(i)) {
            continue;
        }
        ++blocks;
        const BlockLayout &layout = block(i);
        const double shift = top(i);
        for (const QRectF &rect : layout.rects(span.offset, end)) {
            result.push_back(rect.translated(0, shift));
        }
    }
    return result;
}

QRectF ReaderLayout::caretRect(qsizetype offset)
{
    if (isEmpty()) {
        return {};
    }
    const std::size_t index = m_folding.shownFor(blockAtOffset(document(), offset));
    const BlockLayout &layout = block(index);
    return layout.caretRect(offset).translated(0, top(index));
}

} // namespace ui::transcript::internal
