// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/chaptersjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace app::feeds {
namespace {

constexpr qsizetype maxBytes = 8 * 1024 * 1024;
constexpr double maxSeconds = 1000.0 * 3600.0;

std::optional<timestamps::MediaTime> readPlace(const QJsonValue &value)
{
    // Some publishers write numbers as strings.
    bool ok = value.isDouble();
    const double seconds = ok ? value.toDouble() : value.toString().toDouble(&ok);
    if (!ok || !(seconds >= 0.0) || seconds > maxSeconds) {
        return std::nullopt;
    }
    return timestamps::MediaTime::fromMs(std::llround(seconds * 1000.0));
}

} // namespace

base::Result<timestamps::Chapters> readChaptersJson(const QByteArray &document)
{
    if (document.size() > maxBytes) {
        return base::unexpected(base::ErrorCode::TooLarge,
                                QStringLiteral("the chapters file is larger than 8 MB"));
    }
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(document, &problem);
    if (json.isNull()) {
        return base::unexpected(base::ErrorCode::Malformed,
                                QStringLiteral("the chapters file is not JSON: ")
                                    + problem.errorString());
    }
    const QJsonValue list = json.object().value(QLatin1String("chapters"));
    if (!list.isArray()) {
        return base::unexpected(base::ErrorCode::Malformed,
                                QStringLiteral("the chapters file holds no chapters"));
    }
    timestamps::Chapters chapters;
    for (const QJsonValue &value : list.toArray()) {
        const QJsonObject object = value.toObject();
        const auto start = readPlace(object.value(QLatin1String("startTime")));
        if (!start) {
            continue;
        }
        timestamps::Chapter chapter;
        chapter.start = *start;
        chapter.end = readPlace(object.value(QLatin1String("endTime")));
        if (chapter.end && *chapter.end <= chapter.start) {
            chapter.end.reset();
        }
        chapter.title = object.value(QLatin1String("title")).toString().simplified();
        chapter.url = object.value(QLatin1String("url")).toString();
        chapter.image = object.value(QLatin1String("img")).toString();
        chapter.hasImage = !chapter.image.isEmpty();
        chapter.listed = object.value(QLatin1String("toc")).toBool(true);
        chapters.push_back(std::move(chapter));
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

QByteArray writeChaptersJson(const timestamps::Chapters &chapters, const QString &episodeTitle)
{
    QJsonArray list;
    for (const timestamps::Chapter &chapter : chapters) {
        QJsonObject object{{QStringLiteral("startTime"), chapter.start.seconds()}};
        const auto insert = [&object](const QString &key, const QString &text) {
            if (!text.isEmpty()) {
                object.insert(key, text);
            }
        };
        insert(QStringLiteral("title"), chapter.title);
        insert(QStringLiteral("url"), chapter.url);
        insert(QStringLiteral("img"), chapter.image);
        if (chapter.end) {
            object.insert(QStringLiteral("endTime"), chapter.end->seconds());
        }
        if (!chapter.listed) {
            object.insert(QStringLiteral("toc"), false);
        }
        list.append(object);
    }
    QJsonObject document{{QStringLiteral("version"), QStringLiteral("1.2.0")},
                         {QStringLiteral("chapters"), list}};
    if (!episodeTitle.isEmpty()) {
        document.insert(QStringLiteral("title"), episodeTitle);
    }
    return QJsonDocument(document).toJson();
}

} // namespace app::feeds
