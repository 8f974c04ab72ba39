// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notetexts.h"

#include "app/exports/internal/plaintext.h"
#include "app/exports/markdowntext.h"
#include "app/timestamps/timecode.h"

#include <algorithm>

namespace app::exports::internal {

using notes::Note;

QString episodeTitle(const notes::EpisodeRef &episode)
{
    const QString title = plainLine(episode.episodeTitle);
    return title.isEmpty() ? QStringLiteral("Untitled episode") : title;
}

QString shortTitle(const Note &note)
{
    const QString &quote = note.anchor.quote;
    const bool silent =
        std::all_of(quote.begin(), quote.end(), [](QChar c) { return c.isSpace(); });
    return firstWords(silent ? note.text : quote);
}

QString labelOf(const Note &note)
{
    for (const QString *text : {&note.anchor.quote, &note.text}) {
        if (QString label = plainLine(*text); !label.isEmpty())
            return label;
    }
    return timeRange(note);
}

bool isRange(const Note &note)
{
    return note.end && *note.end > note.start;
}

QString timeRange(const Note &note)
{
    const QString start = timestamps::formatTimecode(note.start);
    return isRange(note) ? QString(start + u'–' + timestamps::formatTimecode(*note.end)) : start;
}

QString clockTime(timestamps::MediaTime place)
{
    constexpr qsizetype milliseconds = 4;
    return timestamps::formatFullTimecode(place).chopped(milliseconds);
}

QString clockRange(const Note &note)
{
    const QString start = clockTime(note.start);
    return isRange(note) ? QString(start + u'–' + clockTime(*note.end)) : start;
}

QString utcText(const QDateTime &date)
{
    return date.isValid() ? date.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ") : QString();
}

} // namespace app::exports::internal
