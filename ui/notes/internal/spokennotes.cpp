// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/spokennotes.h"

#include "ui/models/notemodel.h"
#include "ui/notes/notewords.h"

namespace ui::notes::internal {

QVariant SpokenNotes::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole) {
        return QIdentityProxyModel::data(index, role);
    }
    const QVariant note = index.data(models::NoteModel::NoteRole);
    return note.isValid() ? spokenNote(note.value<app::notes::Note>(), false) : QVariant();
}

} // namespace ui::notes::internal
