// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/folding.h"
#include "ui/transcript/internal/preparedtext.h"
#include "ui/transcript/internal/readerstyle.h"

#include <QPointF>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace ui::transcript::internal {

/// What a block's layout depends on.
struct LayoutContext
{
    const PreparedText &text;
    const ReaderStyle &style;
    const ReaderColumns &columns;
    const theme::Theme &theme;
    const std::vector<TextSpan> &matches; ///< set in a heavier weight
    const Folding &folding;
};

/// One block set in lines. Coordinates: x of the viewport, y from the block's top.
class BlockLayout final
{
public:
    /// \param above  room kept free above the block, such as for a banner
    BlockLayout(const LayoutContext &context, std::size_t index, double above);

    [[nodiscard]] double height() const { return m_height; }

    /// A rectangle per line (and per direction of writing) that covers a range of the document.
    [[nodiscard]] std::vector<QRectF> rects(qsizetype begin, qsizetype end) const;

    /// The nearest place between two characters.
    [[nodiscard]] qsizetype offsetAt(QPointF point) const;

    /// The character a point lies on; -1 beside the text.
    [[nodiscard]] qsizetype characterAt(QPointF point) const;

    [[nodiscard]] QRectF caretRect(qsizetype offset) const;

    /// The next place to the left or right as seen, whatever way the words run; empty past the
    /// edges of the block's first and last lines.
    [[nodiscard]] std::optional<qsizetype> visualStep(qsizetype offset, bool right) const;

    /// Whether the words begin on the right.
    [[nodiscard]] bool isRightToLeft() const;

    /// Where the line of text at an offset begins and ends, without the end of the paragraph.
    [[nodiscard]] TextSpan lineAt(qsizetype offset) const;

    /// Draws the letters; some in other colours than they were laid out with.
    void drawText(QPainter &painter,
                  double top,
                  const std::vector<std::pair<TextSpan, QColor>> &colored) const;

    [[nodiscard]] const QRectF &textRect() const { return m_textRect; }

    [[nodiscard]] const QRectF &speakerRect() const { return m_speakerRect; }

    [[nodiscard]] const QRectF &timeRect() const { return m_timeRect; }

    [[nodiscard]] const QRectF &markerRect() const { return m_markerRect; }

    /// The line that stands for hidden turns; null in a block that is shown.
    [[nodiscard]] const QRectF &foldRect() const { return m_foldRect; }

    [[nodiscard]] double lineHeight() const { return m_lineHeight; }

private:
    /// Part of a block's text with its own lines: the time of a list line, or the words.
    struct Piece
    {
        std::unique_ptr<QTextLayout> layout;
        qsizetype offset = 0;
        qsizetype length = 0;
    };

    void placeSpeaker(const LayoutContext &context, const ReaderBlock &block, double &y);
    double addPiece(const LayoutContext &context,
                    TextSpan span,
                    const QFont &font,
                    QRectF room,
                    Qt::Alignment alignment);
    [[nodiscard]] const Piece *pieceAt(QPointF point) const;
    [[nodiscard]] const Piece *pieceOf(qsizetype offset) const;

    std::vector<Piece> m_pieces;
    QRectF m_textRect, m_speakerRect, m_timeRect, m_markerRect, m_foldRect;
    double m_height = 0;
    double m_lineHeight = 27;
};

/// How high a block will about be, without laying it out.
[[nodiscard]] double
estimateHeight(const LayoutContext &context, std::size_t index, double characterWidth);

} // namespace ui::transcript::internal
