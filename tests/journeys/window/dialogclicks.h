// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QWidget>

namespace tests {

/// The choice or switch of a dialog that screen readers know by this name.
[[nodiscard]] inline QWidget *named(const QWidget *dialog, const QString &accessibleName)
{
    for (auto *const widget : dialog->findChildren<QWidget *>()) {
        const bool control =
            qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractButton *>(widget);
        if (control && widget->accessibleName() == accessibleName) {
            return widget;
        }
    }
    return nullptr;
}

/// Chooses an entry as a click would. False when there is none of that text.
[[nodiscard]] inline bool chooseIn(const QWidget *dialog, const QString &name, const QString &text)
{
    auto *const box = qobject_cast<QComboBox *>(named(dialog, name));
    const int index = box ? box->findText(text) : -1;
    if (index < 0) {
        return false;
    }
    box->setCurrentIndex(index);
    emit box->activated(index);
    return true;
}

/// Clicks a switch. False when there is none of that name.
[[nodiscard]] inline bool turn(const QWidget *dialog, const QString &name)
{
    auto *const control = qobject_cast<QAbstractButton *>(named(dialog, name));
    if (control) {
        control->click();
    }
    return control != nullptr;
}

} // namespace tests
