// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QMetaType>
#include <QSet>

namespace app::library {

/// The ids a transaction touched. Models re-read those rows once it is committed.
struct Changes
{
    QSet<base::PodcastId> podcasts;
    QSet<base::EpisodeId> episodes;
    QSet<base::NoteId> notes;
    bool podcastList = false; ///< a podcast came or went
    bool episodeList = false; ///< episodes came, went or changed place in lists
    bool queue = false;

    [[nodiscard]] bool isEmpty() const
    {
        return podcasts.isEmpty() && episodes.isEmpty() && notes.isEmpty() && !podcastList
               && !episodeList && !queue;
    }
};

} // namespace app::library

Q_DECLARE_METATYPE(app::library::Changes)
