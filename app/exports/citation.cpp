// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/citation.h"

#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/plaintext.h"

#include <QLocale>

namespace app::exports {

namespace {

/// Ended by a full stop unless it ends by itself.
QString ended(const QString &text)
{
    const bool ends = !text.isEmpty() && QStringView(u".?!…").contains(text.back());
    return ends ? text : QString(text + u'.');
}

QString dateText(const QDateTime &date, const QString &form)
{
    return QLocale::c().toString(date.toUTC().date(), form);
}

/// MLA shortens all months but May, June and July.
QString mlaDate(const QDateTime &date)
{
    const int month = date.toUTC().date().month();
    const bool whole = month >= 5 && month <= 7;
    if (month == 9)
        return dateText(date, QStringLiteral("d 'Sept.' yyyy"));
    return dateText(date, whole ? QStringLiteral("d MMMM yyyy") : QStringLiteral("d MMM'.' yyyy"));
}

QString apaReference(const notes::EpisodeRef &episode)
{
    const QString date = episode.published.isValid()
                             ? dateText(episode.published, QStringLiteral("yyyy, MMMM d"))
                             : QStringLiteral("n.d.");
    QStringList parts = {internal::episodeTitle(episode) + u" [Audio podcast episode].",
                         u'(' + date + u")."};
    if (const QString podcast = internal::plainLine(episode.podcastTitle); !podcast.isEmpty())
        parts.append(u"In " + ended(podcast));
    parts.append(internal::webAddress(episode.link));
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString mlaReference(const notes::EpisodeRef &episode)
{
    QStringList facts = {internal::plainLine(episode.podcastTitle)};
    if (episode.published.isValid())
        facts.append(mlaDate(episode.published));
    facts.append(internal::webAddress(episode.link));
    facts.removeAll(QString());
    const QString title = u'“' + ended(internal::episodeTitle(episode)) + u'”';
    return facts.isEmpty() ? title
                           : QString(title + u' ' + ended(facts.join(QStringLiteral(", "))));
}

} // namespace

QString reference(const notes::EpisodeRef &episode, CitationStyle style)
{
    return style == CitationStyle::Apa ? apaReference(episode) : mlaReference(episode);
}

QString citation(const notes::Note &note, CitationStyle style)
{
    const QString title = internal::episodeTitle(note.episodeRef);
    if (style == CitationStyle::Mla)
        return u"(“" + title + u"” " + internal::clockRange(note) + u')';
    const QDateTime &published = note.episodeRef.published;
    const QString year =
        published.isValid() ? dateText(published, QStringLiteral("yyyy")) : QStringLiteral("n.d.");
    return u"(“" + title + u",” " + year + u", " + internal::timeRange(note) + u')';
}

QString quoteWithCitation(const notes::Note &note, CitationStyle style)
{
    const QString quote = internal::plainLines(note.anchor.quote).join(u'\n');
    const QString own = internal::ownLines(note.text).join(u'\n');
    QString said = quote.isEmpty() ? own : QString(u'“' + quote + u'”');
    if (!said.isEmpty())
        said += u' ';
    return said + citation(note, style) + u"\n\n" + reference(note.episodeRef, style);
}

} // namespace app::exports
