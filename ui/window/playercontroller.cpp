// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/playercontroller.h"

#include "app/downloads/downloadqueue.h"
#include "app/library/library.h"
#include "app/session/episodeservice.h"
#include "app/session/listening.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/text/errortext.h"
#include "ui/window/messages.h"

#include <algorithm>
#include <cmath>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::playback::Player;
using app::playback::PlayerState;
using app::session::Listening;
using app::timestamps::MediaTime;
using player::PlayerBar;

constexpr double speedStep = 0.05;
/// Going to the chapter before shortly after a chapter began means the one before that.
constexpr auto chapterGrace = 3s;

} // namespace

PlayerController::PlayerController(app::session::Session &session,
                                   const app::settings::SettingsFile &settings,
                                   PlayerBar &bar,
                                   Messages &messages)
    : m_session(session)
    , m_settings(settings)
    , m_playback(settings.playback())
    , m_bar(bar)
    , m_messages(messages)
    , m_notes(session.library())
    , m_desktop(app::platform::makeMediaControls(this))
{
    connectBar();
    connectPlayer();
    connectDesktop();
    m_session.listening().player().setSpeed(m_playback.speed);
    m_session.listening().player().setVolume(m_playback.volume);
    m_bar.setSpeed(m_playback.speed);
    m_bar.setVolume(m_playback.volume);
    showEpisode();
}

PlayerController::~PlayerController() = default;

void PlayerController::connectBar()
{
    Listening &listening = m_session.listening();
    connect(&m_bar, &PlayerBar::toggleRequested, &listening, &Listening::toggle);
    connect(&m_bar, &PlayerBar::retryRequested, &listening, &Listening::toggle);
    connect(&m_bar, &PlayerBar::seekRequested, this, [this](MediaTime place) {
        Listening &target = m_session.listening();
        m_bar.timeline().isScrubbing() ? target.scrub(place) : target.seek(place);
    });
    connect(&m_bar, &PlayerBar::skipRequested, &listening, &Listening::skip);
    connect(&m_bar, &PlayerBar::chapterRequested, this, &PlayerController::goToChapter);
    connect(&m_bar, &PlayerBar::speedRequested, this, &PlayerController::setSpeed);
    connect(&m_bar, &PlayerBar::volumeRequested, &listening.player(), &Player::setVolume);
    connect(&m_bar, &PlayerBar::backRequested, &listening, &Listening::goBack);
    connect(&m_bar, &PlayerBar::markRequested, this, &PlayerController::markRequested);
    connect(&m_bar, &PlayerBar::noteActivated, this, &PlayerController::noteActivated);
    connect(&m_bar, &PlayerBar::titleActivated, this, [this] {
        if (const auto &current = m_session.listening().current()) {
            emit titleActivated(current->row.id);
        }
    });
}

void PlayerController::connectPlayer()
{
    Listening &listening = m_session.listening();
    Player &player = listening.player();
    connect(&listening, &Listening::currentChanged, this, &PlayerController::showEpisode);
    connect(&listening, &Listening::chaptersChanged, this, [this] {
        m_bar.setChapters(m_session.listening().chapters());
    });
    connect(&listening, &Listening::backChanged, this, &PlayerController::showBack);
    connect(&listening,
            &Listening::failed,
            this,
            [this](app::base::EpisodeId, const app::base::Error &error) {
                const QString sentence = text::failureText(text::Attempt::PlayAudio, error);
                m_bar.setFailure(sentence);
                m_messages.say(sentence);
            });
    connect(&player, &Player::positionChanged, this, [this](MediaTime place) {
        m_bar.setPosition(place);
        m_desktop->setPosition(place.sinceStart());
    });
    connect(&player, &Player::durationChanged, this, [this](app::timestamps::Duration duration) {
        m_bar.setDuration(duration);
        showOnDesktop();
    });
    connect(&player, &Player::stateChanged, this, &PlayerController::showState);
    connect(&player, &Player::speedChanged, this, [this](double speed) {
        m_bar.setSpeed(speed);
        m_playback.speed = speed;
        m_settings.store(m_playback);
        showOnDesktop();
    });
    connect(&player, &Player::volumeChanged, this, [this](double volume) {
        m_bar.setVolume(volume);
        m_playback.volume = volume;
        m_settings.store(m_playback);
    });
    connect(&m_session.episodes().downloadQueue(),
            &app::downloads::DownloadQueue::progressChanged,
            this,
            &PlayerController::showBuffered);
    connect(&m_notes, &models::NoteModel::loaded, this, &PlayerController::showFlags);
}

void PlayerController::connectDesktop()
{
    using app::platform::MediaControls;
    Listening &listening = m_session.listening();
    connect(m_desktop, &MediaControls::toggleRequested, &listening, &Listening::toggle);
    connect(m_desktop, &MediaControls::playRequested, &listening.player(), &Player::play);
    connect(m_desktop, &MediaControls::pauseRequested, &listening.player(), &Player::pause);
    connect(m_desktop, &MediaControls::stopRequested, &listening.player(), &Player::pause);
    connect(m_desktop, &MediaControls::nextRequested, this, &PlayerController::skipForward);
    connect(m_desktop, &MediaControls::previousRequested, this, &PlayerController::skipBack);
    connect(m_desktop, &MediaControls::seekRequested, &listening, &Listening::skip);
    connect(
        m_desktop,
        &MediaControls::positionRequested,
        this,
        [this](std::chrono::milliseconds place) { m_session.listening().seek(MediaTime(place)); });
    connect(m_desktop, &MediaControls::rateRequested, this, &PlayerController::setSpeed);
    connect(m_desktop, &MediaControls::raiseRequested, this, &PlayerController::raiseRequested);
    connect(m_desktop, &MediaControls::quitRequested, this, &PlayerController::quitRequested);
}

void PlayerController::showEpisode()
{
    const auto &current = m_session.listening().current();
    m_bar.setFailure({});
    if (!current) {
        m_bar.setEpisode(std::nullopt);
        return;
    }
    m_bar.setEpisode(
        player::PlayerEpisode{current->row.id, current->row.title, current->row.podcastTitle});
    m_bar.setDuration(current->row.duration);
    m_bar.setPosition(m_session.listening().player().position());
    m_notes.setFilter({.episode = current->row.id, .tag = {}, .since = {}});
    showBuffered();
    showState();
    showBack();
}

void PlayerController::showState()
{
    const Player &player = m_session.listening().player();
    m_bar.setState(player.state());
    if (player.state() != PlayerState::Failed) {
        m_bar.setFailure({});
    }
    showOnDesktop();
}

void PlayerController::showBuffered()
{
    const auto &current = m_session.listening().current();
    if (!current) {
        return;
    }
    const auto progress = m_session.episodes().downloadQueue().progress(current->row.id);
    const bool growing = progress && progress->totalBytes.value_or(0) > 0
                         && progress->state != app::downloads::DownloadProgress::State::Done;
    m_bar.setBuffered(growing ? std::optional(static_cast<double>(progress->receivedBytes)
                                              / static_cast<double>(*progress->totalBytes))
                              : std::nullopt);
}

void PlayerController::showFlags()
{
    std::vector<player::TimelineFlag> flags;
    for (const app::notes::Note &note : m_notes.notes()) {
        flags.push_back({note.id,
                         note.start,
                         note.end,
                         note.color,
                         note.text.isEmpty() ? note.anchor.quote : note.text});
    }
    m_bar.setFlags(std::move(flags));
}

void PlayerController::showBack()
{
    const auto place = m_session.listening().backPlace();
    m_bar.setBackPlace(place ? std::optional(place->position) : std::nullopt);
}

void PlayerController::showOnDesktop()
{
    const auto &current = m_session.listening().current();
    if (!current) {
        m_desktop->show({});
        return;
    }
    Player &player = m_session.listening().player();
    app::platform::NowPlaying now;
    now.title = current->row.title;
    now.artist = current->row.podcastTitle;
    now.length = player.duration().value_or(app::timestamps::Duration(0));
    now.playing =
        player.state() == PlayerState::Playing || player.state() == PlayerState::Buffering;
    now.rate = player.speed();
    now.hasNext = true;
    now.hasPrevious = true;
    m_desktop->show(now);
}

void PlayerController::goToChapter(int delta)
{
    Listening &listening = m_session.listening();
    const auto &chapters = listening.chapters();
    const MediaTime here = listening.player().position();
    const auto at = app::timestamps::chapterAt(chapters, here);
    if (chapters.empty() || (!at && delta < 0)) {
        return;
    }
    if (delta < 0) {
        const std::size_t now = *at;
        const bool justBegun = here - chapters[now].start < chapterGrace;
        listening.seek(chapters[justBegun && now > 0 ? now - 1 : now].start);
        return;
    }
    const std::size_t next = at ? *at + 1 : 0;
    if (next < chapters.size()) {
        listening.seek(chapters[next].start);
    }
}

void PlayerController::setSpeed(double speed)
{
    m_session.listening().player().setSpeed(speed);
}

void PlayerController::changeSpeed(int steps)
{
    const double now = m_session.listening().player().speed();
    const double wanted = steps == 0 ? 1.0 : now + steps * speedStep;
    setSpeed(std::clamp(std::round(wanted / speedStep) * speedStep, 0.5, 3.0));
}

void PlayerController::changeVolume(double by)
{
    Player &player = m_session.listening().player();
    player.setVolume(std::clamp(player.volume() + by, 0.0, 1.0));
}

void PlayerController::toggleMute()
{
    Player &player = m_session.listening().player();
    if (player.volume() > 0) {
        m_volumeBeforeMute = player.volume();
        player.setVolume(0);
    } else {
        player.setVolume(m_volumeBeforeMute);
    }
}

void PlayerController::skipBack()
{
    m_session.listening().skip(-m_playback.skipBack);
}

void PlayerController::skipForward()
{
    m_session.listening().skip(m_playback.skipForward);
}

} // namespace ui::window
