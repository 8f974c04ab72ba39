// SPDX-License-Identifier: GPL-3.0-or-later
// The time of the sentence under the mouse or the caret, in the margin.
#include "ui/text/timetext.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/widgets/timecodepainter.h"

#include <algorithm>

namespace ui::transcript {

std::optional<std::size_t> ReaderView::State::sentenceBeside(QPointF point)
{
    const ReaderDocument &document = layout.document();
    if (document.sentenceTimes.empty() || layout.isEmpty()) {
        return std::nullopt;
    }
    const std::size_t index = layout.blockAt(std::max(0.0, point.y()));
    const QRectF words = layout.block(index).textRect().translated(0, layout.top(index));
    if (layout.folding().isHidden(index) || point.y() < words.top()
        || point.y() >= words.bottom()) {
        return std::nullopt;
    }
    const qsizetype near = layout.offsetAt(point);
    const bool onText = point.x() >= words.left() && point.x() <= words.right();
    auto found = sentenceIndexAt(document, near);
    if (!onText) {
        // Beside a line stands the sentence that begins on it.
        const TextSpan line = layout.block(index).lineAt(near);
        const auto first = std::lower_bound(
            document.sentences.begin(),
            document.sentences.end(),
            line.offset,
            [](const TextSpan &span, qsizetype value) { return span.offset < value; });
        if (first != document.sentences.end() && first->offset < line.offset + line.length) {
            found = static_cast<std::size_t>(first - document.sentences.begin());
        }
    }
    return found && document.sentenceTimes[*found] ? found : std::nullopt;
}

std::optional<std::size_t> ReaderView::State::sentenceWithTime()
{
    if (hoveredSentence || layout.document().sentenceTimes.empty()) {
        return hoveredSentence;
    }
    if (!caretShown || !q.hasFocus()) {
        return std::nullopt;
    }
    const auto found = sentenceIndexAt(layout.document(), caret);
    return found && layout.document().sentenceTimes[*found] ? found : std::nullopt;
}

QRectF ReaderView::State::sentenceTimeRect(std::size_t index)
{
    const ReaderDocument &document = layout.document();
    const qsizetype offset = document.sentences[index].offset;
    const std::size_t blockIndex = blockAtOffset(document, offset);
    const auto &time = document.sentenceTimes[index];
    const ReaderBlock &source = document.blocks[blockIndex];
    // A paragraph's own time stands there already.
    if (!time || layout.folding().isHidden(blockIndex)
        || (source.start && offset <= source.offset && !source.continued)) {
        return {};
    }
    const internal::BlockLayout &block = layout.block(blockIndex);
    const double top = layout.top(blockIndex);
    const auto &style = layout.style();
    const auto &columns = layout.columns();
    const double width = widgets::timecodeWidth(style.meta, text::clockText(*time)) + 4;
    const QRectF head = block.timeRect().united(block.speakerRect());
    if (columns.stacked) {
        if (head.isNull()) {
            return {};
        }
        const double x = columns.mirrored ? head.left() - 12 - width : head.right() + 12;
        return QRectF(x, top + head.top(), width, head.height());
    }
    const double line = layout.caretRect(offset).top() + (style.lineHeight - style.timeLine) / 2;
    const double free = head.isNull() ? line : top + head.bottom() + 2;
    const double x =
        columns.mirrored ? columns.gutterLeft : columns.gutterLeft + columns.gutterWidth - width;
    return QRectF(x, std::max(line, free), width, style.timeLine);
}

} // namespace ui::transcript
