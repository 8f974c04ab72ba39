// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sidebarmodel.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::library {

/// Draws the rows of the sidebar: icon or cover, name, count; headings small and quiet.
class PlaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PlaceDelegate(const theme::ThemeManager &themes, QObject *parent = nullptr);

    void setRail(bool rail) { m_rail = rail; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QRect &rect, const models::Place &place) const;
    void paintPicture(QPainter &painter,
                      const QRect &rect,
                      const models::Place &place,
                      bool selected) const;

    const theme::ThemeManager &m_themes;
    bool m_rail = false;
};

} // namespace ui::library
