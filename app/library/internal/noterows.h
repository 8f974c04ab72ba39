// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/statement.h"
#include "app/notes/note.h"

#include <optional>

namespace app::library {
class Connection;
}

namespace app::library::internal {

/// The columns readNote() reads, from notes n. The tags are not among them.
#define NOTE_COLUMNS                                                                               \
    "n.id, n.episode_id, n.podcast_title, n.feed_url, n.podcast_guid, n.episode_title,"            \
    " n.episode_guid, n.link, n.enclosure_url, n.published_ms, n.duration_ms, n.start_ms,"         \
    " n.end_ms, n.quote, n.prefix, n.suffix, n.text_offset, n.source, n.text_hash, n.speaker,"     \
    " n.text, n.color, n.created_ms, n.modified_ms, n.deleted_ms, n.starred, n.anchor_state,"      \
    " n.transcript_hash, n.audio_size_bytes, n.audio_duration_ms, n.audio_hash"

[[nodiscard]] notes::Note readNote(const Statement &statement);

/// A note with its tags; absent when there is none.
[[nodiscard]] base::Result<std::optional<notes::Note>> loadNote(Connection &connection,
                                                                const base::NoteId &id);
[[nodiscard]] base::Result<QStringList> loadTags(Connection &connection, const base::NoteId &id);

/// How a tag is spelled, which is stored folded: as its oldest note does.
[[nodiscard]] base::Result<QString> spelledTag(Connection &connection, const QString &folded);

/// Writes all of a note, and what it is found by; an episode that is not there is left out.
/// \param stored  the note that is there already, if any
[[nodiscard]] base::Result<void> storeNote(Connection &connection,
                                           const notes::Note &note,
                                           const std::optional<notes::Note> &stored);
/// Removes a note with all that is kept about it.
[[nodiscard]] base::Result<void> dropNote(Connection &connection, const base::NoteId &id);

/// A note as it reads after being stored: whole milliseconds in UTC, text that is valid Unicode.
[[nodiscard]] notes::Note asStored(const notes::Note &note);

/// A note's enumerations as the numbers of the schema.
[[nodiscard]] qint64 storedColor(notes::Color color);
[[nodiscard]] qint64 storedState(notes::AnchorState state);
/// The first of its kind for a number that is none.
[[nodiscard]] notes::Color colorOf(qint64 stored);
[[nodiscard]] notes::AnchorState stateOf(qint64 stored);

} // namespace app::library::internal
