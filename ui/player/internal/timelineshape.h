// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/waveform.h"
#include "ui/theme/theme.h"

#include <QRectF>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace ui::player::internal {

/// A flag where it is drawn.
struct FlagMark
{
    double x = 0;
    std::size_t index = 0; ///< among the timeline's flags
    int color = 0;         ///< index into Theme::highlightLine
};

/// Everything the timeline draws, in its pixels. Bounded by its width, however many chapters and
/// notes there are.
struct TimelineShape
{
    static constexpr double sidePadding = 8;
    static constexpr double tickHeight = 12;
    static constexpr double laneHeight = 16;
    static constexpr double flagWidth = 9;

    double left = 0;
    double right = 0;
    double laneTop = 0; ///< of the flags
    double knobY = 0;
    double knobRadius = 4;
    double middle = 0; ///< of the waveform or track
    double half = 0;   ///< of the waveform's height
    double trackHeight = 6;
    double bottom = 0;             ///< of the playhead and the chapters' ticks
    bool compact = false;          ///< only a thin track and the knob
    std::vector<double> chapterXs; ///< where a chapter begins, but the first; left to right
    std::vector<FlagMark> flags;   ///< left to right
    Waveform wave;

    double playhead = 0;
    bool hasPlayhead = false;
    std::vector<std::pair<double, double>> parts; ///< at hand, left to right; empty: all
    std::optional<std::pair<double, double>> range;
    std::optional<std::pair<double, double>> loop;
    std::optional<double> loopStart;
    std::optional<double> markStart; ///< of what is being marked, up to the playhead
    std::optional<double> hover;
    std::optional<std::size_t> chosenFlag; ///< index into the timeline's flags
    bool enabled = true;

    /// Lays out the heights for a widget of this size.
    void setSize(double width, double height);

    /// The part to repaint when something thin at x changes.
    [[nodiscard]] QRect strip(double x) const;

    /// \param clip  only what is near it is drawn
    void paint(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;

private:
    void paintRange(QPainter &painter,
                    const theme::Theme &colors,
                    const std::pair<double, double> &range) const;
    void paintMark(QPainter &painter, const theme::Theme &colors) const;
    void paintLoopMark(QPainter &painter,
                       const theme::Theme &colors,
                       double x,
                       const QString &letter,
                       bool before) const;
    void paintTrack(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;
    void paintSegment(QPainter &painter,
                      const theme::Theme &colors,
                      const QRectF &clip,
                      double from,
                      double to) const;
    void paintTicks(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;
    void paintFlags(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;
    void paintPlayhead(QPainter &painter, const theme::Theme &colors) const;
};

} // namespace ui::player::internal
