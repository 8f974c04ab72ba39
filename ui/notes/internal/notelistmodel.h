// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/models/notemodel.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace ui::notes::internal {

/// The notes a panel shows of a NoteModel: those with the words looked for, in groups by episode
/// when there are several, each with the words a screen reader says.
class NoteListModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// How many shown notes the group has that begins here.
    static constexpr int GroupSizeRole = Qt::UserRole + 100;

    explicit NoteListModel(models::NoteModel &notes);

    /// Notes with all of these words stay, wherever they stand in them.
    void setWords(const QString &words);

    [[nodiscard]] bool hasWords() const { return !m_words.isEmpty(); }

    [[nodiscard]] QString words() const { return m_words.join(u' '); }

    /// Whether several episodes are shown.
    [[nodiscard]] bool isGrouped() const;

    [[nodiscard]] const app::notes::Note *noteAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const app::base::NoteId &id) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] bool startsGroup(int row) const;
    [[nodiscard]] int groupSize(int row) const;

    models::NoteModel &m_notes;
    QStringList m_words;
};

} // namespace ui::notes::internal
