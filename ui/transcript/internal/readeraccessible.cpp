// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readeraccessible.h"

#include "ui/transcript/internal/readerparts.h"
#include "ui/transcript/internal/textunits.h"
#include "ui/transcript/readerview.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <unordered_map>

namespace ui::transcript::internal {

namespace {

class ReaderAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ReaderAccessible(ReaderView &view)
        : QAccessibleWidget(&view, QAccessible::Document)
        , m_view(view)
        , m_state(Access::state(view))
    {}

    ~ReaderAccessible() override { dropParts(); }

    void dropParts()
    {
        for (const auto &[index, id] : m_parts) {
            QAccessible::deleteAccessibleInterface(id);
        }
        m_parts.clear();
    }

    [[nodiscard]] int childCount() const override { return ReaderPart::countOf(m_state); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        const auto found = m_parts.find(index);
        if (found != m_parts.end()) {
            return QAccessible::accessibleInterface(found->second);
        }
        auto &self = const_cast<ReaderAccessible &>(*this);
        auto *part = new ReaderPart(self, m_view, index);
        m_parts.emplace(index, QAccessible::registerAccessibleInterface(part));
        return part;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[index, id] : m_parts) {
            if (QAccessible::accessibleInterface(id) == child) {
                return index;
            }
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_state.stop >= 0 ? child(ReaderPart::indexOfStop(m_state, m_state.stop))
                                 : QAccessibleWidget::focusChild();
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = m_view.viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_view.viewport()->rect().contains(point) || m_state.layout.isEmpty()) {
            return QAccessibleWidget::childAt(x, y);
        }
        for (std::size_t i = 0; i < m_state.noteBoxes.size(); ++i) {
            if (m_state.noteBoxes[i].rect.contains(point + QPointF(0, m_state.scrollY()))) {
                return child(stopOfNote(static_cast<int>(m_state.noteBoxes[i].note)));
            }
        }
        const ReaderHit hit = m_view.hitTest(point);
        const bool onStop = hit.kind == ReaderHit::Kind::Time || hit.kind == ReaderHit::Kind::Link;
        if (const int stop = onStop ? m_state.stopAt(hit.offset) : -1; stop >= 0) {
            return child(ReaderPart::indexOfStop(m_state, stop));
        }
        return child(static_cast<int>(m_state.layout.blockAt(point.y() + m_state.scrollY())));
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State result = QAccessibleWidget::state();
        result.readOnly = true;
        result.multiLine = true;
        result.selectableText = true;
        return result;
    }

    void selection(int index, int *start, int *end) const override
    {
        const TextSpan span = index == 0 ? m_view.selection() : TextSpan{};
        *start = static_cast<int>(span.offset);
        *end = static_cast<int>(span.offset + span.length);
    }

    [[nodiscard]] int selectionCount() const override
    {
        return m_view.selection().length > 0 ? 1 : 0;
    }

    void addSelection(int start, int end) override { m_view.select({start, end - start}); }

    void removeSelection(int) override { m_view.clearSelection(); }

    void setSelection(int, int start, int end) override { addSelection(start, end); }

    [[nodiscard]] int cursorPosition() const override { return static_cast<int>(m_view.caret()); }

    void setCursorPosition(int position) override { m_view.select({position, 0}); }

    [[nodiscard]] QString text(int start, int end) const override
    {
        return m_view.document().text.mid(start, end - start);
    }

    using QAccessibleWidget::text;

    [[nodiscard]] int characterCount() const override
    {
        return static_cast<int>(m_view.document().text.size());
    }

    [[nodiscard]] QRect characterRect(int offset) const override
    {
        const auto rects = m_view.rectsOf({offset, 1});
        return rects.empty() ? QRect()
                             : rects.front().toRect().translated(
                                 m_view.viewport()->mapToGlobal(QPoint(0, 0)));
    }

    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override
    {
        return static_cast<int>(m_view.hitTest(m_view.viewport()->mapFromGlobal(point)).offset);
    }

    void scrollToSubstring(int start, int end) override
    {
        m_view.ensureVisible({start, end - start});
    }

    QString textBeforeOffset(int offset,
                             QAccessible::TextBoundaryType type,
                             int *start,
                             int *end) const override
    {
        return wordsOf(unitBefore(m_state, offset, type), start, end);
    }

    QString textAtOffset(int offset,
                         QAccessible::TextBoundaryType type,
                         int *start,
                         int *end) const override
    {
        return wordsOf(unitAround(m_state, offset, type), start, end);
    }

    QString textAfterOffset(int offset,
                            QAccessible::TextBoundaryType type,
                            int *start,
                            int *end) const override
    {
        return wordsOf(unitAfter(m_state, offset, type), start, end);
    }

    QString attributes(int offset, int *start, int *end) const override
    {
        TextSpan run;
        QString result = attributesAt(m_state, offset, run);
        *start = static_cast<int>(run.offset);
        *end = static_cast<int>(run.offset + run.length);
        return result;
    }

private:
    QString wordsOf(TextSpan span, int *start, int *end) const
    {
        *start = static_cast<int>(span.offset);
        *end = static_cast<int>(span.offset + span.length);
        return m_view.document().text.mid(span.offset, span.length);
    }

    [[nodiscard]] int stopOfNote(int note) const
    {
        const auto found = std::find_if(m_state.stops.begin(),
                                        m_state.stops.end(),
                                        [note](const auto &stop) { return stop.note == note; });
        return ReaderPart::indexOfStop(m_state, static_cast<int>(found - m_state.stops.begin()));
    }

    ReaderView &m_view;
    ReaderView::State &m_state;
    mutable std::unordered_map<int, QAccessible::Id> m_parts;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ReaderView *>(object);
    return view ? new ReaderAccessible(*view) : nullptr;
}

} // namespace

void installReaderAccessibility()
{
    QAccessible::installFactory(&makeInterface);
}

void forgetReader(ReaderView &view)
{
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view)) {
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(face));
    }
}

void announceNewText(ReaderView &view)
{
    // Parts may have been asked for without a screen reader being there.
    if (auto *face =
            dynamic_cast<ReaderAccessible *>(QAccessible::queryAccessibleInterface(&view))) {
        face->dropParts();
    }
}

void announceNewStops(ReaderView &view)
{
    announceNewText(view);
}

void announceSentence(ReaderView &view)
{
    if (!QAccessible::isActive()) {
        return;
    }
    const int child = ReaderPart::indexOfSpoken(Access::state(view));
    // Some bridges listen to the one, some to the other.
    for (const auto type : {QAccessible::NameChanged, QAccessible::Alert}) {
        QAccessibleEvent event(&view, type);
        event.setChild(child);
        QAccessible::updateAccessibility(&event);
    }
}

void announceCaret(ReaderView &view)
{
    if (!QAccessible::isActive()) {
        return;
    }
    const TextSpan span = view.selection();
    if (span.length > 0) {
        QAccessibleTextSelectionEvent event(
            &view, static_cast<int>(span.offset), static_cast<int>(span.offset + span.length));
        QAccessible::updateAccessibility(&event);
    } else {
        QAccessibleTextCursorEvent event(&view, static_cast<int>(view.caret()));
        QAccessible::updateAccessibility(&event);
    }
}

void announceFocus(ReaderView &view, int stop)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(&view, QAccessible::Focus);
        event.setChild(ReaderPart::indexOfStop(Access::state(view), stop));
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace ui::transcript::internal
