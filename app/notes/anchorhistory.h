// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"
#include "app/notes/reanchor.h"

#include <QDateTime>

#include <vector>

namespace app::notes {

/// All that says where a note belongs, and on which recording.
struct NotePlace
{
    Anchor anchor;
    timestamps::MediaTime start;
    std::optional<timestamps::MediaTime> end;
    AudioIdentity audio;

    bool operator==(const NotePlace &) const = default;
};

[[nodiscard]] NotePlace placeOf(const Note &note);

/// One anchoring of one note, whole before and after: enough to do it again and to take it back.
struct AnchoringRecord
{
    base::NoteId note;
    QDateTime when; ///< UTC
    AnchorMethod method = AnchorMethod::Exact;
    double score = 0;
    NotePlace before;
    NotePlace after;
    bool undone = false;

    bool operator==(const AnchoringRecord &) const = default;
};

/// What an anchoring does to a note. Empty when it changes nothing.
///
/// Times follow the words when the text belongs to another recording than the note's times, or
/// when the words moved; else the listener's own times stay. A moment stays a moment.
/// \param audio  the recording the text belongs to; one without size and duration: the same
[[nodiscard]] std::optional<AnchoringRecord> recordAnchoring(const Note &note,
                                                             const Anchoring &anchoring,
                                                             const AnchorText &text,
                                                             const AudioIdentity &audio,
                                                             const QDateTime &when);

/// The listener puts the note there.
[[nodiscard]] AnchoringRecord
recordPlacement(const Note &note, const NotePlace &place, const QDateTime &when);

/// The listener has looked and agrees: the place is exact from now on. Empty when it was.
[[nodiscard]] std::optional<AnchoringRecord> confirmAnchoring(const Note &note,
                                                              const QDateTime &when);

/// The note at the record's new place; all else, when it was modified too, stays as it is.
/// Errors: Conflict (the note is another, or has left the place the record begins with).
[[nodiscard]] base::Result<Note> applyAnchoring(const Note &note, const AnchoringRecord &record);

/// The note at the record's old place; undone twice in a row changes nothing more.
/// Errors: Conflict (the note is another, or has left the place the record led to).
[[nodiscard]] base::Result<Note> undoAnchoring(const Note &note, const AnchoringRecord &record);

/// The last place whose words the listener took or agreed to, or that were found without doubt:
/// where the next search has to begin, lest doubts add up.
/// \param history  of this note, oldest first; undone records do not count
[[nodiscard]] NotePlace firmPlace(const Note &note, const std::vector<AnchoringRecord> &history);

/// Whether the listener set the note's times by hand, as far as they are those it has now. They
/// were heard, and no text knows better. \param history  of this note, oldest first; undone records
/// do not count
[[nodiscard]] bool timesAreChosen(const Note &note, const std::vector<AnchoringRecord> &history);

} // namespace app::notes
