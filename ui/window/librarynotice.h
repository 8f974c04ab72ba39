// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/library/recovery.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::widgets {
class Banner;
}

namespace ui::window {

/// The bar along the top of the window when something about the library itself has to be told: it
/// was damaged and put right, or its journal cannot be written. Stays until it is read.
/// Thread: main.
class LibraryNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryNotice(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void tellRecovery(const app::library::Recovery &recovery);
    void tellJournal(const app::base::Error &error);

    /// What was done, in plain words: what from, how much, and where the damaged file is.
    [[nodiscard]] static QString sentences(const app::library::Recovery &recovery);

private:
    widgets::Banner *m_banner;
    QString m_keptAside;
};

} // namespace ui::window
