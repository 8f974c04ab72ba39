// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QDialog>

namespace ui::notes::internal {

/// Asks before notes go for good, and says that this cannot be undone. Keeping them is what Enter
/// does at first. Thread: main.
class DropDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param count  how many would go
    DropDialog(const theme::ThemeManager &themes, int count, QWidget *parent);
};

} // namespace ui::notes::internal
