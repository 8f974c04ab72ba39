// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/sound.h"
#include "app/timestamps/chapters.h"
#include "app/timestamps/timerange.h"
#include "ui/player/playertypes.h"

#include <QHash>
#include <QPixmap>

#include <optional>
#include <vector>

namespace ui::player::internal {

/// How things sound.
struct SoundState
{
    double speed = 1;
    app::settings::SoundOptions options;
    app::timestamps::Duration saved{0}; ///< by left-out pauses
    bool own = false;                   ///< of this podcast only
    QString podcast;
};

struct VolumeState
{
    double volume = 1;
    std::vector<DeviceChoice> devices;
    QByteArray chosen; ///< empty: the computer's default
    bool follows = true;
};

struct ChapterState
{
    app::timestamps::Chapters chapters;
    QHash<int, QPixmap> pictures;
    std::vector<ChapterSource> sources;
    QString source;
    bool remotePictures = false;
    app::timestamps::MediaTime place;

    [[nodiscard]] bool hasListed() const;
    /// Some chapter has a picture on another server.
    [[nodiscard]] bool hasRemotePictures() const;
};

struct LoopState
{
    std::optional<app::timestamps::TimeRange> range;
    std::optional<app::timestamps::MediaTime> start; ///< A, waiting for B
};

} // namespace ui::player::internal
