// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/panelstate.h"
#include "ui/theme/thememanager.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace ui::player::internal {

/// The chapters that are meant for a list, in their order.
class ChapterListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { Start = Qt::UserRole, Link, Picture, Current };

    using QAbstractListModel::QAbstractListModel;

    void setState(const ChapterState &state);
    /// Which is heard, by the place.
    void setPlace(app::timestamps::MediaTime place);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] int currentRow() const { return m_current; }

    [[nodiscard]] bool hasPictures() const { return !m_pictures.isEmpty(); }

    [[nodiscard]] bool hasLinks() const;
    /// Empty when it has none that a browser may be given.
    [[nodiscard]] QUrl link(int row) const;
    [[nodiscard]] std::optional<app::timestamps::MediaTime> start(int row) const;

private:
    [[nodiscard]] QString spoken(int row) const;

    app::timestamps::Chapters m_chapters; ///< in the order of their starts
    QHash<int, QPixmap> m_pictures;       ///< by row
    int m_current = -1;
};

/// Draws one chapter: time, picture, title, and a mark that opens its page.
class ChapterDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ChapterDelegate(const theme::ThemeManager &themes, QObject *parent);

    /// Wide enough for the longest time.
    void setTimeWidth(int width) { m_timeWidth = width; }

    void setPicturesShown(bool shown) { m_pictures = shown; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event,
                     QAbstractItemModel *model,
                     const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void linkPressed(int row);

private:
    [[nodiscard]] static QRect linkRect(const QStyleOptionViewItem &option);
    void paintPicture(QPainter &painter, const QRect &at, const QModelIndex &index) const;
    void paintLink(QPainter &painter, const QRect &at) const;
    void paintBack(QPainter &painter, const QStyleOptionViewItem &option) const;

    const theme::ThemeManager &m_themes;
    int m_timeWidth = 48;
    bool m_pictures = false;
};

} // namespace ui::player::internal
