// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/notemodel.h"

#include "app/library/notestore.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace ui::models {

using app::library::Connection;
using app::library::NoteStore;
using app::notes::Note;

NoteModel::NoteModel(app::library::Library &library)
    : m_library(library)
{
    connect(&library, &app::library::Library::changed, this, [this](const auto &changes) {
        if (m_loaded && !changes.notes.isEmpty()) {
            read();
        }
    });
    connect(&library, &app::library::Library::changedOutside, this, [this] {
        if (m_loaded) {
            read();
        }
    });
}

void NoteModel::setFilter(const app::library::NoteFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_notes.clear();
    m_loaded = false;
    endResetModel();
    read();
}

const Note *NoteModel::noteAt(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return row >= 0 && at < m_notes.size() ? &m_notes[at] : nullptr;
}

std::optional<int> NoteModel::rowOf(const app::base::NoteId &id) const
{
    const auto found = std::find_if(
        m_notes.begin(), m_notes.end(), [&id](const Note &note) { return note.id == id; });
    return found == m_notes.end() ? std::nullopt
                                  : std::optional(static_cast<int>(found - m_notes.begin()));
}

int NoteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_notes.size());
}

QVariant NoteModel::data(const QModelIndex &index, int role) const
{
    const Note *const note = noteAt(index.row());
    if (!index.isValid() || !note) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return note->anchor.quote.isEmpty() ? note->text : note->anchor.quote;
    case NoteRole:
        return QVariant::fromValue(*note);
    default:
        return {};
    }
}

void NoteModel::read()
{
    ++m_generation;
    auto reading = m_library.read(
        [filter = m_filter](Connection &connection) { return NoteStore(connection).list(filter); });
    m_job = app::work::Job(reading);
    app::work::comeBack(
        reading,
        this,
        [this, generation = m_generation](const app::base::Result<std::vector<Note>> &notes) {
            if (generation != m_generation) {
                return;
            }
            if (!notes) {
                emit failed(notes.error());
                return;
            }
            show(*notes);
        });
}

void NoteModel::show(std::vector<Note> notes)
{
    for (int at = static_cast<int>(m_notes.size()) - 1; at >= 0; --at) {
        const auto &id = m_notes[static_cast<std::size_t>(at)].id;
        const bool stays = std::any_of(
            notes.begin(), notes.end(), [&id](const Note &note) { return note.id == id; });
        if (!stays) {
            beginRemoveRows({}, at, at);
            m_notes.erase(m_notes.begin() + at);
            endRemoveRows();
        }
    }
    for (std::size_t at = 0; at < notes.size(); ++at) {
        const auto row = static_cast<int>(at);
        const auto known = rowOf(notes[at].id);
        if (known == row) {
            if (m_notes[at] != notes[at]) {
                m_notes[at] = notes[at];
                emit dataChanged(index(row), index(row));
            }
            continue;
        }
        if (known) {
            beginRemoveRows({}, *known, *known);
            m_notes.erase(m_notes.begin() + *known);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_notes.insert(m_notes.begin() + row, notes[at]);
        endInsertRows();
    }
    m_loaded = true;
    emit loaded();
}

} // namespace ui::models
