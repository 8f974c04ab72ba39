// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/diskspace.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace app::downloads {

namespace {

/// Left for notes and the library, which matter more than another episode.
constexpr qint64 spareBytes = 32LL * 1024 * 1024;

QString existingFolder(const QString &folder)
{
    QString path = QDir::cleanPath(QDir(folder).absolutePath());
    while (!QFileInfo::exists(path)) {
        const QString parent = QFileInfo(path).path();
        if (parent == path) {
            break;
        }
        path = parent;
    }
    return path;
}

} // namespace

base::Result<void> checkRoom(const QString &folder, qint64 neededBytes)
{
    const QStorageInfo volume(existingFolder(folder));
    // A volume that tells nothing of itself is given the benefit of the doubt.
    if (!volume.isValid() || volume.bytesTotal() <= 0) {
        return {};
    }
    const qint64 free = volume.bytesAvailable();
    if (free - spareBytes < neededBytes) {
        return unexpected(
            base::ErrorCode::DiskFull,
            QStringLiteral("%1 has %2 MB free, but %3 MB and 32 MB to spare are needed")
                .arg(volume.rootPath())
                .arg(free / 1'000'000)
                .arg(neededBytes / 1'000'000));
    }
    return {};
}

} // namespace app::downloads
