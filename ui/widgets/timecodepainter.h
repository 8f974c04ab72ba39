// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui::widgets {

/// How wide a time is when every digit takes the room of the widest one.
[[nodiscard]] double timecodeWidth(const QFont &font, const QString &time);

/// Draws a time such as "1:02:03" so that it does not tremble while it runs: digits stand in cells
/// of one width. Always left to right, with the painter's pen.
/// \param alignment  within rect; vertical centre unless AlignTop or AlignBottom
void paintTimecode(QPainter &painter,
                   const QRectF &rect,
                   const QFont &font,
                   const QString &time,
                   Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

} // namespace ui::widgets
