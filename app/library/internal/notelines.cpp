// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/notelines.h"

#include "app/notes/journal.h"

namespace app::library::internal {

QString noteLine(const base::NoteId &id, const std::optional<notes::Note> &note)
{
    return QString::fromUtf8(
        notes::journalLine({1, QDateTime(), notes::JournalKind::Snapshot, id, note}));
}

std::optional<std::vector<std::pair<base::NoteId, std::optional<notes::Note>>>>
readNoteLines(const QString &lines)
{
    std::vector<std::pair<base::NoteId, std::optional<notes::Note>>> read;
    for (const QByteArray &line : lines.toUtf8().split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        auto entry = notes::readJournalLine(line);
        if (!entry) {
            return std::nullopt;
        }
        read.emplace_back(entry->id, std::move(entry->note));
    }
    return read;
}

} // namespace app::library::internal
