// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notebook.h"

#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/notes/noteid.h"
#include "app/notes/tags.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QRandomGenerator>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::Durability;
using library::NoteStore;
using notes::Note;
using notes::NoteChange;

QStringList allTags(const QStringList &given, const QString &text)
{
    return notes::cleanTags(given + notes::tagsInText(text));
}

base::Result<void> checkRange(const Note &note)
{
    if (note.start < timestamps::MediaTime() || (note.end && *note.end < note.start)) {
        return base::unexpected(base::ErrorCode::Conflict,
                                QStringLiteral("a note's end lies before its start"));
    }
    return {};
}

base::Result<NoteChange> addNote(Connection &connection,
                                 const NewNote &wanted,
                                 const base::NoteId &id,
                                 const QDateTime &now,
                                 Changes &changes)
{
    const auto episode = library::EpisodeStore(connection).get(wanted.episode);
    if (!episode) {
        return base::unexpected(episode.error());
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
    if (const auto checked = checkRange(note); !checked) {
        return base::unexpected(checked.error());
    }
    const NoteChange change{id, std::nullopt, note};
    if (const auto applied = NoteStore(connection).apply(change, changes); !applied) {
        return base::unexpected(applied.error());
    }
    return change;
}

base::Result<NoteChange> changeNote(Connection &connection,
                                    const base::NoteId &id,
                                    const std::function<base::Result<void>(Note &)> &edit,
                                    const QDateTime &now,
                                    Changes &changes)
{
    NoteStore store(connection);
    auto before = store.get(id);
    if (!before) {
        return base::unexpected(before.error());
    }
    Note after = *before;
    if (const auto edited = edit(after); !edited) {
        return base::unexpected(edited.error());
    }
    if (const auto checked = checkRange(after); !checked) {
        return base::unexpected(checked.error());
    }
    if (after != *before) {
        after.modified = now;
        if (const auto applied = store.apply({id, *before, after}, changes); !applied) {
            return base::unexpected(applied.error());
        }
    }
    return NoteChange{id, *before, after};
}

base::Result<ImportReport>
importNotes(Connection &connection, const std::vector<Note> &incoming, Changes &changes)
{
    NoteStore store(connection);
    ImportReport report;
    for (const Note &note : incoming) {
        NoteChange change{note.id, std::nullopt, note};
        const auto known = store.get(note.id);
        if (known) {
            if (known->modified >= note.modified) {
                ++report.skipped;
                continue;
            }
            change.before = *known;
            change.after->episode = known->episode;
            ++report.updated;
        } else if (known.error().code == base::ErrorCode::NotFound) {
            ++report.added;
        } else {
            return base::unexpected(known.error());
        }
        if (const auto applied = store.apply(change, changes); !applied) {
            return base::unexpected(applied.error());
        }
    }
    if (const auto attached = store.reattach(changes); !attached) {
        return base::unexpected(attached.error());
    }
    return report;
}

/// What a change looks like taken back: a new note goes to the bin rather than out of the world.
Note takenBack(const NoteChange &change, const QDateTime &now)
{
    if (change.before) {
        return *change.before;
    }
    Note binned = *change.after;
    binned.deleted = now;
    return binned;
}

} // namespace

notes::EpisodeRef referTo(const library::Episode &episode)
{
    return {
        .podcastTitle = episode.row.podcastTitle,
        .feedUrl = episode.feedUrl,
        .podcastGuid = episode.podcastGuid,
        .episodeTitle = episode.row.title,
        .episodeGuid = episode.row.guid,
        .link = episode.feed.link,
        .enclosureUrl = episode.feed.enclosureUrl,
        .published = episode.row.published,
        .duration = episode.row.duration,
    };
}

Notebook::Notebook(library::Library &library, History &history, const base::Clock &clock)
    : m_library(library)
    , m_history(history)
    , m_clock(clock)
{}

QFuture<base::Result<Note>> Notebook::add(const NewNote &note)
{
    auto *random = QRandomGenerator::system();
    const base::NoteId id =
        notes::makeNoteId(m_clock.now(), random->generate64(), random->generate64());
    const auto pending =
        m_library.write(Durability::Full,
                        [note, id, now = m_clock.now()](Connection &connection, Changes &changes) {
                            return addNote(connection, note, id, now, changes);
                        });
    return work::comeBack(
        pending, this, [this](const base::Result<NoteChange> &change) -> NoteResult {
            if (!change) {
                return base::unexpected(change.error());
            }
            remember(*change, StepKind::NoteAdded);
            return *change->after;
        });
}

QFuture<base::Result<Note>> Notebook::edit(const base::NoteId &id, const NoteEdit &edit)
{
    return change(id, StepKind::NoteEdited, [edit](Note &note) -> base::Result<void> {
        if (note.deleted) {
            return base::unexpected(base::ErrorCode::Conflict,
                                    QStringLiteral("the note was deleted; restore it first"));
        }
        note.text = edit.text.value_or(note.text);
        if (edit.tags || edit.text) {
            note.tags = allTags(edit.tags.value_or(note.tags), note.text);
        }
        note.color = edit.color.value_or(note.color);
        note.start = edit.start.value_or(note.start);
        note.end = edit.end.value_or(note.end);
        if (edit.quote) {
            note.anchor.quote = *edit.quote;
        }
        return {};
    });
}

QFuture<base::Result<Note>> Notebook::remove(const base::NoteId &id)
{
    return change(
        id, StepKind::NoteDeleted, [now = m_clock.now()](Note &note) -> base::Result<void> {
            if (!note.deleted) {
                note.deleted = now;
            }
            return {};
        });
}

QFuture<base::Result<Note>> Notebook::restore(const base::NoteId &id)
{
    return change(id, StepKind::NoteEdited, [](Note &note) -> base::Result<void> {
        note.deleted.reset();
        return {};
    });
}

QFuture<base::Result<Note>> Notebook::change(const base::NoteId &id,
                                             StepKind kind,
                                             std::function<base::Result<void>(Note &)> edit)
{
    const auto pending = m_library.write(Durability::Full,
                                         [id, edit = std::move(edit), now = m_clock.now()](
                                             Connection &connection, Changes &changes) {
                                             return changeNote(connection, id, edit, now, changes);
                                         });
    return work::comeBack(
        pending, this, [this, kind](const base::Result<NoteChange> &done) -> NoteResult {
            if (!done) {
                return base::unexpected(done.error());
            }
            if (done->before != done->after) {
                remember(*done, kind);
            }
            return *done->after;
        });
}

QFuture<base::Result<std::vector<Note>>> Notebook::list(const library::NoteFilter &filter)
{
    return m_library.read(
        [filter](Connection &connection) { return NoteStore(connection).list(filter); });
}

QFuture<base::Result<Note>> Notebook::find(const QString &idOrPrefix)
{
    return m_library.read(
        [idOrPrefix](Connection &connection) { return NoteStore(connection).find(idOrPrefix); });
}

QFuture<base::Result<ImportReport>> Notebook::import(const std::vector<Note> &notes)
{
    return m_library.write(Durability::Full, [notes](Connection &connection, Changes &changes) {
        return importNotes(connection, notes, changes);
    });
}

void Notebook::remember(const NoteChange &change, StepKind kind)
{
    m_history.push({kind,
                    [this, change] { reapply(change.id, takenBack(change, m_clock.now())); },
                    [this, change] {
                        reapply(change.id, *change.after);
                    }});
}

void Notebook::reapply(const base::NoteId &id, const Note &target)
{
    const auto pending = m_library.write(
        Durability::Full,
        [id, target, now = m_clock.now()](Connection &connection, Changes &changes) {
            const auto edit = [&target](Note &note) -> base::Result<void> {
                // The episode may have left the library since.
                const base::EpisodeId episode = note.episode;
                note = target;
                note.episode = episode;
                return {};
            };
            return changeNote(connection, id, edit, now, changes);
        });
    work::comeBack(pending, this, [this](const base::Result<NoteChange> &done) {
        if (!done) {
            emit failed(done.error());
        }
    });
}

} // namespace app::session
