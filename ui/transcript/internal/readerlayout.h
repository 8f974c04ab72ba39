// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/blocklayout.h"
#include "ui/transcript/internal/heightindex.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ui::transcript::internal {

/// A whole document, of which only what is looked at is set in lines; the rest has estimated
/// heights. Coordinates: x of the viewport, y from the top of the document.
class ReaderLayout final
{
public:
    explicit ReaderLayout(const theme::Theme &theme);

    void setDocument(ReaderDocument document);

    [[nodiscard]] const PreparedText &text() const { return m_text; }

    [[nodiscard]] const ReaderDocument &document() const { return m_text.document; }

    [[nodiscard]] const ReaderStyle &style() const { return m_style; }

    [[nodiscard]] const ReaderColumns &columns() const { return m_columns; }

    [[nodiscard]] bool isEmpty() const { return document().blocks.empty(); }

    /// Forgets all lines when anything differs.
    void setStyle(const ReaderStyle &style, const ReaderColumns &columns);
    void setTheme(const theme::Theme &theme);
    void setMatches(std::vector<TextSpan> matches);

    [[nodiscard]] const std::vector<TextSpan> &matches() const { return m_matches; }

    /// Only these speakers' blocks are shown; empty: all. Forgets all lines.
    void setShownSpeakers(const std::vector<int> &shown);
    /// Shows the hidden run that holds a block. \returns whether there was one
    bool openFold(std::size_t block);

    [[nodiscard]] const Folding &folding() const { return m_folding; }

    /// Room kept above a block for a box that is not text.
    void setRoomAbove(std::size_t block, double height);

    [[nodiscard]] double height() const { return isEmpty() ? 0 : m_heights.total(); }

    [[nodiscard]] double top(std::size_t block) const { return m_heights.top(block); }

    /// The block at a height; of a hidden run its first one.
    [[nodiscard]] std::size_t blockAt(double y) const
    {
        return m_folding.shownFor(m_heights.at(y));
    }

    /// About how high a place lies, without setting anything in lines.
    [[nodiscard]] double estimatedTop(qsizetype offset) const;
    /// The same for many places in order, leaving out those closer than that to the one before.
    [[nodiscard]] std::vector<double> estimatedTops(const std::vector<TextSpan> &spans,
                                                    double apart) const;

    /// The block set in lines, now if it was not; its true height replaces the estimate.
    const BlockLayout &block(std::size_t index);

    /// Sets in lines what lies between two heights; blocks below may move by that.
    void layOut(double top, double bottom);

    /// Drops lines far from a range of blocks.
    void trim(std::size_t first, std::size_t last);

    [[nodiscard]] qsizetype offsetAt(QPointF point);
    [[nodiscard]] std::vector<QRectF> rects(TextSpan span);
    [[nodiscard]] QRectF caretRect(qsizetype offset);

    /// How many blocks were ever set in lines, for tests and measurements.
    [[nodiscard]] int layoutsMade() const { return m_layoutsMade; }

private:
    [[nodiscard]] LayoutContext context() const;
    void forget();

    const theme::Theme *m_theme;
    PreparedText m_text;
    ReaderStyle m_style;
    ReaderColumns m_columns;
    std::vector<TextSpan> m_matches;
    std::unordered_map<std::size_t, double> m_roomAbove;
    Folding m_folding;
    HeightIndex m_heights;
    std::unordered_map<std::size_t, std::unique_ptr<BlockLayout>> m_blocks;
    int m_layoutsMade = 0;
};

} // namespace ui::transcript::internal
