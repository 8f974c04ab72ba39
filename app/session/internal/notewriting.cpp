// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/notewriting.h"

#include "app/library/anchoringstore.h"
#include "app/library/episodestore.h"
#include "app/library/notestepstore.h"
#include "app/library/notestore.h"
#include "app/notes/tags.h"
#include "app/session/internal/copies.h"
#include "app/session/internal/wholeanchor.h"

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

/// The file a note's times are on once the listener has set them: the one there is, unless it is
/// the same as before, of which more may be known.
Result<notes::AudioIdentity> audioNow(Connection &connection, const Note &note)
{
    if (!note.episode.isValid()) {
        return note.audio;
    }
    const auto episode = library::EpisodeStore(connection).get(note.episode);
    if (!episode) {
        return unexpected(episode.error());
    }
    const notes::AudioIdentity copy = copyOf(*episode);
    const bool sameSize = copy.sizeBytes > 0 && copy.sizeBytes == note.audio.sizeBytes;
    const bool sameLength = copy.duration && copy.duration == note.audio.duration;
    return sameSize || sameLength || copy == notes::AudioIdentity() ? note.audio : copy;
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
    const auto anchor = wholeAnchor(connection, *episode, wanted.anchor);
    if (!anchor) {
        return unexpected(anchor.error());
    }
    Note note;
    note.id = id;
    note.episode = wanted.episode;
    note.episodeRef = referTo(*episode);
    note.start = wanted.start;
    note.end = wanted.end;
    note.anchor = *anchor;
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
    if (const auto applied = NoteStore(connection).apply(change, JournalKind::Edit, changes);
        !applied) {
        return unexpected(applied.error());
    }
    return change;
}

Result<NoteChange> changeNote(Connection &connection,
                              const base::NoteId &id,
                              const NoteWork &work,
                              const QDateTime &now,
                              JournalKind kind,
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
        if (const auto applied = store.apply(change, kind, changes); !applied) {
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
        if (const auto applied = store.apply(change, JournalKind::Anchor, changes); !applied) {
            return unexpected(applied.error());
        }
        if (const auto kept = library::AnchoringStore(connection).add(record); !kept) {
            return unexpected(kept.error());
        }
        done.push_back(change);
    }
    return done;
}

Result<NoteChanges> adjustNote(Connection &connection,
                               const base::NoteId &id,
                               timestamps::MediaTime start,
                               std::optional<timestamps::MediaTime> end,
                               const QDateTime &now,
                               Changes &changes)
{
    const auto note = NoteStore(connection).get(id);
    if (!note) {
        return unexpected(note.error());
    }
    if (note->deleted) {
        return unexpected(base::ErrorCode::Conflict,
                          QStringLiteral("the note was deleted; restore it first"));
    }
    const auto audio = audioNow(connection, *note);
    if (!audio) {
        return unexpected(audio.error());
    }
    Note there = *note;
    there.start = start;
    there.end = end;
    there.audio = *audio;
    there.anchor.state = notes::AnchorState::Exact;
    if (const auto checked = checkRange(there); !checked) {
        return unexpected(checked.error());
    }
    const auto record = notes::recordPlacement(*note, notes::placeOf(there), now);
    auto placed = applyAnchorings(connection, {record}, changes);
    return placed && placed->empty() ? NoteChanges{{id, *note, *note}} : placed;
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
    if (step.id == 0) {
        return {};
    }
    const auto noted = library::NoteStepStore(connection).setUndone(step.id, back);
    return noted || noted.error().code == base::ErrorCode::NotFound ? Result<void>() : noted;
}

Result<qint64> keepStep(Connection &connection, StepKind kind, const NoteChanges &changes)
{
    if (const auto forgotten = forgetUndone(connection); !forgotten) {
        return unexpected(forgotten.error());
    }
    return library::NoteStepStore(connection).push(stepKindName(kind), changes);
}

Result<void> forgetUndone(Connection &connection)
{
    return library::NoteStepStore(connection).forgetUndone();
}

Result<KeptSteps> keptSteps(Connection &connection)
{
    const auto stored = library::NoteStepStore(connection).list();
    if (!stored) {
        return unexpected(stored.error());
    }
    KeptSteps kept;
    for (const library::NoteStep &step : *stored) {
        if (const auto kind = noteStepKind(step.kind)) {
            (step.undone ? kept.undone : kept.done).push_back({step.id, *kind, step.changes});
        }
    }
    return kept;
}

} // namespace app::session::internal
