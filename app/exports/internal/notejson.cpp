// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/notejson.h"

#include "app/exports/internal/seconds.h"
#include "app/transcripts/jsonstring.h"

namespace app::exports::internal {

using notes::Note;
using transcripts::jsonString;

void ObjectWriter::add(QStringView key, const QString &json)
{
    m_members.append(jsonString(key) + u':' + json);
}

void ObjectWriter::addText(QStringView key, const QString &text)
{
    add(key, jsonString(text));
}

void ObjectWriter::addDate(QStringView key, const QDateTime &date)
{
    add(key,
        date.isValid() ? jsonString(date.toUTC().toString(Qt::ISODateWithMs))
                       : QStringLiteral("null"));
}

void ObjectWriter::addTime(QStringView key, std::optional<qint64> ms)
{
    add(key, ms ? secondsText(*ms) : QStringLiteral("null"));
}

namespace {

std::optional<qint64> msOf(const std::optional<timestamps::Duration> &duration)
{
    return duration ? std::optional<qint64>(duration->count()) : std::nullopt;
}

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
    object.addTime(u"duration", msOf(episode.duration));
    return object.json();
}

QString audioJson(const notes::AudioIdentity &audio)
{
    if (audio == notes::AudioIdentity())
        return QStringLiteral("null");
    ObjectWriter object;
    object.add(u"size", QString::number(audio.sizeBytes));
    object.addTime(u"duration", msOf(audio.duration));
    object.addText(u"soundHash", audio.soundHash);
    return object.json();
}

} // namespace

QString jsonArray(const QStringList &texts)
{
    QStringList items;
    for (const QString &text : texts)
        items.append(jsonString(text));
    return u'[' + items.join(u',') + u']';
}

void addBeyondTheModel(ObjectWriter &object, const Note &note)
{
    object.add(u"offset",
               note.anchor.offset < 0 ? QStringLiteral("null")
                                      : QString::number(note.anchor.offset));
    object.addText(u"quoteSource", notes::quoteSourceName(note.anchor.source));
    object.addText(u"textHash", note.anchor.textHash);
    object.addText(u"transcriptHash", note.anchor.transcriptHash);
    object.addText(u"anchorState", notes::anchorStateName(note.anchor.state));
    object.addText(u"speaker", note.anchor.speaker);
    object.addText(u"color", notes::colorName(note.color));
    object.add(u"starred", note.starred ? QStringLiteral("true") : QStringLiteral("false"));
    object.addDate(u"deleted", note.deleted.value_or(QDateTime()));
    object.add(u"audio", audioJson(note.audio));
    object.add(u"podcast", podcastJson(note.episodeRef));
    object.add(u"episode", episodeJson(note.episodeRef));
}

QString noteJson(const Note &note)
{
    ObjectWriter object;
    object.addText(u"id", note.id.text());
    object.addTime(u"start", note.start.ms());
    object.addTime(u"end", note.end ? std::optional<qint64>(note.end->ms()) : std::nullopt);
    object.addText(u"quote", note.anchor.quote);
    object.addText(u"prefix", note.anchor.prefix);
    object.addText(u"suffix", note.anchor.suffix);
    object.addText(u"text", note.text);
    object.add(u"tags", jsonArray(note.tags));
    object.addDate(u"created", note.created);
    object.addDate(u"modified", note.modified);
    addBeyondTheModel(object, note);
    return object.json();
}

} // namespace app::exports::internal
