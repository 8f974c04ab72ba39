// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandtable.h"
#include "ui/theme/thememanager.h"

#include <QAction>
#include <QHash>
#include <QObject>

#include <utility>
#include <vector>

namespace ui::commands {

/// The commands as actions, made from the table once; menus, buttons and keys all use these.
///
/// Bare letters are left to text fields by Qt itself; Space is left to the button it would press.
/// Thread: main.
class CommandRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(const theme::ThemeManager &themes, QObject *parent = nullptr);

    /// An action by its id, which must be in the table.
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QList<QAction *> actions() const;

    [[nodiscard]] const std::vector<CommandRow> &rows() const { return m_rows; }

    /// Does something when a command is given, as long as \p context lives.
    template <typename Work>
    void bind(const QString &id, QObject *context, Work work)
    {
        connect(action(id), &QAction::triggered, context, [work = std::move(work)] { work(); });
    }

    void setEnabled(const QString &id, bool enabled) { action(id)->setEnabled(enabled); }

    /// Whether bare letters and digits are keys at all.
    void setSingleKeysEnabled(bool enabled);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshKeys();
    void refreshIcons();

    const theme::ThemeManager &m_themes;
    std::vector<CommandRow> m_rows;
    QHash<QString, QAction *> m_actions;
    bool m_singleKeys = true;
};

} // namespace ui::commands
