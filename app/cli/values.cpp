// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/values.h"

#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/timestamps/timecode.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>

namespace app::cli {
namespace {

constexpr qint64 pieceBytes = 1 << 20;

} // namespace

QJsonValue secondsValue(std::optional<timestamps::MediaTime> place)
{
    return place ? QJsonValue(place->seconds()) : QJsonValue();
}

QJsonValue lengthValue(std::optional<timestamps::Duration> length)
{
    return length ? secondsValue(timestamps::MediaTime(*length)) : QJsonValue();
}

QJsonValue dateValue(const QDateTime &date)
{
    if (!date.isValid()) {
        return {};
    }
    const QDateTime utc = date.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject noteValue(const notes::Note &note)
{
    QJsonValue anchor;
    if (!note.anchor.quote.isEmpty()) {
        anchor = QJsonObject{
            {QStringLiteral("source"), textValue(notes::quoteSourceName(note.anchor.source))},
            {QStringLiteral("prefix"), note.anchor.prefix},
            {QStringLiteral("suffix"), note.anchor.suffix},
            {QStringLiteral("offset"),
             note.anchor.offset < 0 ? QJsonValue()
                                    : QJsonValue(static_cast<qint64>(note.anchor.offset))},
        };
    }
    return {
        {QStringLiteral("id"), note.id.text()},
        {QStringLiteral("episodeId"),
         note.episode.isValid() ? QJsonValue(note.episode.number()) : QJsonValue()},
        {QStringLiteral("podcastTitle"), textValue(note.episodeRef.podcastTitle)},
        {QStringLiteral("episodeTitle"), textValue(note.episodeRef.episodeTitle)},
        {QStringLiteral("start"), secondsValue(note.start)},
        {QStringLiteral("end"), secondsValue(note.end)},
        {QStringLiteral("quote"), textValue(note.anchor.quote)},
        {QStringLiteral("speaker"), textValue(note.anchor.speaker)},
        {QStringLiteral("text"), textValue(note.text)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(note.tags)},
        {QStringLiteral("color"), notes::colorName(note.color)},
        {QStringLiteral("created"), dateValue(note.created)},
        {QStringLiteral("modified"), dateValue(note.modified)},
        {QStringLiteral("anchor"), anchor},
        {QStringLiteral("deleted"), note.deleted ? dateValue(*note.deleted) : QJsonValue()},
    };
}

QJsonArray chaptersValue(const timestamps::Chapters &chapters, bool withPictures)
{
    QJsonArray array;
    for (const timestamps::Chapter &chapter : chapters) {
        QJsonObject object{
            {QStringLiteral("start"), secondsValue(chapter.start)},
            {QStringLiteral("end"), secondsValue(chapter.end)},
            {QStringLiteral("title"), textValue(chapter.title)},
            {QStringLiteral("url"), textValue(chapter.url)},
        };
        if (withPictures) {
            object.insert(QStringLiteral("image"), textValue(chapter.image));
        } else {
            object.insert(QStringLiteral("hasImage"), chapter.hasImage);
        }
        array.append(object);
    }
    return array;
}

QJsonObject podcastValue(const library::Podcast &podcast)
{
    return {
        {QStringLiteral("id"), podcast.id.number()},
        {QStringLiteral("title"), podcast.title},
        {QStringLiteral("feedUrl"), podcast.feedUrl},
        {QStringLiteral("link"), textValue(podcast.link)},
        {QStringLiteral("author"), textValue(podcast.author)},
        {QStringLiteral("episodeCount"), podcast.episodeCount},
        {QStringLiteral("unplayedCount"), podcast.unplayedCount},
        {QStringLiteral("lastRefreshed"), dateValue(podcast.lastRefreshed)},
        {QStringLiteral("error"), textValue(podcast.error)},
    };
}

QString noteLine(const notes::Note &note)
{
    QString time = timestamps::formatTimecode(note.start);
    if (note.end) {
        time += QStringLiteral("–") + timestamps::formatTimecode(*note.end);
    }
    QStringList parts{note.id.text(), time};
    if (!note.anchor.quote.isEmpty()) {
        parts += QStringLiteral("“%1”").arg(note.anchor.quote.simplified());
    }
    if (!note.text.isEmpty()) {
        parts += note.text.simplified();
    }
    for (const QString &tag : note.tags) {
        parts += QLatin1Char('#') + tag;
    }
    return parts.join(QStringLiteral("  "));
}

base::Result<QByteArray> readInput(const QString &path, qint64 largest)
{
    QFile file(path);
    const bool standardInput = path == QLatin1String("-");
    const QString name = standardInput ? QStringLiteral("standard input") : path;
    if (standardInput) {
        if (!file.open(stdin, QIODevice::ReadOnly)) {
            return base::unexpected(base::ErrorCode::Denied,
                                    name + QStringLiteral(" cannot be read"));
        }
    } else if (!QFileInfo::exists(path)) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("there is no file ") + path);
    } else if (QFileInfo(path).isDir()) {
        return base::unexpected(base::ErrorCode::Malformed, path + QStringLiteral(" is a folder"));
    } else if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    // A pipe gives what it holds at the moment, not what was asked for.
    QByteArray bytes;
    while (bytes.size() <= largest) {
        const QByteArray piece = file.read(std::min(largest + 1 - bytes.size(), pieceBytes));
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece;
    }
    if (file.error() != QFileDevice::NoError) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    }
    if (bytes.size() > largest) {
        return base::unexpected(
            base::ErrorCode::TooLarge,
            QStringLiteral("%1 is larger than %2 MB").arg(name).arg(largest >> 20));
    }
    return bytes;
}

base::Result<void> checkOutput(const QString &path)
{
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        return base::unexpected(base::ErrorCode::Denied,
                                QStringLiteral("%1 is no plain file").arg(path));
    }
    return {};
}

QString decodeText(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    return utf8.hasError() ? QString::fromLatin1(bytes) : text;
}

base::Result<library::Episode> findEpisode(Context &context, const QString &words)
{
    const auto session = context.session();
    if (!session) {
        return base::unexpected(session.error());
    }
    return context.await((*session)->library().read([words](library::Connection &connection) {
        return library::EpisodeStore(connection).find(words);
    }));
}

base::Result<library::Podcast> findPodcast(Context &context, const QString &words)
{
    const auto session = context.session();
    if (!session) {
        return base::unexpected(session.error());
    }
    return context.await((*session)->library().read([words](library::Connection &connection) {
        return library::PodcastStore(connection).find(words);
    }));
}

base::Result<QString> findAudio(Context &context, const QString &words)
{
    if (QFileInfo::exists(words)) {
        return words;
    }
    const auto episode = findEpisode(context, words);
    if (!episode) {
        const bool looksLikePath =
            words.contains(QLatin1Char('/')) || words.contains(QLatin1Char('.'));
        if (looksLikePath && episode.error().code == base::ErrorCode::NotFound) {
            return base::unexpected(
                base::ErrorCode::NotFound,
                QStringLiteral("there is no file and no episode called \"%1\"").arg(words));
        }
        return base::unexpected(episode.error());
    }
    if (episode->row.filePath.isEmpty()) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("\"%1\" is not downloaded; use: download %2")
                                    .arg(episode->row.title)
                                    .arg(episode->row.id.number()));
    }
    return episode->row.filePath;
}

} // namespace app::cli
