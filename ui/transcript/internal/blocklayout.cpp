// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/blocklayout.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/timecodepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::transcript::internal {

namespace metrics = theme::metrics;
using Kind = ReaderBlock::Kind;

namespace {

constexpr double headGap = 2;
constexpr double foldLine = 28;
constexpr double listIndent = 24;
constexpr double timeGap = 12;
constexpr double timeLineGap = 4;
constexpr int deepest = 6;

QTextLayout::FormatRange formatOf(TextSpan whole, qsizetype offset, qsizetype length)
{
    const qsizetype begin = std::max(offset, whole.offset);
    const qsizetype end = std::min(offset + length, whole.offset + whole.length);
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(begin - whole.offset);
    range.length = static_cast<int>(std::max<qsizetype>(end - begin, 0));
    return range;
}

void addSpanFormats(const LayoutContext &context,
                    TextSpan whole,
                    QList<QTextLayout::FormatRange> &to)
{
    // A span may begin in the time before the words, so the search begins with the block.
    const auto &document = context.text.document;
    const qsizetype begin = document.blocks[blockAtOffset(document, whole.offset)].offset;
    const auto [first, last] = context.text.spansIn(begin, whole.offset + whole.length);
    for (std::size_t i = first; i < last; ++i) {
        const ReaderSpan &span = context.text.spans[i];
        auto range = formatOf(whole, span.offset, span.length);
        if (span.bold) {
            range.format.setFontWeight(QFont::DemiBold);
        }
        if (span.italic) {
            range.format.setFontItalic(true);
        }
        if (span.code) {
            range.format.setFontFamilies(context.style.code.families());
            range.format.setFontFixedPitch(true);
        }
        if (!span.link.isEmpty()) {
            range.format.setForeground(context.theme.accent);
            range.format.setFontUnderline(true);
        }
        to.append(range);
    }
}

void addTimeFormats(const LayoutContext &context,
                    TextSpan whole,
                    QList<QTextLayout::FormatRange> &to)
{
    const auto [first, last] = context.text.timesIn(whole.offset, whole.offset + whole.length);
    for (std::size_t i = first; i < last; ++i) {
        const TimeLink &time = context.text.document.times[i];
        auto range = formatOf(whole, time.offset, time.length);
        if (time.kind == TimeLink::Kind::Sure) {
            range.format.setForeground(context.theme.accent);
            range.format.setFontWeight(QFont::Medium);
        } else if (time.kind != TimeLink::Kind::Unsure) {
            range.format.setForeground(context.theme.text3);
        }
        to.append(range);
    }
}

void addMatchFormats(const LayoutContext &context,
                     TextSpan whole,
                     QList<QTextLayout::FormatRange> &to)
{
    const auto &matches = context.matches;
    auto match = std::lower_bound(
        matches.begin(), matches.end(), whole.offset, [](const TextSpan &m, qsizetype value) {
            return m.offset + m.length <= value;
        });
    for (; match != matches.end() && match->offset < whole.offset + whole.length; ++match) {
        auto range = formatOf(whole, match->offset, match->length);
        range.format.setFontWeight(QFont::DemiBold);
        to.append(range);
    }
}

QFont fontOf(const ReaderStyle &style, const ReaderBlock &block)
{
    if (block.kind == Kind::Heading) {
        return block.level == 1 ? style.firstHeading : style.heading;
    }
    return block.kind == Kind::Code ? style.code : style.body;
}

double timeColumn(const LayoutContext &context, const PreparedText::TimeLine &line)
{
    const QString widest(std::min<qsizetype>(line.widest, 24), QLatin1Char('0'));
    return std::clamp(
        widgets::timecodeWidth(context.style.times, widest), 72.0, context.columns.textWidth / 3);
}

double indentOf(const ReaderBlock &block)
{
    if (block.kind == Kind::ListItem || block.kind == Kind::Quote) {
        return listIndent * std::clamp(block.level, 1, deepest);
    }
    return block.kind == Kind::Code ? metrics::space12 : 0;
}

double gapAbove(const LayoutContext &context, std::size_t index)
{
    const auto &blocks = context.text.document.blocks;
    if (index == 0) {
        return context.text.document.transcript ? metrics::space24 : metrics::space20;
    }
    const ReaderBlock &block = blocks[index];
    if (block.continued) {
        return 0;
    }
    const auto &lines = context.text.timeLines;
    if (lines[index].time >= 0 && lines[index - 1].time >= 0) {
        return timeLineGap;
    }
    if (block.kind == Kind::Heading) {
        return metrics::space16;
    }
    const Kind before = blocks[index - 1].kind;
    if (before == Kind::Heading || (block.kind == Kind::ListItem && before == Kind::ListItem)
        || (block.kind == Kind::Code && before == Kind::Code)) {
        return block.kind == Kind::Code ? 0 : timeLineGap;
    }
    return context.columns.stacked && context.text.document.transcript ? metrics::space12
                                                                       : context.style.paragraphGap;
}

double foldGap(std::size_t index)
{
    return index == 0 ? metrics::space24 : metrics::space8;
}

// Only the first block of a run of hidden ones takes room.
double foldHeight(const LayoutContext &context, std::size_t index)
{
    const Folding::Run *run = context.folding.runOf(index);
    if (run->first != index) {
        return 0;
    }
    const bool atEnd = run->last + 1 == context.text.document.blocks.size();
    return foldGap(index) + foldLine + (atEnd ? metrics::space32 : 0);
}

// Cursor positions give wrong widths where writing directions mix, so characters are joined there.
void addMixedRects(
    const QTextLine &line, int begin, int end, double height, std::vector<QRectF> &to)
{
    for (int i = begin; i < end; ++i) {
        int from = i;
        int until = i + 1;
        const double x1 = line.cursorToX(&from, QTextLine::Leading);
        const double x2 = line.cursorToX(&until, QTextLine::Trailing);
        const QRectF cell(std::min(x1, x2), 0, std::abs(x2 - x1), height);
        if (cell.width() < 0.01) {
            continue;
        }
        QRectF *last = to.empty() ? nullptr : &to.back();
        if (last
            && (std::abs(last->right() - cell.left()) < 0.6
                || std::abs(cell.right() - last->left()) < 0.6)) {
            *last = last->united(cell);
        } else {
            to.push_back(cell);
        }
    }
}

bool hasMixedDirections(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        const auto direction = c.direction();
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    });
}

} // namespace

BlockLayout::BlockLayout(const LayoutContext &context, std::size_t index, double above)
    : m_lineHeight(context.style.lineHeight)
{
    const ReaderBlock &block = context.text.document.blocks[index];
    const PreparedText::TimeLine &timeLine = context.text.timeLines[index];
    if (context.folding.isHidden(index)) {
        m_height = foldHeight(context, index);
        m_foldRect = QRectF(
            context.columns.textLeft, foldGap(index) + above, context.columns.textWidth, foldLine);
        m_height += above;
        m_textRect = m_foldRect;
        m_lineHeight = foldLine;
        return;
    }
    double y = gapAbove(context, index) + above;
    const double firstLine = y;
    placeSpeaker(context, block, y);
    const double width = context.columns.textWidth;
    const double left = context.columns.textLeft;
    const bool mirrored = context.columns.mirrored;
    TextSpan words{block.offset, block.length};
    double indent = indentOf(block);
    if (timeLine.time >= 0) {
        const TimeLink &time = context.text.document.times[static_cast<std::size_t>(timeLine.time)];
        const double column = timeColumn(context, timeLine);
        const QRectF room(mirrored ? left + width - column : left, y, column, 0);
        addPiece(context,
                 {time.offset, time.length},
                 context.style.body,
                 room,
                 mirrored ? Qt::AlignLeft : Qt::AlignRight);
        words = {timeLine.bodyOffset, block.offset + block.length - timeLine.bodyOffset};
        indent = column + timeGap;
    } else if (block.kind == Kind::ListItem && !block.marker.isEmpty()) {
        const double x = mirrored ? left + width - indent : left + indent - listIndent;
        m_markerRect = QRectF(x, y, listIndent, m_lineHeight);
    }
    const QRectF room(mirrored ? left : left + indent, y, std::max(40.0, width - indent), 0);
    const double height = block.kind == Kind::Rule
                              ? m_lineHeight
                              : addPiece(context, words, fontOf(context.style, block), room, {});
    m_textRect = QRectF(left, y, width, height);
    m_height = y + height;
    if (!context.columns.stacked && !block.speaker.isEmpty()) {
        m_height =
            std::max(m_height, firstLine + context.style.speakerLine + context.style.timeLine);
    }
    if (index + 1 == context.text.document.blocks.size()) {
        m_height += metrics::space32;
    }
}

void BlockLayout::placeSpeaker(const LayoutContext &context, const ReaderBlock &block, double &y)
{
    const ReaderColumns &c = context.columns;
    const bool named = !block.speaker.isEmpty();
    if ((!named && !block.start) || !context.text.document.transcript) {
        return;
    }
    const QString clock = block.start ? QStringLiteral("0:00:00") : QString();
    const double timeWidth = widgets::timecodeWidth(context.style.meta, clock) + 4;
    if (!c.stacked) {
        // The name stands on the line of the words, however large these are.
        const double shift = named ? (m_lineHeight - context.style.speakerLine) / 2
                                   : (m_lineHeight - context.style.timeLine) / 2;
        m_speakerRect =
            QRectF(c.gutterLeft, y + shift, c.gutterWidth, named ? context.style.speakerLine : 0);
        if (block.start) {
            const double x = c.mirrored ? c.gutterLeft : c.gutterLeft + c.gutterWidth - timeWidth;
            m_timeRect = QRectF(x, m_speakerRect.bottom(), timeWidth, context.style.timeLine);
        }
        return;
    }
    const QFontMetricsF fonts(context.style.speaker);
    const double name = std::min(fonts.horizontalAdvance(block.speaker.left(200)) + 1,
                                 c.textWidth - timeWidth - metrics::space8);
    const double gap = named ? metrics::space8 : 0;
    const double nameLeft = c.mirrored ? c.textLeft + c.textWidth - name : c.textLeft;
    m_speakerRect = QRectF(nameLeft, y, named ? name : 0, context.style.speakerLine);
    if (block.start) {
        const double x =
            c.mirrored ? nameLeft - gap - timeWidth : nameLeft + (named ? name : 0) + gap;
        m_timeRect = QRectF(x, y, timeWidth, context.style.speakerLine);
    }
    y += context.style.speakerLine + headGap;
}

double BlockLayout::addPiece(const LayoutContext &context,
                             TextSpan span,
                             const QFont &font,
                             QRectF room,
                             Qt::Alignment alignment)
{
    QString text = context.text.document.text.mid(span.offset, span.length);
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    Piece piece{std::make_unique<QTextLayout>(text, font), span.offset, span.length};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool rightToLeft = text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    // Lines do not turn round by themselves: a leading edge has to be named.
    option.setAlignment(alignment ? alignment
                                  : Qt::Alignment(rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    piece.layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    addSpanFormats(context, span, formats);
    addTimeFormats(context, span, formats);
    addMatchFormats(context, span, formats);
    piece.layout->setFormats(formats);
    piece.layout->setCacheEnabled(true);
    double y = 0;
    piece.layout->beginLayout();
    for (QTextLine line = piece.layout->createLine(); line.isValid();
         line = piece.layout->createLine()) {
        line.setLineWidth(room.width());
        line.setPosition(QPointF(0, y + (m_lineHeight - line.height()) / 2));
        y += m_lineHeight;
    }
    piece.layout->endLayout();
    piece.layout->setPosition(room.topLeft());
    m_pieces.push_back(std::move(piece));
    return std::max(y, m_lineHeight);
}

std::vector<QRectF> BlockLayout::rects(qsizetype begin, qsizetype end) const
{
    std::vector<QRectF> result;
    for (const Piece &piece : m_pieces) {
        const qsizetype from = std::max(begin, piece.offset) - piece.offset;
        const qsizetype until = std::min(end, piece.offset + piece.length) - piece.offset;
        const QPointF origin = piece.layout->position();
        for (int i = 0; from < until && i < piece.layout->lineCount(); ++i) {
            const QTextLine line = piece.layout->lineAt(i);
            const int first = std::max(static_cast<int>(from), line.textStart());
            int last = std::min(static_cast<int>(until), line.textStart() + line.textLength());
            const double top = origin.y() + i * m_lineHeight;
            if (first >= last) {
                continue;
            }
            std::vector<QRectF> cells;
            const auto text = QStringView(piece.layout->text()).mid(first, last - first);
            if (hasMixedDirections(
                    QStringView(piece.layout->text()).mid(line.textStart(), line.textLength()))) {
                addMixedRects(line, first, last, m_lineHeight, cells);
            } else {
                while (last > first + 1 && last == line.textStart() + line.textLength()
                       && text.at(last - first - 1).isSpace()) {
                    --last;
                }
                const double x1 = line.cursorToX(first);
                cells.push_back({x1, 0, line.cursorToX(last) - x1, m_lineHeight});
            }
            for (const QRectF &cell : cells) {
                result.push_back(cell.translated(origin.x(), top));
            }
        }
    }
    return result;
}

void BlockLayout::drawText(QPainter &painter,
                           double top,
                           const std::vector<std::pair<TextSpan, QColor>> &colored) const
{
    for (const Piece &piece : m_pieces) {
        QList<QTextLayout::FormatRange> ranges;
        for (const auto &[span, color] : colored) {
            auto range = formatOf({piece.offset, piece.length}, span.offset, span.length);
            if (range.length > 0) {
                range.format.setForeground(color);
                ranges.append(range);
            }
        }
        piece.layout->draw(&painter, QPointF(0, top), ranges);
    }
}

double estimateHeight(const LayoutContext &context, std::size_t index, double characterWidth)
{
    const ReaderBlock &block = context.text.document.blocks[index];
    if (context.folding.isHidden(index)) {
        return foldHeight(context, index);
    }
    const double perLine = std::max(4.0, context.columns.textWidth / characterWidth - 3);
    const double lines = std::ceil(static_cast<double>(block.length) / perLine);
    double height = gapAbove(context, index) + std::max(1.0, lines) * context.style.lineHeight;
    const bool headed = !block.speaker.isEmpty() || block.start;
    if (headed && context.text.document.transcript && context.columns.stacked) {
        height += context.style.speakerLine + headGap;
    }
    return height;
}

} // namespace ui::transcript::internal
