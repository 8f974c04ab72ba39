// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/playback/player.h"

#include <QDateTime>
#include <QObject>

namespace app::session {

/// Keeps where the listener is: every half second of sound, and at each pause, seek and change of
/// episode, so that a kill at any moment loses less than a second. Thread: main.
class ProgressKeeper final : public QObject
{
    Q_OBJECT

public:
    ProgressKeeper(playback::Player &player, library::Library &library, const base::Clock &clock);

    /// From now on positions belong to this episode; an invalid id keeps nothing.
    /// \param stored  the position the library has of it
    void setEpisode(base::EpisodeId episode, timestamps::MediaTime stored);

    /// Stores the position now, even if little changed; it counts as heard when it last was.
    QFuture<base::Result<void>> save();

private:
    void noticePosition(timestamps::MediaTime position);
    void noticeState(playback::PlayerState state);
    void saveQuietly();

    playback::Player &m_player;
    library::Library &m_library;
    const base::Clock &m_clock;
    base::EpisodeId m_episode;
    timestamps::MediaTime m_stored;
    QDateTime m_lastHeard; ///< invalid before anything of the episode was
};

} // namespace app::session
