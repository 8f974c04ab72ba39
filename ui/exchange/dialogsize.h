// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/metrics.h"

#include <QScreen>
#include <QWidget>

namespace ui::exchange {

/// As large as wanted, where the window behind it (else the screen) leaves room. Thread: main.
[[nodiscard]] inline QSize fittingSize(const QWidget &dialog, QSize wanted)
{
    const QWidget *const behind = dialog.parentWidget() ? dialog.parentWidget()->window() : nullptr;
    const QSize room = behind ? behind->size() : dialog.screen()->availableSize();
    const QSize edge(2 * theme::metrics::space16, 2 * theme::metrics::space16);
    return wanted.boundedTo(room - edge).expandedTo(dialog.minimumSizeHint());
}

} // namespace ui::exchange
