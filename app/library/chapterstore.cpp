// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/internal/episodewriter.h"
#include "app/library/internal/json.h"
#include "app/library/internal/lookup.h"

namespace app::library {
namespace {

base::Result<void> mustBeThere(Connection &connection, base::EpisodeId id)
{
    const auto there = connection.number(0, "SELECT count(*) FROM episodes WHERE id = ?", id);
    if (!there) {
        return base::unexpected(there.error());
    }
    if (*there == 0) {
        return internal::notFound(QStringLiteral("episode"), QString::number(id.number()));
    }
    return {};
}

} // namespace

base::Result<void> EpisodeStore::setChapters(base::EpisodeId id,
                                             const QString &source,
                                             const timestamps::Chapters &chapters,
                                             Changes &changes)
{
    if (auto there = mustBeThere(m_connection, id); !there) {
        return there;
    }
    changes.episodes.insert(id);
    return internal::storeChapters(m_connection, id, source, chapters);
}

base::Result<std::vector<ChapterList>> EpisodeStore::chapterLists(base::EpisodeId id)
{
    auto statement = m_connection.prepare(
        "SELECT c.source, c.list FROM chapters c LEFT JOIN chapter_choices o"
        " ON o.episode_id = c.episode_id AND o.source = c.source WHERE c.episode_id = ?"
        " ORDER BY o.source IS NULL, CASE c.source WHEN 'own' THEN 0 WHEN 'file' THEN 1"
        " WHEN 'json' THEN 2 WHEN 'feed' THEN 3 ELSE 4 END",
        id);
    std::vector<ChapterList> lists;
    while (statement.next()) {
        lists.push_back({statement.text(0), internal::readChapterList(statement.text(1))});
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    return lists;
}

base::Result<void>
EpisodeStore::chooseChapterSource(base::EpisodeId id, const QString &source, Changes &changes)
{
    if (auto there = mustBeThere(m_connection, id); !there) {
        return there;
    }
    changes.episodes.insert(id);
    if (source.isEmpty()) {
        return m_connection.run("DELETE FROM chapter_choices WHERE episode_id = ?", id);
    }
    return m_connection.run("INSERT INTO chapter_choices (episode_id, source) VALUES (?, ?)"
                            " ON CONFLICT (episode_id) DO UPDATE SET source = excluded.source",
                            id,
                            source);
}

base::Result<timestamps::Chapters> EpisodeStore::chapters(base::EpisodeId id)
{
    const auto lists = chapterLists(id);
    if (!lists) {
        return base::unexpected(lists.error());
    }
    return mergeChapterLists(*lists);
}

timestamps::Chapters mergeChapterLists(const std::vector<ChapterList> &lists)
{
    timestamps::Chapters merged;
    for (const ChapterList &list : lists) {
        merged = timestamps::mergeChapters(merged, list.chapters);
    }
    return merged;
}

} // namespace app::library
