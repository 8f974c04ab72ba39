// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/mediacontrols.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/timestamps/mediatime.h"
#include "ui/models/notemodel.h"

#include <QObject>

namespace ui::player {
class PlayerBar;
}

namespace ui::window {

class MarkController;
class Messages;

/// Shows in the player bar and on the desktop what is heard, and carries out what they wish about
/// going to places. What it sounds like is SoundController's, chapters are ChapterController's.
/// Thread: main.
class PlayerController final : public QObject
{
    Q_OBJECT

public:
    PlayerController(app::session::Session &session,
                     player::PlayerBar &bar,
                     MarkController &marks,
                     Messages &messages);
    ~PlayerController() override;

    void changeVolume(double by);
    void toggleMute();
    void skipBack();
    void skipForward();

    /// Notes of the episode that is loaded.
    [[nodiscard]] const std::vector<app::notes::Note> &notes() const { return m_notes.notes(); }

signals:
    void loopToggled();
    /// A clip of the stretch that is repeated, or of what is heard.
    void clipRequested();
    void titleActivated(app::base::EpisodeId episode);
    void noteActivated(const app::base::NoteId &note);
    void raiseRequested();
    void quitRequested();

private:
    void connectBar();
    void connectListening();
    void connectPlayer();
    void connectDesktop();
    void obeyKey(app::settings::MarkKey key);
    void showEpisode();
    void showState();
    void showAvailable();
    void showAnalysis();
    void showFlags();
    void showOnDesktop();
    void showBack();
    void showLoop();
    void takeWords();
    [[nodiscard]] QString wordsAt(app::timestamps::MediaTime place) const;
    void openTimelineMenu(app::timestamps::MediaTime place, const QPoint &position);

    app::session::Session &m_session;
    player::PlayerBar &m_bar;
    MarkController &m_marks;
    Messages &m_messages;
    models::NoteModel m_notes;
    app::platform::MediaControls *m_desktop;
    bool m_gaveUp = false; ///< waiting for bytes, until it plays again
    double m_volumeBeforeMute = 1.0;
};

} // namespace ui::window
