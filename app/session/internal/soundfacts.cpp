// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/soundfacts.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/session/episodeservice.h"
#include "app/session/internal/playable.h"
#include "app/session/soundmaps.h"
#include "app/work/comeback.h"

#include <utility>

namespace app::session::internal {
namespace {

using library::Changes;
using library::Connection;
using library::Durability;
using library::EpisodeStore;

} // namespace

SoundFacts::SoundFacts(playback::Player &player,
                       library::Library &library,
                       EpisodeService &episodes,
                       SoundMaps &maps)
    : m_player(player)
    , m_library(library)
    , m_maps(maps)
{
    connect(&player, &playback::Player::seekIndexBuilt, this, &SoundFacts::noticeIndex);
    connect(&player, &playback::Player::durationChanged, this, &SoundFacts::noticeDuration);
    connect(&episodes, &EpisodeService::fileKept, this, &SoundFacts::noticeFile);
    connect(&maps, &SoundMaps::ready, this, &SoundFacts::noticeAnalysis);
}

void SoundFacts::setCurrent(const library::Episode &episode, bool complete)
{
    m_episode = episode.row.id;
    m_filePath = complete ? episode.row.filePath : QString();
    m_indexForFile.clear();
    m_kept = episode.durationIsExact ? episode.row.duration : std::nullopt;
    if (std::exchange(m_analysis, nullptr)) {
        emit analysisChanged();
    }
    if (m_filePath.isEmpty()) {
        m_maps.forget();
    } else {
        m_maps.want(m_filePath);
    }
}

void SoundFacts::noticeIndex(const media::SeekIndex &index)
{
    if (!m_episode.isValid()) {
        return;
    }
    if (m_filePath.isEmpty()) {
        m_indexForFile = index.toBytes();
    } else {
        keepIndex(index.toBytes());
    }
}

void SoundFacts::keepIndex(const QByteArray &index)
{
    // The file is looked at on the lane: it may be on a slow disk.
    const auto pending = m_library.write(
        Durability::Normal, [path = m_filePath, index](Connection &connection, Changes &) {
            return EpisodeStore(connection).setSeekIndex(identify(path), index);
        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        if (!kept) {
            qCWarning(base::logSession) << "seek index not kept:" << kept.error().detail;
        }
    });
}

void SoundFacts::noticeDuration(timestamps::Duration duration)
{
    if (!m_player.isDurationExact() || !m_episode.isValid() || m_kept == duration) {
        return;
    }
    m_kept = duration;
    emit durationKnown(duration);
    const auto pending = m_library.write(
        Durability::Normal, [id = m_episode, duration](Connection &connection, Changes &changes) {
            return EpisodeStore(connection).setExactDuration(id, duration, changes);
        });
    work::comeBack(pending, this, [](const base::Result<void> &kept) {
        // An episode may have left the library while it plays; that is no fault.
        if (!kept && kept.error().code != base::ErrorCode::NotFound) {
            qCWarning(base::logSession) << "duration not kept:" << kept.error().detail;
        }
    });
}

void SoundFacts::noticeFile(base::EpisodeId episode, const QString &path)
{
    if (episode != m_episode || path == m_filePath) {
        return;
    }
    m_filePath = path;
    emit fileKnown(path);
    m_maps.want(path);
    if (const QByteArray index = std::exchange(m_indexForFile, {}); !index.isEmpty()) {
        keepIndex(index);
    }
}

void SoundFacts::noticeAnalysis(const QString &path,
                                const std::shared_ptr<const media::SoundAnalysis> &analysis)
{
    if (m_filePath.isEmpty() || path != m_filePath || !analysis) {
        return;
    }
    m_analysis = analysis;
    if (analysis->loudness) {
        m_player.setLoudness(*analysis->loudness);
    }
    emit analysisChanged();
}

} // namespace app::session::internal
