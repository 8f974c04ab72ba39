// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/exporter.h"
#include "app/exports/internal/notefiller.h"
#include "app/exports/internal/notegroups.h"

namespace app::exports::internal {

/// One file of notes. Each counts its notes and ends early when it is to stop.
using FormatWriter = QByteArray (*)(const std::vector<NoteGroup> &groups,
                                    const ExportOptions &options,
                                    NoteCounter &counter);

/// Comma-separated values for spreadsheets. A cell that one would take for a formula gets an
/// apostrophe before it. Source: RFC 4180; OWASP, "CSV Injection".
[[nodiscard]] QByteArray
writeCsv(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);

/// What Readwise imports: Highlight, Title, Author, URL, Note, Location (in seconds), Date.
[[nodiscard]] QByteArray writeReadwise(const std::vector<NoteGroup> &groups,
                                       const ExportOptions &options,
                                       NoteCounter &counter);

/// What Anki imports, and updates when it is imported again. Source: Anki manual, "Text Files".
[[nodiscard]] QByteArray
writeAnki(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);

/// A label track. Source: Audacity manual, "Importing and Exporting Labels".
[[nodiscard]] QByteArray writeAudacity(const std::vector<NoteGroup> &groups,
                                       const ExportOptions &options,
                                       NoteCounter &counter);

/// Cues of what was noted; a moment lasts three seconds. Source: WebVTT (W3C), 4.
[[nodiscard]] QByteArray
writeVtt(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);
[[nodiscard]] QByteArray
writeSrt(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);

/// An array of the objects that JSON Lines have, one to a line.
[[nodiscard]] QByteArray
writeJson(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);

/// An AnnotationCollection with one page. What the model has no word for is in "earmark:note".
/// Source: W3C Web Annotation Data Model; Media Fragments URI 1.0.
[[nodiscard]] QByteArray writeWebAnnotations(const std::vector<NoteGroup> &groups,
                                             const ExportOptions &options,
                                             NoteCounter &counter);

/// One entry per note, with its time.
[[nodiscard]] QByteArray writeBibtex(const std::vector<NoteGroup> &groups,
                                     const ExportOptions &options,
                                     NoteCounter &counter);

/// The same in CSL-JSON. Source: Citation Style Language 1.0.2, type broadcast.
[[nodiscard]] QByteArray
writeCsl(const std::vector<NoteGroup> &groups, const ExportOptions &options, NoteCounter &counter);

/// A page of HTML on A4 pages. The same page gives the same bytes.
/// Errors: Unsupported (no QGuiApplication, which knows the fonts).
[[nodiscard]] base::Result<QByteArray> writePdf(const QByteArray &html);

} // namespace app::exports::internal
