// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/journal.h"

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// Puts a change's line for the journal into the outbox, in the transaction that makes the change.
/// The line has the computer's own time, as it is for people who look for a moment.
[[nodiscard]] base::Result<void> toOutbox(Connection &connection,
                                          notes::JournalKind kind,
                                          const base::NoteId &id,
                                          const std::optional<notes::Note> &note);

/// The number of the last change this library has, whether it is in the journal or not.
[[nodiscard]] base::Result<qint64> lastSequence(Connection &connection);

/// The first that is in the outbox; 0 when it is empty.
[[nodiscard]] base::Result<qint64> firstInOutbox(Connection &connection);

/// Lets the numbers go on behind \p sequence, with an empty outbox.
[[nodiscard]] base::Result<void> restartOutbox(Connection &connection, qint64 sequence);

} // namespace app::library::internal
