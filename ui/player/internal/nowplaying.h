// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pushcontrol.h"

namespace ui::player::internal {

/// What is loaded, in two lines: the title; below it the podcast and the chapter. Pressing it is
/// the wish to see the episode. Never widens the window: it elides.
class NowPlaying final : public widgets::PushControl
{
    Q_OBJECT

public:
    explicit NowPlaying(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    void setEpisode(const QString &title, const QString &podcast);
    /// Empty for none.
    void setChapter(const QString &chapter);
    /// Leaves the second line to something else.
    void setSecondLineShown(bool shown);

    [[nodiscard]] const QString &chapter() const { return m_chapter; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSecondLine(QPainter &painter, const QRectF &line) const;
    [[nodiscard]] double secondLineWidth() const;

    QString m_title;
    QString m_podcast;
    QString m_chapter;
    bool m_secondLine = true;
};

} // namespace ui::player::internal
