// SPDX-License-Identifier: GPL-3.0-or-later
// How it sounds, what is repeated, what follows, and what of it is there.
#include "app/base/logging.h"
#include "app/downloads/downloadqueue.h"
#include "app/library/episodestore.h"
#include "app/session/chapterservice.h"
#include "app/session/internal/loopmarks.h"
#include "app/session/internal/playable.h"
#include "app/session/internal/queueplayer.h"
#include "app/session/internal/rewinder.h"
#include "app/session/internal/soundfacts.h"
#include "app/session/listening.h"
#include "app/session/progresskeeper.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace app::session {
namespace {

using base::EpisodeId;
using downloads::DownloadProgress;
using library::Changes;
using library::Connection;
using library::Durability;
using library::EpisodeStore;
using playback::PlayerState;
using timestamps::MediaTime;
using timestamps::TimeRange;

using Queue = base::Result<std::vector<EpisodeId>>;

constexpr qint64 showAvailableEvery = 200; // milliseconds

} // namespace

void Listening::connectOthers()
{
    ListeningSettings &settings = m_parts.settings;
    connect(&settings, &ListeningSettings::commonChanged, this, [this] {
        const double volume = m_parts.settings.common().volume;
        if (!m_storingVolume && m_player.volume() != volume) {
            m_player.setVolume(volume);
        }
        applySettings();
    });
    connect(&settings,
            &ListeningSettings::podcastWished,
            this,
            [this](base::PodcastId podcast, const settings::PodcastSettings &own) {
                if (m_current && m_current->row.podcastId == podcast) {
                    m_own = own;
                    applySettings();
                    leaveOutEnd();
                }
            });
    connect(&m_player, &playback::Player::volumeChanged, this, &Listening::storeVolume);
    connect(&m_parts.chapters, &ChapterService::changed, this, [this](EpisodeId episode) {
        if (m_current && m_current->row.id == episode) {
            loadChapters();
        }
    });
    connect(
        m_facts.get(), &internal::SoundFacts::analysisChanged, this, &Listening::analysisChanged);
    connect(m_facts.get(),
            &internal::SoundFacts::durationKnown,
            this,
            [this](timestamps::Duration duration) { m_current->row.duration = duration; });
    connect(m_facts.get(), &internal::SoundFacts::fileKnown, this, [this](const QString &path) {
        m_current->row.filePath = path;
        emit availableChanged();
    });
    connect(&m_parts.episodes.downloadQueue(),
            &downloads::DownloadQueue::progressChanged,
            this,
            &Listening::showAvailable);
}

void Listening::storeVolume(double volume)
{
    settings::PlaybackSettings common = m_parts.settings.common();
    if (common.volume == volume) {
        return;
    }
    common.volume = volume;
    m_storingVolume = true;
    m_parts.settings.setCommon(common);
    m_storingVolume = false;
}

void Listening::applySettings()
{
    const EffectiveSettings wanted = effectiveSettings(m_parts.settings.common(), m_own);
    if (m_player.speed() != wanted.speed) {
        m_player.setSpeed(wanted.speed);
    }
    if (m_player.options() != wanted.sound) {
        m_player.setOptions(wanted.sound);
    }
    if (m_settings != wanted) {
        m_settings = wanted;
        emit settingsChanged();
    }
}

void Listening::setSpeed(double wanted)
{
    const double speed = std::clamp(wanted, 0.5, 3.0);
    if (m_current && m_own.speed) {
        m_own.speed = speed;
        applySettings();
        storeOwn();
        return;
    }
    settings::PlaybackSettings common = m_parts.settings.common();
    common.speed = speed;
    m_parts.settings.setCommon(common);
}

void Listening::setSound(const settings::SoundOptions &options)
{
    settings::PodcastSettings own = m_own;
    settings::PlaybackSettings common = m_parts.settings.common();
    const settings::SoundOptions before = common.sound;
    common.sound = options;
    if (m_current && own.silence) {
        own.silence = options.silence;
        common.sound.silence = before.silence;
    }
    if (m_current && own.level) {
        own.level = options.level;
        common.sound.level = before.level;
    }
    const bool ownChanged = own != m_own;
    m_own = own;
    if (common != m_parts.settings.common()) {
        m_parts.settings.setCommon(common);
    }
    if (ownChanged) {
        applySettings();
        storeOwn();
    }
}

void Listening::leaveOutEnd()
{
    m_queue->setLeftOutAtEnd(internal::outroLength(m_current->row.duration, m_settings));
}

void Listening::storeOwn()
{
    const auto storing = m_parts.settings.setOfPodcast(m_current->row.podcastId, m_own);
    work::comeBack(storing, this, [](const base::Result<void> &stored) {
        if (!stored) {
            qCWarning(base::logSession)
                << "settings of a podcast not kept:" << stored.error().detail;
        }
    });
}

void Listening::setLoop(const std::optional<TimeRange> &range)
{
    if (!m_current) {
        return;
    }
    if (range) {
        if (!range->contains(m_player.position())) {
            seek(range->start);
        }
        m_loopMarks->setMade(*range);
    } else {
        m_loopMarks->clear();
    }
    m_player.setLoop(range);
    emit loopStartChanged();
}

void Listening::setLoopStart(std::optional<MediaTime> place)
{
    if (m_current) {
        showMark(m_loopMarks->setStart(place.value_or(m_player.position())));
    }
}

void Listening::setLoopEnd(std::optional<MediaTime> place)
{
    if (m_current) {
        showMark(m_loopMarks->setEnd(place.value_or(m_player.position())));
    }
}

void Listening::showMark(const std::optional<TimeRange> &made)
{
    // Whoever says where it ends wants to hear it from its start.
    if (made && !made->contains(m_player.position())) {
        emit steered();
        m_rewinder->jump(made->start);
        emit jumped(made->start);
        m_player.seek(made->start);
    }
    if (made || m_player.loop()) {
        m_player.setLoop(made);
    }
    emit loopStartChanged();
}

void Listening::showLoop(const std::optional<TimeRange> &range)
{
    // A jump out of it has ended it. One that waits for its other end is none yet.
    if (!range && !m_loopMarks->waiting()) {
        m_loopMarks->clear();
    }
}

std::optional<MediaTime> Listening::loopStart() const
{
    return m_loopMarks->waiting();
}

void Listening::setSentences(EpisodeId episode, std::vector<MediaTime> starts)
{
    m_rewinder->setSentences(episode, std::move(starts));
}

void Listening::setFollowing(bool follows)
{
    m_queue->setFollowing(follows);
}

void Listening::playNextInQueue()
{
    const EpisodeId current = m_current ? m_current->row.id : EpisodeId();
    const auto reading = m_parts.library.read(
        [](Connection &connection) { return EpisodeStore(connection).queue(); });
    work::comeBack(reading, this, [this, current](const Queue &queue) {
        if (!queue || queue->empty()) {
            return;
        }
        const auto here = std::find(queue->begin(), queue->end(), current);
        const auto next = here == queue->end() || std::next(here) == queue->end() ? queue->begin()
                                                                                  : std::next(here);
        if (*next != current) {
            open(*next);
        }
    });
}

void Listening::goOn()
{
    const auto next = m_queue->takeNext();
    if (!m_current) {
        return;
    }
    keepPlayed(m_current->row.id);
    if (!next) {
        // It was taken back too late.
        playNextInQueue();
        return;
    }
    const EpisodeId id = next->playable.episode.row.id;
    m_rewinder->load(id, std::nullopt, {});
    become(next->playable, next->bytes, next->playable.episode.row.position);
    // It was given before what was set meanwhile.
    m_queue->setCurrent(id, next->leftOutAtEnd);
    leaveOutEnd();
    emit currentChanged();
    emit chaptersChanged();
    emit availableChanged();
    loadChapters();
}

QFuture<Queue> Listening::keepPlayed(EpisodeId episode)
{
    const auto pending = m_parts.library.write(
        Durability::Normal, [episode](Connection &connection, Changes &changes) -> Queue {
            EpisodeStore store(connection);
            const auto played = store.setPlayed(episode, true, changes);
            if (!played && played.error().code != base::ErrorCode::NotFound) {
                return base::unexpected(played.error());
            }
            return store.queue();
        });
    work::comeBack(pending, this, [](const Queue &queue) {
        if (!queue) {
            qCWarning(base::logSession) << "not kept as played:" << queue.error().detail;
        }
    });
    return pending;
}

void Listening::playNext()
{
    if (!m_current) {
        return;
    }
    work::comeBack(keepPlayed(m_current->row.id), this, [this](const Queue &queue) {
        const bool stillOver = m_player.state() == PlayerState::Ended && !m_wanted.isValid();
        if (queue && !queue->empty() && stillOver && m_queue->isFollowing()) {
            load(queue->front(), std::nullopt, true);
        }
    });
}

void Listening::stopWaiting()
{
    if (!m_current) {
        return;
    }
    emit steered();
    savePosition();
    m_player.pause();
    if (m_bytes && !m_bytes->isComplete()) {
        m_givenUpAt = m_player.position();
        m_parts.episodes.cancelDownload(m_current->row.id);
        emit availableChanged();
    }
}

void Listening::showAvailable(const DownloadProgress &progress)
{
    if (!m_current || progress.episode != m_current->row.id) {
        return;
    }
    const bool running = progress.state == DownloadProgress::State::Running;
    if (running && m_shownAvailable.isValid() && m_shownAvailable.elapsed() < showAvailableEvery) {
        return;
    }
    m_shownAvailable.start();
    emit availableChanged();
}

std::vector<std::pair<double, double>> Listening::availableParts() const
{
    if (!m_bytes || m_bytes->isComplete()) {
        return {};
    }
    const auto size = m_bytes->sizeBytes();
    if (!size || *size <= 0) {
        return {};
    }
    const auto whole = static_cast<double>(*size);
    std::vector<std::pair<double, double>> parts;
    for (const media::ByteRange &range : m_bytes->availableRanges()) {
        parts.emplace_back(static_cast<double>(range.start) / whole,
                           std::min(1.0, static_cast<double>(range.end) / whole));
    }
    return parts;
}

} // namespace app::session
