// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandregistry.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace ui::commands {

CommandRegistry::CommandRegistry(const theme::ThemeManager &themes, QObject *parent)
    : QObject(parent)
    , m_themes(themes)
    , m_rows(commandTable())
{
    for (const CommandRow &row : m_rows) {
        auto *const action = new QAction(row.text, this);
        action->setObjectName(row.id);
        m_actions.insert(row.id, action);
    }
    refreshKeys();
    refreshIcons();
    connect(&themes, &theme::ThemeManager::changed, this, &CommandRegistry::refreshIcons);
    QCoreApplication::instance()->installEventFilter(this);
}

QAction *CommandRegistry::action(const QString &id) const
{
    QAction *const found = m_actions.value(id);
    Q_ASSERT_X(found, "CommandRegistry", qPrintable(id));
    return found;
}

QList<QAction *> CommandRegistry::actions() const
{
    QList<QAction *> all;
    for (const CommandRow &row : m_rows) {
        all += m_actions.value(row.id);
    }
    return all;
}

void CommandRegistry::setSingleKeysEnabled(bool enabled)
{
    m_singleKeys = enabled;
    refreshKeys();
}

void CommandRegistry::refreshKeys()
{
    for (const CommandRow &row : m_rows) {
        QList<QKeySequence> keys = row.keys;
        if (!m_singleKeys) {
            keys.removeIf(isSingleKey);
        }
        m_actions.value(row.id)->setShortcuts(keys);
    }
}

void CommandRegistry::refreshIcons()
{
    for (const CommandRow &row : m_rows) {
        if (!row.iconName.isEmpty()) {
            m_actions.value(row.id)->setIcon(m_themes.icons().icon(row.iconName));
        }
    }
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *const key = static_cast<QKeyEvent *>(event);
        const bool presses = watched->inherits("QAbstractButton") || watched->inherits("QComboBox");
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && presses) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::commands
