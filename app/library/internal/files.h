// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// Copies all of a database as it is at this moment into \p path, replacing what is there only when
/// the copy is whole and on disk. The copy is one file, without a write-ahead log.
/// Errors: Denied, DiskFull, Corrupt, Busy. \returns its size in bytes
[[nodiscard]] base::Result<qint64> copyDatabase(Connection &source, const QString &path);

/// Looks through all of a database. Errors: Corrupt (detail names the file), Denied, Busy.
[[nodiscard]] base::Result<void> checkWhole(const QString &path);

/// Removes a database of our own with its logs.
void removeDatabase(const QString &path);

/// Renames a file over another in one step. Errors: Denied.
[[nodiscard]] base::Result<void> replaceFile(const QString &from, const QString &to);

/// Makes a second name for a file, or a copy where that cannot be done. Errors: Denied, Conflict.
[[nodiscard]] base::Result<void> keepUnder(const QString &path, const QString &newName);

/// Has the system write a folder's list of names to disk, where there is such a thing.
void syncFolder(const QString &folder);

/// Whether an error number of the system says that nothing more fits: the disk is full, so much is
/// all one may have, or a file cannot become longer.
[[nodiscard]] bool meansNoRoom(int systemError);

/// The first name of the form "stem", "stem-2", ... that is not taken.
[[nodiscard]] QString freeName(const QString &stem);

} // namespace app::library::internal
