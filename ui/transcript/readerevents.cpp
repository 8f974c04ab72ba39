// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/transcript/readerview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui::transcript {

using internal::Unit;

namespace {

constexpr int autoScrollMs = 30;

/// Names, times and marks beside the text: no press there begins a selection.
bool isBesideText(ReaderHit::Kind kind)
{
    using Kind = ReaderHit::Kind;
    return kind == Kind::Note || kind == Kind::BlockTime || kind == Kind::Speaker
           || kind == Kind::Fold;
}

bool isNoteKey(const QKeyEvent &event)
{
    return event.modifiers() == Qt::AltModifier
           && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
}

QString tipFor(const ReaderHit &hit)
{
    if (hit.kind == ReaderHit::Kind::BlockTime && hit.blockTime) {
        return ReaderView::tr("Play from %1", "%1 is a time").arg(text::clockText(*hit.blockTime));
    }
    if (hit.time) {
        const QString clock = text::clockText(hit.time->start);
        switch (hit.time->kind) {
        case TimeLink::Kind::Sure:
            return ReaderView::tr("Play from %1", "%1 is a time").arg(clock);
        case TimeLink::Kind::Unsure:
            return ReaderView::tr("Play from %1, if that is a time").arg(clock);
        case TimeLink::Kind::OtherRecording:
            return ReaderView::tr("A place in another recording");
        case TimeLink::Kind::PastEnd:
            return ReaderView::tr("Past the end of this audio");
        }
    }
    if (hit.kind == ReaderHit::Kind::Speaker) {
        return hit.speaker.left(300);
    }
    return hit.link.left(300);
}

} // namespace

void ReaderView::State::hover(QPoint viewPoint)
{
    const ReaderHit what = hit(viewPoint);
    const bool onText = what.kind == ReaderHit::Kind::Text || what.kind == ReaderHit::Kind::Nothing;
    q.viewport()->setCursor(onText ? Qt::IBeamCursor : Qt::PointingHandCursor);
    const bool onStop = what.kind == ReaderHit::Kind::Time || what.kind == ReaderHit::Kind::Link;
    const int newStop = onStop ? stopAt(what.offset) : -1;
    const std::size_t newBlock = what.kind == ReaderHit::Kind::BlockTime
                                     ? blockAtOffset(layout.document(), what.offset)
                                     : static_cast<std::size_t>(-1);
    const bool inTime = what.kind == ReaderHit::Kind::BlockTime && what.blockTime;
    const bool kept = hoveredSentence
                      && sentenceTimeRect(*hoveredSentence)
                             .adjusted(-4, -2, 4, 2)
                             .contains(viewPoint + QPointF(0, scrollY()));
    const auto newSentence =
        kept ? hoveredSentence : sentenceBeside(viewPoint + QPointF(0, scrollY()));
    if (newStop != hoveredStop || newBlock != hoveredBlockTime || newSentence != hoveredSentence
        || inTime != gutterHovered) {
        hoveredStop = newStop;
        hoveredBlockTime = newBlock;
        hoveredSentence = newSentence;
        gutterHovered = inTime;
        q.viewport()->update();
    }
}

void ReaderView::State::dragTo(QPoint viewPoint)
{
    lastPoint = viewPoint;
    const qsizetype offset = layout.offsetAt(
        QPointF(viewPoint.x(), std::clamp(viewPoint.y() + scrollY(), 0.0, layout.height() - 1)));
    if (offset >= 0) {
        extendTo(offset);
    }
    const bool outside = viewPoint.y() < 0 || viewPoint.y() > viewHeight();
    if (outside && !autoScroll.isActive()) {
        autoScroll.start(autoScrollMs, &q);
    } else if (!outside) {
        autoScroll.stop();
    }
}

void ReaderView::mousePressEvent(QMouseEvent *event)
{
    d->playSoon.stop();
    if (event->button() != Qt::LeftButton || d->layout.isEmpty()) {
        return;
    }
    const QPoint point = event->position().toPoint();
    d->setStop(-1);
    d->pressing = true;
    d->dragging = false;
    d->pressPoint = point;
    d->pressed = d->hit(point);
    const qsizetype offset = d->layout.offsetAt(QPointF(point) + QPointF(0, d->scrollY()));
    if (d->tripleClick.isActive()
        && (point - d->lastPoint).manhattanLength() < QApplication::startDragDistance()) {
        d->tripleClick.stop();
        d->unit = Unit::Sentence;
        d->unitOrigin = d->unitAt(offset);
        d->dragging = true;
        d->extendTo(offset);
        return;
    }
    d->unit = Unit::Character;
    if (isBesideText(d->pressed.kind)) {
        return;
    }
    d->caretX = -1;
    d->caretShown = d->caretShown || (event->modifiers() & Qt::ControlModifier) || !d->clickPlays;
    // Shift+click on a time is a wish of its own: to hear its range again and again.
    const bool extend = event->modifiers() & Qt::ShiftModifier
                        && d->pressed.kind != ReaderHit::Kind::Time
                        && d->pressed.kind != ReaderHit::Kind::Link;
    d->setSelection(extend ? d->anchor : offset, offset);
}

void ReaderView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!d->pressing || !(event->buttons() & Qt::LeftButton)) {
        d->hover(point);
        return;
    }
    if (!isBesideText(d->pressed.kind)
        && (point - d->pressPoint).manhattanLength() >= QApplication::startDragDistance()) {
        d->dragging = true;
    }
    if (d->dragging) {
        d->dragTo(point);
    }
}

void ReaderView::mouseReleaseEvent(QMouseEvent *event)
{
    d->autoScroll.stop();
    if (event->button() != Qt::LeftButton || !d->pressing) {
        return;
    }
    d->pressing = false;
    if (selection().length > 0) {
        d->dragging = false;
        emit selectionFinished(true);
        return;
    }
    if (!d->dragging) {
        d->activateHit(d->pressed, event->modifiers());
    }
    d->dragging = false;
}

void ReaderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    d->playSoon.stop();
    if (event->button() != Qt::LeftButton || d->layout.isEmpty()) {
        return;
    }
    const QPoint point = event->position().toPoint();
    d->pressed = d->hit(point);
    if (d->pressed.kind != ReaderHit::Kind::Text && d->pressed.kind != ReaderHit::Kind::Nothing) {
        return;
    }
    d->pressing = true;
    d->dragging = true;
    d->pressPoint = d->lastPoint = point;
    d->unit = Unit::Word;
    d->unitOrigin = d->unitAt(d->pressed.offset);
    d->setSelection(d->unitOrigin.offset, d->unitOrigin.offset + d->unitOrigin.length);
    d->tripleClick.start(QGuiApplication::styleHints()->mouseDoubleClickInterval());
}

void ReaderView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != d->autoScroll.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int past = d->lastPoint.y() < 0
                         ? d->lastPoint.y()
                         : d->lastPoint.y() - static_cast<int>(std::lround(d->viewHeight()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(past, -60, 60));
    d->dragTo(d->lastPoint);
}

void ReaderView::wheelEvent(QWheelEvent *event)
{
    d->motion.stop();
    d->follow.userMoved();
    QAbstractScrollArea::wheelEvent(event);
}

void ReaderView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        // The event comes in the viewport's coordinates.
        emit contextMenuRequested(d->hit(event->pos()), event->globalPos());
        return;
    }
    const QRectF place = d->layout.isEmpty() ? QRectF()
                         : d->stop >= 0      ? d->rectOfStop(d->stop)
                                             : d->layout.caretRect(d->caret);
    const QRect seen = viewport()->rect().adjusted(8, 8, -8, -8);
    const QPoint under = d->toView(place).bottomLeft().toPoint();
    emit contextMenuRequested(
        hitAtFocus(),
        viewport()->mapToGlobal(
            QPoint(std::clamp(under.x(), seen.left(), std::max(seen.left(), seen.right())),
                   std::clamp(under.y(), seen.top(), std::max(seen.top(), seen.bottom())))));
}

void ReaderView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        d->copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        emit selectionFinished(false);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (d->stop >= 0) {
            d->activateStop(d->stop, event->modifiers());
        } else if (d->caretShown && isFolded(d->caret)) {
            d->reveal(d->caret);
        } else if (d->caretShown) {
            emit wordActivated(sentenceAt(document(), d->caret).offset, event->modifiers());
        }
    } else if (event->key() == Qt::Key_Escape && (selection().length > 0 || d->stop >= 0)) {
        clearSelection();
        d->setStop(-1);
    } else if (isNoteKey(*event)) {
        focusNote(event->key() == Qt::Key_Down);
    } else if (!d->moveCaretByKey(event)) {
        // Not the base class: single letters and Space are commands of the window.
        event->ignore();
    }
}

bool ReaderView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // As plain text: addresses come from outside.
        QToolTip::showText(help->globalPos(), tipFor(d->hit(help->pos())).toHtmlEscaped(), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool ReaderView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)
            || (isNoteKey(*key) && !d->notes.empty())) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool ReaderView::focusNextPrevChild(bool next)
{
    if (const int target = d->nextStop(next, false); target >= 0) {
        d->follow.userMoved();
        d->setStop(target);
        return true;
    }
    d->setStop(-1);
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void ReaderView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void ReaderView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ReaderView::leaveEvent(QEvent *event)
{
    d->hoveredStop = -1;
    d->hoveredBlockTime = static_cast<std::size_t>(-1);
    d->hoveredSentence.reset();
    viewport()->update();
    QAbstractScrollArea::leaveEvent(event);
}

} // namespace ui::transcript
