// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/mediatime.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QRectF>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace ui::player::internal {

/// The shape of the sound as bars of 2 px with 1 px between them, kept as two pictures: played and
/// not. Drawn anew only when the sound, the size, the colours or the screen's ratio change.
class Waveform final
{
public:
    struct Area
    {
        double left = 0;
        double right = 0;
        double middle = 0;
        double half = 0; ///< greatest length of a bar above the middle

        bool operator==(const Area &) const = default;
    };

    /// Null, empty or without a pace: no waveform.
    void setPeaks(std::shared_ptr<const std::vector<quint8>> peaks, double perSecond);

    [[nodiscard]] bool isEmpty() const { return !m_peaks; }

    /// How often the pictures were made.
    [[nodiscard]] int timesDrawn() const { return m_timesDrawn; }

    /// Measures the bars. Costs a walk over the peaks, only when something changed.
    /// \param gaps   where no bar may stand, in pixels, left to right
    /// \param parts  what is at hand, in pixels; empty: all
    void layOut(const Area &area,
                app::timestamps::Duration length,
                const std::vector<double> &gaps,
                const std::vector<std::pair<double, double>> &parts);

    /// \param playedTo  up to there it is drawn as played
    void paint(QPainter &painter,
               const theme::Theme &colors,
               const QRectF &clip,
               double playedTo,
               bool enabled) const;

private:
    struct Bar
    {
        double x = 0;
        double half = 0;
        bool here = true; ///< the bytes are at hand

        bool operator==(const Bar &) const = default;
    };

    struct Look
    {
        QColor played, rest, missing;
        double ratio = 0;

        bool operator==(const Look &) const = default;
    };

    void measure(app::timestamps::Duration length, const std::vector<double> &gaps);
    [[nodiscard]] double levelBetween(double fromSecond, double toSecond) const;
    [[nodiscard]] double usualLoudest() const;
    [[nodiscard]] QPixmap draw(const Look &look, bool played) const;

    std::shared_ptr<const std::vector<quint8>> m_peaks;
    double m_perSecond = 0;
    Area m_area;
    app::timestamps::Duration m_length{0};
    std::vector<double> m_gaps;
    std::vector<Bar> m_bars;
    bool m_measured = false;
    mutable std::optional<Look> m_look; ///< of the pictures; empty: to be drawn anew
    mutable int m_timesDrawn = 0;
    mutable QPixmap m_played;
    mutable QPixmap m_rest;
};

} // namespace ui::player::internal
