// SPDX-License-Identifier: GPL-3.0-or-later
// What rows hold: read when they are wanted, a page at a time.
#include "app/library/notesearch.h"
#include "app/work/comeback.h"
#include "ui/models/noteindexmodel.h"

#include <algorithm>

namespace ui::models {
namespace {

using app::base::NoteId;
using app::base::Result;
using app::library::Connection;
using app::library::NoteSearch;
using app::notes::Note;

constexpr int page = 200;
/// So many notes are kept in memory; those far from what is seen go first.
constexpr qsizetype mostKept = 20 * page;

} // namespace

void NoteIndexModel::want(int first, int last)
{
    m_wantedFirst = std::max(first, 0);
    m_wantedLast = last;
    load();
}

void NoteIndexModel::pin(const NoteId &id)
{
    m_pinned = id;
    load();
}

std::vector<NoteId> NoteIndexModel::missing() const
{
    std::vector<NoteId> ids;
    const int first = m_wantedFirst / page * page;
    const int last =
        m_wantedLast < 0 ? first : std::min((m_wantedLast / page + 1) * page, rowCount());
    const auto ask = [this, &ids](const NoteId &id) {
        if (ids.size() < page && !m_absent.contains(id)
            && (!m_notes.contains(id) || m_stale.contains(id))) {
            ids.push_back(id);
        }
    };
    if (m_pinned.isValid()) {
        ask(m_pinned);
    }
    // What is seen comes first, then the rest of its page.
    const auto askRows = [this, &ask](int from, int to) {
        for (int row = from; row < to; ++row) {
            const Row &one = m_rows[static_cast<std::size_t>(row)];
            const Group &group = m_groups[static_cast<std::size_t>(one.group)];
            if (one.id.isValid()) {
                ask(one.id);
            } else if (!group.ids.empty()) {
                ask(group.ids.front());
            }
        }
    };
    askRows(std::min(m_wantedFirst, rowCount()), std::min(m_wantedLast + 1, rowCount()));
    askRows(first, std::min(m_wantedFirst, last));
    askRows(std::min(std::max(m_wantedLast + 1, first), last), last);
    return ids;
}

void NoteIndexModel::load()
{
    if (m_loading || !m_loaded) {
        return;
    }
    const std::vector<NoteId> asked = missing();
    if (asked.empty()) {
        return;
    }
    m_loading = true;
    for (const NoteId &id : asked) {
        // Changed once more meanwhile, it will be stale again.
        m_stale.remove(id);
    }
    auto reading = m_library.read(
        [asked](Connection &connection) { return NoteSearch(connection).load(asked); });
    m_loadJob = app::work::Job(reading);
    app::work::comeBack(reading, this, [this, asked](const Result<std::vector<Note>> &notes) {
        m_loading = false;
        if (!notes) {
            emit failed(notes.error());
            return;
        }
        loadCame(asked, *notes);
        load();
    });
}

void NoteIndexModel::loadCame(const std::vector<NoteId> &asked, std::vector<Note> notes)
{
    QSet<NoteId> absent(asked.begin(), asked.end());
    for (Note &note : notes) {
        absent.remove(note.id);
        NoteId id = note.id;
        m_notes.insert(id, std::move(note));
    }
    for (const NoteId &id : absent) {
        m_notes.remove(id);
    }
    m_absent.unite(absent);
    const QSet<NoteId> came(asked.begin(), asked.end());
    int first = -1;
    for (int row = 0; row <= rowCount(); ++row) {
        bool changed = false;
        if (row < rowCount()) {
            const Row &one = m_rows[static_cast<std::size_t>(row)];
            const Group &group = m_groups[static_cast<std::size_t>(one.group)];
            changed = one.id.isValid() ? came.contains(one.id)
                                       : !group.ids.empty() && came.contains(group.ids.front());
        }
        if (changed && first < 0) {
            first = row;
        } else if (!changed && first >= 0) {
            emit dataChanged(index(first), index(row - 1));
            first = -1;
        }
    }
    forgetFar();
}

void NoteIndexModel::forgetFar()
{
    if (m_notes.size() <= mostKept) {
        return;
    }
    QHash<NoteId, Note> kept;
    if (const auto found = m_notes.constFind(m_pinned); found != m_notes.cend()) {
        kept.insert(m_pinned, *found);
    }
    const int from = std::max(m_wantedFirst - 4 * page, 0);
    const int to = std::min(m_wantedLast + 4 * page, rowCount() - 1);
    for (int row = from; row <= to; ++row) {
        const Row &one = m_rows[static_cast<std::size_t>(row)];
        const Group &group = m_groups[static_cast<std::size_t>(one.group)];
        const NoteId id = one.id.isValid()     ? one.id
                          : !group.ids.empty() ? group.ids.front()
                                               : NoteId();
        if (const auto found = m_notes.constFind(id); found != m_notes.cend()) {
            kept.insert(id, *found);
        }
    }
    m_notes = std::move(kept);
    m_stale.removeIf([this](const NoteId &id) { return !m_notes.contains(id); });
}

} // namespace ui::models
