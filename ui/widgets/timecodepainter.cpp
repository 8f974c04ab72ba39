// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timecodepainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

namespace {

double digitCell(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    }
    return widest;
}

double advance(const QFontMetricsF &metrics, QChar c, double cell)
{
    return c.isDigit() ? cell : metrics.horizontalAdvance(c);
}

} // namespace

double timecodeWidth(const QFont &font, const QString &time)
{
    const QFontMetricsF metrics(font);
    const double cell = digitCell(metrics);
    double width = 0;
    for (const QChar c : time) {
        width += advance(metrics, c, cell);
    }
    return width;
}

void paintTimecode(QPainter &painter,
                   const QRectF &rect,
                   const QFont &font,
                   const QString &time,
                   Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const double cell = digitCell(metrics);
    const double room = rect.width() - timecodeWidth(font, time);
    double x = rect.x();
    if (alignment & Qt::AlignRight) {
        x += room;
    } else if (alignment & Qt::AlignHCenter) {
        x += room / 2;
    }
    double baseline = rect.y() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    if (alignment & Qt::AlignTop) {
        baseline = rect.y() + metrics.ascent();
    } else if (alignment & Qt::AlignBottom) {
        baseline = rect.bottom() - metrics.descent();
    }
    painter.setFont(font);
    for (const QChar c : time) {
        const double taken = advance(metrics, c, cell);
        painter.drawText(QPointF(x + (taken - metrics.horizontalAdvance(c)) / 2, baseline),
                         QString(c));
        x += taken;
    }
}

} // namespace ui::widgets
