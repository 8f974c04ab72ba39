// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/listening.h"

#include "app/base/logging.h"
#include "app/session/chapterservice.h"
#include "app/session/internal/loopmarks.h"
#include "app/session/internal/playable.h"
#include "app/session/internal/queueplayer.h"
#include "app/session/internal/rewinder.h"
#include "app/session/internal/soundfacts.h"
#include "app/session/progresskeeper.h"
#include "app/work/comeback.h"

namespace app::session {

using internal::Playable;
using library::Connection;
using playback::Player;
using playback::PlayerState;
using timestamps::MediaTime;

namespace {

/// What was set while it was read is newer than what was read.
settings::PodcastSettings ownOf(const Playable &playable, const ListeningSettings &settings)
{
    return settings.latest(playable.episode.row.podcastId).value_or(playable.own);
}

} // namespace

Listening::Listening(const ListeningParts &parts)
    : m_parts(parts)
    , m_player(parts.player)
    , m_progress(std::make_unique<ProgressKeeper>(parts.player, parts.library, parts.clock))
    , m_facts(std::make_unique<internal::SoundFacts>(
          parts.player, parts.library, parts.episodes, parts.soundMaps))
    , m_queue(std::make_unique<internal::QueuePlayer>(
          parts.player, parts.library, parts.episodes, parts.settings))
    , m_rewinder(std::make_unique<internal::Rewinder>())
    , m_loopMarks(std::make_unique<internal::LoopMarks>())
{
    connectPlayer();
    connectOthers();
    if (const double volume = parts.settings.common().volume; m_player.volume() != volume) {
        m_player.setVolume(volume);
    }
    applySettings();
}

Listening::~Listening() = default;

void Listening::connectPlayer()
{
    connect(&m_player, &Player::finished, this, &Listening::playNext);
    connect(&m_player, &Player::advanced, this, &Listening::goOn);
    connect(&m_player, &Player::stateChanged, this, &Listening::noticeState);
    connect(&m_player, &Player::loopChanged, this, &Listening::showLoop);
}

void Listening::noticeState(PlayerState state)
{
    if (state == PlayerState::Playing) {
        m_rewinder->sound();
    } else if (state == PlayerState::Paused) {
        m_rewinder->pause(m_parts.clock.now());
    } else if (state == PlayerState::Failed && m_current && m_player.error() && !m_givenUpAt) {
        emit failed(m_current->row.id, *m_player.error());
    }
}

bool Listening::isSounding() const
{
    return m_player.state() == PlayerState::Playing || m_player.state() == PlayerState::Buffering;
}

void Listening::open(base::EpisodeId episode, std::optional<MediaTime> place, bool paused)
{
    emit steered();
    const bool there = m_current && m_current->row.id == episode && !m_wanted.isValid()
                       && m_player.state() != PlayerState::Failed && !m_givenUpAt;
    if (!there) {
        load(episode, place, !paused);
        return;
    }
    if (place) {
        m_rewinder->jump(*place);
        emit jumped(*place);
        m_player.seek(*place);
    }
    if (!paused && place) {
        m_player.play();
    } else if (!paused) {
        resume();
    }
}

void Listening::jumpTo(base::EpisodeId episode, MediaTime place, bool keepPaused)
{
    const bool sounding = isSounding();
    if (const auto from = here()) {
        m_stack.push(*from, {episode, place});
        emit backChanged();
    }
    open(episode, place, keepPaused && !sounding);
}

void Listening::seek(MediaTime place)
{
    if (!m_current) {
        return;
    }
    emit steered();
    m_stack.push(m_scrubbedFrom.value_or(*here()), {m_current->row.id, place});
    m_scrubbedFrom.reset();
    emit backChanged();
    go(place);
}

void Listening::scrub(MediaTime place)
{
    if (!m_current) {
        return;
    }
    emit steered();
    if (!m_scrubbedFrom) {
        m_scrubbedFrom = here();
    }
    go(place);
}

void Listening::skip(timestamps::Duration by)
{
    if (!m_current) {
        return;
    }
    emit steered();
    go(std::max(MediaTime(), m_givenUpAt.value_or(m_player.position()) + by));
}

void Listening::go(MediaTime place)
{
    // Once the waiting was given up there is nothing to seek in: going on loads it again there.
    if (m_givenUpAt) {
        m_givenUpAt = place;
    }
    m_rewinder->jump(place);
    emit jumped(place);
    m_player.seek(place);
}

void Listening::toggle()
{
    isSounding() ? pause() : play();
}

void Listening::play()
{
    emit steered();
    resume();
}

void Listening::pause()
{
    emit steered();
    m_playWanted = false;
    m_player.pause();
}

void Listening::resume()
{
    const PlayerState state = m_player.state();
    m_playWanted = true;
    if (!m_current || m_wanted.isValid()) {
        return;
    }
    if (m_givenUpAt || state == PlayerState::Failed) {
        const MediaTime here = m_givenUpAt.value_or(m_player.position());
        load(m_current->row.id, here > MediaTime() ? std::optional(here) : std::nullopt, true);
        return;
    }
    if (state == PlayerState::Ended) {
        m_player.seek(internal::introEnd(*m_current, m_settings));
    } else if (state == PlayerState::Paused && m_parts.settings.common().smartRewind) {
        const MediaTime here = m_player.position();
        const MediaTime place = m_rewinder->resume(here, m_parts.clock.now(), earliest());
        if (place < here) {
            m_player.seek(place);
        }
    }
    m_player.play();
}

MediaTime Listening::earliest() const
{
    const MediaTime intro = internal::introEnd(*m_current, m_settings);
    const auto loop = m_player.loop();
    // Before it the loop would be over.
    return loop && loop->contains(m_player.position()) ? std::max(intro, loop->start) : intro;
}

std::optional<ListeningPlace> Listening::here() const
{
    if (!m_current) {
        return std::nullopt;
    }
    return ListeningPlace{m_current->row.id, m_player.position()};
}

const std::optional<library::Episode> &Listening::current() const
{
    return m_current;
}

const timestamps::Chapters &Listening::chapters() const
{
    return m_chapters;
}

const EffectiveSettings &Listening::settings() const
{
    return m_settings;
}

const settings::PodcastSettings &Listening::own() const
{
    return m_own;
}

std::optional<ListeningPlace> Listening::backPlace() const
{
    return m_stack.back();
}

std::optional<ListeningPlace> Listening::forwardPlace() const
{
    return m_stack.forward();
}

void Listening::goBack()
{
    if (const auto place = m_stack.goBack(here())) {
        go(*place);
    }
}

void Listening::goForward()
{
    if (const auto place = m_stack.goForward(here())) {
        go(*place);
    }
}

void Listening::go(const ListeningPlace &place)
{
    open(place.episode, place.position, !isSounding());
    emit backChanged();
}

void Listening::load(base::EpisodeId episode, std::optional<MediaTime> place, bool playing)
{
    if (m_current && m_player.state() != PlayerState::Failed) {
        savePosition();
    }
    m_wanted = episode;
    m_placeWanted = place;
    m_playWanted = playing;
    auto reading = m_parts.library.read(
        [episode](Connection &connection) { return internal::readPlayable(connection, episode); });
    m_loading = work::Job(reading);
    // Asked again meanwhile, the first answer serves the latest wish.
    work::comeBack(reading, this, [this, episode](const base::Result<Playable> &read) {
        if (m_wanted != episode) {
            return;
        }
        m_wanted = {};
        if (!read) {
            emit failed(episode, read.error());
            return;
        }
        loaded(*read, m_placeWanted, m_playWanted);
    });
}

void Listening::loaded(const Playable &playable, std::optional<MediaTime> place, bool playing)
{
    const library::Episode &episode = playable.episode;
    const auto bytes = internal::openSound(m_parts.episodes, episode);
    if (!bytes) {
        emit failed(episode.row.id, bytes.error());
        return;
    }
    if (isSounding()) {
        m_rewinder->pause(m_parts.clock.now());
    }
    m_rewinder->load(episode.row.id, place, episode.row.lastHeard);
    const EffectiveSettings effective =
        effectiveSettings(m_parts.settings.common(), ownOf(playable, m_parts.settings));
    const MediaTime from = place ? *place : beginning(playable, effective, playing);
    become(playable, *bytes, episode.row.position);
    m_player.load(internal::sourceOf(playable, *bytes, effective), from, playing);
    emit currentChanged();
    if (place) {
        emit jumped(*place);
    }
    emit chaptersChanged();
    emit availableChanged();
    loadChapters();
}

MediaTime
Listening::beginning(const Playable &playable, const EffectiveSettings &effective, bool playing)
{
    const MediaTime intro = internal::introEnd(playable.episode, effective);
    const MediaTime kept = internal::keptPlace(playable.episode);
    if (kept <= intro) {
        return intro;
    }
    if (!playing || !m_parts.settings.common().smartRewind) {
        return kept;
    }
    return m_rewinder->resume(kept, m_parts.clock.now(), intro);
}

void Listening::become(const Playable &playable,
                       const std::shared_ptr<media::ByteSource> &bytes,
                       MediaTime stored)
{
    const library::Episode &episode = playable.episode;
    m_progress->setEpisode(episode.row.id, stored);
    m_scrubbedFrom.reset();
    m_givenUpAt.reset();
    m_current = episode;
    m_bytes = bytes;
    m_own = ownOf(playable, m_parts.settings);
    m_chapters.clear();
    if (std::exchange(*m_loopMarks, {}).waiting()) {
        emit loopStartChanged();
    }
    applySettings();
    m_queue->setCurrent(episode.row.id, internal::outroLength(episode.row.duration, m_settings));
    m_facts->setCurrent(episode, bytes->isComplete());
}

void Listening::loadChapters()
{
    if (!m_current) {
        return;
    }
    auto reading = m_parts.chapters.of(*m_current);
    m_loadingChapters = work::Job(reading);
    work::comeBack(
        reading, this, [this, id = m_current->row.id](const base::Result<EpisodeChapters> &read) {
            if (!m_current || m_current->row.id != id) {
                return;
            }
            if (!read) {
                qCInfo(base::logSession) << "no chapters:" << read.error().detail;
                return;
            }
            if (m_chapters != read->shown) {
                m_chapters = read->shown;
                emit chaptersChanged();
            }
        });
}

const std::shared_ptr<const media::SoundAnalysis> &Listening::analysis() const
{
    return m_facts->analysis();
}

QFuture<base::Result<void>> Listening::savePosition()
{
    return m_progress->save();
}

void Listening::close()
{
    savePosition();
    m_progress->setEpisode({}, {});
    m_loading = work::Job();
    m_loadingChapters = work::Job();
    m_queue->drop();
    m_bytes.reset();
    m_player.unload();
}

} // namespace app::session
