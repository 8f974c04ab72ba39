// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/pushcontrol.h"

#include <QFocusEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace ui::widgets {

namespace metrics = theme::metrics;

namespace {

constexpr int side = 14;
constexpr int countGap = 6;

QString countOf(const QTabBar &bar, int index)
{
    const int count = bar.tabData(index).toInt();
    return count > 0 ? bar.locale().toString(count) : QString();
}

} // namespace

SegmentedControl::SegmentedControl(const theme::ThemeManager &themes, QWidget *parent)
    : QTabBar(parent)
    , m_themes(themes)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFont(theme::font(theme::TextStyle::UiStrong));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
}

void SegmentedControl::setCount(int index, int count)
{
    setTabData(index, count);
    setTabToolTip(
        index,
        count > 0 ? tr("%1, %2", "a view's name, how many it holds").arg(tabText(index)).arg(count)
                  : QString());
    // The base class asks for sizes again when the icons' size is set, not when data is.
    setIconSize(iconSize());
}

QSize SegmentedControl::tabSizeHint(int index) const
{
    const QString count = countOf(*this, index);
    int width = fontMetrics().horizontalAdvance(tabText(index)) + 2 * side;
    if (!count.isEmpty()) {
        width += countGap + fontMetrics().horizontalAdvance(count);
    }
    return {width, metrics::controlHeight};
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i) {
        width += tabSizeHint(i).width();
    }
    return {width, metrics::controlHeight};
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.track);
    painter.drawRoundedRect(rect(), metrics::cardRadius, metrics::cardRadius);
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        if (current) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.raised);
            painter.drawRoundedRect(tab.adjusted(2, 2, -2, -2), 6, 6);
        }
        const bool lit = current || (underMouse() && tab.contains(mouse));
        QRect words = tab.adjusted(side, 0, -side, 0);
        painter.setPen(!isTabEnabled(i) ? c.disabled : (lit ? c.text : c.text2));
        const auto leading = static_cast<int>(
            QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter));
        const auto trailing = static_cast<int>(
            QStyle::visualAlignment(layoutDirection(), Qt::AlignTrailing | Qt::AlignVCenter));
        painter.drawText(words, leading, tabText(i));
        painter.setPen(isTabEnabled(i) ? c.text3 : c.disabled);
        painter.drawText(words, trailing, countOf(*this, i));
        if (current && m_ring) {
            paintFocusRing(painter, tab, 6, c.accent);
        }
    }
}

void SegmentedControl::focusInEvent(QFocusEvent *event)
{
    m_ring = isKeyboardFocus(event->reason());
    QTabBar::focusInEvent(event);
    update();
}

void SegmentedControl::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    QTabBar::focusOutEvent(event);
    update();
}

} // namespace ui::widgets
