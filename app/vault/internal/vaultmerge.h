// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vaultsync.h"

namespace app::vault::internal {

/// The notes of one episode, by (start, id).
using EpisodeNotes = std::vector<const notes::Note *>;

/// A note that stands in a file, after both sides were heard.
struct MergedNote
{
    VaultNote section;  ///< as it is to stand there
    VaultNote agreed;   ///< for the base
    notes::Note edited; ///< the note with its new text and tags
    std::vector<VaultConflict> conflicts;
};

/// \param base  null: not known; then nothing that only one side has is taken for deleted
[[nodiscard]] MergedNote
mergeNote(const VaultNote *base, const notes::Note &ours, const VaultNote &theirs);

/// What becomes of a file and of its notes.
struct MergedFile
{
    VaultDocument document;
    bool changed = false; ///< the document is another than it was
    VaultBase base;       ///< without path and hash
    std::vector<notes::NoteChange> edits;
    std::vector<VaultConflict> conflicts;
};

/// \param base  null: not known
[[nodiscard]] MergedFile mergeFile(const QString &key,
                                   const VaultBase *base,
                                   const VaultDocument &document,
                                   const EpisodeNotes &notes);

/// A file for an episode that has none.
[[nodiscard]] MergedFile newFile(const QString &key, const EpisodeNotes &notes);

/// Whether the user's taking a note out of the file still holds.
[[nodiscard]] bool isTakenOut(const VaultBase *base, const VaultNote &ours);

} // namespace app::vault::internal
