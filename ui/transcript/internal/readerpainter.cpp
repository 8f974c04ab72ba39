// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/widgets/pushcontrol.h"
#include "ui/widgets/timecodepainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>

namespace ui::transcript::internal {

namespace metrics = theme::metrics;
using Kind = ReaderBlock::Kind;

namespace {

struct Canvas
{
    ReaderView::State &state;
    QPainter &painter;
    const theme::Theme &c;
    std::size_t first;
    std::size_t last;
    TextSpan seen;

    [[nodiscard]] bool sees(TextSpan span) const
    {
        return span.length > 0 && span.offset < seen.offset + seen.length
               && span.offset + span.length > seen.offset;
    }

    // Clipped to what is seen, so that a huge range costs no more than a screen.
    [[nodiscard]] std::vector<QRectF> rects(TextSpan span) const
    {
        if (!sees(span)) {
            return {};
        }
        const qsizetype begin = std::max(span.offset, seen.offset);
        const qsizetype end = std::min(span.offset + span.length, seen.offset + seen.length);
        return state.layout.rects({begin, end - begin});
    }

    void fill(TextSpan span, const QColor &color, double beyond, double radius) const
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const QRectF &rect : rects(span)) {
            painter.drawRoundedRect(rect.adjusted(-beyond, 0, beyond, 0), radius, radius);
        }
    }
};

// Where highlights overlap, all their colours are to be seen.
void paintOverlaps(const Canvas &canvas, const std::vector<std::size_t> &shown)
{
    std::vector<qsizetype> edges;
    for (const std::size_t i : shown) {
        const ReaderNote &note = canvas.state.notes[i];
        edges.push_back(note.offset);
        edges.push_back(note.offset + note.length);
    }
    std::sort(edges.begin(), edges.end());
    for (std::size_t e = 1; e < edges.size(); ++e) {
        const TextSpan span{edges[e - 1], edges[e] - edges[e - 1]};
        int count = 0;
        std::array<int, 3> sum{};
        for (const std::size_t i : shown) {
            const ReaderNote &note = canvas.state.notes[i];
            if (note.offset <= span.offset && note.offset + note.length >= edges[e]) {
                const QColor &fill = canvas.c.highlightFill[static_cast<std::size_t>(note.color)];
                sum = {sum[0] + fill.red(), sum[1] + fill.green(), sum[2] + fill.blue()};
                ++count;
            }
        }
        if (count > 1 && span.length > 0) {
            canvas.fill(span, QColor(sum[0] / count, sum[1] / count, sum[2] / count), 0, 0);
        }
    }
}

void paintHighlights(const Canvas &canvas)
{
    constexpr std::size_t mostBlended = 64;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < canvas.state.notes.size(); ++i) {
        const ReaderNote &note = canvas.state.notes[i];
        const TextSpan span{note.offset, note.length};
        if (!canvas.sees(span)) {
            continue;
        }
        shown.push_back(i);
        if (!canvas.state.highContrast) {
            canvas.fill(span,
                        canvas.c.highlightFill[static_cast<std::size_t>(note.color)],
                        1,
                        metrics::tintRadius);
        }
    }
    if (!canvas.state.highContrast && shown.size() > 1 && shown.size() <= mostBlended) {
        paintOverlaps(canvas, shown);
    }
    for (const std::size_t i : shown) {
        const ReaderNote &note = canvas.state.notes[i];
        const double up = 3.0 * canvas.state.noteLevels[i];
        for (const QRectF &rect : canvas.rects({note.offset, note.length})) {
            canvas.painter.fillRect(
                QRectF(rect.left() - 1, rect.bottom() - 2 - up, rect.width() + 2, 2),
                canvas.c.highlightLine[static_cast<std::size_t>(note.color)]);
        }
    }
}

// The tint of the sentence being spoken; of a hidden one, on the line that stands for it.
void paintSentence(const Canvas &canvas)
{
    const TextSpan sentence = canvas.state.sentence;
    if (canvas.state.highContrast) {
        for (const QRectF &rect : canvas.rects(sentence)) {
            canvas.painter.fillRect(QRectF(rect.left(), rect.bottom() - 6, rect.width(), 2),
                                    canvas.c.text);
        }
        return;
    }
    canvas.fill(sentence, canvas.c.sentence, 2, metrics::tintRadius);
}

// Without tints a selection is told by swapped colours, as the system does it.
void paintSelection(const Canvas &canvas)
{
    canvas.fill(canvas.state.q.selection(),
                canvas.state.highContrast ? canvas.c.text : canvas.c.textsel,
                0.5,
                2);
}

void paintSentenceTime(const Canvas &canvas)
{
    const auto sentence = canvas.state.sentenceWithTime();
    const QRectF rect = sentence ? canvas.state.sentenceTimeRect(*sentence) : QRectF();
    if (rect.isNull()) {
        return;
    }
    const auto &columns = canvas.state.layout.columns();
    const bool right = columns.stacked == columns.mirrored;
    canvas.painter.setPen(canvas.state.gutterHovered ? canvas.c.accent : canvas.c.text3);
    widgets::paintTimecode(
        canvas.painter,
        rect,
        canvas.state.layout.style().meta,
        text::clockText(*canvas.state.layout.document().sentenceTimes[*sentence]),
        (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void paintFold(const Canvas &canvas, std::size_t index)
{
    const auto *run = canvas.state.layout.folding().runOf(index);
    const QRectF row =
        canvas.state.layout.block(index).foldRect().translated(0, canvas.state.layout.top(index));
    const auto &blocks = canvas.state.layout.document().blocks;
    const qsizetype spoken = canvas.state.sentence.offset;
    const bool speaking = canvas.state.sentence.length > 0 && spoken >= blocks[run->first].offset
                          && spoken < blocks[run->last].offset + blocks[run->last].length;
    QPainter &painter = canvas.painter;
    const QString words = foldText(run->turns);
    painter.setFont(canvas.state.layout.style().meta);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 16;
    const bool mirrored = canvas.state.layout.columns().mirrored;
    const QRectF label(
        mirrored ? row.right() - width : row.left(), row.top() + 3, width, row.height() - 6);
    const double line = qRound(row.center().y());
    painter.fillRect(mirrored ? QRectF(row.left(), line, row.width() - width - 8, 1)
                              : QRectF(label.right() + 8, line, row.width() - width - 8, 1),
                     canvas.c.line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(speaking ? canvas.c.sentence : canvas.c.hover);
    painter.drawRoundedRect(label, metrics::tintRadius, metrics::tintRadius);
    painter.setPen(speaking ? canvas.c.word : canvas.c.text2);
    painter.drawText(label, Qt::AlignCenter, words);
}

void paintMatches(const Canvas &canvas)
{
    const auto &matches = canvas.state.layout.matches();
    canvas.painter.setBrush(Qt::NoBrush);
    auto match = std::lower_bound(
        matches.begin(), matches.end(), canvas.seen.offset, [](const TextSpan &m, qsizetype value) {
            return m.offset + m.length <= value;
        });
    for (; match != matches.end() && canvas.sees(*match); ++match) {
        const bool current = match - matches.begin() == canvas.state.currentMatch;
        canvas.painter.setPen(QPen(canvas.c.amber, current ? 2 : 1));
        for (const QRectF &rect : canvas.rects(*match)) {
            canvas.painter.drawRoundedRect(rect.adjusted(-2.5, 2.5, 2.5, -2.5), 4, 4);
        }
    }
}

void paintStops(const Canvas &canvas)
{
    const PreparedText &text = canvas.state.layout.text();
    const auto [first, last] =
        text.timesIn(canvas.seen.offset, canvas.seen.offset + canvas.seen.length);
    for (std::size_t i = first; i < last; ++i) {
        const TimeLink &time = text.document.times[i];
        if (!time.isActive()) {
            continue;
        }
        const bool sure = time.kind == TimeLink::Kind::Sure;
        QPen pen(sure ? canvas.c.accent : canvas.c.text2, 1);
        pen.setStyle(sure ? Qt::SolidLine : Qt::DotLine);
        canvas.painter.setPen(pen);
        for (const QRectF &rect : canvas.rects({time.offset, time.length})) {
            const double y = qRound(rect.bottom() - rect.height() * 0.12) - 0.5;
            canvas.painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        }
    }
}

void paintRowHint(const Canvas &canvas, std::size_t block, double top, const BlockLayout &layout)
{
    const PreparedText &text = canvas.state.layout.text();
    const int time = text.timeLines[block].time;
    const auto isThis = [&](int stop) {
        return stop >= 0 && canvas.state.stops[static_cast<std::size_t>(stop)].time == time;
    };
    const bool focused = isThis(canvas.state.stop);
    if (time < 0 || (!focused && !isThis(canvas.state.hoveredStop))) {
        return;
    }
    const QRectF row = layout.textRect().translated(0, top).adjusted(-4, 0, 4, 0);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.c.hover);
    canvas.painter.drawRoundedRect(row, metrics::tintRadius, metrics::tintRadius);
    const auto rects =
        layout.rects(text.document.blocks[block].offset,
                     text.document.blocks[block].offset + text.document.blocks[block].length);
    const TimeLink &link = text.document.times[static_cast<std::size_t>(time)];
    const QString hint = ReaderView::tr("Jump to %1 · Enter", "hint beside a time with focus")
                             .arg(text::clockText(link.start));
    const double width = QFontMetricsF(canvas.state.layout.style().meta).horizontalAdvance(hint);
    if (focused && !rects.empty() && rects.size() <= 2
        && rects.back().right() + width + 24 < row.right()) {
        canvas.painter.setFont(canvas.state.layout.style().meta);
        canvas.painter.setPen(canvas.c.text3);
        canvas.painter.drawText(
            row.adjusted(8, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, hint);
    }
}

void paintSpeaker(const Canvas &canvas, std::size_t index, double top, const BlockLayout &layout)
{
    const ReaderBlock &block = canvas.state.layout.document().blocks[index];
    const ReaderStyle &style = canvas.state.layout.style();
    const bool towardsText = !canvas.state.layout.columns().stacked;
    const bool mirrored = canvas.state.layout.columns().mirrored;
    const auto align = towardsText != mirrored ? Qt::AlignRight : Qt::AlignLeft;
    if (!block.speaker.isEmpty()) {
        const QRectF rect = layout.speakerRect().translated(0, top);
        canvas.painter.setFont(style.speaker);
        canvas.painter.setPen(canvas.c.speaker(block.speakerIndex));
        const QString name = QFontMetricsF(style.speaker)
                                 .elidedText(block.speaker.left(200), Qt::ElideRight, rect.width());
        canvas.painter.drawText(rect, static_cast<int>(align) | Qt::AlignVCenter, name);
    }
    if (block.start) {
        const bool lit = canvas.state.hoveredBlockTime == index;
        const QRectF rect = layout.timeRect().translated(0, top);
        canvas.painter.setPen(lit ? canvas.c.accent : canvas.c.text3);
        widgets::paintTimecode(canvas.painter,
                               rect,
                               style.meta,
                               text::clockText(*block.start),
                               align | Qt::AlignVCenter);
    }
}

void paintBlockGround(const Canvas &canvas, std::size_t index)
{
    const BlockLayout &layout = canvas.state.layout.block(index);
    if (!layout.foldRect().isNull()) {
        paintFold(canvas, index);
        return;
    }
    const double top = canvas.state.layout.top(index);
    const ReaderBlock &block = canvas.state.layout.document().blocks[index];
    const QRectF text = layout.textRect().translated(0, top);
    QPainter &painter = canvas.painter;
    if (block.kind == Kind::Quote) {
        const bool mirrored = canvas.state.layout.columns().mirrored;
        painter.fillRect(
            QRectF(mirrored ? text.right() - 11 : text.left() + 8, text.top(), 3, text.height()),
            canvas.c.line);
    } else if (block.kind == Kind::Code) {
        painter.fillRect(text, canvas.c.list);
    } else if (block.kind == Kind::Rule) {
        painter.fillRect(QRectF(text.left(), text.center().y(), text.width(), 1), canvas.c.line);
    }
    paintRowHint(canvas, index, top, layout);
    paintSpeaker(canvas, index, top, layout);
    if (!layout.markerRect().isNull()) {
        painter.setFont(canvas.state.layout.style().body);
        painter.setPen(canvas.c.text3);
        painter.drawText(layout.markerRect().translated(0, top),
                         Qt::AlignCenter | Qt::TextDontClip,
                         block.marker);
    }
}

void paintFocusedStop(const Canvas &canvas)
{
    if (canvas.state.stop < 0) {
        return;
    }
    const auto &stop = canvas.state.stops[static_cast<std::size_t>(canvas.state.stop)];
    const auto box = std::find_if(
        canvas.state.noteBoxes.begin(), canvas.state.noteBoxes.end(), [&](const NoteBox &b) {
            return stop.note >= 0 && static_cast<int>(b.note) == stop.note;
        });
    if (box != canvas.state.noteBoxes.end()) {
        widgets::paintFocusRing(
            canvas.painter, box->rect.adjusted(-3, -3, 3, 3), metrics::tintRadius, canvas.c.accent);
    }
    for (const QRectF &rect : canvas.rects({stop.offset, stop.length})) {
        widgets::paintFocusRing(
            canvas.painter, rect.adjusted(-4, -1, 4, 1), metrics::tintRadius, canvas.c.accent);
    }
}

void paintText(const Canvas &canvas)
{
    std::vector<std::pair<TextSpan, QColor>> colored;
    if (canvas.state.highContrast) {
        colored.emplace_back(canvas.state.q.selection(), canvas.c.reader);
    }
    if (canvas.sees(canvas.state.word)) {
        colored.emplace_back(canvas.state.word, canvas.c.word);
    }
    canvas.painter.setPen(canvas.c.text);
    for (std::size_t i = canvas.first; i <= canvas.last;
         i = canvas.state.layout.folding().after(i)) {
        canvas.state.layout.block(i).drawText(canvas.painter, canvas.state.layout.top(i), colored);
    }
    for (const QRectF &rect : canvas.rects(canvas.state.word)) {
        canvas.painter.fillRect(QRectF(rect.left(), rect.bottom() - 4, rect.width(), 2),
                                canvas.c.word);
    }
}

} // namespace

QString foldText(int turns)
{
    return turns == 1 ? ReaderView::tr("… 1 turn hidden", "turn: when somebody speaks")
                      : ReaderView::tr("… %n turns hidden", "turn: when somebody speaks", turns);
}

void paintReader(ReaderView::State &state, QPainter &painter, const QRect &clip)
{
    const theme::Theme &c = state.themes.current();
    painter.fillRect(clip, c.reader);
    if (state.layout.isEmpty()) {
        return;
    }
    const double y = state.scrollY();
    const std::size_t first = state.layout.blockAt(std::max(0.0, y + clip.top() - 40));
    const std::size_t last = state.layout.blockAt(y + clip.bottom() + 8);
    const auto &blocks = state.layout.document().blocks;
    const ReaderBlock &end = blocks[state.layout.folding().after(last) - 1];
    const TextSpan seen{blocks[first].offset, end.offset + end.length - blocks[first].offset};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, -y);
    const Canvas canvas{state, painter, c, first, last, seen};
    for (std::size_t i = first; i <= last; i = state.layout.folding().after(i)) {
        paintBlockGround(canvas, i);
    }
    paintSentenceTime(canvas);
    paintSentence(canvas);
    paintHighlights(canvas);
    paintSelection(canvas);
    paintMatches(canvas);
    paintText(canvas);
    paintStops(canvas);
    paintFocusedStop(canvas);
    for (const NoteBox &box : state.noteBoxes) {
        box.card ? paintCard(state, painter, box) : paintFlag(state, painter, box);
    }
    if (state.caretShown && state.q.hasFocus()) {
        const QRectF caret = state.layout.caretRect(state.caret);
        painter.fillRect(caret.adjusted(0, 4, 0.5, -4), c.text);
    }
}

} // namespace ui::transcript::internal
