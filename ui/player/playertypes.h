// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/notes/note.h"
#include "app/timestamps/mediatime.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

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

/// Stretches of a recording, each from and to, 0 to 1.
using Parts = std::vector<std::pair<double, double>>;

/// A way out for sound.
struct DeviceChoice
{
    QByteArray id;
    QString name;
    bool isDefault = false; ///< the computer's

    bool operator==(const DeviceChoice &) const = default;
};

/// Somewhere chapters can be taken from.
struct ChapterSource
{
    QString id;
    QString name;  ///< to stand after "From:", such as "the file"
    int count = 0; ///< of its chapters

    bool operator==(const ChapterSource &) const = default;
};

/// What puts the sound to sleep.
struct SleepShown
{
    enum class Mode { Off, Minutes, EndOfChapter, EndOfEpisode };

    Mode mode = Mode::Off;
    std::optional<app::timestamps::Duration> remaining; ///< until silence, as far as known

    bool operator==(const SleepShown &) const = default;
};

/// How far a wait for bytes has come.
struct WaitingShown
{
    qint64 have = 0;             ///< bytes
    std::optional<qint64> total; ///< bytes; empty when nobody knows

    bool operator==(const WaitingShown &) const = default;
};

} // namespace ui::player
