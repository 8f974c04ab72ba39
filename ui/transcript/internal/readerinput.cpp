// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readeraccessible.h"
#include "ui/transcript/internal/readerstate.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui::transcript {

using internal::Unit;

namespace {

qsizetype
boundary(const QString &text, qsizetype from, bool forward, QTextBoundaryFinder::BoundaryType type)
{
    // Enough around for any word or cluster; the whole text may be megabytes.
    constexpr qsizetype around = 2'000;
    const qsizetype begin = std::max<qsizetype>(0, from - around);
    const QString part = text.mid(begin, 2 * around);
    QTextBoundaryFinder finder(type, part);
    finder.setPosition(from - begin);
    for (;;) {
        const qsizetype next = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
        if (next < 0) {
            return forward ? std::min(text.size(), begin + part.size()) : begin;
        }
        const bool stop =
            type != QTextBoundaryFinder::Word
            || (finder.boundaryReasons()
                & (QTextBoundaryFinder::StartOfItem | QTextBoundaryFinder::EndOfItem));
        if (stop) {
            return begin + next;
        }
    }
}

} // namespace

void ReaderView::State::setSelection(qsizetype newAnchor, qsizetype newCaret)
{
    const qsizetype size = layout.document().text.size();
    newAnchor = std::clamp<qsizetype>(newAnchor, 0, size);
    newCaret = std::clamp<qsizetype>(newCaret, 0, size);
    if (newAnchor == anchor && newCaret == caret) {
        return;
    }
    const bool had = anchor != caret;
    anchor = newAnchor;
    caret = newCaret;
    follow.setSelecting(anchor != caret);
    q.viewport()->update();
    internal::announceCaret(q);
    if (had || anchor != caret) {
        emit q.selectionChanged();
    }
}

void ReaderView::State::extendTo(qsizetype offset)
{
    if (unit == Unit::Character) {
        setSelection(anchor, offset);
        return;
    }
    const TextSpan here = unitAt(offset);
    if (here.offset < unitOrigin.offset) {
        setSelection(unitOrigin.offset + unitOrigin.length, here.offset);
    } else {
        setSelection(unitOrigin.offset,
                     std::max(here.offset + here.length, unitOrigin.offset + unitOrigin.length));
    }
}

TextSpan ReaderView::State::unitAt(qsizetype offset) const
{
    const ReaderDocument &document = layout.document();
    if (unit == Unit::Sentence) {
        return transcript::sentenceAt(document, offset);
    }
    return wordAt(document, offset);
}

int ReaderView::State::stopAt(qsizetype character) const
{
    auto after = std::upper_bound(
        stops.begin(), stops.end(), character, [](qsizetype value, const auto &candidate) {
            return value < candidate.offset;
        });
    // Notes may lie over times and links; they are reached by their marks.
    while (character >= 0 && after != stops.begin() && std::prev(after)->note >= 0) {
        --after;
    }
    if (character < 0 || after == stops.begin()) {
        return -1;
    }
    const auto found = std::prev(after);
    return character < found->offset + found->length ? static_cast<int>(found - stops.begin()) : -1;
}

ReaderHit ReaderView::State::hit(QPointF viewPoint)
{
    ReaderHit result;
    if (layout.isEmpty()) {
        return result;
    }
    const QPointF point = viewPoint + QPointF(0, scrollY());
    const auto box = std::find_if(noteBoxes.begin(), noteBoxes.end(), [&](const auto &candidate) {
        return candidate.rect.adjusted(-6, -4, 6, 4).contains(point);
    });
    if (box != noteBoxes.end()) {
        result.kind = ReaderHit::Kind::Note;
        result.note = notes[box->note].id;
        return result;
    }
    const std::size_t index = layout.blockAt(std::max(0.0, point.y()));
    const internal::BlockLayout &block = layout.block(index);
    const QPointF inside = point - QPointF(0, layout.top(index));
    result.offset = layout.offsetAt(point);
    result.speaker = speakerAt(layout.document(), result.offset);
    const ReaderBlock &source = layout.document().blocks[index];
    if (!block.foldRect().isNull()) {
        result.kind =
            block.foldRect().contains(inside) ? ReaderHit::Kind::Fold : ReaderHit::Kind::Nothing;
        return result;
    }
    if (hitBeside(point, source, block, inside, result)) {
        return result;
    }
    const qsizetype character = block.characterAt(inside);
    if (character < 0) {
        return result;
    }
    result.kind = ReaderHit::Kind::Text;
    result.offset = character;
    const auto [first, last] = layout.text().timesIn(source.offset, character + 1);
    if (first < last) {
        const TimeLink &time = layout.document().times[last - 1];
        if (character < time.offset + time.length) {
            result.time = time;
            result.kind = time.isActive() ? ReaderHit::Kind::Time : ReaderHit::Kind::Text;
            return result;
        }
    }
    if (const int found = stopAt(character); found >= 0) {
        result.kind = ReaderHit::Kind::Link;
        result.link = stops[static_cast<std::size_t>(found)].link;
    }
    return result;
}

bool ReaderView::State::hitBeside(QPointF point,
                                  const ReaderBlock &source,
                                  const internal::BlockLayout &block,
                                  QPointF inside,
                                  ReaderHit &result)
{
    if (!source.speaker.isEmpty() && block.speakerRect().contains(inside)) {
        result.kind = ReaderHit::Kind::Speaker;
        return true;
    }
    if (source.start && block.timeRect().contains(inside)) {
        result.kind = ReaderHit::Kind::BlockTime;
        result.blockTime = source.start;
        return true;
    }
    const auto beside = hoveredSentence && sentenceTimeRect(*hoveredSentence).contains(point)
                            ? hoveredSentence
                            : sentenceBeside(point);
    const auto &columns = layout.columns();
    const bool inGutter = !columns.stacked && point.x() >= columns.gutterLeft
                          && point.x() < columns.gutterLeft + columns.gutterWidth;
    if (!beside || !(inGutter || sentenceTimeRect(*beside).contains(point))) {
        return false;
    }
    result.kind = ReaderHit::Kind::BlockTime;
    result.offset = layout.document().sentences[*beside].offset;
    result.blockTime = layout.document().sentenceTimes[*beside];
    return true;
}

void ReaderView::State::activateStop(int index, Qt::KeyboardModifiers modifiers)
{
    const auto &target = stops[static_cast<std::size_t>(index)];
    if (target.note >= 0) {
        emit q.noteActivated(notes[static_cast<std::size_t>(target.note)].id);
    } else if (target.time >= 0) {
        emit q.timeActivated(layout.document().times[static_cast<std::size_t>(target.time)],
                             modifiers);
    } else {
        emit q.linkActivated(target.link);
    }
}

void ReaderView::State::activateHit(const ReaderHit &what, Qt::KeyboardModifiers modifiers)
{
    switch (what.kind) {
    case ReaderHit::Kind::Time:
        emit q.timeActivated(*what.time, modifiers);
        break;
    case ReaderHit::Kind::Link:
        emit q.linkActivated(what.link);
        break;
    case ReaderHit::Kind::BlockTime:
        emit q.blockTimeActivated(*what.blockTime, modifiers);
        break;
    case ReaderHit::Kind::Note:
        emit q.noteActivated(what.note);
        break;
    case ReaderHit::Kind::Speaker:
        emit q.speakerActivated(what.speaker, q.viewport()->mapToGlobal(pressPoint));
        break;
    case ReaderHit::Kind::Fold:
        reveal(what.offset);
        break;
    case ReaderHit::Kind::Text:
        // A second click at once selects; only then is it clear that one was meant to play.
        if (clickPlays ? !(modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
                       : bool(modifiers & Qt::AltModifier)) {
            const TextSpan clicked = wordAt(layout.document(), what.offset);
            playOffset = clicked.offset;
            playModifiers = modifiers;
            playSoon.start(
                std::min(250, QGuiApplication::styleHints()->mouseDoubleClickInterval()));
        }
        break;
    case ReaderHit::Kind::Nothing:
        break;
    }
}

void ReaderView::State::copy() const
{
    q.copySelection(false);
}

qsizetype ReaderView::State::moved(int key, Qt::KeyboardModifiers modifiers)
{
    const ReaderDocument &document = layout.document();
    const bool words = modifiers & Qt::ControlModifier;
    const bool right = key == Qt::Key_Right;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return words ? boundary(
                   document.text, caret, right != isRightToLeftAt(caret), QTextBoundaryFinder::Word)
                     : movedAsSeen(right);
    case Qt::Key_Home:
        return words ? 0 : layout.offsetAt(QPointF(-1, layout.caretRect(caret).center().y()));
    case Qt::Key_End:
        return words ? document.text.size()
                     : layout.offsetAt(QPointF(1e6, layout.caretRect(caret).center().y()));
    default:
        break;
    }
    if (words && key == Qt::Key_Up) {
        const TextSpan here = transcript::sentenceAt(document, caret);
        return caret > here.offset
                   ? here.offset
                   : transcript::sentenceAt(document, std::max<qsizetype>(0, caret - 2)).offset;
    }
    if (words && key == Qt::Key_Down) {
        const TextSpan here = transcript::sentenceAt(document, caret);
        const TextSpan next = transcript::sentenceAt(
            document, std::min(document.text.size(), here.offset + here.length + 1));
        return next.offset > caret ? next.offset : document.text.size();
    }
    return movedByLines(key);
}

bool ReaderView::State::isRightToLeftAt(qsizetype offset)
{
    const std::size_t block = blockAtOffset(layout.document(), offset);
    return !layout.folding().isHidden(block) && layout.block(block).isRightToLeft();
}

qsizetype ReaderView::State::movedAsSeen(bool right)
{
    const ReaderDocument &document = layout.document();
    const std::size_t block = blockAtOffset(document, caret);
    if (!layout.folding().isHidden(block)) {
        if (const auto next = layout.block(block).visualStep(caret, right)) {
            return *next;
        }
    }
    // Past the edge of a paragraph: on to the one after or before, as its words run.
    const bool forward = right != isRightToLeftAt(caret);
    if (forward) {
        const std::size_t next = layout.folding().after(block);
        return next < document.blocks.size() ? document.blocks[next].offset : caret;
    }
    if (block == 0) {
        return 0;
    }
    const ReaderBlock &before = document.blocks[block - 1];
    return before.offset + before.length;
}

qsizetype ReaderView::State::outOfFold(qsizetype offset, bool forward) const
{
    const ReaderDocument &document = layout.document();
    const auto *run = layout.folding().runOf(blockAtOffset(document, offset));
    if (!run) {
        return offset;
    }
    const qsizetype head = document.blocks[run->first].offset;
    const bool fromHere = caret == head;
    if (forward && fromHere && run->last + 1 < document.blocks.size()) {
        return document.blocks[run->last + 1].offset;
    }
    if (!forward && fromHere && run->first > 0) {
        const ReaderBlock &before = document.blocks[run->first - 1];
        return before.offset + before.length;
    }
    return head;
}

qsizetype ReaderView::State::movedByLines(int key)
{
    const QRectF now = layout.caretRect(caret);
    caretX = caretX < 0 ? now.x() : caretX;
    const bool page = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    const double step = page ? viewHeight() - 40 : now.height();
    const bool up = key == Qt::Key_Up || key == Qt::Key_PageUp;
    double y = up ? now.top() - step + now.height() / 2 : now.bottom() + step - now.height() / 2;
    qsizetype target = layout.offsetAt(QPointF(caretX, std::clamp(y, 0.0, layout.height() - 1)));
    // A gap between paragraphs leads back to the same line: look past it.
    for (int tries = 0; tries < 4 && layout.caretRect(target).top() == now.top(); ++tries) {
        y += up ? -now.height() : now.height();
        target = layout.offsetAt(QPointF(caretX, std::clamp(y, 0.0, layout.height() - 1)));
    }
    return target;
}

bool ReaderView::State::moveCaretByKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        break;
    default:
        return false;
    }
    if (layout.isEmpty() || (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))) {
        return false;
    }
    if (!caretShown && anchor == caret && caret == 0) {
        caret = anchor = q.firstVisible();
    }
    const bool vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down
                          || event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    const qsizetype wished = moved(event->key(), event->modifiers());
    const qsizetype target = outOfFold(wished, wished > caret);
    caretX = vertical ? caretX : -1;
    caretShown = true;
    setStop(-1);
    follow.userMoved();
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    setSelection(extend ? anchor : target, target);
    settle();
    q.ensureVisible({target, 0});
    q.viewport()->update();
    if (extend && anchor != caret) {
        emit q.selectionFinished(false);
    }
    return true;
}

} // namespace ui::transcript
