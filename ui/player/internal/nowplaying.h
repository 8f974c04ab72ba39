// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::player::internal {

/// The title of what is loaded. Pressing it is the wish to see the episode. Never widens the
/// window: it elides.
class NowPlaying final : public widgets::PushControl
{
    Q_OBJECT

public:
    explicit NowPlaying(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setEpisode(const QString &title, const QString &podcast);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
};

/// The chapter that is heard, after a dot. Pressing it is the wish to see all of them. Elides, too.
class ChapterButton final : public widgets::PushControl
{
    Q_OBJECT

public:
    explicit ChapterButton(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Empty before the first; then the button speaks of chapters.
    void setChapter(const QString &title);

    [[nodiscard]] const QString &chapter() const { return m_chapter; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString words() const;

    QString m_chapter;
};

} // namespace ui::player::internal
