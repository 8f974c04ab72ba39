// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/rewinder.h"

#include "app/session/smartrewind.h"

#include <algorithm>

namespace app::session::internal {

using timestamps::MediaTime;

void Rewinder::load(base::EpisodeId episode,
                    std::optional<MediaTime> asked,
                    const QDateTime &lastHeard)
{
    m_episode = episode;
    m_jumpedTo = asked;
    if (asked) {
        m_silentSince.erase(episode);
    } else if (lastHeard.isValid()) {
        m_silentSince.try_emplace(episode, lastHeard);
    }
}

void Rewinder::pause(const QDateTime &now)
{
    m_silentSince.try_emplace(m_episode, now);
}

void Rewinder::sound()
{
    m_silentSince.erase(m_episode);
}

void Rewinder::jump(MediaTime to)
{
    m_jumpedTo = to;
    m_silentSince.erase(m_episode);
}

void Rewinder::setSentences(base::EpisodeId episode, std::vector<MediaTime> starts)
{
    m_sentencesOf = episode;
    m_sentences = std::move(starts);
}

MediaTime Rewinder::resume(MediaTime place, const QDateTime &now, MediaTime earliest)
{
    const auto since = m_silentSince.find(m_episode);
    if (since == m_silentSince.end()) {
        return place;
    }
    const std::chrono::milliseconds pause(since->second.msecsTo(now));
    m_silentSince.erase(since);
    const bool sentencesKnown = m_sentencesOf == m_episode;
    MediaTime found = rewound(place,
                              pause,
                              sentencesKnown ? std::span<const MediaTime>(m_sentences)
                                             : std::span<const MediaTime>());
    found = std::max(found, earliest);
    if (m_jumpedTo && *m_jumpedTo <= place) {
        found = std::max(found, *m_jumpedTo);
    }
    return std::min(found, place);
}

} // namespace app::session::internal
