// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::notes {

/// Draws a note: its colour, its place as a link, quote, speaker, text and tags.
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// How much of a note's words is shown before they are cut.
    struct Lines
    {
        int quote = 4;
        int text = 6;
        bool speaker = true;
    };

    explicit NoteDelegate(const theme::ThemeManager &themes, QObject *parent = nullptr);

    void setLines(const Lines &lines) { m_lines = lines; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Where the time stands that plays when clicked; at least 24 high.
    /// \param row  the item's rectangle in the view
    [[nodiscard]] static QRect timeRect(const QRect &row);

private:
    struct Parts;
    [[nodiscard]] QString speakerOf(const app::notes::Note &note) const;
    [[nodiscard]] Parts partsOf(const app::notes::Note &note, const QRect &row) const;
    void paintBack(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option) const;
    void paintTime(QPainter &painter, const QRect &rect, const app::notes::Note &note) const;
    void paintWords(QPainter &painter,
                    const Parts &parts,
                    const app::notes::Note &note,
                    bool selected) const;
    void paintTags(QPainter &painter,
                   const QRect &line,
                   const QStringList &tags,
                   const QColor &fill) const;
    void paintSigns(QPainter &painter, const QRect &icon, const app::notes::Note &note) const;

    const theme::ThemeManager &m_themes;
    Lines m_lines;
};

} // namespace ui::notes
