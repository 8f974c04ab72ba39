// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::exports {

/// What a file of notes turned out to be.
enum class ImportKind {
    JsonLines,      ///< our backup
    Json,           ///< our array of the same notes
    WebAnnotations, ///< W3C JSON-LD, or what Hypothesis' interface answers
    AudacityLabels,
    ReadwiseCsv,
    MarkdownTimes ///< times in lines of text, with PodNotes' links or plain
};

[[nodiscard]] QString importKindName(ImportKind kind); ///< "jsonl", "json", "w3c", "audacity", ...

/// What is known beside the bytes.
struct ImportHint
{
    QString fileName; ///< its base names the episode where nothing else does
    /// What notes are about that name no episode themselves. A heading of a text names none then.
    std::optional<notes::EpisodeRef> episode;
};

struct ImportedNotes
{
    ImportKind kind = ImportKind::JsonLines;
    /// In the order of the file. A note whose source says no date has none: see planImport(). A
    /// note whose source has no name for it has one made of its episode, place and words, so that
    /// the same file read twice gives the same notes.
    std::vector<notes::Note> notes;
    int nameless = 0;     ///< of them, those that an ImportHint::episode is for
    QStringList warnings; ///< one sentence in English for what was left out; at most 20 and a count
};

/// Reads notes that we or others wrote; what they are is told by their content.
///
/// Our backup is refused whole when a line of it is wrong. Of what others wrote, what is not
/// understood is left out and said.
/// Errors: Unsupported (nothing known, a newer backup, or our own Markdown export, which does not
/// hold all of a note), Malformed, TooLarge (over 1 GB). Thread: any.
[[nodiscard]] base::Result<ImportedNotes> readNotes(const QByteArray &document,
                                                    const ImportHint &hint = {});

/// What becomes of a note that is read.
enum class Incoming { Added, Changed, Known };

struct PlannedNote
{
    Incoming becomes = Incoming::Added;
    notes::Note note; ///< as it will be; as it is when it is known
};

struct ImportPlan
{
    std::vector<PlannedNote> notes; ///< each id once, in the order of the file
    int added = 0;
    int changed = 0;
    int known = 0;
};

/// What an import would do, and nothing more.
///
/// A note that is there is changed only by a newer one; one without a date never changes what the
/// listener may have edited since. Dates that are missing become \p now. \param known  the notes of
/// the library that have ids of \p incoming, the bin's too; others do no harm
[[nodiscard]] ImportPlan planImport(const std::vector<notes::Note> &known,
                                    const std::vector<notes::Note> &incoming,
                                    const QDateTime &now);

} // namespace app::exports
