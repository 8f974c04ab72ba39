// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace app::platform {
namespace {

using base::ErrorCode;

base::Unexpected noPlainFile(const QString &path)
{
    return base::unexpected(ErrorCode::Denied, QStringLiteral("%1 is no plain file").arg(path));
}

} // namespace

base::Result<void> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        return noPlainFile(path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    if (file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    const bool full =
        file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return base::unexpected(
        full ? ErrorCode::DiskFull : ErrorCode::Denied,
        QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
}

base::Result<QByteArray> readWholeFile(const QString &path, qint64 mostBytes)
{
    const QFileInfo there(path);
    if (!there.exists()) {
        return base::unexpected(ErrorCode::NotFound, QStringLiteral("%1 is not there").arg(path));
    }
    if (!there.isFile()) {
        return noPlainFile(path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes) {
        return base::unexpected(
            ErrorCode::TooLarge,
            QStringLiteral("%1 is larger than %2 bytes").arg(path).arg(mostBytes));
    }
    return bytes;
}

} // namespace app::platform
