// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/settings/settingsfile.h"
#include "app/timestamps/mediatime.h"

#include <QFuture>
#include <QObject>

#include <map>
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

    /// What was set but is not stored yet counts.
    [[nodiscard]] QFuture<base::Result<settings::PodcastSettings>> ofPodcast(base::PodcastId id);
    /// The latest that was set here, stored yet or not; empty where nothing was. Newer than what
    /// was read of the library meanwhile.
    [[nodiscard]] std::optional<settings::PodcastSettings> latest(base::PodcastId id) const;
    /// Counts at once, before it is stored.
    QFuture<base::Result<void>> setOfPodcast(base::PodcastId id,
                                             const settings::PodcastSettings &own);

signals:
    void commonChanged();
    /// Set, but not stored yet.
    void podcastWished(app::base::PodcastId id, const app::settings::PodcastSettings &own);
    /// After it was stored.
    void podcastChanged(app::base::PodcastId id, const app::settings::PodcastSettings &own);

private:
    struct Latest
    {
        settings::PodcastSettings own;
        int writes = 0; ///< on their way to the library
    };

    library::Library &m_library;
    std::optional<settings::SettingsFile> m_file;
    settings::PlaybackSettings m_common;
    std::map<base::PodcastId, Latest> m_latest; ///< podcasts' numbers are never used again
};

} // namespace app::session
