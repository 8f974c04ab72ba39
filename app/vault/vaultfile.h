// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::vault {

/// What of a note stands in a file, in the form it has there; only such forms are compared.
///
/// Text has "\n" line ends, no blank lines around it, and nothing it leaves open; tags that stand
/// alone at its end are tags. Tags are written as Obsidian knows them: those on the note's line of
/// tags first, then those in the text.
struct VaultNote
{
    base::NoteId id;
    QString frame; ///< heading with the time, quote, speaker and link, without the block id
    QString text;
    QStringList tags;

    bool operator==(const VaultNote &) const = default;
};

/// A note as it would stand in a file.
[[nodiscard]] VaultNote vaultNote(const notes::Note &note);

/// A tag as Obsidian knows it: letters, digits, '_', '-', '/' and what lies beyond ASCII. Empty
/// when nothing or only a number is left: such a tag is never written, and never lost for that.
[[nodiscard]] QString vaultTag(const QString &tag);

/// The section of one note: frame, block id "^h-<note id>", text, line of tags; ends in a line
/// feed. A heading of the first two levels in the text gets a backslash, for it would end it.
[[nodiscard]] QString sectionOf(const VaultNote &note);

/// A stretch of a file: a note's section, or something the user wrote.
struct VaultPart
{
    QString raw; ///< exactly as it stands there, with "\n" line ends
    std::optional<VaultNote> note;
};

/// A file in parts; all of them joined are the file.
struct VaultDocument
{
    std::vector<VaultPart> parts; ///< the first is what stands before all notes; may be empty
    bool windowsLines = false;    ///< lines end in "\r\n"
    bool byteOrderMark = false;
};

/// Reads a file that anybody may have edited.
///
/// A note is known by its block id, wherever it stands. What follows the id is the note's text, up
/// to the next note or heading of the first two levels; everything else is the user's own. Of a
/// block id that comes twice the first counts. Takes time in line with the size.
/// Errors: TooLarge (over largestVaultFile), Malformed (no UTF-8), Conflict (has the marks of a
/// merge by git that nobody has finished). Thread: any.
[[nodiscard]] base::Result<VaultDocument> parseVaultFile(const QByteArray &bytes);

/// The bytes of a file; the inverse of parseVaultFile.
[[nodiscard]] QByteArray bytesOf(const VaultDocument &document);

inline constexpr qsizetype largestVaultFile = 8 * 1024 * 1024; ///< bytes

} // namespace app::vault
