// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/progresskeeper.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

namespace app::session {
namespace {

/// Of sound, not of time: at 3x this is stored six times a second, at 0.5x once.
constexpr timestamps::Duration storedEvery{500};

/// Before it is opened and after it failed a recording is nowhere; at its end it counts as played,
/// from the start again.
bool isSomewhere(playback::PlayerState state)
{
    return state == playback::PlayerState::Playing || state == playback::PlayerState::Paused
           || state == playback::PlayerState::Buffering;
}

} // namespace

ProgressKeeper::ProgressKeeper(playback::Player &player,
                               library::Library &library,
                               const base::Clock &clock)
    : m_player(player)
    , m_library(library)
    , m_clock(clock)
{
    connect(&player, &playback::Player::positionChanged, this, &ProgressKeeper::noticePosition);
    connect(&player, &playback::Player::stateChanged, this, &ProgressKeeper::noticeState);
}

void ProgressKeeper::setEpisode(base::EpisodeId episode, timestamps::MediaTime stored)
{
    m_episode = episode;
    m_stored = stored;
    m_lastHeard = {};
}

QFuture<base::Result<void>> ProgressKeeper::save()
{
    if (!m_episode.isValid() || !isSomewhere(m_player.state())) {
        return internal::ready<void>({});
    }
    const base::EpisodeId episode = m_episode;
    const timestamps::MediaTime position = m_player.position();
    if (m_player.state() != playback::PlayerState::Paused) {
        m_lastHeard = m_clock.now();
    } else if (!m_lastHeard.isValid() && position == m_stored) {
        return internal::ready<void>({});
    }
    m_stored = position;
    const QDateTime heard = m_lastHeard.isValid() ? m_lastHeard : m_clock.now();
    return m_library.write(
        library::Durability::Normal,
        [episode, position, heard](library::Connection &connection, library::Changes &changes) {
            return library::EpisodeStore(connection).setPosition(episode, position, heard, changes);
        });
}

void ProgressKeeper::noticePosition(timestamps::MediaTime position)
{
    const playback::PlayerState state = m_player.state();
    if (m_episode.isValid() && state == playback::PlayerState::Playing) {
        m_lastHeard = m_clock.now();
    }
    const bool settled =
        state == playback::PlayerState::Playing || state == playback::PlayerState::Paused;
    if (settled && std::chrono::abs(position - m_stored) >= storedEvery) {
        saveQuietly();
    }
}

void ProgressKeeper::noticeState(playback::PlayerState state)
{
    if (state == playback::PlayerState::Paused && m_player.position() != m_stored) {
        saveQuietly();
    }
}

void ProgressKeeper::saveQuietly()
{
    work::comeBack(save(), this, [](const base::Result<void> &saved) {
        // An episode may have left the library while it plays; that is no fault.
        if (!saved && saved.error().code != base::ErrorCode::NotFound) {
            qCWarning(base::logSession) << "position not kept:" << saved.error().detail;
        }
    });
}

} // namespace app::session
