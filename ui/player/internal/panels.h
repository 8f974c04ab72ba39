// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/panelstate.h"
#include "ui/theme/thememanager.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QAction;
class QMenu;

namespace ui::player {
class PlayerBar;
}

namespace ui::widgets {
class Popover;
}

namespace ui::player::internal {

class ChaptersPanel;
class SleepPanel;
class SoundPanel;
class Transport;
class VolumePanel;

/// The cards and menus over the bar's buttons: what they show, and the buttons that open them.
/// Wishes are emitted as the bar's own. Cards are made when first opened.
class Panels final : public QObject
{
    Q_OBJECT

public:
    Panels(const theme::ThemeManager &themes, Transport &transport, PlayerBar &bar);
    ~Panels() override;

    SoundState sound;
    VolumeState volume;
    ChapterState chapters;
    LoopState loop;
    SleepShown sleep;
    QString markCommand; ///< what the mark's button does now

    /// Each after a part above has changed.
    void refreshSound();
    void refreshVolume();
    void refreshChapters();
    void refreshPlace(); ///< only chapters.place has changed
    void refreshLoop();
    void refreshSleep();
    void refreshMarkKeys();

    /// Forgets what belongs to one episode.
    void forget();
    void closeAll();

    void bindAction(const QString &name, QAction *action);

    void openSound();
    void openSleep();
    void openVolume();
    void openChapters();

private:
    void connectButtons();
    void openMore();
    void openLoopMenu(const QPoint &global);
    void fillLoopMenu(QMenu &menu);
    void watchLoopButton();
    static void openAbove(QMenu &menu, const QPoint &global);
    [[nodiscard]] QKeySequence keysOf(const QString &name) const;
    [[nodiscard]] std::vector<widgets::Popover *> cards() const;
    [[nodiscard]] QWidget &anchor(QWidget &button) const;

    const theme::ThemeManager &m_themes;
    Transport &m_transport;
    PlayerBar &m_bar;
    QHash<QString, QPointer<QAction>> m_actions;
    QPointer<SoundPanel> m_sound;
    QPointer<SleepPanel> m_sleep;
    QPointer<VolumePanel> m_volume;
    QPointer<ChaptersPanel> m_chapters;
    QMenu *m_more = nullptr;
    QMenu *m_loopMenu = nullptr;
    QTimer m_hold{this};
    double m_volumeBeforeMute = 1;
};

} // namespace ui::player::internal
