// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace ui::widgets {

/// Gives a plain widget a role for screen readers, such as AlertMessage or ToolBar. Thread: main.
void setAccessibleRole(QWidget &widget, QAccessible::Role role);

/// Has screen readers say a message that has just appeared.
void announce(QWidget &widget);

} // namespace ui::widgets
