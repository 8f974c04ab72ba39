// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"

#include "app/exports/internal/episodekey.h"
#include "app/exports/internal/seconds.h"

#include <QUrl>

namespace app::exports {

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Up to the place, which follows.
QString linkTo(const notes::EpisodeRef &episode)
{
    return u"earmark://episode/" + encoded(internal::podcastKey(episode)) + u'/'
           + encoded(internal::itemKey(episode)) + u"?t=";
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
