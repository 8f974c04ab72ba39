// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"

#include "app/exports/internal/seconds.h"

#include <QCryptographicHash>
#include <QUrl>

namespace app::exports {

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString podcastPart(const notes::EpisodeRef &episode)
{
    if (!episode.podcastGuid.isEmpty())
        return encoded(episode.podcastGuid);
    const QByteArray hash =
        QCryptographicHash::hash(episode.feedUrl.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex());
}

/// Up to the place, which follows.
QString linkTo(const notes::EpisodeRef &episode)
{
    // An item without a guid is known by its enclosure, as Podcasting 2.0 recommends.
    const QString &guid =
        episode.episodeGuid.isEmpty() ? episode.enclosureUrl : episode.episodeGuid;
    return u"earmark://episode/" + podcastPart(episode) + u'/' + encoded(guid) + u"?t=";
}

} // namespace

QString deepLink(const notes::EpisodeRef &episode, timestamps::MediaTime place)
{
    return linkTo(episode) + internal::secondsText(place.ms());
}

QString deepLink(const notes::Note &note)
{
    QString link = deepLink(note.episodeRef, note.start);
    if (note.end)
        link += u',' + internal::secondsText(note.end->ms());
    link += u"&h=" + encoded(note.id.text());
    return link;
}

} // namespace app::exports
