// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::notes {

/// Draws a note: its colour, its place as a link, quote, speaker, text and tags. The first of an
/// episode carries the episode's head above it, in a list of several.
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NoteDelegate(const theme::ThemeManager &themes, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Where the time stands that plays when clicked; at least 24 high.
    /// \param row  the item's rectangle in the view
    [[nodiscard]] QRect timeRect(const QRect &row, const QModelIndex &index) const;

private:
    struct Parts;
    [[nodiscard]] Parts partsOf(const app::notes::Note &note, const QRect &row) const;
    void paintHead(QPainter &painter,
                   const QRect &rect,
                   const app::notes::Note &note,
                   int groupSize) const;
    void paintBack(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option) const;
    void paintTime(QPainter &painter, const QRect &rect, const app::notes::Note &note) const;
    void paintWords(QPainter &painter, const Parts &parts, const app::notes::Note &note) const;
    void paintTags(QPainter &painter, const QRect &line, const QStringList &tags) const;

    const theme::ThemeManager &m_themes;
};

} // namespace ui::notes
