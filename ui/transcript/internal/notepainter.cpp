// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/timecodepainter.h"

#include <QPainter>

namespace ui::transcript::internal {

namespace metrics = theme::metrics;

namespace {

constexpr double cardPad = 10;
constexpr int cardTimeLine = 18;
constexpr int cardTextLine = 17;
constexpr int mostCardLines = 8;
constexpr double tagLine = 26;

void paintTags(QPainter &painter, const theme::Theme &c, QRectF row, const QStringList &tags)
{
    const QFont font = theme::font(theme::TextStyle::Meta);
    const QFontMetricsF fonts(font);
    painter.setFont(font);
    double x = row.left();
    for (const QString &tag : tags) {
        const QString words = QLatin1Char('#') + tag;
        const double width = fonts.horizontalAdvance(words) + 10;
        if (x + width > row.right()) {
            break;
        }
        const QRectF chip(x, row.top() + 4, width, 19);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.hover);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(c.text2);
        painter.drawText(chip, Qt::AlignCenter, words);
        x += width + 6;
    }
}

} // namespace

void paintCard(const ReaderView::State &state, QPainter &painter, const NoteBox &box)
{
    const theme::Theme &c = state.themes.current();
    const ReaderNote &note = state.notes[box.note];
    const QColor line = c.highlightLine[static_cast<std::size_t>(note.color)];
    painter.setPen(c.line);
    painter.setBrush(c.list);
    painter.drawRoundedRect(
        box.rect.adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    painter.save();
    // The bar takes the card's own corners.
    const bool mirrored = state.layout.columns().mirrored;
    painter.setClipRect(mirrored
                            ? QRectF(box.rect.right() - 3, box.rect.top(), 3, box.rect.height())
                            : QRectF(box.rect.left(), box.rect.top(), 3, box.rect.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawRoundedRect(box.rect, metrics::cardRadius, metrics::cardRadius);
    painter.restore();
    QRectF inside = box.rect.adjusted(cardPad + 3, cardPad, -cardPad, -cardPad);
    painter.setPen(c.text3);
    widgets::paintTimecode(painter,
                           QRectF(inside.left(), inside.top(), inside.width(), cardTimeLine - 2),
                           theme::font(theme::TextStyle::Meta),
                           note.time);
    inside.setTop(inside.top() + cardTimeLine);
    if (!note.text.isEmpty()) {
        const QFont font = theme::font(theme::TextStyle::Ui);
        painter.setPen(c.text);
        widgets::paintElided(painter, inside, note.text, font, cardTextLine, mostCardLines);
        const int lines = widgets::lineCount(note.text, font, inside.width(), mostCardLines);
        inside.setTop(inside.top() + lines * cardTextLine);
    }
    paintTags(painter, c, inside, note.tags);
}

void paintFlag(const ReaderView::State &state, QPainter &painter, const NoteBox &box)
{
    const theme::Theme &c = state.themes.current();
    const ReaderNote &note = state.notes[box.note];
    const QRectF r = box.rect;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.highlightLine[static_cast<std::size_t>(note.color)]);
    painter.drawPolygon(QPolygonF({r.topLeft(),
                                   r.topRight(),
                                   QPointF(r.right() - 3, r.top() + 4),
                                   QPointF(r.right(), r.top() + 8),
                                   QPointF(r.left() + 1.5, r.top() + 8),
                                   QPointF(r.left() + 1.5, r.bottom()),
                                   r.bottomLeft()}));
}

double cardHeight(const ReaderNote &note, double width)
{
    double height = 2 * cardPad + cardTimeLine;
    if (!note.text.isEmpty()) {
        height += cardTextLine
                  * widgets::lineCount(note.text,
                                       theme::font(theme::TextStyle::Ui),
                                       width - 2 * cardPad - 3,
                                       mostCardLines);
    }
    return height + (note.tags.isEmpty() ? 0 : tagLine);
}

} // namespace ui::transcript::internal
