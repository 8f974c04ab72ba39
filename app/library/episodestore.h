// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/records.h"
#include "app/timestamps/chapters.h"

namespace app::library {

class Connection;

/// Episodes, where the listener is in them, their queue, files and chapters.
/// Plain blocking code on the lane of its connection.
class EpisodeStore final
{
public:
    explicit EpisodeStore(Connection &connection)
        : m_connection(connection)
    {}

    /// Newest first (undated last), then by id; the queue in its own order, what was heard the
    /// latest first.
    /// \param offset,limit  in rows; limit 0 gives all
    [[nodiscard]] base::Result<std::vector<EpisodeRow>>
    page(const EpisodeFilter &filter, int offset, int limit);
    [[nodiscard]] base::Result<int> count(const EpisodeFilter &filter);
    /// Those still there, in no particular order.
    [[nodiscard]] base::Result<std::vector<EpisodeRow>>
    rows(const std::vector<base::EpisodeId> &ids);
    /// Errors: NotFound.
    [[nodiscard]] base::Result<Episode> get(base::EpisodeId id);
    /// By id, guid, or unambiguous part of a title. Errors: NotFound, Conflict (detail names them).
    [[nodiscard]] base::Result<Episode> find(const QString &idOrGuidOrTitle);

    /// Keeps where the listener is, and that this is the episode that was heard last.
    /// Errors: NotFound.
    [[nodiscard]] base::Result<void> setPosition(base::EpisodeId id,
                                                 timestamps::MediaTime position,
                                                 const QDateTime &now,
                                                 Changes &changes);
    /// Played puts the position back to 0 and takes it off the queue.
    [[nodiscard]] base::Result<void> setPlayed(base::EpisodeId id, bool played, Changes &changes);
    /// The decoded length.
    [[nodiscard]] base::Result<void>
    setExactDuration(base::EpisodeId id, timestamps::Duration duration, Changes &changes);
    /// An empty path says there is no file any more. What was kept about a file that no episode
    /// has any longer is dropped.
    [[nodiscard]] base::Result<void>
    setFile(base::EpisodeId id, const QString &path, Changes &changes);

    [[nodiscard]] base::Result<std::vector<base::EpisodeId>> queue();
    /// Puts episodes on the queue in this order; those already there move.
    /// \param at  index to insert before, in the queue as it is before anything moves (so moving
    /// the
    ///            first behind the second is 2); -1 is the end
    [[nodiscard]] base::Result<void>
    enqueue(const std::vector<base::EpisodeId> &ids, int at, Changes &changes);
    [[nodiscard]] base::Result<void> dequeue(base::EpisodeId id, Changes &changes);

    /// Chapters by where they came from (see ChapterList); each list replaces its own kind, an
    /// empty one removes it.
    [[nodiscard]] base::Result<void> setChapters(base::EpisodeId id,
                                                 const QString &source,
                                                 const timestamps::Chapters &chapters,
                                                 Changes &changes);
    /// Every list that is kept, in the order of preference: own, file, json, feed, notes; the one
    /// chosen for this episode first.
    [[nodiscard]] base::Result<std::vector<ChapterList>> chapterLists(base::EpisodeId id);
    /// Prefers one source for this episode, also before there is a list of it; empty takes that
    /// back. Errors: NotFound, Conflict (no such source).
    [[nodiscard]] base::Result<void>
    chooseChapterSource(base::EpisodeId id, const QString &source, Changes &changes);
    /// The list to show: the first of chapterLists(), completed by those after it (mergeChapters).
    [[nodiscard]] base::Result<timestamps::Chapters> chapters(base::EpisodeId id);

    /// A file's exact seek index by its identity. Absent is an empty array.
    [[nodiscard]] base::Result<QByteArray> seekIndex(const FileIdentity &file);
    [[nodiscard]] base::Result<void> setSeekIndex(const FileIdentity &file,
                                                  const QByteArray &index);

    /// What SoundAnalysis::toBytes() gave for a file. Absent is an empty array.
    [[nodiscard]] base::Result<QByteArray> soundAnalysis(const FileIdentity &file);
    [[nodiscard]] base::Result<void> setSoundAnalysis(const FileIdentity &file,
                                                      const QByteArray &analysis);

private:
    Connection &m_connection;
};

/// What EpisodeStore::chapters() makes of EpisodeStore::chapterLists(). Thread: any.
[[nodiscard]] timestamps::Chapters mergeChapterLists(const std::vector<ChapterList> &lists);

} // namespace app::library
