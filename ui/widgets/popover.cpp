// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popover.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

namespace metrics = theme::metrics;

namespace {

bool takesTab(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus)
           && !widget.focusProxy();
}

} // namespace

Popover::Popover(const theme::ThemeManager &themes, const QString &name, QWidget *owner)
    : QWidget(owner->window())
    , m_themes(themes)
{
    setAccessibleName(name);
    setAccessibleRole(*this, QAccessible::Dialog);
    setLayoutDirection(owner->layoutDirection());
    setFocusPolicy(Qt::NoFocus);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    hide();
}

Popover::~Popover() = default;

void Popover::openOver(QWidget &control)
{
    m_control = &control;
    setLayoutDirection(control.layoutDirection());
    if (parentWidget() != control.window()) {
        setParent(control.window());
    }
    place();
    show();
    raise();
    // Rows that were hidden or shown count once the layout has run.
    place();
    qApp->removeEventFilter(this);
    qApp->installEventFilter(this);
    if (QWidget *const first = firstFocus()) {
        first->setFocus(Qt::PopupFocusReason);
    }
}

void Popover::toggleOver(QWidget &control)
{
    if (isVisible() && m_control == &control) {
        dismiss();
    } else {
        openOver(control);
    }
}

void Popover::dismiss()
{
    if (!isVisible()) {
        return;
    }
    qApp->removeEventFilter(this);
    const bool focused = isInside(QApplication::focusWidget());
    hide();
    if (focused && m_control && m_control->isVisible()) {
        m_control->setFocus(Qt::PopupFocusReason);
    }
    emit dismissed();
}

QWidget *Popover::firstFocus() const
{
    for (QWidget *next = nextInFocusChain(); next && next != this;
         next = next->nextInFocusChain()) {
        if (isAncestorOf(next) && takesTab(*next)) {
            return next;
        }
    }
    return nullptr;
}

bool Popover::isInside(const QWidget *widget) const
{
    return widget && (widget == this || isAncestorOf(widget));
}

void Popover::place()
{
    if (!m_control) {
        return;
    }
    if (layout()) {
        layout()->activate();
    }
    const QRect frame = parentWidget()->rect().adjusted(4, 4, -4, -4);
    const QSize wanted =
        sizeHint().expandedTo(minimumSize()).boundedTo(maximumSize()).boundedTo(frame.size());
    const QRect over(m_control->mapTo(parentWidget(), QPoint()), m_control->size());
    const int middle = over.center().x() - wanted.width() / 2;
    const int x = std::clamp(
        middle, frame.left(), std::max(frame.left(), frame.right() + 1 - wanted.width()));
    const int above = over.top() - metrics::space8 - wanted.height();
    if (m_clearOf) {
        const int clear = m_clearOf->mapTo(parentWidget(), QPoint()).y() - wanted.height();
        if (clear >= frame.top() && clear <= above) {
            setGeometry(QRect(QPoint(x, clear), wanted));
            return;
        }
    }
    const int below = over.bottom() + 1 + metrics::space8;
    const bool fitsBelow = below + wanted.height() <= frame.bottom() + 1;
    const int y = above >= frame.top() || !fitsBelow ? std::max(above, frame.top()) : below;
    setGeometry(QRect(QPoint(x, y), wanted));
}

bool Popover::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        const bool done = QWidget::event(event);
        place();
        return done;
    }
    return QWidget::event(event);
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *const widget = static_cast<QWidget *>(watched);
        // A menu of ours is a window of its own; the control closes it by itself.
        const bool ours =
            isInside(widget) || widget == m_control || QApplication::activePopupWidget();
        if (!ours && widget->window() == window()) {
            dismiss();
        }
    } else if (watched == parentWidget() && event->type() == QEvent::Resize) {
        // Once the window has moved the control to its new place.
        QMetaObject::invokeMethod(this, &Popover::place, Qt::QueuedConnection);
    } else if (watched == m_control && event->type() == QEvent::Hide) {
        dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

bool Popover::focusNextPrevChild(bool next)
{
    QWidget *const from = QApplication::focusWidget();
    if (!isInside(from)) {
        return QWidget::focusNextPrevChild(next);
    }
    for (QWidget *one = from;;) {
        one = next ? one->nextInFocusChain() : one->previousInFocusChain();
        if (!one || one == from) {
            return true;
        }
        if (isAncestorOf(one) && takesTab(*one)) {
            one->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    painter.setPen(c.linestrong);
    painter.setBrush(c.raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
}

} // namespace ui::widgets
