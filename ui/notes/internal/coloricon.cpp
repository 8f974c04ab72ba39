// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/coloricon.h"

#include <QPainter>
#include <QPixmap>

namespace ui::notes::internal {
namespace {

constexpr int side = 16;
constexpr int ratio = 3; ///< sharp on any screen

} // namespace

QIcon colorIcon(const theme::Theme &theme, app::notes::Color color)
{
    QPixmap pixmap(side * ratio, side * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.highlightLine[static_cast<std::size_t>(color)]);
    painter.drawEllipse(2, 2, side - 4, side - 4);
    painter.end();
    return QIcon(pixmap);
}

} // namespace ui::notes::internal
