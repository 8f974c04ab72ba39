// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QTreeWidget;

namespace ui::commands {

class CommandRegistry;

/// Lists every command with its keys, and switches the single letters on or off. Open it with
/// open(). Thread: main.
class KeysSheet final : public QDialog
{
    Q_OBJECT

public:
    explicit KeysSheet(CommandRegistry &registry, QWidget *parent = nullptr);

private:
    void fill();

    CommandRegistry &m_registry;
    QTreeWidget *m_list;
    QCheckBox *m_single;
};

} // namespace ui::commands
