// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace app::exports {

/// One way of writing notes.
struct ExportFormat
{
    QString id;              ///< as the command line names it: "markdown"
    QString fileSuffix;      ///< without the full stop: "md"
    bool perEpisode = false; ///< one file per episode; else one in all
    bool isText = false;     ///< made from a template that the user may change

    bool operator==(const ExportFormat &) const = default;
};

/// Every format, in the order in which they are offered.
[[nodiscard]] const std::vector<ExportFormat> &exportFormats();
[[nodiscard]] std::optional<ExportFormat> exportFormat(const QString &id);

/// What the user chose. The lossless formats (jsonl, json, w3c) hold everything whatever is said
/// here.
struct ExportOptions
{
    bool tags = true;
    bool colors = true;
    std::map<notes::Color, QString> colorNames; ///< what the user calls them; others: "yellow", ...
    /// Audio beside the text: a path relative to the written file, with '/'.
    QHash<base::NoteId, QString> clips;
    /// In place of the format's own template; pdf takes one for html. Empty: the format's own.
    QString templateText;
    /// The text that has this Anchor::textHash, or nothing: w3c counts offsets in code points,
    /// which only the text itself tells. Called from the thread that exports.
    std::function<std::optional<QString>(const QString &textHash)> textOf;
};

struct ExportedFile
{
    QString name; ///< with suffix, safe on every system, unique among the files whatever its case
    QByteArray bytes;

    bool operator==(const ExportedFile &) const = default;
};

/// Told how many notes are done of how many; answers false to stop.
using ExportProgress = std::function<bool(qsizetype done, qsizetype total)>;

/// Writes notes in a format.
///
/// The order is (episode date, feed, guid, start, id) whatever it is in \p notes; the same input
/// gives the same bytes. Deleted notes are left out, except of jsonl. Outside text is escaped as
/// the format wants it. No notes, or stopped by \p progress: no files, and no error. \param format
/// an id of exportFormats() Errors: NotFound (no such format), Malformed (the template; detail has
/// the line), TooLarge (a template that makes over 1 GB), Unsupported (pdf without a
/// QGuiApplication). Thread: any; takes seconds for 100,000 notes.
[[nodiscard]] base::Result<std::vector<ExportedFile>>
exportNotes(const std::vector<notes::Note> &notes,
            const QString &format,
            const ExportOptions &options = {},
            const ExportProgress &progress = {});

} // namespace app::exports
