// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/notewriting.h"

#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/notes/tags.h"

#include <QFileInfo>

namespace app::session::internal {
namespace {

using base::Result;
using base::unexpected;
using library::Changes;
using library::Connection;
using library::NoteStore;
using notes::JournalKind;
using notes::Note;
using notes::NoteChange;

QStringList allTags(const QStringList &given, const QString &text)
{
    return notes::cleanTags(given + notes::tagsInText(text));
}

Result<void> checkRange(const Note &note)
{
    if (note.start < timestamps::MediaTime() || (note.end && *note.end < note.start)) {
        return unexpected(base::ErrorCode::Conflict,
                          QStringLiteral("a note's end lies before its start"));
    }
    return {};
}

/// As far as the library knows; what sound is in the file is found out later.
notes::AudioIdentity copyOf(const library::Episode &episode)
{
    notes::AudioIdentity audio;
    if (!episode.row.filePath.isEmpty()) {
        audio.sizeBytes = QFileInfo(episode.row.filePath).size();
    }
    if (episode.durationIsExact) {
        audio.duration = episode.row.duration;
    }
    return audio;
}

} // namespace

Result<NoteChange> addNote(Connection &connection,
                           const NewNote &wanted,
                           const base::NoteId &id,
                           const QDateTime &now,
                           Changes &changes)
{
    const auto episode = library::EpisodeStore(connection).get(wanted.episode);
    if (!episode) {
        return unexpected(episode.error());
    }
    Note note;
    note.id = id;
    note.episode = wanted.episode;
    note.episodeRef = referTo(*episode);
    note.start = wanted.start;
    note.end = wanted.end;
    note.anchor = wanted.anchor;
    note.text = wanted.text;
    note.tags = allTags(wanted.tags, wanted.text);
    note.color = wanted.color;
    note.created = now;
    note.modified = now;
    note.starred = wanted.starred;
    note.audio = copyOf(*episode);
    if (const auto checked = checkRange(note); !checked) {
        return unexpected(checked.error());
    }
    const NoteChange change{id, std::nullopt, note};
    if (const auto applied = NoteStore(connection).apply(change, changes); !applied) {
        return unexpected(applied.error());
    }
    return change;
}

Result<NoteChange> changeNote(Connection &connection,
                              const base::NoteId &id,
                              const NoteWork &work,
                              const QDateTime &now,
                              JournalKind,
                              Changes &changes)
{
    NoteStore store(connection);
    const auto before = store.get(id);
    if (!before) {
        return unexpected(before.error());
    }
    Note after = *before;
    if (const auto worked = work(after); !worked) {
        return unexpected(worked.error());
    }
    if (const auto checked = checkRange(after); !checked) {
        return unexpected(checked.error());
    }
    NoteChange change{id, *before, after};
    if (after != *before) {
        change.after->modified = now;
        if (const auto applied = store.apply(change, changes); !applied) {
            return unexpected(applied.error());
        }
    }
    return change;
}

void layOver(const NoteEdit &edit, Note &note)
{
    note.text = edit.text.value_or(note.text);
    QStringList tags = edit.tags.value_or(note.tags) + edit.addTags;
    tags.removeIf(
        [&edit](const QString &tag) { return edit.removeTags.contains(tag, Qt::CaseInsensitive); });
    if (edit.tags || edit.text || tags != note.tags) {
        note.tags = allTags(tags, note.text);
    }
    note.color = edit.color.value_or(note.color);
    note.start = edit.start.value_or(note.start);
    note.end = edit.end.value_or(note.end);
    note.anchor = edit.anchor.value_or(note.anchor);
    note.anchor.quote = edit.quote.value_or(note.anchor.quote);
    note.starred = edit.starred.value_or(note.starred);
}

Result<NoteChanges> applyAnchorings(Connection &connection,
                                    const std::vector<notes::AnchoringRecord> &records,
                                    Changes &changes)
{
    NoteStore store(connection);
    NoteChanges done;
    for (const notes::AnchoringRecord &record : records) {
        const auto before = store.get(record.note);
        if (!before && before.error().code == base::ErrorCode::NotFound) {
            continue;
        }
        if (!before) {
            return unexpected(before.error());
        }
        const auto after = notes::applyAnchoring(*before, record);
        if (!after || *after == *before) {
            continue;
        }
        const NoteChange change{record.note, *before, *after};
        if (const auto applied = store.apply(change, changes); !applied) {
            return unexpected(applied.error());
        }
        done.push_back(change);
    }
    return done;
}

Result<void> goStep(
    Connection &connection, const DoneStep &step, bool back, const QDateTime &now, Changes &changes)
{
    const JournalKind kind = back ? JournalKind::Undo : JournalKind::Redo;
    for (const NoteChange &change : step.changes) {
        const auto work = [&](Note &note) -> Result<void> {
            note = back ? takenBack(note, change, now) : doneAgain(note, change);
            return {};
        };
        const auto gone = changeNote(connection, change.id, work, now, kind, changes);
        if (!gone && (gone.error().code != base::ErrorCode::NotFound || step.changes.size() == 1)) {
            return unexpected(gone.error());
        }
    }
    return {};
}

} // namespace app::session::internal
