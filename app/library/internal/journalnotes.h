// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/internal/journalfile.h"

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// Adds what makes a journal say the same as the library: each note that it has not, or has
/// otherwise, and that a note is gone. Replaces what the outbox would say.
[[nodiscard]] base::Result<void> snapshotInto(Connection &connection, JournalFile &file);

/// What a library knows of its journal.
struct KnownPart
{
    qint64 last = 0;        ///< number of the last line it knows
    bool wentApart = false; ///< what is in its outbox is newer than any line
};

/// Brings the notes up to date that the journal speaks of behind the known part, and attaches them
/// to their episodes. \returns how many came, changed or went
[[nodiscard]] base::Result<int>
takeFrom(Connection &connection, JournalFile &file, KnownPart known, Changes &changes);

} // namespace app::library::internal
