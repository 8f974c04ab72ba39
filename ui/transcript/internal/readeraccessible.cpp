// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readeraccessible.h"

#include "ui/text/timetext.h"
#include "ui/transcript/internal/preparedtext.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/transcript/readerview.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <unordered_map>

namespace ui::transcript::internal {

namespace {

class ReaderAccessible;

QString stopName(const PreparedText &text, const PreparedText::Stop &stop)
{
    if (stop.time < 0) {
        return text.document.text.mid(stop.offset, std::min<qsizetype>(stop.length, 500));
    }
    const TimeLink &time = text.document.times[static_cast<std::size_t>(stop.time)];
    const QString spoken = text::spokenText(time.start);
    return time.kind == TimeLink::Kind::Unsure
               ? ReaderView::tr("Jump to %1, uncertain", "a time to screen readers").arg(spoken)
               : ReaderView::tr("Jump to %1", "a time to screen readers").arg(spoken);
}

/// A paragraph, or a time or link, of a reader.
class ReaderPart final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ReaderPart(ReaderAccessible &parent, ReaderView &view, ReaderView::State &state, int index)
        : m_parent(parent)
        , m_view(view)
        , m_state(state)
        , m_index(index)
    {}

    [[nodiscard]] bool isValid() const override { return isBlock() || stop(); }

    [[nodiscard]] QObject *object() const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    [[nodiscard]] QAccessibleInterface *parent() const override;

    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }

    [[nodiscard]] int childCount() const override { return 0; }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override;

    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override;

    [[nodiscard]] QAccessible::Role role() const override
    {
        return isBlock() ? QAccessible::Paragraph : QAccessible::Link;
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State result;
        result.focusable = !isBlock();
        result.focused = !isBlock() && m_state.stop == stopIndex() && m_view.hasFocus();
        result.readOnly = true;
        return result;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface && !isBlock()
                   ? static_cast<QAccessibleActionInterface *>(this)
                   : nullptr;
    }

    [[nodiscard]] QStringList actionNames() const override
    {
        return {pressAction(), setFocusAction()};
    }

    void doAction(const QString &name) override
    {
        if (isBlock() || !stop()) {
            return;
        }
        if (name == pressAction()) {
            m_state.activateStop(stopIndex(), Qt::NoModifier);
        } else if (name == setFocusAction()) {
            m_view.setFocus();
            m_state.setStop(stopIndex());
        }
    }

    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] int blockCount() const
    {
        return static_cast<int>(m_state.layout.document().blocks.size());
    }

    [[nodiscard]] bool isBlock() const { return m_index < blockCount(); }

    [[nodiscard]] int stopIndex() const { return m_index - blockCount(); }

    [[nodiscard]] const PreparedText::Stop *stop() const
    {
        const auto &stops = m_state.layout.text().stops;
        const auto index = static_cast<std::size_t>(stopIndex());
        return index < stops.size() ? &stops[index] : nullptr;
    }

    ReaderAccessible &m_parent;
    ReaderView &m_view;
    ReaderView::State &m_state;
    int m_index;
};

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

    [[nodiscard]] int childCount() const override
    {
        const PreparedText &text = m_state.layout.text();
        return static_cast<int>(text.document.blocks.size() + text.stops.size());
    }

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
        auto *part = new ReaderPart(self, m_view, m_state, index);
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
        const int blocks = static_cast<int>(m_state.layout.document().blocks.size());
        return m_state.stop >= 0 ? child(blocks + m_state.stop) : QAccessibleWidget::focusChild();
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

    QString attributes(int offset, int *start, int *end) const override
    {
        *start = offset;
        *end = std::min(offset + 1, characterCount());
        for (const ReaderNote &note : m_state.notes) {
            if (offset >= note.offset && offset < note.offset + note.length) {
                *start = static_cast<int>(note.offset);
                *end = static_cast<int>(note.offset + note.length);
                return QStringLiteral("mark:true;");
            }
        }
        return {};
    }

private:
    ReaderView &m_view;
    ReaderView::State &m_state;
    mutable std::unordered_map<int, QAccessible::Id> m_parts;
};

QAccessibleInterface *ReaderPart::parent() const
{
    return &m_parent;
}

QString ReaderPart::text(QAccessible::Text kind) const
{
    const ReaderDocument &document = m_state.layout.document();
    if (!isBlock()) {
        return kind == QAccessible::Name && stop() ? stopName(m_state.layout.text(), *stop())
                                                   : QString();
    }
    const ReaderBlock &block = document.blocks[static_cast<std::size_t>(m_index)];
    const QString words = document.text.mid(block.offset, block.length);
    if (kind == QAccessible::Value || (block.speaker.isEmpty() && !block.start)) {
        return kind == QAccessible::Name || kind == QAccessible::Value ? words : QString();
    }
    const QString time = block.start ? text::spokenText(*block.start) : QString();
    if (kind != QAccessible::Name) {
        return {};
    }
    return block.speaker.isEmpty()
               ? time
               : (time.isEmpty() ? block.speaker : block.speaker + u", " + time);
}

QRect ReaderPart::rect() const
{
    QRectF result;
    if (isBlock()) {
        const auto index = static_cast<std::size_t>(m_index);
        const double top = m_state.layout.top(index);
        const ReaderColumns &columns = m_state.layout.columns();
        result =
            QRectF(columns.textLeft, top, columns.textWidth, m_state.layout.top(index + 1) - top);
        result = m_state.toView(result);
    } else if (const PreparedText::Stop *target = stop()) {
        for (const QRectF &part : m_view.rectsOf({target->offset, target->length})) {
            result = result.united(part);
        }
    }
    return result.toRect().translated(m_view.viewport()->mapToGlobal(QPoint(0, 0)));
}

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
        event.setChild(static_cast<int>(view.document().blocks.size()) + stop);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace ui::transcript::internal
