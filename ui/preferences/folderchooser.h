// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::widgets {
class Button;
class ElidedLabel;
} // namespace ui::widgets

namespace ui::preferences {

/// A folder that may be chosen, or given up. Thread: main.
class FolderChooser final : public QWidget
{
    Q_OBJECT

public:
    /// \param folder  empty: none
    FolderChooser(const theme::ThemeManager &themes,
                  const QString &folder,
                  QWidget *parent = nullptr);

    [[nodiscard]] const QString &folder() const { return m_folder; }

    void setFolder(const QString &folder);

signals:
    void changed(const QString &folder);

private:
    void choose();
    void refresh();

    QString m_folder;
    widgets::ElidedLabel *m_path;
    widgets::Button *m_choose;
    widgets::Button *m_stop;
};

} // namespace ui::preferences
