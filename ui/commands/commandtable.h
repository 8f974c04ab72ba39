// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <vector>

namespace ui::commands {

/// Where a command's keys mean something. Two commands of one context never share keys. The queue
/// is one of the lists; show notes and transcript are the reader.
enum class Context {
    Everywhere = 0x0,
    Lists = 0x1,
    Reader = 0x2, ///< show notes and transcript
    Notes = 0x4,
    Queue = 0x8,
    Transcript = 0x10,
    ShowNotes = 0x20,
    NoteField = 0x40,
    Timeline = 0x80,
};

Q_DECLARE_FLAGS(Contexts, Context)
Q_DECLARE_OPERATORS_FOR_FLAGS(Contexts)

/// Which menu a command stands in.
enum class Menu { File, Edit, Listen, Note, View, None };

/// What else there is to know of a command.
enum class Trait {
    Repeats = 0x1,     ///< goes on while its keys are held
    NotInFields = 0x2, ///< its keys mean something else in a text field
    ByPanel = 0x4,     ///< the panel that has the focus obeys the keys itself; listed only
};

Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)

/// One thing the program can do.
struct CommandRow
{
    QString id;               ///< for ever, such as "player.back15"
    QString text;             ///< translated, with no mnemonic
    QString iconName;         ///< may be empty
    QList<QKeySequence> keys; ///< as delivered; the first is shown in tips and menus
    Contexts contexts;        ///< none: everywhere
    Menu menu = Menu::None;
    Traits traits = {};
};

/// Every command, in the order of the menus. Translated at the call. Thread: main.
[[nodiscard]] std::vector<CommandRow> commandTable();

/// A menu's name; Menu::None is the rest, in the list of keys.
[[nodiscard]] QString menuText(Menu menu);

/// Whether keys of both places can reach the same focus. No context is everywhere.
[[nodiscard]] bool contextsOverlap(Contexts a, Contexts b);

/// Whether a key is a bare letter, digit or mark, which the listener may switch off as a set.
/// Source: WCAG 2.1, 2.1.4.
[[nodiscard]] bool isSingleKey(const QKeySequence &keys);

} // namespace ui::commands
