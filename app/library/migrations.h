// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace app::library {

class Connection;

/// One step from the schema before it to version \p version; only SQL.
struct Migration
{
    int version = 0;
    QByteArray sql;
};

/// Every file of app/library/schema, oldest first; their versions count from 1 without gaps.
[[nodiscard]] const std::vector<Migration> &allMigrations();

/// What a file is before anything is done to it.
struct FileFacts
{
    bool isNew = true; ///< absent, empty, or made by a program that was killed before it wrote more
    int version = 0;
};

/// Looks at a library file without changing it.
/// Errors: Corrupt (damaged, or not a library at all), Unsupported (newer than \p newestVersion),
/// Denied, Busy.
[[nodiscard]] base::Result<FileFacts> inspectFile(const QString &path, int newestVersion);

/// Brings a database to the newest version, each step in a transaction of its own. What was there
/// is first copied among the backups (backups.h).
/// Errors: Unsupported (newer), Denied, DiskFull, Corrupt, Busy.
[[nodiscard]] base::Result<void>
migrate(Connection &connection, const std::vector<Migration> &migrations, const base::Clock &clock);

/// The same for what is a copy already. Errors: as migrate().
[[nodiscard]] base::Result<void> migrateCopy(Connection &connection,
                                             const std::vector<Migration> &migrations);

} // namespace app::library
