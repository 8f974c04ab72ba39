// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/noterows.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui::notes::internal {

NoteRows::NoteRows(QWidget *parent)
    : QListView(parent)
    , m_tops{0}
{
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragDropMode(QAbstractItemView::DragOnly);
    verticalScrollBar()->setSingleStep(24);
}

void NoteRows::setModel(QAbstractItemModel *model)
{
    if (this->model()) {
        disconnect(this->model(), &QAbstractItemModel::rowsRemoved, this, nullptr);
    }
    QListView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
            scheduleDelayedItemsLayout();
        });
    }
    scheduleDelayedItemsLayout();
}

void NoteRows::reset()
{
    m_anchor = QPersistentModelIndex();
    m_seen = {-1, -1};
    QListView::reset();
    scheduleDelayedItemsLayout();
}

int NoteRows::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void NoteRows::doItemsLayout()
{
    const int rows = model() ? model()->rowCount(rootIndex()) : 0;
    m_heights.assign(static_cast<std::size_t>(rows), m_guess);
    m_measured.assign(static_cast<std::size_t>(rows), false);
    sumUp();
    m_seen = {-1, -1};
    QAbstractItemView::doItemsLayout();
}

void NoteRows::sumUp()
{
    m_tops.resize(m_heights.size() + 1);
    int top = 0;
    for (std::size_t at = 0; at < m_heights.size(); ++at) {
        m_tops[at] = top;
        top += m_heights[at];
    }
    m_tops.back() = top;
}

void NoteRows::measure(int row)
{
    const auto at = static_cast<std::size_t>(row);
    if (m_measured[at]) {
        return;
    }
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex index = model()->index(row, 0, rootIndex());
    const int height = itemDelegateForIndex(index)->sizeHint(option, index).height();
    m_heights[at] = std::max(height, 1);
    m_measured[at] = true;
}

int NoteRows::rowAt(int y) const
{
    if (count() == 0 || y < 0 || y >= m_tops.back()) {
        return -1;
    }
    const auto above = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return static_cast<int>(above - m_tops.begin()) - 1;
}

void NoteRows::settle()
{
    if (m_settling) {
        return;
    }
    const QScopedValueRollback settling(m_settling, true);
    QScrollBar &bar = *verticalScrollBar();
    const bool anchored = m_anchor.isValid() && m_anchor.row() < count();
    int row = anchored ? m_anchor.row() : std::max(rowAt(bar.value()), 0);
    const int above = anchored ? m_anchorOffset : bar.value() - (count() > 0 ? topOf(row) : 0);
    if (count() > 0) {
        // Down from the top edge; and up again where the list ends before the view does.
        int need = viewport()->height() + above;
        int last = row;
        for (; last < count() && need > 0; ++last) {
            measure(last);
            need -= m_heights[static_cast<std::size_t>(last)];
        }
        for (int before = row - 1; before >= 0 && need > 0; --before) {
            measure(before);
            need -= m_heights[static_cast<std::size_t>(before)];
        }
        sumUp();
    }
    const int range = std::max(m_tops.back() - viewport()->height(), 0);
    const int value = count() > 0 ? topOf(row) + above : 0;
    bar.setPageStep(viewport()->height());
    bar.setRange(0, range);
    bar.setValue(value);
    m_anchor = QPersistentModelIndex();
    const int top = std::max(rowAt(bar.value()), 0);
    if (count() > 0) {
        m_anchor = model()->index(top, 0, rootIndex());
        m_anchorOffset = bar.value() - topOf(top);
    }
    viewport()->update();
    showRange();
}

void NoteRows::showRange()
{
    const int first = rowAt(verticalOffset());
    if (first < 0) {
        return;
    }
    const int last = rowAt(verticalOffset() + viewport()->height() - 1);
    const std::pair seen(first, last < 0 ? count() - 1 : last);
    if (seen != m_seen) {
        m_seen = seen;
        emit rowsSeen(seen.first, seen.second);
    }
}

void NoteRows::updateGeometries()
{
    settle();
    QAbstractItemView::updateGeometries();
}

void NoteRows::scrollContentsBy(int, int)
{
    if (!m_settling) {
        m_anchor = QPersistentModelIndex();
        settle();
    }
    viewport()->update();
}

void NoteRows::resizeEvent(QResizeEvent *event)
{
    // Words wrap at another place; what was measured is a good guess.
    m_measured.assign(m_measured.size(), false);
    QAbstractItemView::resizeEvent(event);
}

void NoteRows::dataChanged(const QModelIndex &first,
                           const QModelIndex &last,
                           const QList<int> &roles)
{
    const int to = std::min(last.row(), count() - 1);
    for (int row = first.row(); row <= to; ++row) {
        m_measured[static_cast<std::size_t>(row)] = false;
    }
    QAbstractItemView::dataChanged(first, last, roles);
    // Out of sight it can wait until it is seen; there may be very many of these.
    if (m_seen.first < 0 || (first.row() <= m_seen.second && to >= m_seen.first)) {
        executeDelayedItemsLayout();
        settle();
    }
}

void NoteRows::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    scheduleDelayedItemsLayout();
}

void NoteRows::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Where the top row goes, the next that stays takes its place.
    if (m_anchor.isValid() && m_anchor.row() >= first && m_anchor.row() <= last) {
        const int next = last + 1 < model()->rowCount(rootIndex()) ? last + 1 : first - 1;
        m_anchor = next >= 0 ? model()->index(next, 0, rootIndex()) : QModelIndex();
        m_anchorOffset = 0;
    }
    QAbstractItemView::rowsAboutToBeRemoved(parent, first, last);
}

QRect NoteRows::visualRect(const QModelIndex &index) const
{
    const_cast<NoteRows *>(this)->executeDelayedItemsLayout();
    if (!index.isValid() || index.row() >= count()) {
        return {};
    }
    return {0,
            topOf(index.row()) - verticalOffset(),
            viewport()->width(),
            m_heights[static_cast<std::size_t>(index.row())]};
}

QModelIndex NoteRows::indexAt(const QPoint &position) const
{
    const_cast<NoteRows *>(this)->executeDelayedItemsLayout();
    const int row = rowAt(position.y() + verticalOffset());
    return row < 0 ? QModelIndex() : model()->index(row, 0, rootIndex());
}

void NoteRows::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    executeDelayedItemsLayout();
    // Rows that come into sight are measured, which may push the one that is wanted out again.
    for (int attempt = 0; attempt < 4 && index.isValid() && index.row() < count(); ++attempt) {
        const QRect rect = visualRect(index);
        const int height = viewport()->height();
        int by = 0;
        if (hint == PositionAtTop) {
            by = rect.top();
        } else if (hint == PositionAtCenter) {
            by = rect.center().y() - height / 2;
        } else if (rect.top() < 0 || hint == PositionAtBottom || rect.bottom() >= height) {
            const bool fromBelow = rect.top() >= 0 && hint != PositionAtTop;
            by = fromBelow && rect.height() <= height ? rect.bottom() + 1 - height : rect.top();
        }
        const int before = verticalOffset();
        verticalScrollBar()->setValue(before + by);
        if (by == 0 || verticalOffset() == before) {
            return;
        }
    }
}

QModelIndex NoteRows::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    executeDelayedItemsLayout();
    if (count() == 0) {
        return {};
    }
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    int row = current;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = current - 1;
        break;
    case MoveDown:
    case MoveNext:
        row = current + 1;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = count() - 1;
        break;
    case MovePageUp:
        row = current < 0 ? 0 : std::min(rowAt(topOf(current) - viewport()->height()), current - 1);
        break;
    case MovePageDown: {
        const int under = current < 0 ? 0 : rowAt(topOf(current) + viewport()->height());
        row = under < 0 ? count() - 1 : std::max(under, current + 1);
        break;
    }
    case MoveLeft:
    case MoveRight:
        break;
    }
    return model()->index(std::clamp(row, 0, count() - 1), 0, rootIndex());
}

void NoteRows::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    executeDelayedItemsLayout();
    const int all = m_tops.back();
    if (all == 0) {
        return;
    }
    const QRect area = rect.normalized();
    const int first = rowAt(std::clamp(area.top() + verticalOffset(), 0, all - 1));
    const int last = rowAt(std::clamp(area.bottom() + verticalOffset(), 0, all - 1));
    selectionModel()->select(
        QItemSelection(model()->index(first, 0, rootIndex()), model()->index(last, 0, rootIndex())),
        command);
}

QRegion NoteRows::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect rect = visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
        region += rect.intersected(viewport()->rect());
    }
    return region;
}

void NoteRows::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const QModelIndex hovered = viewport()->underMouse() ? indexAt(mouse) : QModelIndex();
    const QStyle::State plain = option.state;
    const int first = rowAt(std::max(event->rect().top() + verticalOffset(), 0));
    for (int row = std::max(first, 0); row < count(); ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom()) {
            break;
        }
        option.state = plain;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered);
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace ui::notes::internal
