// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconbutton.h"

#include "ui/theme/metrics.h"

#include <QPainter>

#include <algorithm>

namespace ui::widgets {

namespace metrics = theme::metrics;

IconButton::IconButton(const theme::ThemeManager &themes,
                       const QString &iconName,
                       const QString &name,
                       QWidget *parent)
    : PushControl(themes, name, parent)
    , m_iconName(iconName)
    , m_side(metrics::controlHeight)
{
    setHint(name);
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconButton::setShape(Shape shape)
{
    m_shape = shape;
    setSide(shape == Shape::PrimaryRound ? metrics::playButton : metrics::controlHeight);
}

void IconButton::setSide(int side)
{
    m_side = std::max(side, 24);
    updateGeometry();
    update();
}

QSize IconButton::sizeHint() const
{
    return {m_side, m_side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = colors();
    const bool primary = m_shape == Shape::PrimaryRound;
    const double radius = m_shape == Shape::Square ? metrics::controlRadius : m_side / 2.0;
    QColor fill = primary ? c.accent : QColor(Qt::transparent);
    QColor ink = primary ? c.onaccent : c.text2;
    if (!isEnabled()) {
        fill = primary ? c.hover : fill;
        ink = c.disabled;
    } else if (isDown()) {
        fill = primary ? c.accenthover : c.pressed;
    } else if (underMouse()) {
        fill = primary ? c.accenthover : c.hover;
        ink = primary ? ink : c.text;
    }
    if (isEnabled() && isChecked() && !primary) {
        fill = isDown() ? fill : c.selected;
        ink = c.accent;
    }
    const bool gap = hasRing() && primary;
    const QRectF body = gap ? QRectF(rect()).adjusted(4, 4, -4, -4) : QRectF(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(body, radius, radius);

    const int size = m_side < metrics::controlHeight ? metrics::smallIcon : metrics::icon;
    const QPixmap icon = themes().icons().pixmap(m_iconName, size, ink, devicePixelRatioF());
    painter.drawPixmap(QPointF((width() - size) / 2.0, (height() - size) / 2.0), icon);
    if (hasRing()) {
        paintFocusRing(painter, rect(), radius, c.accent);
    }
}

} // namespace ui::widgets
