// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/playercontroller.h"

#include "app/downloads/downloadqueue.h"
#include "app/library/library.h"
#include "app/session/episodeservice.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/notemarks.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/text/errortext.h"
#include "ui/text/timetext.h"
#include "ui/window/markcontroller.h"
#include "ui/window/messages.h"

#include <QMenu>

#include <algorithm>

namespace ui::window {
namespace {

using app::playback::Player;
using app::playback::PlayerState;
using app::session::Listening;
using app::settings::MarkKey;
using app::timestamps::MediaTime;
using player::PlayerBar;

/// How many characters of the transcript the timeline's tip shows.
constexpr qsizetype tipCharacters = 90;

bool isUnderWay(PlayerState state)
{
    return state == PlayerState::Opening || state == PlayerState::Playing;
}

} // namespace

PlayerController::PlayerController(app::session::Session &session,
                                   PlayerBar &bar,
                                   MarkController &marks,
                                   Messages &messages)
    : m_session(session)
    , m_bar(bar)
    , m_marks(marks)
    , m_messages(messages)
    , m_notes(session.library())
    , m_desktop(app::platform::makeMediaControls(this))
{
    connectBar();
    connectListening();
    connectPlayer();
    connectDesktop();
    m_bar.timeline().setWordsAt([this](MediaTime place) { return wordsAt(place); });
    m_bar.setVolume(m_session.listening().player().volume());
    showEpisode();
    takeWords();
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
    connect(&m_bar, &PlayerBar::volumeRequested, &listening.player(), &Player::setVolume);
    connect(&m_bar, &PlayerBar::backRequested, &listening, &Listening::goBack);
    connect(&m_bar, &PlayerBar::stopWaitingRequested, this, [this] {
        m_gaveUp = true;
        m_session.listening().stopWaiting();
    });
    connect(&m_bar, &PlayerBar::loopToggled, this, &PlayerController::loopToggled);
    connect(
        &m_bar, &PlayerBar::loopStartRequested, this, [&listening] { listening.setLoopStart(); });
    connect(&m_bar, &PlayerBar::loopEndRequested, this, [&listening] { listening.setLoopEnd(); });
    connect(&m_bar, &PlayerBar::loopCleared, this, [this] {
        m_session.listening().setLoop(std::nullopt);
    });
    connect(&m_bar, &PlayerBar::noteActivated, this, &PlayerController::noteActivated);
    connect(&m_bar, &PlayerBar::timelineMenuRequested, this, &PlayerController::openTimelineMenu);
    connect(&m_bar, &PlayerBar::titleActivated, this, [this] {
        if (const auto &current = m_session.listening().current()) {
            emit titleActivated(current->row.id);
        }
    });
}

void PlayerController::connectListening()
{
    Listening &listening = m_session.listening();
    connect(&listening, &Listening::currentChanged, this, &PlayerController::showEpisode);
    connect(&listening, &Listening::backChanged, this, &PlayerController::showBack);
    connect(&listening, &Listening::analysisChanged, this, &PlayerController::showAnalysis);
    connect(&listening, &Listening::availableChanged, this, &PlayerController::showAvailable);
    connect(&listening, &Listening::loopStartChanged, this, &PlayerController::showLoop);
    connect(&listening,
            &Listening::failed,
            this,
            [this](app::base::EpisodeId, const app::base::Error &error) {
                const QString sentence = text::failureText(text::Attempt::PlayAudio, error);
                m_bar.setFailure(sentence);
                m_messages.say(sentence);
            });
    connect(&m_notes, &models::NoteModel::loaded, this, &PlayerController::showFlags);
    connect(&m_session.noteMarks(),
            &app::session::NoteMarks::textChanged,
            this,
            &PlayerController::takeWords);
}

void PlayerController::connectPlayer()
{
    Player &player = m_session.listening().player();
    connect(&player, &Player::positionChanged, this, [this, &player](MediaTime place) {
        m_bar.setPosition(place);
        m_bar.setPositionExact(player.isPositionExact());
        m_bar.setTimeSaved(player.timeSaved());
        m_desktop->setPosition(place.sinceStart());
    });
    connect(&player, &Player::durationChanged, this, [this](app::timestamps::Duration duration) {
        m_bar.setDuration(duration);
        showOnDesktop();
    });
    connect(&player, &Player::stateChanged, this, &PlayerController::showState);
    connect(&player, &Player::loopChanged, this, &PlayerController::showLoop);
    connect(&player, &Player::speedChanged, this, &PlayerController::showOnDesktop);
    connect(&player, &Player::volumeChanged, &m_bar, &PlayerBar::setVolume);
}

void PlayerController::connectDesktop()
{
    using app::platform::MediaControls;
    Listening &listening = m_session.listening();
    connect(m_desktop, &MediaControls::toggleRequested, &listening, &Listening::toggle);
    connect(m_desktop, &MediaControls::playRequested, &listening, &Listening::play);
    connect(m_desktop, &MediaControls::pauseRequested, &listening, &Listening::pause);
    connect(m_desktop, &MediaControls::stopRequested, this, [this] { obeyKey(MarkKey::Stop); });
    connect(m_desktop, &MediaControls::nextRequested, this, [this] { obeyKey(MarkKey::Next); });
    connect(
        m_desktop, &MediaControls::previousRequested, this, [this] { obeyKey(MarkKey::Previous); });
    connect(&listening, &Listening::jumped, m_desktop, [this](MediaTime to) {
        m_desktop->setJumped(to.sinceStart());
    });
    connect(m_desktop, &MediaControls::seekRequested, &listening, &Listening::skip);
    connect(
        m_desktop,
        &MediaControls::positionRequested,
        this,
        [this](std::chrono::milliseconds place) { m_session.listening().seek(MediaTime(place)); });
    connect(m_desktop, &MediaControls::rateRequested, &listening, &Listening::setSpeed);
    connect(m_desktop, &MediaControls::raiseRequested, this, &PlayerController::raiseRequested);
    connect(m_desktop, &MediaControls::quitRequested, this, &PlayerController::quitRequested);
}

void PlayerController::obeyKey(MarkKey key)
{
    if (key == m_marks.mediaKey()) {
        m_marks.markUnseen();
    } else if (key == MarkKey::Next) {
        skipForward();
    } else if (key == MarkKey::Previous) {
        skipBack();
    } else {
        m_session.listening().pause();
    }
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
    showAnalysis();
    showAvailable();
    showLoop();
    showState();
    showBack();
}

void PlayerController::showState()
{
    const PlayerState state = m_session.listening().player().state();
    // Bytes that are not waited for any more are no failure: playing fetches them again.
    const bool gaveUp = m_gaveUp && state == PlayerState::Failed;
    m_gaveUp = gaveUp || (m_gaveUp && !isUnderWay(state));
    m_bar.setState(gaveUp ? PlayerState::Paused : state);
    if (gaveUp || state != PlayerState::Failed) {
        m_bar.setFailure({});
    }
    showAvailable();
    showOnDesktop();
}

void PlayerController::showAvailable()
{
    const Listening &listening = m_session.listening();
    m_bar.setBufferedParts(listening.availableParts());
    const auto &current = listening.current();
    const auto progress =
        current ? m_session.episodes().downloadQueue().progress(current->row.id) : std::nullopt;
    if (progress && progress->state != app::downloads::DownloadProgress::State::Done) {
        m_bar.setWaiting(player::WaitingShown{progress->receivedBytes, progress->totalBytes});
    } else {
        m_bar.setWaiting(std::nullopt);
    }
}

void PlayerController::showAnalysis()
{
    const auto analysis = m_session.listening().analysis();
    if (!analysis) {
        m_bar.timeline().setWaveform(nullptr, app::media::SoundAnalysis::peaksPerSecond);
        return;
    }
    // Shares the analysis instead of copying its peaks.
    m_bar.timeline().setWaveform(
        std::shared_ptr<const std::vector<quint8>>(analysis, &analysis->peaks),
        app::media::SoundAnalysis::peaksPerSecond);
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

void PlayerController::showLoop()
{
    const Listening &listening = m_session.listening();
    m_bar.setLoop(m_session.listening().player().loop());
    m_bar.setLoopStart(listening.loopStart());
}

/// For finding the thread after a pause.
void PlayerController::takeWords()
{
    Listening &listening = m_session.listening();
    if (!listening.current()) {
        return;
    }
    std::vector<MediaTime> starts;
    if (const auto *const transcript = m_session.noteMarks().transcript()) {
        starts.reserve(transcript->reading.sentences.size());
        for (const auto &sentence : transcript->reading.sentences) {
            if (sentence.start) {
                starts.push_back(*sentence.start);
            }
        }
    }
    std::sort(starts.begin(), starts.end());
    listening.setSentences(listening.current()->row.id, std::move(starts));
}

QString PlayerController::wordsAt(MediaTime place) const
{
    const auto *const transcript = m_session.noteMarks().transcript();
    const auto at = transcript ? transcript->reading.sentenceAt(place) : std::nullopt;
    if (!at) {
        return {};
    }
    const auto &sentence = transcript->reading.sentences[*at];
    const QString words =
        transcript->reading.text.mid(sentence.offset, std::min(sentence.length, tipCharacters))
            .simplified();
    return sentence.length > tipCharacters ? words + u'…' : words;
}

void PlayerController::openTimelineMenu(MediaTime place, const QPoint &position)
{
    if (!m_session.listening().current()) {
        return;
    }
    auto *const menu = new QMenu(&m_bar);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString time = text::clockText(place);
    Listening &listening = m_session.listening();
    menu->addAction(tr("Play from %1").arg(time), this, [this, place] {
        if (const auto &current = m_session.listening().current()) {
            m_session.listening().jumpTo(current->row.id, place);
        }
    });
    menu->addSeparator();
    menu->addAction(
        tr("Mark %1", "a place").arg(time), this, [this, place] { m_marks.markMoment(place); });
    if (m_session.noteMarks().rangeStart()) {
        menu->addAction(
            tr("End the mark at %1").arg(time), this, [this, place] { m_marks.endRange(place); });
        menu->addAction(tr("Give up the mark"), this, [this] { m_marks.cancelRange(); });
    } else {
        menu->addAction(
            tr("Begin a mark at %1").arg(time), this, [this, place] { m_marks.beginRange(place); });
    }
    menu->addSeparator();
    menu->addAction(tr("Start of the stretch at %1").arg(time), this, [&listening, place] {
        listening.setLoopStart(place);
    });
    menu->addAction(tr("End of the stretch at %1").arg(time), this, [&listening, place] {
        listening.setLoopEnd(place);
    });
    if (listening.player().loop() || listening.loopStart()) {
        menu->addAction(
            tr("Stop repeating"), this, [&listening] { listening.setLoop(std::nullopt); });
    }
    menu->addAction(tr("Save a clip…"), this, &PlayerController::clipRequested);
    menu->popup(position);
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
    m_session.listening().skip(-m_session.listeningSettings().common().skipBack);
}

void PlayerController::skipForward()
{
    m_session.listening().skip(m_session.listeningSettings().common().skipForward);
}

} // namespace ui::window
