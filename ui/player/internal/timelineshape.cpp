// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timelineshape.h"

#include "ui/theme/typestyle.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace {

constexpr double chapterGap = 5;
constexpr double poleWidth = 1.5;
constexpr double flagHeight = 10;
constexpr double notch = 3;
constexpr double markWidth = 13;

QPainterPath flagPath(double x, double top)
{
    QPainterPath path;
    path.addRect(x, top, poleWidth, TimelineShape::laneHeight);
    QPainterPath cloth;
    const double to = x + TimelineShape::flagWidth;
    cloth.moveTo(x, top);
    cloth.lineTo(to - notch, top);
    cloth.lineTo(to, top + notch);
    cloth.lineTo(to, top + flagHeight);
    cloth.lineTo(x, top + flagHeight);
    cloth.closeSubpath();
    return path.united(cloth);
}

} // namespace

void TimelineShape::setSize(double width, double height)
{
    left = sidePadding;
    right = std::max(left + 1, width - sidePadding);
    bottom = height;
    if (compact) {
        laneTop = 0;
        middle = height / 2;
        half = 2;
        knobY = middle;
        knobRadius = 5;
        trackHeight = 4;
        return;
    }
    laneTop = std::max(2.0, std::floor(height / 2) - 21);
    knobY = laneTop + 11;
    knobRadius = 4;
    const double waveTop = laneTop + 17;
    middle = (waveTop + height - 5) / 2;
    half = std::max(3.0, middle - waveTop);
    trackHeight = 6;
}

QRect TimelineShape::strip(double x) const
{
    const double reach = knobRadius + 2;
    const double top = knobY - reach;
    const double end = compact ? knobY + reach : bottom;
    return QRectF(x - reach, top, 2 * reach, end - top).toAlignedRect();
}

void TimelineShape::paintSegment(
    QPainter &painter, const theme::Theme &colors, const QRectF &clip, double from, double to) const
{
    if (to < clip.left() || from > clip.right()) {
        return;
    }
    const double top = middle - trackHeight / 2;
    const auto piece = [&](double begin, double end, const QColor &color) {
        begin = std::max(begin, from);
        end = std::min(end, to);
        if (end > begin && end >= clip.left() && begin <= clip.right()) {
            painter.fillRect(QRectF(begin, top, end - begin, trackHeight), color);
        }
    };
    const double radius = trackHeight / 2;
    QPainterPath rounded;
    rounded.addRoundedRect(QRectF(from, top, std::max(to - from, 1.0), trackHeight),
                           std::min(radius, (to - from) / 2),
                           radius);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? colors.line : colors.hover);
    painter.drawPath(rounded);
    if (enabled) {
        painter.setClipPath(rounded, Qt::IntersectClip);
        if (parts.empty()) {
            piece(from, to, colors.wave);
        }
        for (const auto &part : parts) {
            piece(part.first, part.second, colors.wave);
        }
        piece(from, hasPlayhead ? playhead : from, colors.accent);
    }
    painter.restore();
}

void TimelineShape::paintTrack(QPainter &painter,
                               const theme::Theme &colors,
                               const QRectF &clip) const
{
    if (!compact && !wave.isEmpty()) {
        wave.paint(painter, colors, clip, hasPlayhead ? playhead : left, enabled);
        return;
    }
    double from = left;
    for (const double x : chapterXs) {
        paintSegment(painter, colors, clip, from, x - chapterGap / 2);
        from = x + chapterGap / 2;
    }
    paintSegment(painter, colors, clip, from, right);
}

void TimelineShape::paintTicks(QPainter &painter,
                               const theme::Theme &colors,
                               const QRectF &clip) const
{
    if (compact) {
        return;
    }
    for (const double x : chapterXs) {
        if (x >= clip.left() - 2 && x <= clip.right() + 2) {
            painter.fillRect(QRectF(std::round(x) - 0.75, bottom - tickHeight, 1.5, tickHeight),
                             colors.text2);
        }
    }
}

void TimelineShape::paintFlags(QPainter &painter,
                               const theme::Theme &colors,
                               const QRectF &clip) const
{
    if (compact || clip.top() > laneTop + laneHeight + 2) {
        return;
    }
    painter.setPen(Qt::NoPen);
    for (const FlagMark &flag : flags) {
        if (flag.x < clip.left() - flagWidth || flag.x > clip.right() + flagWidth) {
            continue;
        }
        painter.setBrush(colors.highlightLine.at(static_cast<std::size_t>(flag.color)));
        painter.drawPath(flagPath(std::round(flag.x), laneTop));
        if (chosenFlag == flag.index) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.accent, 2));
            painter.drawRoundedRect(
                QRectF(flag.x - 4, laneTop - 3, flagWidth + 8, laneHeight + 5), 3, 3);
            painter.setPen(Qt::NoPen);
        }
    }
}

void TimelineShape::paintRange(QPainter &painter,
                               const theme::Theme &colors,
                               const std::pair<double, double> &stretch) const
{
    const double from = std::round(stretch.first);
    const double to = std::max(std::round(stretch.second), from + 3);
    const double reach = compact ? 5 : half + 2;
    painter.fillRect(QRectF(from, middle - reach, to - from, 2 * reach), colors.textsel);
    painter.fillRect(QRectF(from, middle - reach, 1, 2 * reach), colors.accent);
    painter.fillRect(QRectF(to - 1, middle - reach, 1, 2 * reach), colors.accent);
}

void TimelineShape::paintMark(QPainter &painter, const theme::Theme &colors) const
{
    if (!markStart || !hasPlayhead) {
        return;
    }
    // As the mark will look that comes of it.
    const double from = std::round(*markStart);
    const double reach = compact ? 5 : half + 2;
    const auto [first, last] = std::minmax(from, playhead);
    painter.fillRect(QRectF(first, middle - reach, last - first, 2 * reach),
                     colors.highlightFill.front());
    painter.fillRect(QRectF(from - 1, middle - reach, 2, 2 * reach), colors.highlightLine.front());
    if (!compact) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.highlightLine.front());
        painter.drawPath(flagPath(from, laneTop));
    }
}

void TimelineShape::paintLoopMark(QPainter &painter,
                                  const theme::Theme &colors,
                                  double x,
                                  const QString &letter,
                                  bool before) const
{
    if (compact) {
        return;
    }
    // A stands before its line and B behind its own, so that they never cover each other.
    x = std::round(x);
    const double from = before ? std::max(0.0, x + 1 - markWidth) : x - 1;
    const QRectF body(from, bottom - markWidth, markWidth, markWidth);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(body, 3, 3);
    painter.drawRect(QRectF(before ? x : x - 1, middle - half - 2, 1, bottom - middle + half));
    painter.setPen(colors.onaccent);
    painter.setFont(theme::font(theme::TextStyle::GroupHead));
    painter.drawText(body, Qt::AlignCenter | Qt::TextSingleLine, letter);
}

void TimelineShape::paintPlayhead(QPainter &painter, const theme::Theme &colors) const
{
    if (!hasPlayhead) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    if (!compact) {
        painter.drawRect(QRectF(playhead - 1, knobY, 2, bottom - knobY));
    }
    painter.drawEllipse(QPointF(playhead, knobY), knobRadius, knobRadius);
}

void TimelineShape::paint(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &stretch : {range, loop}) {
        if (stretch) {
            paintRange(painter, colors, *stretch);
        }
    }
    paintMark(painter, colors);
    paintTrack(painter, colors, clip);
    paintTicks(painter, colors, clip);
    const auto a = loop ? std::optional(loop->first) : loopStart;
    if (a) {
        paintLoopMark(painter, colors, *a, QStringLiteral("A"), true);
    }
    if (loop) {
        paintLoopMark(painter, colors, loop->second, QStringLiteral("B"), false);
    }
    paintFlags(painter, colors, clip);
    if (hover && enabled) {
        const double top = compact ? middle - 8 : knobY;
        const double end = compact ? middle + 8 : bottom;
        painter.fillRect(QRectF(std::round(*hover), top, 1, end - top), colors.text2);
    }
    paintPlayhead(painter, colors);
}

} // namespace ui::player::internal
