// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/commandtable.h"
#include "ui/theme/thememanager.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

class QKeyEvent;
class QWidget;

namespace ui::commands {

/// The commands as actions, made from the table once; menus, buttons and keys all use these.
///
/// Single letters never act while the keyboard is in a text field. Space plays and pauses, but
/// presses the button or ticks the box it is on. Keys of one place reach their command where the
/// action was added to a widget: see install(). Thread: main.
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
        m_bound.insert(id);
    }

    void setEnabled(const QString &id, bool enabled) { action(id)->setEnabled(enabled); }

    /// Commands that bind() has never given any work, but for those a panel does by itself: keys
    /// and menu entries that would do nothing.
    [[nodiscard]] QStringList unbound() const;

    /// Adds the actions of some places to a widget, so that their keys work while the focus is in
    /// it; none: the actions of everywhere, for the window.
    void install(QWidget &widget, Contexts contexts) const;

    /// Whether bare letters and digits are keys at all.
    void setSingleKeysEnabled(bool enabled);

    [[nodiscard]] bool singleKeysEnabled() const { return m_singleKeys; }

    /// Gives a command other keys; an empty list takes them away. Look at conflicts() after it.
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    /// The keys that work now, without bare letters while these are switched off.
    [[nodiscard]] QList<QKeySequence> keys(const QString &id) const;

    /// The first keys as they are written on this system: "Ctrl+G"; empty when there are none.
    [[nodiscard]] QString keysText(const QString &id) const;
    /// What a screen reader says: the text without dots, then every key.
    [[nodiscard]] QString accessibleText(const QString &id) const;

    /// Two commands that the same keys mean in one place.
    struct Conflict
    {
        QString first;
        QString second;
        QKeySequence keys;
    };

    [[nodiscard]] std::vector<Conflict> conflicts() const;

    /// The command that keys already mean somewhere in these places (none: everywhere).
    [[nodiscard]] std::optional<QString> commandFor(const QKeySequence &keys,
                                                    Contexts contexts) const;

signals:
    /// Some command has other keys than before.
    void keysChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const CommandRow &row(const QString &id) const;
    void refreshKeys(const CommandRow &row);
    void refreshIcons();
    [[nodiscard]] bool belongsToField(const QKeyEvent &event) const;
    [[nodiscard]] bool obeySpace(QObject *watched, const QKeyEvent &event) const;

    const theme::ThemeManager &m_themes;
    std::vector<CommandRow> m_rows; ///< with the keys of now
    QHash<QString, QAction *> m_actions;
    QSet<QString> m_bound;
    bool m_singleKeys = true;
};

} // namespace ui::commands
