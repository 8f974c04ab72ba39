// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::widgets {

/// An on/off setting that takes effect at once. Screen readers are told of a button that is
/// checked.
class ToggleSwitch final : public PushControl
{
    Q_OBJECT

public:
    /// \param name  what it switches, for screen readers; the words stand beside it
    ToggleSwitch(const theme::ThemeManager &themes, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui::widgets
