// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/settings/settingsfile.h"
#include "app/timestamps/mediatime.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace app::session {

/// What holds for one recording: the settings for all, and over them what its podcast has of its
/// own.
struct EffectiveSettings
{
    double speed = 1.0;
    settings::SoundOptions sound;
    timestamps::Duration skipIntro{0};
    timestamps::Duration skipOutro{0};
    bool remotePictures = false;

    bool operator==(const EffectiveSettings &) const = default;
};

[[nodiscard]] EffectiveSettings effectiveSettings(const settings::PlaybackSettings &common,
                                                  const settings::PodcastSettings &own);

/// How the listener wants things to sound: for all podcasts (in the settings file), and for one (in
/// the library). Thread: main.
class ListeningSettings final : public QObject
{
    Q_OBJECT

public:
    /// \param file  empty: begins with the defaults and keeps nothing
    ListeningSettings(library::Library &library, std::optional<settings::SettingsFile> file);

    [[nodiscard]] const settings::PlaybackSettings &common() const { return m_common; }

    /// Stored at once.
    void setCommon(const settings::PlaybackSettings &settings);

    [[nodiscard]] QFuture<base::Result<settings::PodcastSettings>> ofPodcast(base::PodcastId id);
    QFuture<base::Result<void>> setOfPodcast(base::PodcastId id,
                                             const settings::PodcastSettings &own);

signals:
    void commonChanged();
    /// After it was stored.
    void podcastChanged(app::base::PodcastId id, const app::settings::PodcastSettings &own);

private:
    library::Library &m_library;
    std::optional<settings::SettingsFile> m_file;
    settings::PlaybackSettings m_common;
};

} // namespace app::session
