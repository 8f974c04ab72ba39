// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readerparts.h"

#include "ui/text/timetext.h"
#include "ui/transcript/selectionstrip.h"

#include <algorithm>

namespace ui::transcript::internal {

namespace {

constexpr qsizetype longestName = 500;

} // namespace

ReaderPart::ReaderPart(QAccessibleInterface &parent, ReaderView &view, int index)
    : m_parent(parent)
    , m_view(view)
    , m_state(Access::state(view))
    , m_index(index)
{}

int ReaderPart::countOf(const ReaderView::State &state)
{
    return indexOfSpoken(state) + (state.announcing ? 1 : 0);
}

int ReaderPart::indexOfStop(const ReaderView::State &state, int stop)
{
    return static_cast<int>(state.layout.document().blocks.size()) + stop;
}

int ReaderPart::indexOfSpoken(const ReaderView::State &state)
{
    return indexOfStop(state, static_cast<int>(state.stops.size()));
}

bool ReaderPart::isValid() const
{
    return m_index < countOf(m_state);
}

int ReaderPart::blockCount() const
{
    return static_cast<int>(m_state.layout.document().blocks.size());
}

ReaderPart::Kind ReaderPart::kind() const
{
    if (m_index < blockCount()) {
        const auto *run = m_state.layout.folding().runOf(block());
        return run && run->first == block() ? Kind::Fold : Kind::Block;
    }
    return m_index < indexOfSpoken(m_state) ? Kind::Stop : Kind::Spoken;
}

const PreparedText::Stop &ReaderPart::stop() const
{
    return m_state.stops[static_cast<std::size_t>(stopIndex())];
}

QAccessible::Role ReaderPart::role() const
{
    switch (kind()) {
    case Kind::Block:
        return QAccessible::Paragraph;
    case Kind::Fold:
        return QAccessible::Button;
    case Kind::Stop:
        return stop().note >= 0 ? QAccessible::Note : QAccessible::Link;
    case Kind::Spoken:
        return QAccessible::AlertMessage;
    }
    return QAccessible::NoRole;
}

QAccessible::State ReaderPart::state() const
{
    QAccessible::State result;
    if (!isValid()) {
        result.invalid = true;
        return result;
    }
    const Kind what = kind();
    result.readOnly = true;
    result.focusable = what == Kind::Stop;
    result.focused = what == Kind::Stop && m_state.stop == stopIndex() && m_view.hasFocus();
    result.invisible =
        what == Kind::Spoken || (what == Kind::Block && m_state.layout.folding().isHidden(block()));
    return result;
}

void *ReaderPart::interface_cast(QAccessible::InterfaceType type)
{
    const bool acts = isValid() && (kind() == Kind::Stop || kind() == Kind::Fold);
    return type == QAccessible::ActionInterface && acts
               ? static_cast<QAccessibleActionInterface *>(this)
               : nullptr;
}

QStringList ReaderPart::actionNames() const
{
    return kind() == Kind::Stop ? QStringList{pressAction(), setFocusAction()}
                                : QStringList{pressAction()};
}

void ReaderPart::doAction(const QString &name)
{
    if (!isValid()) {
        return;
    }
    if (kind() == Kind::Fold && name == pressAction()) {
        m_state.reveal(m_state.layout.document().blocks[block()].offset);
    } else if (kind() == Kind::Stop && name == pressAction()) {
        m_state.activateStop(stopIndex(), Qt::NoModifier);
    } else if (kind() == Kind::Stop && name == setFocusAction()) {
        m_view.setFocus();
        m_state.setStop(stopIndex());
    }
}

QString ReaderPart::blockName() const
{
    const ReaderBlock &block = m_state.layout.document().blocks[this->block()];
    const QString speaker = speakerAt(m_state.layout.document(), block.offset);
    const QString time = block.start ? text::spokenText(*block.start) : QString();
    if (speaker.isEmpty() && time.isEmpty()) {
        return m_state.layout.document().text.mid(block.offset, block.length);
    }
    return speaker.isEmpty() ? time : (time.isEmpty() ? speaker : speaker + u", " + time);
}

QString ReaderPart::noteName(const ReaderNote &note) const
{
    const QString color = colorText(note.color);
    if (note.text.isEmpty()) {
        const QString words =
            m_state.layout.document().text.mid(note.offset, std::min(note.length, longestName));
        return ReaderView::tr("Highlight, %1, %2: %3", "colour, time and words, to screen readers")
            .arg(color, note.time, words);
    }
    return ReaderView::tr("Note, %1, %2: %3", "colour, time and text, to screen readers")
        .arg(color, note.time, note.text.left(longestName));
}

QString ReaderPart::stopName() const
{
    const PreparedText::Stop &target = stop();
    if (target.note >= 0) {
        return noteName(m_state.notes[static_cast<std::size_t>(target.note)]);
    }
    const ReaderDocument &document = m_state.layout.document();
    if (target.time < 0) {
        return document.text.mid(target.offset, std::min(target.length, longestName));
    }
    const TimeLink &time = document.times[static_cast<std::size_t>(target.time)];
    const QString spoken = text::spokenText(time.start);
    return time.kind == TimeLink::Kind::Unsure
               ? ReaderView::tr("Jump to %1, uncertain", "a time to screen readers").arg(spoken)
               : ReaderView::tr("Jump to %1", "a time to screen readers").arg(spoken);
}

QString ReaderPart::spokenName() const
{
    const TextSpan sentence = m_state.sentence;
    const ReaderDocument &document = m_state.layout.document();
    const QString words =
        document.text.mid(sentence.offset, std::min(sentence.length, longestName));
    const QString speaker = sentence.length > 0 ? speakerAt(document, sentence.offset) : QString();
    const auto index = sentenceIndexAt(document, sentence.offset);
    const bool first = index && *index > 0
                       && speakerAt(document, document.sentences[*index - 1].offset) == speaker;
    return speaker.isEmpty() || first ? words : speaker + u": " + words;
}

QString ReaderPart::text(QAccessible::Text kind) const
{
    if (!isValid()) {
        return {};
    }
    const bool name = kind == QAccessible::Name;
    switch (this->kind()) {
    case Kind::Block:
        if (kind == QAccessible::Value) {
            const ReaderBlock &block = m_state.layout.document().blocks[this->block()];
            return m_state.layout.document().text.mid(block.offset, block.length);
        }
        return name ? blockName() : QString();
    case Kind::Fold:
        return name ? foldText(m_state.layout.folding().runOf(block())->turns) : QString();
    case Kind::Stop:
        return name ? stopName() : QString();
    case Kind::Spoken:
        return name ? spokenName() : QString();
    }
    return {};
}

QRect ReaderPart::rect() const
{
    if (!isValid() || kind() == Kind::Spoken) {
        return {};
    }
    QRectF result;
    if (kind() != Kind::Stop) {
        const double top = m_state.layout.top(block());
        const ReaderColumns &columns = m_state.layout.columns();
        result =
            QRectF(columns.textLeft, top, columns.textWidth, m_state.layout.top(block() + 1) - top);
        result = m_state.toView(result);
    } else {
        const PreparedText::Stop &target = stop();
        for (const QRectF &part : m_view.rectsOf({target.offset, target.length})) {
            result = result.united(part);
        }
        if (result.isEmpty()) {
            result = m_state.toView(m_state.layout.caretRect(target.offset));
        }
    }
    return result.toRect().translated(m_view.viewport()->mapToGlobal(QPoint(0, 0)));
}

} // namespace ui::transcript::internal
