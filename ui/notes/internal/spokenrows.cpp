// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/spokenrows.h"

#include "ui/models/noteindexmodel.h"
#include "ui/notes/internal/rowdelegate.h"
#include "ui/notes/notewords.h"

namespace ui::notes::internal {

using models::NoteHead;
using models::NoteIndexModel;

SpokenRows::SpokenRows(const Codebook &codebook, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_codebook(codebook)
{}

QString SpokenRows::spoken(const QModelIndex &index) const
{
    if (const QVariant found = index.data(NoteIndexModel::HeadRole); found.isValid()) {
        const auto head = found.value<NoteHead>();
        const QString title = RowDelegate::headTitle(head, m_codebook);
        return head.folded ? tr("%1, %n note(s), folded", "a group of notes", head.count).arg(title)
                           : tr("%1, %n note(s)", "a group of notes", head.count).arg(title);
    }
    const QVariant note = index.data(NoteIndexModel::NoteRole);
    return note.isValid() ? spokenNote(note.value<app::notes::Note>(),
                                       index.data(NoteIndexModel::WithEpisodeRole).toBool())
                          : tr("Note, being read");
}

QVariant SpokenRows::data(const QModelIndex &index, int role) const
{
    return role == Qt::AccessibleTextRole ? QVariant(spoken(index))
                                          : QIdentityProxyModel::data(index, role);
}

} // namespace ui::notes::internal
