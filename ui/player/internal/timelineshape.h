// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    static constexpr double knobRadius = 4;
    static constexpr double trackHeight = 6;
    static constexpr double tickHeight = 12;
    static constexpr double laneHeight = 14;
    static constexpr double flagWidth = 9;

    double left = 0;
    double right = 0;
    double laneTop = 0;
    double trackTop = 0;
    double bottom = 0;             ///< of the playhead
    std::vector<double> chapterXs; ///< where a chapter begins, but the first; left to right
    std::vector<FlagMark> flags;   ///< left to right

    double playhead = 0;
    bool hasPlayhead = false;
    double buffered = 0; ///< x up to which sound is at hand
    std::optional<std::pair<double, double>> range;
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
    void paintRange(QPainter &painter, const theme::Theme &colors) const;
    void paintTrack(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;
    void paintFlags(QPainter &painter, const theme::Theme &colors, const QRectF &clip) const;
};

} // namespace ui::player::internal
