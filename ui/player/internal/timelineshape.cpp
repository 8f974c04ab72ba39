// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timelineshape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace {

constexpr double chapterGap = 5;
constexpr double poleWidth = 2;
constexpr double flagHeight = 9;
constexpr double notch = 3;

QPainterPath flagPath(double x, double top)
{
    QPainterPath path;
    path.addRect(x - poleWidth / 2, top, poleWidth, TimelineShape::laneHeight);
    QPainterPath cloth;
    const double from = x - poleWidth / 2;
    const double to = from + TimelineShape::flagWidth;
    cloth.moveTo(from, top);
    cloth.lineTo(to - notch, top);
    cloth.lineTo(to, top + notch);
    cloth.lineTo(to, top + flagHeight);
    cloth.lineTo(from, top + flagHeight);
    cloth.closeSubpath();
    return path.united(cloth);
}

} // namespace

void TimelineShape::setSize(double width, double height)
{
    left = sidePadding;
    right = std::max(left + 1, width - sidePadding);
    // The block of lane, knob, track and ticks is 44 high and stands in the middle.
    laneTop = std::max(2.0, std::floor((height - 46) / 2) + 1);
    trackTop = laneTop + laneHeight + 12;
    bottom = trackTop + trackHeight + tickHeight;
}

QRect TimelineShape::strip(double x) const
{
    const double reach = knobRadius + 2;
    return QRectF(x - reach, laneTop + laneHeight - 1, 2 * reach, bottom - laneTop - laneHeight + 3)
        .toAlignedRect();
}

void TimelineShape::paintTrack(QPainter &painter,
                               const theme::Theme &colors,
                               const QRectF &clip) const
{
    const auto piece = [&](double from, double to, const QColor &color) {
        if (to > from && to >= clip.left() && from <= clip.right()) {
            painter.fillRect(QRectF(from, trackTop, to - from, trackHeight), color);
        }
    };
    const auto segment = [&](double from, double to) {
        if (to < clip.left() || from > clip.right()) {
            return;
        }
        QPainterPath rounded;
        rounded.addRoundedRect(QRectF(from, trackTop, std::max(to - from, 1.0), trackHeight),
                               std::min(3.0, (to - from) / 2),
                               3);
        painter.save();
        painter.setPen(Qt::NoPen);
        painter.setBrush(enabled ? colors.line : colors.hover);
        painter.drawPath(rounded);
        if (enabled) {
            painter.setClipPath(rounded, Qt::IntersectClip);
            piece(from, std::min(to, buffered), colors.wave);
            piece(from, std::min(to, hasPlayhead ? playhead : from), colors.accent);
        }
        painter.restore();
    };
    double from = left;
    for (const double x : chapterXs) {
        segment(from, x - chapterGap / 2);
        from = x + chapterGap / 2;
        if (x >= clip.left() - 2 && x <= clip.right() + 2) {
            painter.fillRect(QRectF(std::round(x) - 0.5, trackTop, 1, trackHeight + tickHeight - 3),
                             colors.text3);
        }
    }
    segment(from, right);
}

void TimelineShape::paintFlags(QPainter &painter,
                               const theme::Theme &colors,
                               const QRectF &clip) const
{
    if (clip.top() > laneTop + laneHeight + 2) {
        return;
    }
    painter.setPen(Qt::NoPen);
    for (const FlagMark &flag : flags) {
        if (flag.x < clip.left() - flagWidth || flag.x > clip.right() + flagWidth) {
            continue;
        }
        painter.setBrush(colors.highlightLine.at(static_cast<std::size_t>(flag.color)));
        painter.drawPath(flagPath(flag.x, laneTop));
        if (chosenFlag == flag.index) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.accent, 2));
            painter.drawRoundedRect(
                QRectF(flag.x - 4, laneTop - 2, flagWidth + 6, laneHeight + 4), 3, 3);
            painter.setPen(Qt::NoPen);
        }
    }
}

void TimelineShape::paintRange(QPainter &painter, const theme::Theme &colors) const
{
    if (!range) {
        return;
    }
    constexpr double reach = 7;
    const double from = std::round(range->first);
    const double to = std::max(std::round(range->second), from + 3);
    const double top = trackTop - reach;
    const double tall = trackHeight + 2 * reach;
    painter.fillRect(QRectF(from, top, to - from, tall), colors.textsel);
    painter.fillRect(QRectF(from, top, 1, tall), colors.accent);
    painter.fillRect(QRectF(to - 1, top, 1, tall), colors.accent);
}

void TimelineShape::paint(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintRange(painter, colors);
    paintTrack(painter, colors, clip);
    paintFlags(painter, colors, clip);
    if (hover && enabled) {
        painter.fillRect(QRectF(std::round(*hover), trackTop - 8, 1, bottom - trackTop + 8),
                         colors.text2);
    }
    if (hasPlayhead) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.text);
        const double knobY = laneTop + laneHeight + knobRadius;
        painter.drawRect(QRectF(playhead - 1, knobY, 2, bottom - knobY));
        painter.drawEllipse(QPointF(playhead, knobY), knobRadius, knobRadius);
    }
}

} // namespace ui::player::internal
