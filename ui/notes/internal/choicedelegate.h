// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notes/internal/choicecard.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::notes::internal {

/// Draws a row of a ChoiceCard: its box, a spot, words and how many.
class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int ChoiceRole = Qt::UserRole + 1; ///< Choice
    static constexpr int rowHeight = 32;

    ChoiceDelegate(const theme::ThemeManager &themes, QObject *parent);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, rowHeight};
    }

protected:
    /// The card ticks, wherever in the row the click is.
    bool editorEvent(QEvent *,
                     QAbstractItemModel *,
                     const QStyleOptionViewItem &,
                     const QModelIndex &) override
    {
        return false;
    }

private:
    const theme::ThemeManager &m_themes;
};

} // namespace ui::notes::internal

Q_DECLARE_METATYPE(ui::notes::internal::Choice)
