// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/diskspace.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

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
    // Asked of the file system itself: a list of mounted volumes may not hold this one.
    const QString there = existingFolder(folder);
    std::error_code problem;
    const std::filesystem::space_info volume =
        std::filesystem::space(std::filesystem::path(there.toStdU16String()), problem);
    // A volume that tells nothing of itself is given the benefit of the doubt.
    if (problem || volume.capacity == 0) {
        return {};
    }
    const auto free = static_cast<qint64>(
        std::min(volume.available, std::uintmax_t(std::numeric_limits<qint64>::max())));
    if (free - spareBytes < neededBytes) {
        return unexpected(
            base::ErrorCode::DiskFull,
            QStringLiteral("%1 has %2 MB free, but %3 MB and 32 MB to spare are needed")
                .arg(there)
                .arg(free / 1'000'000)
                .arg((neededBytes + 999'999) / 1'000'000));
    }
    return {};
}

} // namespace app::downloads
