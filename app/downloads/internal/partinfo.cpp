// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/partinfo.h"

#include "app/downloads/internal/durable.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace app::downloads::internal {

namespace {

constexpr int version = 1;
constexpr qint64 longestInfo = 65'536;

} // namespace

std::optional<PartInfo> readPartInfo(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.read(longestInfo)).object();
    if (json.value(QLatin1String("version")).toInt() != version) {
        return std::nullopt;
    }
    PartInfo info;
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
    const QString fresh = path + QStringLiteral(".new");
    QFile file(fresh);
    const QByteArray bytes = QJsonDocument(json).toJson();
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
