// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "app/exports/internal/escaper.h"
#include "app/exports/internal/formats.h"
#include "app/exports/internal/notecolors.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/ownmarkdown.h"
#include "app/exports/internal/plaintext.h"
#include "app/exports/internal/seconds.h"
#include "app/notes/tags.h"

namespace app::exports::internal {

using notes::Note;

namespace {

QString withoutNul(QString text)
{
    return text.remove(QChar(u'\0'));
}

QString cell(const QString &text)
{
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n')
                        || text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text;
    QString doubled = text;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}

/// Of a cell with text from outside.
QString harmless(const QString &text)
{
    const QString plain = withoutNul(text);
    const bool formula =
        !plain.isEmpty() && QStringView(u"=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20").contains(plain[0]);
    return formula ? QString(u'\'' + plain) : plain;
}

void appendRow(QByteArray &out, const QStringList &cells)
{
    QStringList written;
    for (const QString &text : cells)
        written.append(cell(text));
    out += written.join(u',').toUtf8();
    out += "\r\n";
}

QString secondsOrNothing(std::optional<timestamps::MediaTime> place)
{
    return place ? secondsText(place->ms()) : QString();
}

QStringList tagsOf(const Note &note, const ExportOptions &options)
{
    return options.tags ? notes::cleanTags(note.tags) : QStringList();
}

QStringList csvCells(const NoteGroup &group, const Note &note, const ExportOptions &options)
{
    const notes::EpisodeRef &episode = group.episode;
    const QDateTime &published = episode.published;
    const QString color = shownColor(note, options);
    return {note.id.text(),
            harmless(episode.podcastTitle),
            harmless(episode.episodeTitle),
            published.isValid() ? published.toUTC().toString(u"yyyy-MM-dd") : QString(),
            secondsText(note.start.ms()),
            secondsOrNothing(note.end),
            timeRange(note),
            harmless(note.anchor.quote),
            harmless(note.anchor.speaker),
            harmless(note.text),
            harmless(tagsOf(note, options).join(QStringLiteral(", "))),
            options.colors && color.isEmpty() ? notes::colorName(note.color) : harmless(color),
            note.starred ? QStringLiteral("yes") : QString(),
            utcText(note.created),
            utcText(note.modified),
            webAddress(episode.link),
            webAddress(episode.feedUrl),
            harmless(episode.episodeGuid),
            deepLink(note),
            harmless(options.clips.value(note.id))};
}

/// Readwise takes ".tag" words at the start of a note for tags.
QString readwiseNote(const Note &note, const ExportOptions &options, bool textIsHighlight)
{
    QStringList words;
    for (const QString &tag : tagsOf(note, options)) {
        if (const QString clean = markdownTag(tag); !clean.isEmpty())
            words.append(u'.' + clean);
    }
    if (!textIsHighlight && !note.text.isEmpty())
        words.append(withoutNul(note.text));
    return words.join(u' ');
}

QStringList readwiseCells(const NoteGroup &group, const Note &note, const ExportOptions &options)
{
    const bool quoted = !plainLine(note.anchor.quote).isEmpty();
    const QString highlight = withoutNul(quoted ? note.anchor.quote : note.text);
    const bool said = !plainLine(highlight).isEmpty();
    return {said ? highlight : timeRange(note),
            episodeTitle(group.episode),
            plainLine(group.episode.podcastTitle),
            webAddress(group.episode.link),
            readwiseNote(note, options, !quoted),
            QString::number(note.start.ms() / 1000),
            note.created.isValid() ? note.created.toUTC().toString(u"yyyy-MM-dd HH:mm:ss")
                                   : QString()};
}

template <typename Cells>
void appendRows(QByteArray &out,
                const std::vector<NoteGroup> &groups,
                const ExportOptions &options,
                NoteCounter &counter,
                Cells cells)
{
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            appendRow(out, cells(group, *note, options));
            if (!counter.count())
                return;
        }
    }
}

QString htmlLinesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : ownLines(text))
        lines.append(htmlLine(line));
    // Anki looks for [sound:...] and [latex] in any text.
    return lines.join(QStringLiteral("<br>")).replace(u'[', QStringLiteral("&#91;"));
}

QString ankiRow(const NoteGroup &group, const Note &note, const ExportOptions &options)
{
    const QString quote = htmlLinesOf(note.anchor.quote);
    const QString text = htmlLinesOf(note.text);
    // Double quotes would open a quoted field.
    QString place = htmlLine(episodeTitle(group.episode)) + u", <a href='"
                    + htmlLine(deepLink(note)) + u"'>" + timeRange(note) + u"</a>";
    const QString podcast = htmlLine(group.episode.podcastTitle);
    if (!podcast.isEmpty())
        place.prepend(QString(podcast + u": "));
    QStringList back = {quote.isEmpty() ? QString() : text, htmlLine(note.anchor.speaker), place};
    back.removeAll(QString());
    QStringList tags;
    for (const QString &tag : tagsOf(note, options)) {
        if (const QString clean = markdownTag(tag); !clean.isEmpty())
            tags.append(clean);
    }
    const QString front = quote.isEmpty() ? text : quote;
    const QStringList fields = {note.id.text(),
                                front.isEmpty() ? timeRange(note) : front,
                                back.join(QStringLiteral("<br>")),
                                tags.join(u' ')};
    return fields.join(u'\t') + u'\n';
}

} // namespace

QByteArray
writeCsv(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter)
{
    QByteArray out("id,podcast,episode,published,start,end,time,quote,speaker,note,tags,color,"
                   "starred,created,modified,url,feed,guid,link,clip\r\n");
    appendRows(out, groups, options, counter, csvCells);
    return out;
}

QByteArray writeReadwise(const std::vector<NoteGroup> &groups,
                         const ExportOptions &options,
                         NoteCounter &counter)
{
    QByteArray out("Highlight,Title,Author,URL,Note,Location,Date\r\n");
    appendRows(out, groups, options, counter, readwiseCells);
    return out;
}

QByteArray
writeAnki(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter)
{
    QByteArray out("#separator:tab\n#html:true\n#notetype:Basic\n#deck:Podcasts\n"
                   "#columns:guid\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n");
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            out += ankiRow(group, *note, options).toUtf8();
            if (!counter.count())
                return out;
        }
    }
    return out;
}

} // namespace app::exports::internal
