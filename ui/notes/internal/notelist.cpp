// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/notelist.h"

#include "ui/notes/notedelegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace ui::notes::internal {

NoteList::NoteList(NoteDelegate &delegate, QWidget *parent)
    : QListView(parent)
{
    setItemDelegate(&delegate);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

NoteList::Key NoteList::keyOf(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        return Key::Copy;
    }
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return Key::None;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Key::Play;
    case Qt::Key_F2:
    case Qt::Key_E:
        return Key::Edit;
    case Qt::Key_Delete:
        return Key::Delete;
    case Qt::Key_C:
        return Key::Copy;
    default:
        return event.key() >= Qt::Key_1 && event.key() <= Qt::Key_5 ? Key::Color : Key::None;
    }
}

bool NoteList::event(QEvent *event)
{
    // The window has commands on some of these keys; with the list in focus they mean the note.
    if (event->type() == QEvent::ShortcutOverride && currentIndex().isValid()
        && keyOf(*static_cast<QKeyEvent *>(event)) != Key::None) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void NoteList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const Key key = index.isValid() ? keyOf(*event) : Key::None;
    switch (key) {
    case Key::Play:
        emit playRequested(index);
        break;
    case Key::Edit:
        emit editRequested(index);
        break;
    case Key::Delete:
        emit deleteRequested(index);
        break;
    case Key::Copy:
        emit copyRequested(index);
        break;
    case Key::Color:
        emit colorRequested(index, event->key() - Qt::Key_1);
        break;
    case Key::None:
        QListView::keyPressEvent(event);
        break;
    }
}

QModelIndex NoteList::timeAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && NoteDelegate::timeRect(visualRect(index)).contains(position)
               ? index
               : QModelIndex();
}

void NoteList::mousePressEvent(QMouseEvent *event)
{
    m_pressedTime = event->button() == Qt::LeftButton ? timeAt(event->pos()) : QModelIndex();
    QListView::mousePressEvent(event);
}

void NoteList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex time = timeAt(event->pos());
    if (event->button() == Qt::LeftButton && time.isValid() && time == m_pressedTime) {
        emit playRequested(time);
    }
    m_pressedTime = QModelIndex();
}

void NoteList::mouseDoubleClickEvent(QMouseEvent *event)
{
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    // A hurried double click on a time means the time, and its first click has played it already.
    if (event->button() == Qt::LeftButton && index.isValid() && !timeAt(event->pos()).isValid()) {
        emit editRequested(index);
    }
}

void NoteList::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(timeAt(event->pos()).isValid() ? Qt::PointingHandCursor
                                                         : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void NoteList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    // Words wrap, so heights follow the width.
    if (event->oldSize().width() != event->size().width()) {
        scheduleDelayedItemsLayout();
    }
}

} // namespace ui::notes::internal
