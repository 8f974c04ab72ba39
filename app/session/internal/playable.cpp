// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/playable.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "app/media/soundanalysis.h"
#include "app/session/episodeservice.h"

#include <QDateTime>
#include <QFileInfo>

namespace app::session::internal {
namespace {

using library::Connection;
using library::EpisodeStore;
using timestamps::MediaTime;

constexpr timestamps::Duration almostOver{2'000};

/// What was kept about the file; that it cannot be read is no reason not to play.
void readFacts(EpisodeStore &store, Playable &playable)
{
    const library::FileIdentity file = identify(playable.episode.row.filePath);
    if (const auto kept = store.seekIndex(file); kept && !kept->isEmpty()) {
        if (auto index = media::SeekIndex::fromBytes(*kept)) {
            playable.index = *std::move(index);
        }
    }
    if (const auto kept = store.soundAnalysis(file); kept && !kept->isEmpty()) {
        if (const auto analysis = media::SoundAnalysis::fromBytes(*kept)) {
            playable.loudness = analysis->loudness;
        }
    }
}

} // namespace

base::Result<Playable> readPlayable(Connection &connection, base::EpisodeId id)
{
    EpisodeStore store(connection);
    auto episode = store.get(id);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    Playable playable;
    playable.episode = *std::move(episode);
    if (!playable.episode.row.filePath.isEmpty()) {
        readFacts(store, playable);
    }
    const auto own = library::PodcastStore(connection).settings(playable.episode.row.podcastId);
    if (own) {
        playable.own = *own;
    } else {
        qCWarning(base::logSession) << "settings of a podcast not read:" << own.error().detail;
    }
    return playable;
}

library::FileIdentity identify(const QString &path)
{
    const QFileInfo file(path);
    return {file.absoluteFilePath(), file.size(), file.lastModified().toMSecsSinceEpoch()};
}

MediaTime keptPlace(const library::Episode &episode)
{
    const MediaTime kept = episode.row.position;
    if (episode.row.played
        || (episode.row.duration && kept + almostOver >= MediaTime(*episode.row.duration))) {
        return {};
    }
    return kept;
}

MediaTime introEnd(const library::Episode &episode, const EffectiveSettings &settings)
{
    const auto &duration = episode.row.duration;
    if (duration && settings.skipIntro + settings.skipOutro + almostOver >= *duration) {
        return {};
    }
    return MediaTime(settings.skipIntro);
}

timestamps::Duration outroLength(const std::optional<timestamps::Duration> &duration,
                                 const EffectiveSettings &settings)
{
    const bool allOfIt = duration && settings.skipOutro + almostOver >= *duration;
    return allOfIt ? timestamps::Duration(0) : settings.skipOutro;
}

base::Result<std::shared_ptr<media::ByteSource>> openSound(EpisodeService &episodes,
                                                           const library::Episode &episode)
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
    return episodes.downloadQueue().stream(
        episode.row.id, QUrl(episode.feed.enclosureUrl), episodes.filePathFor(episode));
}

playback::PlayerSource sourceOf(const Playable &playable,
                                const std::shared_ptr<media::ByteSource> &bytes,
                                const EffectiveSettings &settings)
{
    playback::PlayerSource source;
    source.bytes = bytes;
    source.index = playable.index;
    source.expectedDuration = playable.episode.row.duration;
    source.loudness = playable.loudness;
    source.leaveOutAtEnd = outroLength(playable.episode.row.duration, settings);
    return source;
}

} // namespace app::session::internal
