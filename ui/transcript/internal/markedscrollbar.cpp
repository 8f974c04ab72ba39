// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/markedscrollbar.h"

#include <QPainter>

#include <algorithm>

namespace ui::transcript::internal {

namespace {

constexpr int tickWidth = 4;
constexpr int tickHeight = 2;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{}

void MarkedScrollBar::setTicks(const std::vector<Tick> &ticks)
{
    if (ticks.empty() && m_ticks.empty()) {
        return;
    }
    m_ticks = ticks;
    spread();
    update();
}

void MarkedScrollBar::spread()
{
    const auto rows = static_cast<std::size_t>(std::max(height(), 1));
    m_near.assign(rows, QColor());
    m_far.assign(rows, QColor());
    for (const Tick &tick : m_ticks) {
        const double y = std::clamp(tick.place, 0.0, 1.0) * static_cast<double>(rows - 1);
        (tick.side == Side::Near ? m_near : m_far)[static_cast<std::size_t>(y)] = tick.color;
    }
}

QColor MarkedScrollBar::tickAt(int y, Side side) const
{
    const auto &rows = side == Side::Near ? m_near : m_far;
    const auto row = static_cast<std::size_t>(y);
    return y >= 0 && row < rows.size() ? rows[row] : QColor();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_ticks.empty()) {
        return;
    }
    QPainter painter(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int left = 1;
    const int right = width() - 1 - tickWidth;
    for (std::size_t row = 0; row < m_near.size(); ++row) {
        const int y = static_cast<int>(row);
        if (m_near[row].isValid()) {
            painter.fillRect(mirrored ? right : left, y, tickWidth, tickHeight, m_near[row]);
        }
        if (m_far[row].isValid()) {
            painter.fillRect(mirrored ? left : right, y, tickWidth, tickHeight, m_far[row]);
        }
    }
}

void MarkedScrollBar::resizeEvent(QResizeEvent *event)
{
    QScrollBar::resizeEvent(event);
    spread();
}

} // namespace ui::transcript::internal
