// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/formats.h"
#include "app/exports/internal/notejson.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/plaintext.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"
#include "app/transcripts/jsonstring.h"

#include <QLocale>

namespace app::exports::internal {

using notes::Note;
using transcripts::jsonString;

namespace {

/// BibTeX counts braces whatever stands before them, so none of a text may stay.
QString latexCharacter(QChar c)
{
    switch (c.unicode()) {
    case u'\\':
        return QStringLiteral("\\textbackslash{}");
    case u'{':
        return QStringLiteral("\\textbraceleft{}");
    case u'}':
        return QStringLiteral("\\textbraceright{}");
    case u'~':
        return QStringLiteral("\\textasciitilde{}");
    case u'^':
        return QStringLiteral("\\textasciicircum{}");
    case u'"':
        return QStringLiteral("\\symbol{34}");
    case u'<':
        return QStringLiteral("\\textless{}");
    case u'>':
        return QStringLiteral("\\textgreater{}");
    case u'|':
        return QStringLiteral("\\textbar{}");
    case u'$':
    case u'&':
    case u'#':
    case u'%':
    case u'_':
        return QString(u'\\') + c;
    default:
        return c;
    }
}

QString latex(const QString &text)
{
    QString out;
    for (const QChar c : plainLine(text))
        out += latexCharacter(c);
    return out;
}

QString months(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC().date(), QStringLiteral("MMM")).toLower();
}

QString bibtexEntry(const NoteGroup &group, const Note &note, const ExportOptions &options)
{
    const notes::EpisodeRef &episode = group.episode;
    QStringList lines = {u"@misc{earmark-" + note.id.text()};
    const auto add = [&lines](QStringView key, const QString &value) {
        if (!value.isEmpty())
            lines.append(u"  " + key + u" = {" + value + u'}');
    };
    // The second pair keeps the capitals.
    add(u"title", u'{' + latex(episodeTitle(episode)) + u'}');
    const QString podcast = latex(episode.podcastTitle);
    add(u"howpublished",
        podcast.isEmpty() ? QStringLiteral("[Audio podcast episode]")
                          : QString(u"[Audio podcast episode]. In \\emph{" + podcast + u'}'));
    if (episode.published.isValid()) {
        add(u"year", episode.published.toUTC().toString(u"yyyy"));
        lines.append(u"  month = " + months(episode.published));
    }
    add(u"url", webAddress(episode.link));
    if (note.created.isValid())
        add(u"urldate", note.created.toUTC().toString(u"yyyy-MM-dd"));
    add(u"note", u"Timestamp " + timeRange(note).replace(u'–', QStringLiteral("--")));
    add(u"abstract", latex(note.anchor.quote));
    add(u"annote", latex(note.text));
    if (options.tags)
        add(u"keywords", latex(notes::cleanTags(note.tags).join(QStringLiteral(", "))));
    return lines.join(QStringLiteral(",\n")) + u"\n}\n";
}

QString dateParts(const QDateTime &date)
{
    const QDate day = date.toUTC().date();
    return QStringLiteral("{\"date-parts\":[[%1,%2,%3]]}")
        .arg(day.year())
        .arg(day.month())
        .arg(day.day());
}

QString cslItem(const NoteGroup &group, const Note &note, const ExportOptions &options)
{
    const notes::EpisodeRef &episode = group.episode;
    ObjectWriter item;
    const auto add = [&item](QStringView key, const QString &text) {
        if (!text.isEmpty())
            item.addText(key, text);
    };
    item.addText(u"id", u"earmark-" + note.id.text());
    item.addText(u"type", QStringLiteral("broadcast"));
    item.addText(u"title", episodeTitle(episode));
    add(u"container-title", plainLine(episode.podcastTitle));
    add(u"collection-title", plainLine(episode.podcastTitle));
    item.addText(u"medium", QStringLiteral("Audio podcast episode"));
    if (episode.published.isValid())
        item.add(u"issued", dateParts(episode.published));
    if (episode.duration)
        add(u"dimensions", timestamps::formatTimecode(timestamps::MediaTime(*episode.duration)));
    add(u"URL", webAddress(episode.link));
    if (note.created.isValid())
        item.add(u"accessed", dateParts(note.created));
    item.addText(u"note", u"Timestamp: " + timeRange(note));
    add(u"abstract", plainLines(note.anchor.quote).join(u'\n'));
    add(u"annote", ownLines(note.text).join(u'\n'));
    if (options.tags)
        add(u"keyword", notes::cleanTags(note.tags).join(QStringLiteral(", ")));
    return item.json();
}

/// One object to a line within an array.
template <typename Item>
QByteArray arrayOf(const std::vector<NoteGroup> &groups, NoteCounter &counter, Item item)
{
    QByteArray out;
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            out += out.isEmpty() ? "[\n" : ",\n";
            out += item(group, *note).toUtf8();
            if (!counter.count())
                return out;
        }
    }
    return out.isEmpty() ? QByteArray("[]\n") : QByteArray(out + "\n]\n");
}

} // namespace

QByteArray writeBibtex(const std::vector<NoteGroup> &groups,
                       const ExportOptions &options,
                       NoteCounter &counter)
{
    QByteArray out;
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            out += (out.isEmpty() ? "" : "\n") + bibtexEntry(group, *note, options).toUtf8();
            if (!counter.count())
                return out;
        }
    }
    return out;
}

QByteArray
writeCsl(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter)
{
    return arrayOf(groups, counter, [&options](const NoteGroup &group, const Note &note) {
        return cslItem(group, note, options);
    });
}

QByteArray
writeJson(const std::vector<NoteGroup> &groups, const ExportOptions &, NoteCounter &counter)
{
    return arrayOf(
        groups, counter, [](const NoteGroup &, const Note &note) { return noteJson(note); });
}

} // namespace app::exports::internal
