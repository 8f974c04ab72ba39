// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/backups.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app::library {

/// What became of a damaged library.
struct Recovery
{
    std::optional<Backup> backup; ///< that was put in place; none: the library begins anew
    int notesFromBackup = 0;      ///< that the backup had
    int notesFromJournal = 0;     ///< that the journal added to these or brought up to date
    QString keptAside;            ///< where the damaged file is now; empty when there was none
    QStringList problems;         ///< what could not be used, one English sentence each
};

/// Puts the newest whole backup in the place of a library that Library::open calls Corrupt, and all
/// notes of the journal over it; without a backup there is a new library with the notes.
///
/// The damaged file and its log are renamed, with the date in their names; nothing is deleted. A
/// kill at any moment leaves either the old state or the new. No program may have it open. Blocks.
/// Errors: Denied, DiskFull, Unsupported (the file was written by a newer Earmark).
[[nodiscard]] base::Result<Recovery> recoverLibrary(const QString &folder,
                                                    const base::Clock &clock);

} // namespace app::library
