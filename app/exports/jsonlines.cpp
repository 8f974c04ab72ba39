// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/jsonlines.h"

#include "app/exports/internal/noteorder.h"
#include "app/exports/internal/seconds.h"
#include "app/transcripts/jsonstring.h"

namespace app::exports {

using notes::Note;
using transcripts::jsonString;

namespace {

/// The members of one object, in the order they are added.
class ObjectWriter
{
public:
    void add(QStringView key, const QString &json)
    {
        m_members.append(jsonString(key) + u':' + json);
    }

    void addText(QStringView key, const QString &text) { add(key, jsonString(text)); }

    void addDate(QStringView key, const QDateTime &date)
    {
        add(key,
            date.isValid() ? jsonString(date.toUTC().toString(Qt::ISODateWithMs))
                           : QStringLiteral("null"));
    }

    void addTime(QStringView key, std::optional<qint64> ms)
    {
        add(key, ms ? internal::secondsText(*ms) : QStringLiteral("null"));
    }

    [[nodiscard]] QString json() const { return u'{' + m_members.join(u',') + u'}'; }

private:
    QStringList m_members;
};

QString podcastJson(const notes::EpisodeRef &episode)
{
    ObjectWriter object;
    object.addText(u"title", episode.podcastTitle);
    object.addText(u"feedUrl", episode.feedUrl);
    object.addText(u"guid", episode.podcastGuid);
    return object.json();
}

QString episodeJson(const notes::EpisodeRef &episode)
{
    ObjectWriter object;
    object.addText(u"title", episode.episodeTitle);
    object.addText(u"guid", episode.episodeGuid);
    object.addText(u"link", episode.link);
    object.addText(u"enclosureUrl", episode.enclosureUrl);
    object.addDate(u"published", episode.published);
    object.addTime(u"duration",
                   episode.duration ? std::optional<qint64>(episode.duration->count())
                                    : std::nullopt);
    return object.json();
}

QString tagsJson(const QStringList &tags)
{
    QStringList items;
    for (const QString &tag : tags)
        items.append(jsonString(tag));
    return u'[' + items.join(u',') + u']';
}

} // namespace

QByteArray noteToJsonLine(const Note &note)
{
    ObjectWriter object;
    object.addText(u"id", note.id.text());
    object.addTime(u"start", note.start.ms());
    object.addTime(u"end", note.end ? std::optional<qint64>(note.end->ms()) : std::nullopt);
    object.addText(u"quote", note.anchor.quote);
    object.addText(u"prefix", note.anchor.prefix);
    object.addText(u"suffix", note.anchor.suffix);
    object.add(u"offset",
               note.anchor.offset < 0 ? QStringLiteral("null")
                                      : QString::number(note.anchor.offset));
    object.addText(u"quoteSource", notes::quoteSourceName(note.anchor.source));
    object.addText(u"textHash", note.anchor.textHash);
    object.addText(u"speaker", note.anchor.speaker);
    object.addText(u"text", note.text);
    object.add(u"tags", tagsJson(note.tags));
    object.addText(u"color", notes::colorName(note.color));
    object.addDate(u"created", note.created);
    object.addDate(u"modified", note.modified);
    object.addDate(u"deleted", note.deleted.value_or(QDateTime()));
    object.add(u"podcast", podcastJson(note.episodeRef));
    object.add(u"episode", episodeJson(note.episodeRef));
    return object.json().toUtf8();
}

QByteArray writeJsonLines(const std::vector<Note> &notes)
{
    QByteArray out("{\"format\":\"earmark-annotations\",\"version\":1}\n");
    for (const Note *note : internal::inOrder(notes)) {
        out += noteToJsonLine(*note);
        out += '\n';
    }
    return out;
}

} // namespace app::exports
