// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/markdown.h"

#include "app/exports/deeplink.h"
#include "app/exports/internal/markdowntext.h"
#include "app/exports/internal/noteorder.h"
#include "app/notes/tags.h"
#include "app/timestamps/timecode.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace app::exports {

using internal::escapedLine;
using internal::yamlString;
using notes::Note;
using timestamps::MediaTime;

namespace {

using Notes = std::vector<const Note *>;
using BlockIds = QHash<QString, QString>;

QString titleOf(const notes::EpisodeRef &episode)
{
    const QString title = episode.episodeTitle.simplified();
    return title.isEmpty() ? QStringLiteral("Untitled episode") : title;
}

/// What the newest edit knows of the episode: titles change over the years.
const notes::EpisodeRef &newestRef(const Notes &notes)
{
    const auto newest =
        std::max_element(notes.begin(), notes.end(), [](const Note *a, const Note *b) {
            const qint64 atA = a->modified.isValid() ? a->modified.toMSecsSinceEpoch() : 0;
            const qint64 atB = b->modified.isValid() ? b->modified.toMSecsSinceEpoch() : 0;
            return atA != atB ? atA < atB : a->id.text() < b->id.text();
        });
    return (*newest)->episodeRef;
}

QStringList tagsOf(const Notes &notes)
{
    QStringList tags = {QStringLiteral("podcast")};
    for (const Note *note : notes) {
        for (const QString &tag : note->tags)
            tags.append(internal::markdownTag(notes::cleanTag(tag)));
    }
    return notes::cleanTags(tags);
}

QString firstCreated(const Notes &notes)
{
    QDateTime first;
    for (const Note *note : notes) {
        if (note->created.isValid() && (!first.isValid() || note->created < first))
            first = note->created;
    }
    return first.isValid() ? first.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ") : QString();
}

QString frontMatter(const Notes &notes)
{
    const notes::EpisodeRef &episode = newestRef(notes);
    QStringList lines;
    const auto add = [&lines](QStringView key, const QString &value) {
        if (!value.isEmpty())
            lines.append(key + u": " + value);
    };
    const auto addText = [&add](QStringView key, const QString &text) {
        add(key, text.isEmpty() ? QString() : yamlString(text));
    };
    addText(u"title", titleOf(episode));
    add(u"type", QStringLiteral("podcast-episode"));
    addText(u"podcast", episode.podcastTitle);
    if (episode.published.isValid())
        add(u"published", episode.published.toUTC().toString(u"yyyy-MM-dd"));
    addText(u"url", episode.link);
    addText(u"guid", episode.episodeGuid);
    if (episode.duration)
        add(u"duration", QString::number(episode.duration->count() / 1000));
    QStringList tags;
    for (const QString &tag : tagsOf(notes))
        tags.append(yamlString(tag));
    add(u"tags", u'[' + tags.join(QStringLiteral(", ")) + u']');
    add(u"created", firstCreated(notes));
    add(u"source", QStringLiteral("earmark"));
    return u"---\n" + lines.join(u'\n') + u"\n---\n";
}

/// The first words of a note, without the marks a line of Markdown may begin with.
QString shortTitle(const Note &note)
{
    constexpr qsizetype mostWords = 8;
    constexpr qsizetype mostCharacters = 80;
    const QString source = note.anchor.quote.trimmed().isEmpty() ? note.text : note.anchor.quote;
    QStringList words = source.left(1000).split(u' ', Qt::SkipEmptyParts);
    words = words.join(u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    const auto isMark = [](const QString &word) {
        return std::none_of(word.begin(), word.end(), [](QChar c) {
            return c.isLetterOrNumber() || c.isSurrogate() || c.category() == QChar::Symbol_Other;
        });
    };
    while (!words.isEmpty() && isMark(words.first()))
        words.removeFirst();
    QString title = words.mid(0, mostWords).join(u' ');
    const bool cut = words.size() > mostWords || title.size() > mostCharacters;
    title.truncate(mostCharacters);
    if (!title.isEmpty() && title.back().isHighSurrogate())
        title.chop(1);
    return cut ? QString(title + u'…') : title;
}

QString headingTime(MediaTime place)
{
    constexpr qsizetype milliseconds = 4;
    QString time = timestamps::formatFullTimecode(place);
    time.chop(milliseconds);
    return time;
}

/// "Jane Host, [4:30–4:45](earmark://...)".
QString placeLine(const Note &note)
{
    QString range = timestamps::formatTimecode(note.start);
    if (note.end && *note.end > note.start)
        range += u'–' + timestamps::formatTimecode(*note.end);
    const QString speaker = escapedLine(note.anchor.speaker);
    const QString who = speaker.isEmpty() ? QString() : QString(speaker + u", ");
    return who + u'[' + range + u"](" + deepLink(note) + u')';
}

/// Block ids are the shortest beginnings of note ids that no older note has, so that a link to a
/// note stays good when later ones come.
BlockIds blockIdsOf(const std::vector<Note> &notes)
{
    constexpr qsizetype shortest = 8;
    QStringList ids;
    for (const Note &note : notes)
        ids.append(note.id.text());
    std::sort(ids.begin(), ids.end());
    QSet<QString> taken;
    BlockIds blockIds;
    for (const QString &id : ids) {
        QString plain;
        for (const QChar c : id)
            plain.append(c.unicode() < 0x80 && c.isLetterOrNumber() ? c : QChar(u'-'));
        qsizetype length = std::min(shortest, plain.size());
        while (length < plain.size()
               && (taken.contains(plain.first(length)) || plain[length - 1] == u'-'))
            ++length;
        taken.insert(plain.first(length));
        blockIds.insert(id, u"^h-" + plain.first(length));
    }
    return blockIds;
}

QString tagLine(const Note &note)
{
    QStringList tags;
    for (const QString &tag : notes::cleanTags(note.tags)) {
        const QString clean = internal::markdownTag(tag);
        if (!clean.isEmpty())
            tags.append(u'#' + clean);
    }
    return tags.join(u' ');
}

/// One note: its parts are blocks with a blank line between, for an id belongs to the block before
/// it.
QString section(const Note &note, const QString &blockId)
{
    const QString title = escapedLine(shortTitle(note));
    QStringList blocks;
    blocks.append(u"## " + headingTime(note.start)
                  + (title.isEmpty() ? QString() : QString(u' ' + title)));
    QStringList quote = internal::escapedLines(note.anchor.quote);
    if (quote.isEmpty()) {
        blocks.append(placeLine(note) + u' ' + blockId);
    } else {
        quote.append(u"— " + placeLine(note));
        blocks.append(u"> " + quote.join(QStringLiteral("\n>\n> ")));
        blocks.append(blockId);
    }
    blocks.append(internal::ownMarkdown(note.text));
    blocks.append(tagLine(note));
    blocks.removeAll(QString());
    return u'\n' + blocks.join(QStringLiteral("\n\n")) + u'\n';
}

} // namespace

QByteArray writeMarkdown(const std::vector<Note> &notes)
{
    Notes ordered = internal::inOrder(notes);
    std::erase_if(ordered, [](const Note *note) { return note->deleted.has_value(); });
    if (ordered.empty())
        return {};
    std::stable_sort(ordered.begin(), ordered.end(), [](const Note *a, const Note *b) {
        return a->start != b->start ? a->start < b->start : a->id.text() < b->id.text();
    });
    const BlockIds blockIds = blockIdsOf(notes);
    QString out = frontMatter(ordered) + u"\n# " + escapedLine(titleOf(newestRef(ordered))) + u'\n';
    for (const Note *note : ordered)
        out += section(*note, blockIds.value(note->id.text()));
    return out.toUtf8();
}

} // namespace app::exports
