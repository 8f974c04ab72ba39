// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pushcontrol.h"

#include "ui/theme/metrics.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>

namespace ui::widgets {

bool isKeyboardFocus(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
           || reason == Qt::ShortcutFocusReason || reason == Qt::OtherFocusReason;
}

void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color)
{
    const double half = theme::metrics::focusRing / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, theme::metrics::focusRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

PushControl::PushControl(const theme::ThemeManager &themes, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
{
    setAccessibleName(name);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
}

void PushControl::setKeysHint(const QKeySequence &keys)
{
    m_keys = keys;
    refreshTip();
}

void PushControl::setHint(const QString &hint)
{
    m_hint = hint;
    refreshTip();
}

void PushControl::refreshTip()
{
    const QString words = m_hint.isEmpty() ? accessibleName() : m_hint;
    setToolTip(m_keys.isEmpty() ? words
                                : tr("%1 (%2)", "a button's tip: what it does, its keys")
                                      .arg(words, m_keys.toString(QKeySequence::NativeText)));
}

void PushControl::focusInEvent(QFocusEvent *event)
{
    m_ring = isKeyboardFocus(event->reason());
    QAbstractButton::focusInEvent(event);
    update();
}

void PushControl::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    QAbstractButton::focusOutEvent(event);
    update();
}

void PushControl::keyPressEvent(QKeyEvent *event)
{
    m_ring = hasFocus();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    // Arrow keys would walk among sibling buttons in creation order, which surprises here.
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Select) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    event->ignore();
}

} // namespace ui::widgets
