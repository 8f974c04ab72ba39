// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timetip.h"
#include "ui/player/timeline.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/pushcontrol.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

namespace ui::player {

using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

constexpr Duration shortStep{5000};
constexpr Duration longStep{30000};

} // namespace

bool Timeline::event(QEvent *event)
{
    // Alt+Up/Down also walk the notes everywhere else; here they walk the flags.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool flags = key->modifiers() == Qt::AltModifier
                           && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (flags || (enter && key->modifiers() == Qt::NoModifier)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Timeline::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    m_shape.paint(painter, m_themes.current(), event->rect());
    if (m_ring) {
        widgets::paintFocusRing(
            painter, rect(), theme::metrics::controlRadius, m_themes.current().accent);
    }
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_duration) {
        event->ignore();
        return;
    }
    m_pressedFlag = flagAt(event->position());
    if (m_pressedFlag) {
        return;
    }
    m_scrubbing = true;
    setHover(event->position());
    scrubTo(event->position().x());
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    setHover(event->position());
    if (m_scrubbing) {
        scrubTo(event->position().x());
    }
}

void Timeline::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    if (m_pressedFlag) {
        if (flagAt(event->position()) == m_pressedFlag) {
            const app::base::NoteId id = m_flags[*m_pressedFlag].id;
            m_pressedFlag.reset();
            emit noteActivated(id);
        }
        m_pressedFlag.reset();
        return;
    }
    if (m_scrubbing) {
        // Asked again even when the last move asked for the same: a release is a decision.
        const MediaTime place = placeAt(event->position().x());
        endScrub();
        requestSeek(place);
        setHover(event->position());
    }
}

void Timeline::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_duration) {
        event->ignore();
    } else if (event->reason() == QContextMenuEvent::Mouse) {
        emit menuRequested(placeAt(event->pos().x()), event->globalPos());
    } else {
        emit menuRequested(m_position, mapToGlobal(QPoint(qRound(m_shape.playhead), height() / 2)));
    }
}

void Timeline::leaveEvent(QEvent *event)
{
    setHover(std::nullopt);
    QWidget::leaveEvent(event);
}

void Timeline::hideEvent(QHideEvent *event)
{
    endScrub();
    setHover(std::nullopt);
    QWidget::hideEvent(event);
}

void Timeline::stepBy(Duration by)
{
    const MediaTime place = clamped(m_position + by);
    const Duration step = place - m_position;
    if (step == Duration(0)) {
        return;
    }
    movePlayhead(place);
    emit scrubbed(m_position);
    emit stepRequested(step);
    QAccessibleValueChangeEvent event(this, m_position.ms());
    QAccessible::updateAccessibility(&event);
}

bool Timeline::seekByKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
        stepBy(-shortStep);
        return true;
    case Qt::Key_Right:
        stepBy(shortStep);
        return true;
    case Qt::Key_PageUp:
        stepBy(longStep);
        return true;
    case Qt::Key_PageDown:
        stepBy(-longStep);
        return true;
    case Qt::Key_Home:
        requestSeek(MediaTime());
        return true;
    case Qt::Key_End:
        if (m_duration) {
            requestSeek(MediaTime(*m_duration));
        }
        return true;
    default:
        return false;
    }
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (!m_ring && hasFocus()) {
        // Clicked before, but from here on it is the keyboard's.
        m_ring = true;
        update();
    }
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        walkFlags(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    if (held == Qt::NoModifier) {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            activateFlag();
            return;
        }
        if (seekByKey(event->key())) {
            return;
        }
    }
    event->ignore();
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    m_ring = widgets::isKeyboardFocus(event->reason());
    QWidget::focusInEvent(event);
    update();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    m_chosenFlag.reset();
    setAccessibleDescription({});
    if (!underMouse()) {
        setHover(std::nullopt);
    }
    QWidget::focusOutEvent(event);
    relayout();
}

void Timeline::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange) {
        endScrub();
        setHover(std::nullopt);
        relayout();
    }
    QWidget::changeEvent(event);
}

} // namespace ui::player
