// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/escaper.h"
#include "app/exports/internal/formats.h"
#include "app/exports/internal/notetexts.h"
#include "app/exports/internal/plaintext.h"
#include "app/timestamps/timecode.h"

namespace app::exports::internal {

using notes::Note;
using timestamps::formatFullTimecode;

namespace {

constexpr timestamps::Duration momentLength{3000};

timestamps::MediaTime cueEnd(const Note &note)
{
    return isRange(note) ? *note.end : note.start + momentLength;
}

/// "270.500000"
QByteArray sixDecimals(timestamps::MediaTime place)
{
    return QByteArray::number(place.ms() / 1000) + '.'
           + QByteArray::number(place.ms() % 1000).rightJustified(3, '0') + "000";
}

/// What a cue says: the quote, then the listener's text in brackets.
QStringList cueLines(const Note &note)
{
    QStringList lines = plainLines(note.anchor.quote);
    const QStringList own = plainLines(note.text);
    if (!own.isEmpty()) {
        lines.append(own);
        const qsizetype first = lines.size() - own.size();
        lines[first].prepend(u'[');
        lines.last().append(u']');
    }
    if (lines.isEmpty())
        lines.append(timeRange(note));
    return lines;
}

QString vttText(QString text)
{
    text.replace(u'&', QStringLiteral("&amp;"));
    text.replace(u'<', QStringLiteral("&lt;"));
    text.replace(u'>', QStringLiteral("&gt;"));
    return text;
}

/// SRT has no escapes: what players take for markup is put in other characters.
QString srtText(QString text)
{
    text.replace(QStringLiteral("-->"), QStringLiteral("→"));
    text.replace(QStringLiteral("{\\"), QStringLiteral("{ \\"));
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        const QChar after = text[at + 1];
        if (text[at] == u'<' && (after.isLetter() || after == u'/'))
            text[at] = QChar(0x2039);
    }
    return text;
}

QString vttNote(const notes::EpisodeRef &episode)
{
    QStringList lines = {QStringLiteral("NOTE"), episodeTitle(episode)};
    lines.append(plainLine(episode.podcastTitle));
    lines.append(webAddress(episode.link));
    lines.removeAll(QString());
    QString note = lines.join(u'\n');
    note.replace(QStringLiteral("-->"), QStringLiteral("→"));
    return note;
}

QString vttCue(const Note &note)
{
    QStringList lines = cueLines(note);
    for (QString &line : lines)
        line = vttText(line);
    QString speaker = vttText(plainLine(note.anchor.speaker));
    // "--" and the end of the tag would be an arrow, which ends a cue.
    if (speaker.endsWith(u'-'))
        speaker += u' ';
    if (!speaker.isEmpty())
        lines.first().prepend(QString(u"<v " + speaker + u'>'));
    return note.id.text() + u'\n' + formatFullTimecode(note.start) + u" --> "
           + formatFullTimecode(cueEnd(note)) + u'\n' + lines.join(u'\n');
}

QString srtCue(const Note &note, qsizetype number)
{
    QStringList lines = cueLines(note);
    const QString speaker = plainLine(note.anchor.speaker);
    if (!speaker.isEmpty())
        lines.first().prepend(QString(speaker + u": "));
    for (QString &line : lines)
        line = srtText(line);
    return QString::number(number) + u'\n' + formatFullTimecode(note.start, u',') + u" --> "
           + formatFullTimecode(cueEnd(note), u',') + u'\n' + lines.join(u'\n') + u"\n\n";
}

} // namespace

QByteArray
writeAudacity(const std::vector<NoteGroup> &groups, const ExportOptions &, NoteCounter &counter)
{
    QByteArray out;
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            const timestamps::MediaTime end = isRange(*note) ? *note->end : note->start;
            out += sixDecimals(note->start) + '\t' + sixDecimals(end) + '\t'
                   + labelOf(*note).toUtf8() + '\n';
            if (!counter.count())
                return out;
        }
    }
    return out;
}

QByteArray
writeVtt(const std::vector<NoteGroup> &groups, const ExportOptions &, NoteCounter &counter)
{
    QByteArray out("WEBVTT\n");
    for (const NoteGroup &group : groups) {
        out += '\n' + vttNote(group.episode).toUtf8() + '\n';
        for (const Note *note : group.notes) {
            out += '\n' + vttCue(*note).toUtf8() + '\n';
            if (!counter.count())
                return out;
        }
    }
    return out;
}

QByteArray
writeSrt(const std::vector<NoteGroup> &groups, const ExportOptions &, NoteCounter &counter)
{
    QByteArray out;
    qsizetype number = 0;
    for (const NoteGroup &group : groups) {
        for (const Note *note : group.notes) {
            out += srtCue(*note, ++number).toUtf8();
            if (!counter.count())
                return out;
        }
    }
    return out;
}

} // namespace app::exports::internal
