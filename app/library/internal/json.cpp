// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app::library::internal {
namespace {

using timestamps::Duration;
using timestamps::MediaTime;

QString text(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

void put(QJsonObject &object, QLatin1String name, const QString &value)
{
    if (!value.isEmpty()) {
        object.insert(name, value);
    }
}

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

template <typename Item, typename Write>
void putList(QJsonObject &object, QLatin1String name, const std::vector<Item> &items, Write write)
{
    QJsonArray array;
    for (const Item &item : items) {
        QJsonObject entry;
        write(entry, item);
        array.append(entry);
    }
    if (!array.isEmpty()) {
        object.insert(name, array);
    }
}

template <typename Read>
auto readList(const QJsonArray &array, Read read)
{
    std::vector<decltype(read(QJsonObject()))> items;
    items.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &value : array) {
        items.push_back(read(value.toObject()));
    }
    return items;
}

void writePerson(QJsonObject &object, const feeds::Person &person)
{
    put(object, QLatin1String("name"), person.name);
    put(object, QLatin1String("role"), person.role);
    put(object, QLatin1String("group"), person.group);
    put(object, QLatin1String("image"), person.image);
    put(object, QLatin1String("link"), person.link);
}

feeds::Person readPerson(const QJsonObject &object)
{
    return {text(object, QLatin1String("name")),
            text(object, QLatin1String("role")),
            text(object, QLatin1String("group")),
            text(object, QLatin1String("image")),
            text(object, QLatin1String("link"))};
}

void writeTranscript(QJsonObject &object, const feeds::TranscriptLink &link)
{
    put(object, QLatin1String("url"), link.url);
    put(object, QLatin1String("type"), link.type);
    put(object, QLatin1String("language"), link.language);
    put(object, QLatin1String("rel"), link.rel);
}

feeds::TranscriptLink readTranscript(const QJsonObject &object)
{
    return {text(object, QLatin1String("url")),
            text(object, QLatin1String("type")),
            text(object, QLatin1String("language")),
            text(object, QLatin1String("rel"))};
}

void writeSoundbite(QJsonObject &object, const feeds::Soundbite &soundbite)
{
    object.insert(QLatin1String("start"), soundbite.start.ms());
    object.insert(QLatin1String("duration"), qint64(soundbite.duration.count()));
    put(object, QLatin1String("title"), soundbite.title);
}

feeds::Soundbite readSoundbite(const QJsonObject &object)
{
    return {MediaTime::fromMs(object.value(QLatin1String("start")).toInteger()),
            Duration(object.value(QLatin1String("duration")).toInteger()),
            text(object, QLatin1String("title"))};
}

template <typename Link>
void writeLink(QJsonObject &object, const Link &link)
{
    put(object, QLatin1String("url"), link.url);
    put(object, QLatin1String("text"), link.text);
}

feeds::ContentLink readContentLink(const QJsonObject &object)
{
    return {text(object, QLatin1String("url")), text(object, QLatin1String("text"))};
}

void writeChapter(QJsonObject &object, const timestamps::Chapter &chapter)
{
    object.insert(QLatin1String("start"), chapter.start.ms());
    if (chapter.end) {
        object.insert(QLatin1String("end"), chapter.end->ms());
    }
    put(object, QLatin1String("title"), chapter.title);
    put(object, QLatin1String("url"), chapter.url);
    put(object, QLatin1String("image"), chapter.image);
    if (chapter.hasImage) {
        object.insert(QLatin1String("hasImage"), true);
    }
    if (!chapter.listed) {
        object.insert(QLatin1String("listed"), false);
    }
}

timestamps::Chapter readChapter(const QJsonObject &object)
{
    timestamps::Chapter chapter;
    chapter.start = MediaTime::fromMs(object.value(QLatin1String("start")).toInteger());
    if (const auto end = object.value(QLatin1String("end")); end.isDouble()) {
        chapter.end = MediaTime::fromMs(end.toInteger());
    }
    chapter.title = text(object, QLatin1String("title"));
    chapter.url = text(object, QLatin1String("url"));
    chapter.image = text(object, QLatin1String("image"));
    chapter.hasImage = object.value(QLatin1String("hasImage")).toBool(false);
    chapter.listed = object.value(QLatin1String("listed")).toBool(true);
    return chapter;
}

} // namespace

QString podcastDetails(const feeds::Feed &feed)
{
    QJsonObject object;
    putList(object, QLatin1String("persons"), feed.persons, writePerson);
    putList(object, QLatin1String("funding"), feed.funding, writeLink<feeds::Funding>);
    return compact(QJsonDocument(object));
}

QString episodeDetails(const feeds::FeedEpisode &episode)
{
    QJsonObject object;
    putList(object, QLatin1String("transcripts"), episode.transcripts, writeTranscript);
    putList(object, QLatin1String("persons"), episode.persons, writePerson);
    putList(object, QLatin1String("soundbites"), episode.soundbites, writeSoundbite);
    putList(
        object, QLatin1String("contentLinks"), episode.contentLinks, writeLink<feeds::ContentLink>);
    return compact(QJsonDocument(object));
}

void readEpisodeDetails(const QString &json, feeds::FeedEpisode &episode)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto list = [&object](const char *name) {
        return object.value(QLatin1String(name)).toArray();
    };
    episode.transcripts = readList(list("transcripts"), readTranscript);
    episode.persons = readList(list("persons"), readPerson);
    episode.soundbites = readList(list("soundbites"), readSoundbite);
    episode.contentLinks = readList(list("contentLinks"), readContentLink);
}

QString chapterList(const timestamps::Chapters &chapters)
{
    QJsonObject object;
    putList(object, QLatin1String("chapters"), chapters, writeChapter);
    return compact(QJsonDocument(object));
}

timestamps::Chapters readChapterList(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return readList(object.value(QLatin1String("chapters")).toArray(), readChapter);
}

} // namespace app::library::internal
