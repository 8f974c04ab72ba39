// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/queueplayer.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/session/episodeservice.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace app::session::internal {
namespace {

using base::EpisodeId;
using library::Changes;
using library::Connection;
using playback::PlayerState;
using timestamps::Duration;
using timestamps::MediaTime;

// All in real time, at the speed of now.
constexpr Duration lookAhead{60'000};
constexpr Duration giveAhead{30'000};
/// So near the end the player may be in what follows already: then it stays as it is.
constexpr Duration settled{300};

using Found = base::Result<std::optional<Playable>>;

Found firstOfQueue(Connection &connection, EpisodeId current)
{
    const auto queue = library::EpisodeStore(connection).queue();
    if (!queue) {
        return base::unexpected(queue.error());
    }
    const auto next = std::find_if(
        queue->begin(), queue->end(), [current](EpisodeId id) { return id != current; });
    if (next == queue->end()) {
        return std::optional<Playable>();
    }
    auto playable = readPlayable(connection, *next);
    if (!playable) {
        return base::unexpected(playable.error());
    }
    return std::optional(*std::move(playable));
}

} // namespace

QueuePlayer::QueuePlayer(playback::Player &player,
                         library::Library &library,
                         EpisodeService &episodes,
                         ListeningSettings &settings)
    : m_player(player)
    , m_library(library)
    , m_episodes(episodes)
    , m_settings(settings)
{
    const auto lookAgain = [this] {
        if (m_stage != Stage::Idle) {
            look();
        }
    };
    connect(&player, &playback::Player::positionChanged, this, &QueuePlayer::notice);
    connect(&player, &playback::Player::stateChanged, this, &QueuePlayer::notice);
    connect(&library, &library::Library::changed, this, [lookAgain](const Changes &changes) {
        if (changes.queue || changes.episodeList) {
            lookAgain();
        }
    });
    connect(&library, &library::Library::changedOutside, this, lookAgain);
    connect(&settings, &ListeningSettings::podcastChanged, this, lookAgain);
    connect(
        &episodes, &EpisodeService::fileKept, this, [this](EpisodeId episode, const QString &path) {
            if (m_next && m_next->playable.episode.row.id == episode) {
                m_next->playable.episode.row.filePath = path;
            }
        });
}

QueuePlayer::~QueuePlayer() = default;

void QueuePlayer::setCurrent(EpisodeId episode, Duration leftOutAtEnd)
{
    m_given = false;
    forgetNext(episode);
    ++m_look;
    m_current = episode;
    m_leftOutAtEnd = leftOutAtEnd;
    m_stage = Stage::Idle;
    m_looking = work::Job();
}

void QueuePlayer::setLeftOutAtEnd(Duration length)
{
    if (std::exchange(m_leftOutAtEnd, length) != length) {
        m_player.setLeaveOutAtEnd(length);
    }
}

void QueuePlayer::setFollowing(bool follows)
{
    if (m_follows == follows) {
        return;
    }
    m_follows = follows;
    if (follows) {
        notice();
        return;
    }
    m_looking = work::Job();
    m_stage = Stage::Idle;
    forgetNext({});
}

std::optional<QueuePlayer::Next> QueuePlayer::takeNext()
{
    m_given = false;
    return std::exchange(m_next, std::nullopt);
}

void QueuePlayer::drop()
{
    m_looking = work::Job();
    m_next.reset();
    m_follows = false;
}

void QueuePlayer::notice()
{
    const PlayerState state = m_player.state();
    const bool sounding = state == PlayerState::Playing || state == PlayerState::Buffering;
    if (!m_follows || !m_current.isValid() || !sounding) {
        return;
    }
    const auto left = timeLeft();
    if (!left || *left > lookAhead) {
        return;
    }
    if (m_stage == Stage::Idle) {
        look();
    } else if (m_stage == Stage::Found && *left <= giveAhead) {
        give();
    }
}

std::optional<Duration> QueuePlayer::timeLeft() const
{
    const auto duration = m_player.duration();
    if (!duration) {
        return std::nullopt;
    }
    const Duration sound = *duration - m_leftOutAtEnd - m_player.position().sinceStart();
    return std::chrono::duration_cast<Duration>(sound / m_player.speed());
}

void QueuePlayer::look()
{
    if (!m_follows) {
        return;
    }
    m_stage = Stage::Looking;
    const auto reading = m_library.read([current = m_current](Connection &connection) {
        return firstOfQueue(connection, current);
    });
    m_looking = work::Job(reading);
    work::comeBack(reading, this, [this, look = ++m_look](const Found &next) {
        // An answer may be on its way already when the question is asked anew.
        if (look != m_look || m_stage != Stage::Looking) {
            return;
        }
        if (!next) {
            qCWarning(base::logSession) << "what follows is not known:" << next.error().detail;
        }
        found(next ? *next : std::nullopt);
        notice();
    });
}

void QueuePlayer::found(const std::optional<Playable> &playable)
{
    const EpisodeId id = playable ? playable->episode.row.id : EpisodeId();
    if (m_next && m_next->playable.episode.row.id == id) {
        m_next->playable = *playable;
        m_next->settings = effectiveSettings(m_settings.common(), playable->own);
        m_stage = m_given ? Stage::Given : Stage::Found;
        return;
    }
    if (m_given && timeLeft().value_or(lookAhead) < settled) {
        m_stage = Stage::Given;
        return;
    }
    forgetNext(id);
    m_stage = Stage::Nothing;
    if (playable) {
        take(*playable);
    }
}

void QueuePlayer::take(const Playable &playable)
{
    const library::Episode &episode = playable.episode;
    const bool wasWanted = m_episodes.downloadQueue().progress(episode.row.id).has_value();
    auto bytes = openSound(m_episodes, episode);
    if (!bytes) {
        // It will be said when its turn has come; what is heard now goes on undisturbed.
        qCInfo(base::logSession) << "what follows cannot be opened:" << bytes.error().detail;
        return;
    }
    m_next.emplace();
    m_next->playable = playable;
    m_next->bytes = *std::move(bytes);
    m_next->settings = effectiveSettings(m_settings.common(), playable.own);
    m_next->place = std::max(keptPlace(episode), introEnd(episode, m_next->settings));
    m_next->beganDownload = !wasWanted && !m_next->bytes->isComplete();
    m_stage = Stage::Found;
}

void QueuePlayer::give()
{
    m_stage = Stage::Given;
    m_given = true;
    const auto source = sourceOf(m_next->playable, m_next->bytes, m_next->settings);
    m_next->leftOutAtEnd = source.leaveOutAtEnd;
    m_player.setNext(source, m_next->place);
}

void QueuePlayer::forgetNext(EpisodeId except)
{
    const auto next = std::exchange(m_next, std::nullopt);
    if (!next) {
        return;
    }
    const EpisodeId id = next->playable.episode.row.id;
    if (id == except) {
        return;
    }
    if (std::exchange(m_given, false)) {
        m_player.setNext(std::nullopt, {});
    }
    if (next->beganDownload) {
        m_episodes.cancelDownload(id);
    }
}

} // namespace app::session::internal
