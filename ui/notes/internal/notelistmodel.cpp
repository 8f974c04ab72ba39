// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/notelistmodel.h"

#include "ui/notes/notewords.h"

#include <algorithm>
#include <array>

namespace ui::notes::internal {

using app::notes::Note;
using models::NoteModel;

NoteListModel::NoteListModel(NoteModel &notes)
    : m_notes(notes)
{
    setSourceModel(&notes);
}

void NoteListModel::setWords(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    if (wanted != m_words) {
        m_words = wanted;
        invalidateFilter();
    }
}

bool NoteListModel::isGrouped() const
{
    return !m_notes.filter().episode.has_value();
}

const Note *NoteListModel::noteAt(const QModelIndex &index) const
{
    return index.isValid() ? m_notes.noteAt(mapToSource(index).row()) : nullptr;
}

QModelIndex NoteListModel::indexOf(const app::base::NoteId &id) const
{
    const auto row = m_notes.rowOf(id);
    return row ? mapFromSource(m_notes.index(*row)) : QModelIndex();
}

bool NoteListModel::startsGroup(int row) const
{
    if (!isGrouped()) {
        return false;
    }
    const Note *const before = row > 0 ? noteAt(index(row - 1, 0)) : nullptr;
    const Note *const note = noteAt(index(row, 0));
    return note
           && (!before || before->episodeRef.episodeGuid != note->episodeRef.episodeGuid
               || before->episodeRef.feedUrl != note->episodeRef.feedUrl);
}

int NoteListModel::groupSize(int row) const
{
    int next = row + 1;
    while (next < rowCount() && !startsGroup(next)) {
        ++next;
    }
    return next - row;
}

QVariant NoteListModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::AccessibleTextRole: {
        const Note *const note = noteAt(index);
        return note ? spokenNote(*note, isGrouped()) : QVariant();
    }
    case NoteModel::StartsEpisodeRole:
        return index.isValid() && startsGroup(index.row());
    case GroupSizeRole:
        return index.isValid() ? groupSize(index.row()) : 0;
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

bool NoteListModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Note *const note = m_notes.noteAt(row);
    if (!note || m_words.isEmpty()) {
        return note != nullptr;
    }
    const std::array fields{note->anchor.quote,
                            note->text,
                            note->tags.join(u' '),
                            note->anchor.speaker,
                            note->episodeRef.episodeTitle,
                            note->episodeRef.podcastTitle};
    return std::all_of(m_words.begin(), m_words.end(), [&fields](const QString &word) {
        QStringView wanted(word);
        if (wanted.startsWith(u'#')) {
            wanted = wanted.sliced(1);
        }
        return std::any_of(fields.begin(), fields.end(), [wanted](const QString &field) {
            return field.contains(wanted, Qt::CaseInsensitive);
        });
    });
}

} // namespace ui::notes::internal
