// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, mouse and screen readers of the long list.
#include "ui/models/noteindexmodel.h"
#include "ui/notes/internal/noterows.h"
#include "ui/notes/internal/rowdelegate.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

namespace ui::notes::internal {
namespace {

bool isHead(const QModelIndex &index)
{
    return index.data(models::NoteIndexModel::HeadRole).isValid();
}

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

bool isPlay(const QKeyEvent &event)
{
    return (event.modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier
           && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

} // namespace

bool NoteRows::takesKey(const QKeyEvent &event) const
{
    if (!currentIndex().isValid()) {
        return false;
    }
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll)) {
        return true;
    }
    if (isPlay(event)) {
        return true;
    }
    if (!isPlain(event)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
    case Qt::Key_E:
    case Qt::Key_Delete:
    case Qt::Key_C:
    case Qt::Key_T:
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Space:
        return isHead(currentIndex());
    default:
        return event.key() >= Qt::Key_1 && event.key() <= Qt::Key_5;
    }
}

bool NoteRows::event(QEvent *event)
{
    // The window has commands on some of these keys; with the list in focus they mean the notes.
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

bool NoteRows::handleHeadKey(int key)
{
    const QModelIndex index = currentIndex();
    const bool folded =
        index.data(models::NoteIndexModel::HeadRole).value<models::NoteHead>().folded;
    switch (key) {
    case Qt::Key_Left:
        emit foldRequested(index, true);
        return true;
    case Qt::Key_Right:
        emit foldRequested(index, false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit foldRequested(index, !folded);
        return true;
    default:
        return false;
    }
}

void NoteRows::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (!takesKey(*event) || event->matches(QKeySequence::SelectAll)) {
        QAbstractItemView::keyPressEvent(event);
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    if (isPlay(*event)) {
        emit playRequested(index);
        return;
    }
    if (isHead(index) && handleHeadKey(event->key())) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit openRequested(index);
        break;
    case Qt::Key_F2:
    case Qt::Key_E:
        emit editRequested(index);
        break;
    case Qt::Key_Delete:
        emit deleteRequested();
        break;
    case Qt::Key_C:
        emit copyRequested();
        break;
    case Qt::Key_T:
        emit starRequested();
        break;
    default:
        emit colorRequested(event->key() - Qt::Key_1);
        break;
    }
}

QModelIndex NoteRows::timeAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    const auto *const delegate = qobject_cast<const RowDelegate *>(itemDelegate());
    return index.isValid() && delegate
                   && delegate->timeRect(visualRect(index), index).contains(position)
               ? index
               : QModelIndex();
}

void NoteRows::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    const QModelIndex index = indexAt(event->pos());
    m_pressedTime = left ? timeAt(event->pos()) : QModelIndex();
    if (left && index.isValid() && isHead(index)) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        const auto head = index.data(models::NoteIndexModel::HeadRole).value<models::NoteHead>();
        emit foldRequested(index, !head.folded);
        return;
    }
    QAbstractItemView::mousePressEvent(event);
}

void NoteRows::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseReleaseEvent(event);
    const QModelIndex time = timeAt(event->pos());
    if (event->button() == Qt::LeftButton && time.isValid() && time == m_pressedTime) {
        emit playRequested(time);
    }
    m_pressedTime = QModelIndex();
}

void NoteRows::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        return;
    }
    if (isHead(index)) {
        mousePressEvent(event);
    } else if (!timeAt(event->pos()).isValid()) {
        // A hurried double click on a time means the time; its first click has played it already.
        emit openRequested(index);
    }
}

void NoteRows::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(timeAt(event->pos()).isValid() ? Qt::PointingHandCursor
                                                         : Qt::ArrowCursor);
    QAbstractItemView::mouseMoveEvent(event);
}

void NoteRows::startDrag(Qt::DropActions)
{
    // What they say may have to be read first.
    m_pressedTime = QPersistentModelIndex();
    emit dragRequested();
}

void NoteRows::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row());
        QAccessible::updateAccessibility(&event);
    }
}

void NoteRows::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (QAccessible::isActive() && !selected.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Selection);
        event.setChild(selected.first().top());
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace ui::notes::internal
