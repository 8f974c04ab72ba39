// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/connection.h"
#include "app/library/records.h"
#include "app/notes/anchorhistory.h"
#include "app/notes/reanchor.h"
#include "app/session/transcriptservice.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace app::session::internal {

/// A note with where it stood before, oldest first.
struct AnchoredNote
{
    notes::Note note;
    std::vector<notes::AnchoringRecord> history;
};

/// The notes of an episode, those in the bin too, and the transcripts they were taken from.
struct AnchoredNotes
{
    std::vector<AnchoredNote> notes;
    std::map<QString, library::TranscriptRecord> origins; ///< by hash, as far as they are kept
};

/// Thread: a lane.
[[nodiscard]] base::Result<AnchoredNotes> readAnchored(library::Connection &connection,
                                                       base::EpisodeId episode);

/// Where the search for a note's words has to begin. What became known of its sound since does not
/// matter.
[[nodiscard]] notes::NotePlace firmPlaceOf(const AnchoredNote &anchored);

/// The transcript a note's times came from first: the one its oldest place is in.
[[nodiscard]] QString originOf(const AnchoredNote &anchored);

/// Whether a note neither stands in a text already nor was taken back from it.
[[nodiscard]] bool isToBeSought(const AnchoredNote &anchored, const notes::AnchorText &text);

/// Which notes are sought, and for what.
struct AnchorWish
{
    /// Only these, wherever they stand now; empty: those that do not stand in the text yet, but for
    /// what was undone in it.
    std::vector<base::NoteId> only;
    notes::AudioIdentity audio; ///< the copy the text belongs to; unknown: that of the notes
    QDateTime now;
};

/// Seeks notes in the text an episode is read with now.
/// \param cancelled  looked at for each note; what was found until then is given
/// \returns what is to be done, one record for each note that moves; none for those that stay
/// Thread: a worker.
[[nodiscard]] std::vector<notes::AnchoringRecord> seekNotes(const AnchoredNotes &notes,
                                                            const LoadedTranscript &transcript,
                                                            const AnchorWish &wish,
                                                            const std::function<bool()> &cancelled);

/// Takes the last anchoring of a note back. Errors: NotFound (there is none), Conflict (the note
/// was moved since). Thread: the writing lane. \returns the note
[[nodiscard]] base::Result<notes::Note> undoLastAnchoring(library::Connection &connection,
                                                          const base::NoteId &id,
                                                          library::Changes &changes);

} // namespace app::session::internal
