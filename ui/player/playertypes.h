// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/notes/note.h"
#include "app/timestamps/mediatime.h"

#include <QString>

#include <optional>

namespace ui::player {

/// What the bar says of the episode that is loaded.
struct PlayerEpisode
{
    app::base::EpisodeId id;
    QString title;
    QString podcastTitle;

    bool operator==(const PlayerEpisode &) const = default;
};

/// A note as it stands over the timeline.
struct TimelineFlag
{
    app::base::NoteId id;
    app::timestamps::MediaTime start;
    std::optional<app::timestamps::MediaTime> end; ///< empty for a moment
    app::notes::Color color = app::notes::Color::Yellow;
    QString text; ///< of the note, or its quote; shown in the tip

    bool operator==(const TimelineFlag &) const = default;
};

} // namespace ui::player
