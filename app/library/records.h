// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/feeds/feed.h"
#include "app/timestamps/chapters.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace app::library {

/// A podcast as the library keeps it.
struct Podcast
{
    base::PodcastId id;
    QString title; ///< the feed's address where the feed has none
    QString feedUrl;
    QString link;
    QString description;
    QString author;
    QString language;
    QString image;
    QString guid;
    int episodeCount = 0;
    int unplayedCount = 0;
    QString etag;
    QString lastModified;
    QDateTime
        lastRefreshed; ///< last time the feed was read or found unchanged; UTC; invalid before
    QString error;     ///< why the last refresh failed, one sentence; empty after a good one
};

/// What a list shows of an episode.
struct EpisodeRow
{
    base::EpisodeId id;
    base::PodcastId podcastId;
    QString podcastTitle;
    QString podcastImage;
    QString guid;
    QString title;
    QDateTime published;                          ///< UTC; invalid when unknown
    std::optional<timestamps::Duration> duration; ///< the decoded one once known, else the feed's
    timestamps::MediaTime position;
    bool played = false;
    bool queued = false;
    bool hasAudio = false;      ///< has an enclosure or a file
    QString filePath;           ///< empty unless downloaded and complete
    bool hasTranscript = false; ///< one is kept, or the feed offers one
    int noteCount = 0;
    QDateTime lastHeard; ///< UTC; invalid before it was ever listened to
};

/// Everything about one episode.
struct Episode
{
    EpisodeRow row;
    QString feedUrl;
    QString podcastGuid;
    QString podcastLanguage;
    feeds::FeedEpisode feed; ///< as last read, persons and links included
    bool durationIsExact = false;
};

/// One source's chapters of an episode. Sources: "own" (the listener's), "file", "json"
/// (podcast:chapters), "feed" (Podlove, in the feed itself), "notes" (times in the show notes).
struct ChapterList
{
    QString source;
    timestamps::Chapters chapters;

    bool operator==(const ChapterList &) const = default;
};

/// Which episodes a list holds.
struct EpisodeFilter
{
    /// InProgress: begun and not played; Queued lists in the order of the queue; Heard are all that
    /// were ever listened to, the latest first.
    enum class State { Any, Unplayed, InProgress, Played, Queued, Downloaded, Heard };

    std::optional<base::PodcastId> podcast;
    State state = State::Any;
    QString titleContains; ///< case does not matter; empty matches all
};

/// Where a transcript came from. The numbers are stored.
enum class TranscriptSource {
    Feed = 0,
    Sidecar = 1,  ///< a file beside the sound
    Attached = 2, ///< a file given by hand
    Embedded = 3, ///< in the sound file's tags
    Pasted = 4,   ///< a text given by hand
};

/// How much a source counts where several are there: what was given by hand most, then what lies
/// beside the sound, then what is in it, then the feed's. What a transcript holds may count more.
[[nodiscard]] constexpr int preference(TranscriptSource source)
{
    switch (source) {
    case TranscriptSource::Attached:
    case TranscriptSource::Pasted:
        return 3;
    case TranscriptSource::Sidecar:
        return 2;
    case TranscriptSource::Embedded:
        return 1;
    case TranscriptSource::Feed:
        break;
    }
    return 0;
}

/// A transcript's original bytes, kept as they came.
struct TranscriptRecord
{
    base::TranscriptId id;
    base::EpisodeId episode;
    TranscriptSource source = TranscriptSource::Feed;
    QString url; ///< or the file's path
    QString type;
    QString language;
    QByteArray bytes;
    QString sha256; ///< of bytes, hex; set by the store
    QDateTime fetched;
};

/// What tells one version of a file from another.
struct FileIdentity
{
    QString path;
    qint64 sizeBytes = 0;
    qint64 modifiedMs = 0; ///< since 1970, UTC

    bool operator==(const FileIdentity &) const = default;
};

/// Which notes a list holds. Deleted ones only when asked for.
struct NoteFilter
{
    std::optional<base::EpisodeId> episode;
    QString tag;     ///< exact, case does not matter; empty matches all
    QDateTime since; ///< modified at or after; invalid matches all
    bool deletedToo = false;
};

} // namespace app::library
