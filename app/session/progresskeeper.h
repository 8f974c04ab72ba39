// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/playback/player.h"

#include <QObject>

namespace app::session {

/// Keeps where the listener is: twice a second while playing, and at each pause, seek and change of
/// episode, so that a kill at any moment loses less than a second. Thread: main.
class ProgressKeeper final : public QObject
{
    Q_OBJECT

public:
    ProgressKeeper(playback::Player &player, library::Library &library, const base::Clock &clock);

    /// From now on positions belong to this episode; an invalid id keeps nothing.
    void setEpisode(base::EpisodeId episode);

    /// Stores the position now, even if little changed.
    QFuture<base::Result<void>> save();

private:
    void noticePosition(timestamps::MediaTime position);
    void noticeState(playback::PlayerState state);

    playback::Player &m_player;
    library::Library &m_library;
    const base::Clock &m_clock;
    base::EpisodeId m_episode;
    timestamps::MediaTime m_stored;
    qint64 m_storedAtMs = 0;
};

} // namespace app::session
