// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QProgressBar>

namespace ui::widgets {

/// How far something is: a plain bar in the accent, without words. Name it for screen readers.
class ProgressLine final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(const theme::ThemeManager &themes, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
};

} // namespace ui::widgets
