// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
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

    /// The one that is loaded in the player is drawn in the accent.
    void setPlaying(app::base::EpisodeId episode) { m_playing = episode; }

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    void
    paintWords(QPainter &painter, const QRect &rect, const app::library::EpisodeRow &episode) const;
    void paintProgress(QPainter &painter,
                       const QRect &rect,
                       const app::library::EpisodeRow &episode) const;
    [[nodiscard]] int
    paintMarks(QPainter &painter, const QRect &line, const app::library::EpisodeRow &episode) const;

    const theme::ThemeManager &m_themes;
    app::base::EpisodeId m_playing;
};

/// What a screen reader says of an episode: title, podcast, playing, what is left, what there is.
[[nodiscard]] QString spokenEpisode(const app::library::EpisodeRow &episode, bool playing);

} // namespace ui::library
