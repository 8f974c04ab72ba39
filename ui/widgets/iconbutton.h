// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::widgets {

/// A button that is only an icon: 32 square, or 44 round and filled for play.
///
/// Checked buttons carry the "on" look. The name is what a screen reader says and the tip shows.
class IconButton final : public PushControl
{
    Q_OBJECT

public:
    enum class Shape { Square, Round, PrimaryRound };

    IconButton(const theme::ThemeManager &themes,
               const QString &iconName,
               const QString &name,
               QWidget *parent = nullptr);

    void setIconName(const QString &iconName);

    [[nodiscard]] const QString &iconName() const { return m_iconName; }

    /// PrimaryRound makes it 44 large, the others 32.
    void setShape(Shape shape);

    /// Side in pixels; 24 at least.
    void setSide(int side);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    Shape m_shape = Shape::Square;
    int m_side;
};

} // namespace ui::widgets
