// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/timestamps/decisions.h"

#include <QDateTime>
#include <QString>

namespace app::library {

class Connection;

/// What listeners decided about the times in texts. Plain blocking code on the lane of its
/// connection.
class TimeDecisionStore final
{
public:
    explicit TimeDecisionStore(Connection &connection)
        : m_connection(connection)
    {}

    /// About one text of an episode; none when nothing was decided. \param textHash  of that text
    [[nodiscard]] base::Result<timestamps::TimeDecisions> of(base::EpisodeId episode,
                                                             const QString &textHash);
    /// Errors: NotFound (no such episode).
    [[nodiscard]] base::Result<void> set(base::EpisodeId episode,
                                         const QString &textHash,
                                         const timestamps::TimeDecisions &decisions,
                                         const QDateTime &now,
                                         Changes &changes);

    /// For all texts of a podcast.
    [[nodiscard]] base::Result<timestamps::TimeDecisions> ofPodcast(base::PodcastId podcast);
    /// Errors: NotFound (no such podcast).
    [[nodiscard]] base::Result<void> setOfPodcast(base::PodcastId podcast,
                                                  const timestamps::TimeDecisions &decisions,
                                                  const QDateTime &now,
                                                  Changes &changes);

private:
    Connection &m_connection;
};

} // namespace app::library
