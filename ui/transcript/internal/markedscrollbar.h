// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QScrollBar>

#include <vector>

namespace ui::transcript::internal {

/// A vertical scroll bar that shows where in the text found words and notes are.
class MarkedScrollBar final : public QScrollBar
{
public:
    enum class Side { Near, Far }; ///< to the text

    struct Tick
    {
        double place = 0; ///< 0 top to 1 bottom of the text
        QColor color;
        Side side = Side::Near;
    };

    explicit MarkedScrollBar(QWidget *parent = nullptr);

    /// Later ticks lie over earlier ones. As many as there are: each row is drawn once.
    void setTicks(const std::vector<Tick> &ticks);

    /// Colours of the rows, from the top, for tests; invalid where there is none.
    [[nodiscard]] QColor tickAt(int y, Side side) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void spread();

    std::vector<Tick> m_ticks;
    std::vector<QColor> m_near;
    std::vector<QColor> m_far;
};

} // namespace ui::transcript::internal
