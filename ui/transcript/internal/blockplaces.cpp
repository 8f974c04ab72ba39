// SPDX-License-Identifier: GPL-3.0-or-later
// Which character lies where in a block that is set in lines.
#include "ui/transcript/internal/blocklayout.h"

#include <algorithm>
#include <cmath>

namespace ui::transcript::internal {

const BlockLayout::Piece *BlockLayout::pieceAt(QPointF point) const
{
    const Piece *nearest = nullptr;
    double best = 1e9;
    for (const Piece &piece : m_pieces) {
        const QRectF box = piece.layout->boundingRect().translated(piece.layout->position());
        const double away = std::max({box.left() - point.x(), point.x() - box.right(), 0.0});
        if (away < best) {
            best = away;
            nearest = &piece;
        }
    }
    return nearest;
}

const BlockLayout::Piece *BlockLayout::pieceOf(qsizetype offset) const
{
    const Piece *result = m_pieces.empty() ? nullptr : &m_pieces.front();
    for (const Piece &piece : m_pieces) {
        if (piece.offset <= offset) {
            result = &piece;
        }
    }
    return result;
}

qsizetype BlockLayout::offsetAt(QPointF point) const
{
    const Piece *piece = pieceAt(point);
    if (!piece || piece->layout->lineCount() == 0) {
        return -1;
    }
    const QPointF inside = point - piece->layout->position();
    const int line = std::clamp(
        static_cast<int>(std::floor(inside.y() / m_lineHeight)), 0, piece->layout->lineCount() - 1);
    return piece->offset + piece->layout->lineAt(line).xToCursor(inside.x());
}

qsizetype BlockLayout::characterAt(QPointF point) const
{
    const qsizetype near = offsetAt(point);
    if (near < 0) {
        return -1;
    }
    for (const qsizetype offset : {near - 1, near}) {
        for (const QRectF &rect : rects(offset, offset + 1)) {
            if (rect.contains(point)) {
                return offset;
            }
        }
    }
    return -1;
}

QRectF BlockLayout::caretRect(qsizetype offset) const
{
    const Piece *piece = pieceOf(offset);
    if (!piece || piece->layout->lineCount() == 0) {
        return {m_textRect.left(), m_textRect.top(), 1, m_lineHeight};
    }
    const int place =
        static_cast<int>(std::clamp<qsizetype>(offset - piece->offset, 0, piece->length));
    QTextLine line = piece->layout->lineForTextPosition(place);
    if (!line.isValid()) {
        line = piece->layout->lineAt(piece->layout->lineCount() - 1);
    }
    const QPointF origin = piece->layout->position();
    return {origin.x() + line.cursorToX(place),
            origin.y() + line.lineNumber() * m_lineHeight,
            1,
            m_lineHeight};
}

bool BlockLayout::isRightToLeft() const
{
    return !m_pieces.empty()
           && m_pieces.back().layout->textOption().textDirection() == Qt::RightToLeft;
}

std::optional<qsizetype> BlockLayout::visualStep(qsizetype offset, bool right) const
{
    const Piece *piece = pieceOf(offset);
    if (!piece || piece->length == 0) {
        return std::nullopt;
    }
    const int place =
        static_cast<int>(std::clamp<qsizetype>(offset - piece->offset, 0, piece->length));
    const int next = right ? piece->layout->rightCursorPosition(place)
                           : piece->layout->leftCursorPosition(place);
    if (next != place) {
        return piece->offset + next;
    }
    // The time of a list line is a piece of its own; the words come after it.
    const bool forward = right != isRightToLeft();
    const auto index = piece - m_pieces.data();
    if (forward && static_cast<std::size_t>(index) + 1 < m_pieces.size()) {
        return m_pieces[static_cast<std::size_t>(index) + 1].offset;
    }
    if (!forward && index > 0) {
        const Piece &before = m_pieces[static_cast<std::size_t>(index) - 1];
        return before.offset + before.length;
    }
    return std::nullopt;
}

TextSpan BlockLayout::lineAt(qsizetype offset) const
{
    const Piece *piece = pieceOf(offset);
    if (!piece || piece->layout->lineCount() == 0) {
        return {offset, 0};
    }
    const int place =
        static_cast<int>(std::clamp<qsizetype>(offset - piece->offset, 0, piece->length));
    QTextLine line = piece->layout->lineForTextPosition(place);
    if (!line.isValid()) {
        line = piece->layout->lineAt(piece->layout->lineCount() - 1);
    }
    return {piece->offset + line.textStart(), line.textLength()};
}

} // namespace ui::transcript::internal
