// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace app::library {

class Connection;

/// A copy of the library that was made by itself.
struct Backup
{
    QString path;
    QDateTime made; ///< UTC, whole seconds
    qint64 sizeBytes = 0;

    bool operator==(const Backup &) const = default;
};

/// How many backups are kept; the oldest go.
inline constexpr int keptBackups = 10;

/// Where the backups of a library lie: <folder>/backups
[[nodiscard]] QString backupFolder(const QString &libraryFolder);

/// Newest first. Files that are not named as backups are, are none.
[[nodiscard]] std::vector<Backup> listBackups(const QString &libraryFolder);
/// The same as far as clocks can be believed: those dated over a day after \p now were made while a
/// clock was ahead, and count as older than all others.
[[nodiscard]] std::vector<Backup> listBackups(const QString &libraryFolder, const QDateTime &now);

/// Makes a backup unless there is one of this day (in UTC) already, and lets the oldest go.
///
/// A clock that was turned back does not keep it from being made, nor lets it go at once; only a
/// copy that was looked through and found whole counts. Blocks; by a connection of its own, so that
/// nobody waits for it. Errors: Denied, DiskFull, Corrupt (the library is damaged), Busy. \returns
/// whether one was made
[[nodiscard]] base::Result<bool> backUpDaily(const QString &libraryFolder,
                                             const base::Clock &clock);

/// How many notes it has, without those in the bin. Errors: Corrupt, Denied, Busy.
[[nodiscard]] base::Result<int> noteCount(const Backup &backup);

/// Makes one before the library's form changes. \param version  of the form it has until then
[[nodiscard]] base::Result<void>
backUpBeforeMigration(Connection &connection, qint64 version, const base::Clock &clock);

} // namespace app::library
