// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QPixmap>
#include <QWidget>

namespace ui::widgets {

/// Draws a cover with round corners, or, without one, a tile in a colour of its own with the first
/// letters of the title. The same title always makes the same tile. For delegates, too.
void paintArtwork(QPainter &painter,
                  const QRectF &rect,
                  const QPixmap &cover,
                  const QString &title);

/// A podcast's or an episode's cover in a layout.
class Artwork final : public QWidget
{
    Q_OBJECT

public:
    /// \param side  in pixels
    explicit Artwork(int side, QWidget *parent = nullptr);

    void setCover(const QPixmap &cover, const QString &title);

    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    QPixmap m_cover;
    QString m_title;
};

} // namespace ui::widgets
