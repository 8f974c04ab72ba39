// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/episodekey.h"

#include <QCryptographicHash>

namespace app::exports::internal {

QString feedKey(const notes::EpisodeRef &episode)
{
    const QByteArray hash =
        QCryptographicHash::hash(episode.feedUrl.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex());
}

QString podcastKey(const notes::EpisodeRef &episode)
{
    return episode.podcastGuid.isEmpty() ? feedKey(episode) : episode.podcastGuid;
}

const QString &itemKey(const notes::EpisodeRef &episode)
{
    return episode.episodeGuid.isEmpty() ? episode.enclosureUrl : episode.episodeGuid;
}

} // namespace app::exports::internal
