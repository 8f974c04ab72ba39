// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/skeletonview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"

#include <QPainter>

#include <algorithm>
#include <chrono>

namespace ui::widgets {

namespace metrics = theme::metrics;

SkeletonView::SkeletonView(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setAccessibleRole(*this, QAccessible::StaticText);
    m_delay.setSingleShot(true);
    m_delay.setInterval(std::chrono::milliseconds(200));
    connect(&m_delay, &QTimer::timeout, this, [this] { update(); });
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
}

void SkeletonView::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

void SkeletonView::showEvent(QShowEvent *event)
{
    m_delay.start();
    QWidget::showEvent(event);
}

void SkeletonView::paintEvent(QPaintEvent *)
{
    if (m_delay.isActive()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hover);
    const double wide = std::min(width() - 2 * metrics::space32, metrics::columnMax);
    double y = metrics::space32;
    for (const double part : {0.9, 0.97, 0.67, 0.94, 0.88, 0.4}) {
        painter.drawRoundedRect(QRectF(metrics::space32, y, wide * part, 12), 4, 4);
        y += 24;
    }
    painter.setFont(theme::font(theme::TextStyle::Meta));
    painter.setPen(c.text3);
    painter.drawText(
        QRectF(metrics::space32, y, wide, 20), Qt::AlignLeft | Qt::AlignVCenter, m_text);
}

} // namespace ui::widgets
