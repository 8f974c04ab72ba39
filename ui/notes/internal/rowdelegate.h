// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/noteindexmodel.h"
#include "ui/notes/codebook.h"
#include "ui/notes/notedelegate.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::notes::internal {

/// Draws the rows of all notes: heads of groups, notes, and those whose words are still read.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RowDelegate(const theme::ThemeManager &themes, const Codebook &codebook, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Where the time stands that plays when clicked; nothing on heads.
    [[nodiscard]] QRect timeRect(const QRect &row, const QModelIndex &index) const;

    /// What a head says: its own title, and what stands below it.
    [[nodiscard]] static QString headTitle(const models::NoteHead &head, const Codebook &codebook);
    [[nodiscard]] static QString headSource(const models::NoteHead &head);

    /// The height most rows have.
    [[nodiscard]] static int usualHeight();

private:
    void paintHead(QPainter &painter,
                   const QStyleOptionViewItem &option,
                   const models::NoteHead &head) const;
    int paintMark(QPainter &painter, const QRect &rect, const models::NoteHead &head) const;
    void paintWaiting(QPainter &painter, const QRect &rect) const;

    const theme::ThemeManager &m_themes;
    const Codebook &m_codebook;
    NoteDelegate *m_notes;
};

} // namespace ui::notes::internal
