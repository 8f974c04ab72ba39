// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/records.h"
#include "app/notes/note.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace app::library {
class Connection;
}

namespace app::session::internal {

/// Finds the library's episode that a note of another program is about: by its title and podcast,
/// else by its link. Letters and digits count; marks, spaces and case do not.
///
/// A file that is named like one of ours, "Podcast - Title", is understood too. Where several fit
/// nothing is found: better no episode than a wrong one. For the library's lane.
class EpisodeMatcher final
{
public:
    explicit EpisodeMatcher(library::Connection &connection)
        : m_connection(connection)
    {}

    /// Errors: those of the library.
    [[nodiscard]] base::Result<std::optional<library::Episode>>
    find(const notes::EpisodeRef &episode);

private:
    using Rows = std::vector<std::size_t>;
    using Found = base::Result<std::optional<library::Episode>>;

    [[nodiscard]] base::Result<void> readRows();
    [[nodiscard]] Rows titled(const notes::EpisodeRef &episode) const;
    [[nodiscard]] Found search(const notes::EpisodeRef &episode);
    [[nodiscard]] base::Result<Rows> linked(const Rows &rows, const QString &link);

    library::Connection &m_connection;
    bool m_hasRows = false;
    std::vector<library::EpisodeRow> m_rows;
    QHash<base::PodcastId, QString> m_feeds; ///< addresses
    QHash<QString, Rows> m_byTitle;
    QHash<QString, Rows> m_byWholeName;                      ///< podcast and title
    QHash<QString, Rows> m_byGuid;                           ///< often the episode's page
    QHash<QString, std::optional<library::Episode>> m_known; ///< what was looked for before
};

} // namespace app::session::internal
