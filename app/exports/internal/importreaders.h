// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exports/importer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace app::exports::internal {

/// Gathers what a reader finds: limits it, and names what has no name.
class NoteCollector
{
public:
    NoteCollector(ImportKind kind, const ImportHint &hint)
        : m_hint(hint)
    {
        m_notes.kind = kind;
    }

    /// A note without an id gets one made of its episode, place and words.
    void add(notes::Note note);
    /// A note whose source names no episode, or only as a heading or a file does: it is about the
    /// one of the hint, else about the one it has, else about one named like the file.
    void addNameless(notes::Note note);
    /// \param where  such as "line 3"
    void leaveOut(const QString &where, const QString &why);

    [[nodiscard]] bool isFull() const;

    [[nodiscard]] bool isEmpty() const { return m_notes.notes.empty(); }

    /// Errors: Malformed (nothing was understood; the detail is the first warning).
    [[nodiscard]] base::Result<ImportedNotes> take();

private:
    const ImportHint &m_hint;
    ImportedNotes m_notes;
    int m_leftOut = 0;
};

/// Such a reader answers nothing when a text is not of its kind.
using TextReader = std::optional<base::Result<ImportedNotes>> (*)(const QString &text,
                                                                  const ImportHint &hint);

/// Columns by their names: those of imports into Readwise, and of its exports. Rows without a time
/// are of books and pages, and left out.
[[nodiscard]] std::optional<base::Result<ImportedNotes>> readReadwise(const QString &text,
                                                                      const ImportHint &hint);

/// A label track. Source: Audacity manual, "Importing and Exporting Labels".
[[nodiscard]] std::optional<base::Result<ImportedNotes>> readLabels(const QString &text,
                                                                    const ImportHint &hint);

/// Lines that begin with a time, as "- 4:30 words", and lines with PodNotes' links
/// [04:30](obsidian://podnotes?episodeName=...&url=...&time=270). What follows without a time of
/// its own, up to a blank line or heading, belongs to the note before it.
[[nodiscard]] std::optional<base::Result<ImportedNotes>> readMarkdownTimes(const QString &text,
                                                                           const ImportHint &hint);

/// The annotations of a collection, a page, an answer of Hypothesis ("rows"), an array, or the one
/// that it is.
[[nodiscard]] QJsonArray annotationsOf(const QJsonDocument &document);

/// Source: W3C Web Annotation Data Model; Hypothesis' API.
void readWebAnnotations(const QJsonArray &annotations, NoteCollector &collector);

/// What the format json writes.
[[nodiscard]] base::Result<std::vector<notes::Note>> readNoteArray(const QJsonArray &items);

/// The rows of comma-separated values, of at most so many columns and cells.
/// Source: RFC 4180; a quote that is never closed ends with the text.
[[nodiscard]] std::vector<QStringList> csvRows(const QString &text);

} // namespace app::exports::internal
