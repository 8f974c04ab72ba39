// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QByteArray>
#include <QDateTime>

#include <map>
#include <optional>
#include <vector>

namespace app::notes {

/// What made a change, for people who read the journal; replaying does not depend on it.
enum class JournalKind { Edit, Undo, Redo, Anchor, Import, Vault, Snapshot };

[[nodiscard]] QString journalKindName(JournalKind kind); ///< "edit", ... as written
[[nodiscard]] std::optional<JournalKind> journalKindFromName(const QString &name);

/// One change of one note. A note in the bin has its date of deletion; one that is gone for good
/// has no state any more.
struct JournalEntry
{
    qint64 sequence = 0; ///< from 1, each one more than the last of the journal
    QDateTime when;      ///< UTC, whole milliseconds
    JournalKind kind = JournalKind::Edit;
    base::NoteId id;
    std::optional<Note> note; ///< whole, after the change

    bool operator==(const JournalEntry &) const = default;
};

/// An entry as its line, with the line feed: `{"checksum":"<16
/// hex>","id":…,"kind":…,"note":{…}|null, "seq":…,"v":1,"when":…}`. The checksum is the start of
/// the SHA-256 of all behind its comma. Append it in one write and sync before the change is
/// acknowledged. Lossless, but a note's dates lose what is finer than a millisecond.
[[nodiscard]] QByteArray journalLine(const JournalEntry &entry);

/// Reads one line, with or without its line feed.
/// Errors: Corrupt (torn or altered), Malformed (whole, but no entry), Unsupported (written by a
/// newer version), TooLarge (over 16 MB).
[[nodiscard]] base::Result<JournalEntry> readJournalLine(QByteArrayView line);

/// A line that could not be used, or was used in doubt.
struct JournalProblem
{
    qsizetype line = 0; ///< from 1
    base::Error error;

    bool operator==(const JournalProblem &) const = default;
};

/// What a journal says.
struct JournalReplay
{
    std::map<base::NoteId, Note> notes;   ///< those in the bin too
    qint64 lastSequence = 0;              ///< the highest; 0 of an empty journal
    qsizetype entries = 0;                ///< that were used
    qsizetype repeated = 0;               ///< that were there before, word for word
    std::vector<JournalProblem> problems; ///< the first 1,000
    qsizetype problemCount = 0;
    /// The last line is cut: a writer that was killed, whose change was never acknowledged. Not
    /// among the problems.
    bool tornEnd = false;
    /// Append a line feed before the next entry, or it becomes part of the last line.
    bool needsLineFeed = false;
};

/// Rebuilds all notes. Of each note the entry with the highest sequence counts, of several with the
/// same the last; lines that are not whole are passed over, and an entry glued to the end of a torn
/// one is found. Reported as well: sequences that are missing, used twice or out of order.
/// Never fails; takes one pass. Thread: any.
[[nodiscard]] JournalReplay replayJournal(QByteArrayView journal);

} // namespace app::notes
