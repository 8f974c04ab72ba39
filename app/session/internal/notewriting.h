// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/changes.h"
#include "app/library/connection.h"
#include "app/notes/anchorhistory.h"
#include "app/notes/journal.h"
#include "app/notes/notechange.h"
#include "app/session/internal/notesteps.h"
#include "app/session/notebook.h"

#include <functional>
#include <optional>
#include <vector>

// What is done to notes inside one transaction. Thread: the writing lane.
namespace app::session::internal {

using NoteChanges = std::vector<notes::NoteChange>;
/// Changes a note; what it does to modified is overwritten.
using NoteWork = std::function<base::Result<void>(notes::Note &note)>;

/// What Notebook::add does.
[[nodiscard]] base::Result<notes::NoteChange> addNote(library::Connection &connection,
                                                      const NewNote &wanted,
                                                      const base::NoteId &id,
                                                      const QDateTime &now,
                                                      library::Changes &changes);

/// Changes one note. Before and after are the same when there was nothing to do.
/// Errors: NotFound, Conflict (an end before its start), and those of the work.
[[nodiscard]] base::Result<notes::NoteChange> changeNote(library::Connection &connection,
                                                         const base::NoteId &id,
                                                         const NoteWork &work,
                                                         const QDateTime &now,
                                                         notes::JournalKind kind,
                                                         library::Changes &changes);

/// Lays an edit over a note.
void layOver(const NoteEdit &edit, notes::Note &note);

/// Anchors notes anew and keeps the records; those that have left the places the records begin with
/// stay. When a note was modified does not change. \returns what was changed
[[nodiscard]] base::Result<NoteChanges>
applyAnchorings(library::Connection &connection,
                const std::vector<notes::AnchoringRecord> &records,
                library::Changes &changes);

/// What Notebook::adjust does.
[[nodiscard]] base::Result<NoteChanges> adjustNote(library::Connection &connection,
                                                   const base::NoteId &id,
                                                   timestamps::MediaTime start,
                                                   std::optional<timestamps::MediaTime> end,
                                                   const QDateTime &now,
                                                   library::Changes &changes);

/// Takes a step back, or does it again, in all its notes that are still there. The number of a step
/// that is stored elsewhere meanwhile does not matter.
[[nodiscard]] base::Result<void> goStep(library::Connection &connection,
                                        const DoneStep &step,
                                        bool back,
                                        const QDateTime &now,
                                        library::Changes &changes);

/// Stores a step, and forgets what could be redone. \returns its number
[[nodiscard]] base::Result<qint64>
keepStep(library::Connection &connection, StepKind kind, const NoteChanges &changes);

/// Nothing that is undone can be done again.
[[nodiscard]] base::Result<void> forgetUndone(library::Connection &connection);

/// The steps that are stored, oldest first.
struct KeptSteps
{
    std::vector<DoneStep> done;
    std::vector<DoneStep> undone; ///< what redo does next comes first
};

[[nodiscard]] base::Result<KeptSteps> keptSteps(library::Connection &connection);

} // namespace app::session::internal
