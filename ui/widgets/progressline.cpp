// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progressline.h"

#include <QPainter>

#include <algorithm>

namespace ui::widgets {
namespace {

constexpr int barHeight = 6;

} // namespace

ProgressLine::ProgressLine(const theme::ThemeManager &themes, QWidget *parent)
    : QProgressBar(parent)
    , m_themes(themes)
{
    setTextVisible(false);
    setFixedHeight(barHeight);
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.track);
    painter.drawRoundedRect(rect(), barHeight / 2.0, barHeight / 2.0);
    const double share =
        maximum() > 0 ? std::clamp(static_cast<double>(value()) / maximum(), 0.0, 1.0) : 0;
    if (share > 0) {
        const double wide = std::max(width() * share, static_cast<double>(barHeight));
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(QRectF(mirrored ? width() - wide : 0, 0, wide, barHeight),
                                barHeight / 2.0,
                                barHeight / 2.0);
    }
}

} // namespace ui::widgets
