// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/notechange.h"
#include "app/session/history.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace app::session::internal {

/// Something done to notes that can be undone, and the number it is stored under.
struct DoneStep
{
    qint64 id = 0; ///< 0 when it is not stored
    StepKind kind = StepKind::NoteEdited;
    std::vector<notes::NoteChange> changes;
};

/// The name a step is stored under.
[[nodiscard]] QString stepKindName(StepKind kind);
/// Of steps with notes; empty for others, and for what a newer version wrote.
[[nodiscard]] std::optional<StepKind> noteStepKind(const QString &name);

/// A note with what differs between two of its states brought from the one to the other; what was
/// changed since and does not differ stays. Tags are added and taken away one by one.
[[nodiscard]] notes::Note
carryOver(const notes::Note &present, const notes::Note &from, const notes::Note &to);

/// What a note becomes when a change is taken back, or done again. Taken back, a new note goes to
/// the bin rather than out of the world. Whose change it is not, stays as it is.
[[nodiscard]] notes::Note
takenBack(const notes::Note &present, const notes::NoteChange &change, const QDateTime &now);
[[nodiscard]] notes::Note doneAgain(const notes::Note &present, const notes::NoteChange &change);

} // namespace app::session::internal
