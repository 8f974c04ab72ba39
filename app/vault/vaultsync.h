// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/notes/notechange.h"
#include "app/vault/vaultbase.h"

#include <QSet>

#include <map>
#include <optional>
#include <vector>

namespace app::vault {

/// A file of the vault that is ours.
struct VaultFile
{
    QString path; ///< from the vault's folder, with '/'
    QByteArray bytes;
};

/// A file that is left as it is, and why.
struct VaultProblem
{
    QString path;
    base::Error error;

    bool operator==(const VaultProblem &) const = default;
};

/// What a vault's folder holds.
struct VaultState
{
    std::map<QString, VaultFile> files; ///< by the episode's key, wherever they were moved
    std::map<QString, VaultBase> bases; ///< the same
    QSet<QString> taken;                ///< names in the folder itself, as takenName() has them
    QSet<QString> busy; ///< episodes whose files are being written right now: left for later
    std::vector<VaultProblem> problems;
};

/// A name as file systems compare it that know no upper case and no decomposed letters.
[[nodiscard]] QString takenName(const QString &fileName);

enum class ConflictKind {
    Text,  ///< both sides changed the same lines: both stand there, ours first
    Frame, ///< the same of heading, quote or place
    Binned ///< deleted here, changed there: the section is left in the file, now the user's own
};

struct VaultConflict
{
    ConflictKind kind = ConflictKind::Text;
    base::NoteId note;
    QString path;
    QString ours;
    QString theirs;

    bool operator==(const VaultConflict &) const = default;
};

/// A file to be written, and what is then agreed on.
struct VaultWrite
{
    QString path;
    std::optional<QByteArray> bytes; ///< empty: the file is right already
    QByteArray expected; ///< hash of the file this was planned for; empty: there is none
    VaultBase base;
};

/// What is to be done, in this order: the edits, all of them, then the writes. Done the other way
/// round, a crash between the two would look as if somebody had taken the edits back.
struct VaultPlan
{
    std::vector<notes::NoteChange> edits; ///< of text and tags; `modified` is still the old one
    std::vector<VaultWrite> writes;
    std::vector<VaultConflict> conflicts;
    std::vector<VaultProblem> problems;

    [[nodiscard]] bool isDone() const { return edits.empty() && writes.empty(); }
};

/// Compares library and folder, each with what they last agreed on.
///
/// What one side changed is so on the other, what both changed is merged, and nothing either wrote
/// is dropped. Files are never deleted; notes are never deleted, and none is made. A section or
/// file that the user took out comes back once text or tags of its note (of one of its notes)
/// change. A section whose note is in the bin goes, unless it was changed; one whose note is not
/// known at all stays.
/// \param notes  all there are, those in the bin too
/// Thread: any.
[[nodiscard]] VaultPlan planVault(const VaultState &state, const std::vector<notes::Note> &notes);

} // namespace app::vault
