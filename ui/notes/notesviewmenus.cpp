// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the view of all notes.
#include "ui/notes/internal/noterows.h"
#include "ui/notes/notesview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <array>

namespace ui::notes {
namespace {

using app::library::NoteGroup;
using app::library::NoteSort;

/// As they are kept in the settings.
constexpr std::array groupNames{std::pair(NoteGroup::Episode, "episode"),
                                std::pair(NoteGroup::Podcast, "podcast"),
                                std::pair(NoteGroup::Tag, "tag"),
                                std::pair(NoteGroup::Color, "colour"),
                                std::pair(NoteGroup::Day, "day"),
                                std::pair(NoteGroup::None, "ungrouped")};
constexpr std::array sortNames{std::pair(NoteSort::Place, "place"),
                               std::pair(NoteSort::Newest, "newest"),
                               std::pair(NoteSort::Oldest, "oldest"),
                               std::pair(NoteSort::Changed, "changed")};

} // namespace

QString NotesView::order() const
{
    const auto nameIn = [](const auto &names, auto wanted) {
        const auto found = std::find_if(names.begin(), names.end(), [wanted](const auto &name) {
            return name.first == wanted;
        });
        return QLatin1String(found->second);
    };
    return nameIn(groupNames, m_query.group) + u' ' + nameIn(sortNames, m_query.sort);
}

void NotesView::setOrder(const QString &order)
{
    const QStringList words = order.split(u' ');
    for (const auto &[group, name] : groupNames) {
        m_query.group = words.contains(QLatin1String(name)) ? group : m_query.group;
    }
    for (const auto &[sort, name] : sortNames) {
        m_query.sort = words.contains(QLatin1String(name)) ? sort : m_query.sort;
    }
    if (m_active) {
        ask();
    } else {
        refreshHead();
    }
}

QString NotesView::groupWords(NoteGroup group)
{
    switch (group) {
    case NoteGroup::Episode:
        return tr("Episode", "notes are grouped by it");
    case NoteGroup::Podcast:
        return tr("Podcast", "notes are grouped by it");
    case NoteGroup::Tag:
        return tr("Tag", "notes are grouped by it");
    case NoteGroup::Color:
        return tr("Colour", "notes are grouped by it");
    case NoteGroup::Day:
        return tr("Day", "notes are grouped by it");
    case NoteGroup::None:
        break;
    }
    return tr("No groups");
}

void NotesView::openOrder()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("orderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::array groups{std::pair(NoteGroup::Episode, tr("Group by episode")),
                            std::pair(NoteGroup::Podcast, tr("Group by podcast")),
                            std::pair(NoteGroup::Tag, tr("Group by tag")),
                            std::pair(NoteGroup::Color, tr("Group by colour")),
                            std::pair(NoteGroup::Day, tr("Group by day")),
                            std::pair(NoteGroup::None, tr("No groups"))};
    auto *const grouping = new QActionGroup(menu);
    for (const auto &[group, words] : groups) {
        QAction *const action = menu->addAction(words, this, [this, group = group] {
            m_query.group = group;
            ask();
        });
        action->setCheckable(true);
        action->setChecked(group == m_query.group);
        grouping->addAction(action);
    }
    menu->addSeparator();
    const std::array sorts{std::pair(NoteSort::Place, tr("In order of place")),
                           std::pair(NoteSort::Newest, tr("Newest first")),
                           std::pair(NoteSort::Oldest, tr("Oldest first")),
                           std::pair(NoteSort::Changed, tr("Last changed first"))};
    auto *const sorting = new QActionGroup(menu);
    for (const auto &[sort, words] : sorts) {
        QAction *const action = menu->addAction(words, this, [this, sort = sort] {
            m_query.sort = sort;
            ask();
        });
        action->setCheckable(true);
        action->setChecked(sort == m_query.sort);
        sorting->addAction(action);
    }
    menu->addSeparator();
    const bool grouped = m_query.group != NoteGroup::None;
    menu->addAction(tr("Fold all groups"), this, [this] { m_model.setAllFolded(true); })
        ->setEnabled(grouped);
    menu->addAction(tr("Unfold all groups"), this, [this] { m_model.setAllFolded(false); })
        ->setEnabled(grouped);
    menu->popup(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void NotesView::openMore()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("notesMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Choose all"), m_rows, &QAbstractItemView::selectAll);
    menu->addAction(tr("Name the colours…"), this, &NotesView::namesRequested);
    menu->addSeparator();
    if (m_query.inBin) {
        menu->addAction(tr("Back to the notes"), this, [this] { setInBin(false); });
        QAction *const empty =
            menu->addAction(tr("Empty the bin…"), this, &NotesView::emptyBinRequested);
        empty->setObjectName(QStringLiteral("emptyBin"));
        empty->setEnabled(m_model.facets().bin > 0);
    } else {
        menu->addAction(tr("Show the bin (%n note(s))", nullptr, m_model.facets().bin),
                        this,
                        [this] { setInBin(true); })
            ->setObjectName(QStringLiteral("showBin"));
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void NotesView::openMenu(const QPoint &position)
{
    // By the Menu key the position is anywhere; the current note is meant.
    QModelIndex index = m_rows->indexAt(position);
    index = index.isValid() ? index : m_rows->currentIndex();
    if (const auto note = noteAt(index)) {
        emit menuRequested(*note, m_rows->viewport()->mapToGlobal(position));
    }
}

} // namespace ui::notes
