// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandregistry.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>
#include <iterator>

namespace ui::commands {

namespace {

bool isTextField(const QObject *object)
{
    if (const auto *const line = qobject_cast<const QLineEdit *>(object)) {
        return !line->isReadOnly();
    }
    if (const auto *const text = qobject_cast<const QTextEdit *>(object)) {
        return !text->isReadOnly();
    }
    if (const auto *const plain = qobject_cast<const QPlainTextEdit *>(object)) {
        return !plain->isReadOnly();
    }
    if (const auto *const box = qobject_cast<const QComboBox *>(object)) {
        return box->isEditable();
    }
    return qobject_cast<const QAbstractSpinBox *>(object)
           || qobject_cast<const QKeySequenceEdit *>(object);
}

/// Whether Space already means something on a widget.
bool usesSpace(const QObject *object)
{
    return isTextField(object) || qobject_cast<const QAbstractButton *>(object)
           || qobject_cast<const QComboBox *>(object);
}

QString plainText(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

QKeySequence space()
{
    return QKeySequence(Qt::Key_Space);
}

} // namespace

CommandRegistry::CommandRegistry(const theme::ThemeManager &themes, QObject *parent)
    : QObject(parent)
    , m_themes(themes)
    , m_rows(commandTable())
{
    for (const CommandRow &row : m_rows) {
        auto *const action = new QAction(row.text, this);
        action->setObjectName(row.id);
        action->setAutoRepeat(row.traits.testFlag(Trait::Repeats));
        // Everywhere is the window; keys of a place need the focus in a widget it was added to.
        action->setShortcutContext(row.contexts ? Qt::WidgetWithChildrenShortcut
                                                : Qt::WindowShortcut);
        m_actions.insert(row.id, action);
        refreshKeys(row);
    }
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

const CommandRow &CommandRegistry::row(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &CommandRow::id);
    Q_ASSERT_X(found != m_rows.end(), "CommandRegistry", qPrintable(id));
    return *found;
}

QStringList CommandRegistry::unbound() const
{
    QStringList ids;
    for (const CommandRow &row : m_rows) {
        if (!m_bound.contains(row.id) && !row.traits.testFlag(Trait::ByPanel)) {
            ids += row.id;
        }
    }
    return ids;
}

void CommandRegistry::install(QWidget &widget, Contexts contexts) const
{
    for (const CommandRow &row : m_rows) {
        if (contexts ? bool(row.contexts & contexts) : !row.contexts) {
            widget.addAction(m_actions.value(row.id));
        }
    }
}

void CommandRegistry::setSingleKeysEnabled(bool enabled)
{
    if (m_singleKeys == enabled) {
        return;
    }
    m_singleKeys = enabled;
    for (const CommandRow &row : m_rows) {
        refreshKeys(row);
    }
    emit keysChanged();
}

void CommandRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    const auto found = std::ranges::find(m_rows, id, &CommandRow::id);
    Q_ASSERT_X(found != m_rows.end(), "CommandRegistry", qPrintable(id));
    if (found->keys != keys) {
        found->keys = keys;
        refreshKeys(*found);
        emit keysChanged();
    }
}

QList<QKeySequence> CommandRegistry::keys(const QString &id) const
{
    QList<QKeySequence> working = row(id).keys;
    if (!m_singleKeys) {
        working.removeIf(isSingleKey);
    }
    return working;
}

void CommandRegistry::refreshKeys(const CommandRow &row)
{
    QAction *const action = m_actions.value(row.id);
    QList<QKeySequence> shortcuts;
    if (!row.traits.testFlag(Trait::ByPanel)) {
        shortcuts = keys(row.id);
        // As a shortcut, Space would not reach the button it is pressed on.
        shortcuts.removeAll(space());
    }
    action->setShortcuts(shortcuts);
    const QString words = plainText(row.text);
    const QString hint = keysText(row.id);
    action->setToolTip(
        hint.isEmpty() ? words : tr("%1 (%2)", "a tip: what it does, its keys").arg(words, hint));
}

void CommandRegistry::refreshIcons()
{
    for (const CommandRow &row : m_rows) {
        if (!row.iconName.isEmpty()) {
            m_actions.value(row.id)->setIcon(m_themes.icons().icon(row.iconName));
        }
    }
}

QString CommandRegistry::keysText(const QString &id) const
{
    const QList<QKeySequence> working = keys(id);
    return working.isEmpty() ? QString() : working.first().toString(QKeySequence::NativeText);
}

QString CommandRegistry::accessibleText(const QString &id) const
{
    QStringList parts{plainText(row(id).text)};
    for (const QKeySequence &one : keys(id)) {
        parts += one.toString(QKeySequence::NativeText);
    }
    return parts.join(QLatin1String(", "));
}

std::vector<CommandRegistry::Conflict> CommandRegistry::conflicts() const
{
    std::vector<Conflict> found;
    for (auto first = m_rows.begin(); first != m_rows.end(); ++first) {
        for (auto second = std::next(first); second != m_rows.end(); ++second) {
            if (!contextsOverlap(first->contexts, second->contexts)) {
                continue;
            }
            for (const QKeySequence &one : first->keys) {
                if (second->keys.contains(one)) {
                    found.push_back({first->id, second->id, one});
                }
            }
        }
    }
    return found;
}

std::optional<QString> CommandRegistry::commandFor(const QKeySequence &keys,
                                                   Contexts contexts) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const CommandRow &row) {
        return contextsOverlap(row.contexts, contexts) && row.keys.contains(keys);
    });
    return found == m_rows.end() ? std::nullopt : std::optional<QString>(found->id);
}

bool CommandRegistry::belongsToField(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers strong =
        event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const bool edits = event.key() < Qt::Key_Escape || event.key() == Qt::Key_Return
                       || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Delete;
    if (!strong && edits) {
        return true;
    }
    const QKeySequence pressed(event.keyCombination());
    return std::ranges::any_of(m_rows, [&](const CommandRow &row) {
        return row.traits.testFlag(Trait::NotInFields) && row.keys.contains(pressed);
    });
}

bool CommandRegistry::obeySpace(QObject *watched, const QKeyEvent &event) const
{
    const auto *const widget = qobject_cast<QWidget *>(watched);
    if (!widget || event.modifiers() != Qt::NoModifier || usesSpace(watched)
        || QApplication::activePopupWidget() || QApplication::activeModalWidget()) {
        return false;
    }
    const auto found = std::ranges::find_if(
        m_rows, [&](const CommandRow &row) { return row.keys.contains(space()); });
    QAction *const action = found == m_rows.end() ? nullptr : m_actions.value(found->id);
    // Another window, such as a dialog, has not been given the action.
    if (!action || !action->isEnabled() || !widget->window()->actions().contains(action)) {
        return false;
    }
    if (!event.isAutoRepeat()) {
        action->trigger();
    }
    return true;
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isTextField(watched)
        && belongsToField(static_cast<QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Space && obeySpace(watched, key)) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::commands
