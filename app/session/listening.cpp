// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/listening.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/session/progresskeeper.h"
#include "app/work/comeback.h"

#include <QDateTime>
#include <QFileInfo>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::Durability;
using library::EpisodeStore;
using playback::PlayerState;
using timestamps::MediaTime;

/// An episode left this close to its end begins anew.
constexpr timestamps::Duration almostOver{2'000};

struct Opened
{
    library::Episode episode;
    QByteArray index;
};

library::FileIdentity identify(const QString &path)
{
    const QFileInfo file(path);
    return {file.absoluteFilePath(), file.size(), file.lastModified().toMSecsSinceEpoch()};
}

base::Result<Opened> readEpisode(Connection &connection, base::EpisodeId id)
{
    EpisodeStore store(connection);
    auto episode = store.get(id);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    Opened opened{*std::move(episode), {}};
    if (const QString &path = opened.episode.row.filePath; !path.isEmpty()) {
        auto index = store.seekIndex(identify(path));
        if (!index) {
            return base::unexpected(index.error());
        }
        opened.index = *std::move(index);
    }
    return opened;
}

MediaTime resumePlace(const library::Episode &episode)
{
    const MediaTime kept = episode.row.position;
    if (episode.row.played
        || (episode.row.duration && kept + almostOver >= MediaTime(*episode.row.duration))) {
        return {};
    }
    return kept;
}

} // namespace

Listening::Listening(playback::Player &player,
                     library::Library &library,
                     EpisodeService &episodes,
                     const base::Clock &clock)
    : m_player(player)
    , m_library(library)
    , m_episodes(episodes)
    , m_progress(std::make_unique<ProgressKeeper>(player, library, clock))
{
    connect(&player, &playback::Player::seekIndexBuilt, this, &Listening::keepIndex);
    connect(&player, &playback::Player::durationChanged, this, &Listening::keepDuration);
    connect(&player, &playback::Player::finished, this, &Listening::playNext);
    connect(&player, &playback::Player::stateChanged, this, [this](PlayerState state) {
        if (state == PlayerState::Failed && m_current && m_player.error()) {
            emit failed(m_current->row.id, *m_player.error());
        }
    });
}

Listening::~Listening() = default;

void Listening::open(base::EpisodeId episode, std::optional<MediaTime> place, bool paused)
{
    if (m_current && m_current->row.id == episode && !m_wanted.isValid()
        && m_player.state() != PlayerState::Failed) {
        if (place) {
            m_player.seek(*place);
        }
        if (!paused) {
            m_player.play();
        }
        return;
    }
    load(episode, place, !paused);
}

void Listening::jumpTo(base::EpisodeId episode, MediaTime place, bool keepPaused)
{
    const bool sounding =
        m_player.state() == PlayerState::Playing || m_player.state() == PlayerState::Buffering;
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
    m_stack.push(m_scrubbedFrom.value_or(*here()), {m_current->row.id, place});
    m_scrubbedFrom.reset();
    emit backChanged();
    m_player.seek(place);
}

void Listening::scrub(MediaTime place)
{
    if (!m_current) {
        return;
    }
    if (!m_scrubbedFrom) {
        m_scrubbedFrom = here();
    }
    m_player.seek(place);
}

void Listening::skip(timestamps::Duration by)
{
    if (m_current) {
        m_player.seek(std::max(MediaTime(), m_player.position() + by));
    }
}

void Listening::toggle()
{
    const PlayerState state = m_player.state();
    if (state == PlayerState::Failed && m_current) {
        load(m_current->row.id, std::nullopt, true);
    } else if (state == PlayerState::Playing || state == PlayerState::Buffering) {
        m_player.pause();
    } else if (state == PlayerState::Ended) {
        m_player.seek({});
        m_player.play();
    } else if (m_current) {
        m_player.play();
    }
}

std::optional<ListeningPlace> Listening::here() const
{
    if (!m_current) {
        return std::nullopt;
    }
    return ListeningPlace{m_current->row.id, m_player.position()};
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
    const PlayerState state = m_player.state();
    open(place.episode,
         place.position,
         state != PlayerState::Playing && state != PlayerState::Buffering);
    emit backChanged();
}

void Listening::load(base::EpisodeId episode, std::optional<MediaTime> place, bool playing)
{
    if (m_current && m_player.state() != PlayerState::Failed) {
        savePosition();
    }
    m_wanted = episode;
    auto reading = m_library.read(
        [episode](Connection &connection) { return readEpisode(connection, episode); });
    m_loading = work::Job(reading);
    work::comeBack(
        reading, this, [this, episode, place, playing](const base::Result<Opened> &opened) {
            if (m_wanted != episode) {
                return;
            }
            m_wanted = {};
            if (!opened) {
                emit failed(episode, opened.error());
                return;
            }
            loaded(opened->episode, opened->index, place, playing);
        });
}

void Listening::loaded(const library::Episode &episode,
                       const QByteArray &index,
                       std::optional<MediaTime> place,
                       bool playing)
{
    auto source = openSource(episode);
    if (!source) {
        emit failed(episode.row.id, source.error());
        return;
    }
    playback::PlayerSource playable;
    playable.bytes = *std::move(source);
    playable.expectedDuration = episode.row.duration;
    if (!index.isEmpty()) {
        if (auto read = media::SeekIndex::fromBytes(index)) {
            playable.index = *std::move(read);
        }
    }
    m_progress->setEpisode(episode.row.id, episode.row.position);
    m_scrubbedFrom.reset();
    m_current = episode;
    m_chapters.clear();
    m_player.load(playable, place.value_or(resumePlace(episode)), playing);
    emit currentChanged();
    emit chaptersChanged();
    loadChapters(episode);
}

base::Result<std::shared_ptr<media::ByteSource>>
Listening::openSource(const library::Episode &episode)
{
    if (!episode.row.filePath.isEmpty()) {
        auto file = media::openFileSource(episode.row.filePath);
        if (file || file.error().code != base::ErrorCode::NotFound
            || episode.feed.enclosureUrl.isEmpty()) {
            return file;
        }
        // The file is gone: it can still be fetched again.
    }
    if (episode.feed.enclosureUrl.isEmpty()) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("\"%1\" has no sound").arg(episode.row.title));
    }
    return m_episodes.downloadQueue().stream(
        episode.row.id, QUrl(episode.feed.enclosureUrl), m_episodes.filePathFor(episode));
}

void Listening::loadChapters(const library::Episode &episode)
{
    auto reading = m_episodes.chapters(episode);
    m_loadingChapters = work::Job(reading);
    work::comeBack(
        reading, this, [this, id = episode.row.id](const base::Result<timestamps::Chapters> &read) {
            if (!m_current || m_current->row.id != id) {
                return;
            }
            if (!read) {
                qCInfo(base::logSession) << "no chapters:" << read.error().detail;
                return;
            }
            m_chapters = *read;
            emit chaptersChanged();
        });
}

void Listening::keepIndex(const media::SeekIndex &index)
{
    if (!m_current || m_current->row.filePath.isEmpty()) {
        return;
    }
    const library::FileIdentity file = identify(m_current->row.filePath);
    const auto pending = m_library.write(
        Durability::Normal, [file, bytes = index.toBytes()](Connection &connection, Changes &) {
            return EpisodeStore(connection).setSeekIndex(file, bytes);
        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        if (!kept) {
            qCWarning(base::logSession) << "seek index not kept:" << kept.error().detail;
        }
    });
}

void Listening::keepDuration(timestamps::Duration duration)
{
    if (!m_player.isDurationExact() || !m_current || m_current->row.duration == duration) {
        return;
    }
    m_current->row.duration = duration;
    const auto pending = m_library.write(
        Durability::Normal,
        [id = m_current->row.id, duration](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setExactDuration(id, duration, changes);
        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        if (!kept && kept.error().code != base::ErrorCode::NotFound) {
            qCWarning(base::logSession) << "duration not kept:" << kept.error().detail;
        }
    });
}

void Listening::playNext()
{
    if (!m_current) {
        return;
    }
    const auto pending = m_library.write(
        Durability::Normal,
        [id = m_current->row.id](Connection &connection,
                                 Changes &changes) -> base::Result<std::vector<base::EpisodeId>> {
            EpisodeStore store(connection);
            const auto played = store.setPlayed(id, true, changes);
            if (!played && played.error().code != base::ErrorCode::NotFound) {
                return base::unexpected(played.error());
            }
            return store.queue();
        });
    work::comeBack(pending, this, [this](const base::Result<std::vector<base::EpisodeId>> &queue) {
        const bool stillOver = m_player.state() == PlayerState::Ended && !m_wanted.isValid();
        if (queue && !queue->empty() && stillOver) {
            load(queue->front(), std::nullopt, true);
        }
    });
}

QFuture<base::Result<void>> Listening::savePosition()
{
    return m_progress->save();
}

} // namespace app::session
