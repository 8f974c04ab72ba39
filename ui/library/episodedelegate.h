// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "ui/theme/thememanager.h"

#include <QStyledItemDelegate>

namespace ui::library {

/// Draws an episode: art, title, podcast and length, how far it was heard, what there is of it.
/// The first of a group carries the group's head above it.
class EpisodeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EpisodeDelegate(const theme::ThemeManager &themes, QObject *parent = nullptr);

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void paintWords(QPainter &painter,
                    const QRect &rect,
                    const app::library::EpisodeRow &episode,
                    bool playing) const;
    void paintProgress(QPainter &painter,
                       const QRect &rect,
                       const app::library::EpisodeRow &episode) const;
    [[nodiscard]] int
    paintMarks(QPainter &painter, const QRect &line, const app::library::EpisodeRow &episode) const;

    const theme::ThemeManager &m_themes;
};

} // namespace ui::library
