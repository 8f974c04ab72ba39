// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pushcontrol.h"
#include "ui/widgets/timecodepainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui::transcript::internal {

namespace metrics = theme::metrics;
using Kind = ReaderBlock::Kind;

namespace {

constexpr double cardPad = 10;
constexpr int cardTimeLine = 18;
constexpr int cardTextLine = 17;
constexpr int mostCardLines = 8;
constexpr double tagLine = 26;

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

void paintHighlights(const Canvas &canvas)
{
    for (std::size_t i = 0; i < canvas.state.notes.size(); ++i) {
        const ReaderNote &note = canvas.state.notes[i];
        const TextSpan span{note.offset, note.length};
        if (!canvas.sees(span)) {
            continue;
        }
        const auto color = static_cast<std::size_t>(note.color);
        canvas.fill(span, canvas.c.highlightFill[color], 1, metrics::tintRadius);
        const double up = 3.0 * canvas.state.noteLevels[i];
        for (const QRectF &rect : canvas.rects(span)) {
            canvas.painter.fillRect(
                QRectF(rect.left() - 1, rect.bottom() - 2 - up, rect.width() + 2, 2),
                canvas.c.highlightLine[color]);
        }
    }
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
        return stop >= 0 && text.stops[static_cast<std::size_t>(stop)].time == time;
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

void paintTags(QPainter &painter, const theme::Theme &c, QRectF row, const QStringList &tags)
{
    const QFont font = theme::font(theme::TextStyle::Meta);
    const QFontMetricsF fonts(font);
    painter.setFont(font);
    double x = row.left();
    for (const QString &tag : tags) {
        const QString words = QLatin1Char('#') + tag;
        const double width = fonts.horizontalAdvance(words) + 10;
        if (x + width > row.right()) {
            break;
        }
        const QRectF chip(x, row.top() + 4, width, 19);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.hover);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(c.text2);
        painter.drawText(chip, Qt::AlignCenter, words);
        x += width + 6;
    }
}

void paintCard(const Canvas &canvas, const NoteBox &box)
{
    const ReaderNote &note = canvas.state.notes[box.note];
    const QColor line = canvas.c.highlightLine[static_cast<std::size_t>(note.color)];
    QPainter &painter = canvas.painter;
    painter.setPen(canvas.c.line);
    painter.setBrush(canvas.c.list);
    painter.drawRoundedRect(
        box.rect.adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    painter.save();
    // The bar takes the card's own corners.
    const bool mirrored = canvas.state.layout.columns().mirrored;
    painter.setClipRect(mirrored
                            ? QRectF(box.rect.right() - 3, box.rect.top(), 3, box.rect.height())
                            : QRectF(box.rect.left(), box.rect.top(), 3, box.rect.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawRoundedRect(box.rect, metrics::cardRadius, metrics::cardRadius);
    painter.restore();
    QRectF inside = box.rect.adjusted(cardPad + 3, cardPad, -cardPad, -cardPad);
    painter.setPen(canvas.c.text3);
    widgets::paintTimecode(painter,
                           QRectF(inside.left(), inside.top(), inside.width(), cardTimeLine - 2),
                           theme::font(theme::TextStyle::Meta),
                           note.time);
    inside.setTop(inside.top() + cardTimeLine);
    if (!note.text.isEmpty()) {
        const QFont font = theme::font(theme::TextStyle::Ui);
        painter.setPen(canvas.c.text);
        widgets::paintElided(painter, inside, note.text, font, cardTextLine, mostCardLines);
        const int lines = widgets::lineCount(note.text, font, inside.width(), mostCardLines);
        inside.setTop(inside.top() + lines * cardTextLine);
    }
    paintTags(painter, canvas.c, inside, note.tags);
}

void paintFlag(const Canvas &canvas, const NoteBox &box)
{
    const ReaderNote &note = canvas.state.notes[box.note];
    const QRectF r = box.rect;
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.c.highlightLine[static_cast<std::size_t>(note.color)]);
    canvas.painter.drawPolygon(QPolygonF({r.topLeft(),
                                          r.topRight(),
                                          QPointF(r.right() - 3, r.top() + 4),
                                          QPointF(r.right(), r.top() + 8),
                                          QPointF(r.left() + 1.5, r.top() + 8),
                                          QPointF(r.left() + 1.5, r.bottom()),
                                          r.bottomLeft()}));
}

void paintFocusedStop(const Canvas &canvas)
{
    if (canvas.state.stop < 0) {
        return;
    }
    const auto &stop =
        canvas.state.layout.text().stops[static_cast<std::size_t>(canvas.state.stop)];
    for (const QRectF &rect : canvas.rects({stop.offset, stop.length})) {
        widgets::paintFocusRing(
            canvas.painter, rect.adjusted(-4, -1, 4, 1), metrics::tintRadius, canvas.c.accent);
    }
}

void paintText(const Canvas &canvas)
{
    std::vector<std::pair<TextSpan, QColor>> colored;
    if (canvas.sees(canvas.state.word)) {
        colored.emplace_back(canvas.state.word, canvas.c.word);
    }
    canvas.painter.setPen(canvas.c.text);
    for (std::size_t i = canvas.first; i <= canvas.last; ++i) {
        canvas.state.layout.block(i).drawText(canvas.painter, canvas.state.layout.top(i), colored);
    }
    for (const QRectF &rect : canvas.rects(canvas.state.word)) {
        canvas.painter.fillRect(QRectF(rect.left(), rect.bottom() - 4, rect.width(), 2),
                                canvas.c.word);
    }
}

} // namespace

double cardHeight(const ReaderNote &note, double width)
{
    double height = 2 * cardPad + cardTimeLine;
    if (!note.text.isEmpty()) {
        height += cardTextLine
                  * widgets::lineCount(note.text,
                                       theme::font(theme::TextStyle::Ui),
                                       width - 2 * cardPad - 3,
                                       mostCardLines);
    }
    return height + (note.tags.isEmpty() ? 0 : tagLine);
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
    const TextSpan seen{blocks[first].offset,
                        blocks[last].offset + blocks[last].length - blocks[first].offset};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, -y);
    const Canvas canvas{state, painter, c, first, last, seen};
    for (std::size_t i = first; i <= last; ++i) {
        paintBlockGround(canvas, i);
    }
    canvas.fill(state.sentence, c.sentence, 2, metrics::tintRadius);
    paintHighlights(canvas);
    canvas.fill(state.q.selection(), c.textsel, 0.5, 2);
    paintMatches(canvas);
    paintText(canvas);
    paintStops(canvas);
    paintFocusedStop(canvas);
    for (const NoteBox &box : state.noteBoxes) {
        box.card ? paintCard(canvas, box) : paintFlag(canvas, box);
    }
    if (state.caretShown && state.q.hasFocus()) {
        const QRectF caret = state.layout.caretRect(state.caret);
        painter.fillRect(caret.adjusted(0, 4, 0.5, -4), c.text);
    }
}

} // namespace ui::transcript::internal
