// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/rowpainting.h"

#include "ui/widgets/pushcontrol.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace ui::library {

void paintRowBackground(QPainter &painter,
                        const QRect &rect,
                        int radius,
                        const QStyleOptionViewItem &option,
                        const theme::Theme &colors)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? colors.selected : colors.hover);
        painter.drawRoundedRect(rect, radius, radius);
    }
    const bool byKeyboard = option.state & QStyle::State_KeyboardFocusChange;
    if (byKeyboard && option.state & QStyle::State_HasFocus) {
        widgets::paintFocusRing(painter, rect, radius, colors.accent);
    }
}

} // namespace ui::library
