// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/listeningsettings.h"

#include "app/library/podcaststore.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

namespace app::session {

using library::Changes;
using library::Connection;
using library::PodcastStore;

EffectiveSettings effectiveSettings(const settings::PlaybackSettings &common,
                                    const settings::PodcastSettings &own)
{
    EffectiveSettings effective;
    effective.speed = own.speed.value_or(common.speed);
    effective.sound = common.sound;
    effective.sound.silence = own.silence.value_or(common.sound.silence);
    effective.sound.level = own.level.value_or(common.sound.level);
    effective.skipIntro = own.skipIntro;
    effective.skipOutro = own.skipOutro;
    effective.remotePictures = own.remotePictures;
    return effective;
}

ListeningSettings::ListeningSettings(library::Library &library,
                                     std::optional<settings::SettingsFile> file)
    : m_library(library)
    , m_file(std::move(file))
    , m_common(m_file ? m_file->playback() : settings::PlaybackSettings())
{}

void ListeningSettings::setCommon(const settings::PlaybackSettings &settings)
{
    if (settings == m_common) {
        return;
    }
    m_common = settings;
    if (m_file) {
        m_file->store(m_common);
    }
    emit commonChanged();
}

QFuture<base::Result<settings::PodcastSettings>> ListeningSettings::ofPodcast(base::PodcastId id)
{
    if (const auto own = latest(id)) {
        return internal::ready<settings::PodcastSettings>(*own);
    }
    return m_library.read(
        [id](Connection &connection) { return PodcastStore(connection).settings(id); });
}

std::optional<settings::PodcastSettings> ListeningSettings::latest(base::PodcastId id) const
{
    const auto found = m_latest.find(id);
    return found == m_latest.end() ? std::nullopt : std::optional(found->second.own);
}

QFuture<base::Result<void>> ListeningSettings::setOfPodcast(base::PodcastId id,
                                                            const settings::PodcastSettings &own)
{
    Latest &latest = m_latest[id];
    latest.own = own;
    ++latest.writes;
    emit podcastWished(id, own);
    const auto pending = m_library.write(
        library::Durability::Normal, [id, own](Connection &connection, Changes &changes) {
            return PodcastStore(connection).setSettings(id, own, changes);
        });
    return work::comeBack(pending, this, [this, id, own](const base::Result<void> &stored) {
        // What could not be stored does not count for what is opened later.
        const auto here = m_latest.find(id);
        if (here != m_latest.end() && --here->second.writes == 0 && !stored) {
            m_latest.erase(here);
        }
        if (stored) {
            emit podcastChanged(id, own);
        }
        return stored;
    });
}

} // namespace app::session
