// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace app::platform {
namespace {

using base::ErrorCode;

constexpr qint64 pieceBytes = 1 << 20;

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
        return base::unexpected(ErrorCode::NotFound,
                                QStringLiteral("there is no file %1").arg(path));
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
    const auto tooLarge = [&path, mostBytes] {
        return base::unexpected(
            ErrorCode::TooLarge,
            QStringLiteral("%1 is larger than %2 bytes").arg(path).arg(mostBytes));
    };
    if (file.size() > mostBytes) {
        return tooLarge();
    }
    QByteArray bytes = file.read(file.size() + 1);
    // It may have grown, and some that have much say they have nothing, as in /proc.
    for (QByteArray more = bytes; !more.isEmpty() && bytes.size() <= mostBytes;) {
        more = file.read(std::min(mostBytes + 1 - bytes.size(), pieceBytes));
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    return bytes.size() > mostBytes ? base::Result<QByteArray>(tooLarge()) : bytes;
}

} // namespace app::platform
