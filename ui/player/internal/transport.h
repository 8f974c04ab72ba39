// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;

namespace ui::widgets {
class Artwork;
class Button;
class ElidedLabel;
class IconButton;
} // namespace ui::widgets

namespace ui::player::internal {

class ChapterButton;
class KeyButton;
class NowPlaying;

/// The row of buttons: what plays at the leading side, the transport in the middle, the rest at the
/// trailing side. Knows where things stand; PlayerBar knows what they mean.
class Transport final : public QWidget
{
    Q_OBJECT

public:
    explicit Transport(const theme::ThemeManager &themes, QWidget *parent);

    widgets::ElidedLabel *nothing;
    widgets::Artwork *artwork;
    NowPlaying *nowPlaying;
    widgets::ElidedLabel *podcast;
    ChapterButton *chapter;
    QWidget *alert; ///< what screen readers hear of; holds the status
    widgets::ElidedLabel *status;
    widgets::Button *retry;
    widgets::Button *stop; ///< waiting for the server
    widgets::IconButton *chapterPrevious;
    widgets::IconButton *back;
    widgets::IconButton *toggle;
    widgets::IconButton *forward;
    widgets::IconButton *chapterNext;
    widgets::IconButton *loop;
    widgets::Button *returnBack;
    KeyButton *mark;
    widgets::Button *speed;
    widgets::Button *sleep;
    widgets::IconButton *volume;
    widgets::IconButton *queue;
    widgets::IconButton *more;

    /// What stands in the row at all.
    void arrange(bool loaded, bool narrow);
    /// Whether the podcast's title stands below the episode's, and the chapter after it.
    void showSecondLine(bool shown, bool chapter);

private:
    [[nodiscard]] QWidget *buildLeading();
    [[nodiscard]] QWidget *buildCentre();
    [[nodiscard]] QWidget *buildTrailing();

    QHBoxLayout *m_layout;
    QWidget *m_second = nullptr;
    QWidget *m_centre;
    QWidget *m_trailing;
};

} // namespace ui::player::internal
