// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/partinfo.h"

#include "app/downloads/internal/durable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace app::downloads::internal {

namespace {

/// Since 2 the bytes that are there are listed.
constexpr int version = 2;
constexpr qint64 longestInfo = 65'536;
constexpr size_t mostRanges = 1000;

using Ranges = std::vector<media::ByteRange>;

std::optional<Ranges> readRanges(const QJsonArray &list)
{
    Ranges ranges;
    for (const QJsonValue &each : list) {
        const QJsonArray pair = each.toArray();
        const media::ByteRange range{pair.at(0).toInteger(-1), pair.at(1).toInteger(-1)};
        if (pair.size() != 2 || range.start < 0 || range.end <= range.start) {
            return std::nullopt;
        }
        ranges.push_back(range);
    }
    return ranges;
}

QJsonArray rangesToJson(Ranges ranges)
{
    if (ranges.size() > mostRanges) {
        const auto longer = [](const media::ByteRange &a, const media::ByteRange &b) {
            return a.end - a.start > b.end - b.start;
        };
        std::nth_element(ranges.begin(), ranges.begin() + mostRanges, ranges.end(), longer);
        ranges.resize(mostRanges);
    }
    QJsonArray list;
    for (const media::ByteRange &range : ranges) {
        list.append(QJsonArray{range.start, range.end});
    }
    return list;
}

} // namespace

std::optional<PartInfo> readPartInfo(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.read(longestInfo)).object();
    const int written = json.value(QLatin1String("version")).toInt();
    if (written < 1 || written > version) {
        return std::nullopt;
    }
    PartInfo info;
    if (written > 1) {
        info.ranges = readRanges(json.value(QLatin1String("ranges")).toArray());
        if (!info.ranges) {
            return std::nullopt;
        }
    }
    info.address = json.value(QLatin1String("url")).toString();
    info.validator = json.value(QLatin1String("validator")).toString().toUtf8();
    if (const QJsonValue total = json.value(QLatin1String("total")); total.isDouble()) {
        const qint64 bytes = total.toInteger(-1);
        if (bytes < 0) {
            return std::nullopt;
        }
        info.totalBytes = bytes;
    }
    return info;
}

base::Result<void> writePartInfo(const QString &path, const PartInfo &info)
{
    QJsonObject json{{QStringLiteral("version"), version},
                     {QStringLiteral("url"), info.address},
                     {QStringLiteral("validator"), QString::fromUtf8(info.validator)},
                     {QStringLiteral("total"), QJsonValue::Null}};
    if (info.totalBytes) {
        json.insert(QStringLiteral("total"), *info.totalBytes);
    }
    json.insert(QStringLiteral("ranges"), rangesToJson(info.ranges.value_or(Ranges())));
    const QString fresh = path + QStringLiteral(".new");
    QFile file(fresh);
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        || file.write(bytes) != bytes.size()) {
        const base::Error error = writeError(file);
        file.remove();
        return base::unexpected(error);
    }
    file.close();
    return replaceFile(fresh, path);
}

QString keptAddress(const QString &address)
{
    return QUrl(address).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace app::downloads::internal
