// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notebook.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/library/notesearch.h"
#include "app/library/notestore.h"
#include "app/notes/noteid.h"
#include "app/session/internal/notewriting.h"
#include "app/work/comeback.h"

#include <QRandomGenerator>

#include <algorithm>

namespace app::session {
namespace {

using internal::DoneStep;
using internal::NoteChanges;
using internal::NoteWork;
using library::Changes;
using library::Connection;
using library::Durability;
using library::NoteStore;
using notes::JournalKind;
using notes::Note;
using notes::NoteChange;

constexpr int daysInBin = 30;

/// What is done to several notes: gone ones are left out, and what comes out the same.
base::Result<NoteChanges> changeMany(Connection &connection,
                                     const std::vector<std::pair<base::NoteId, NoteWork>> &works,
                                     const QDateTime &now,
                                     JournalKind kind,
                                     Changes &changes)
{
    NoteChanges done;
    for (const auto &[id, work] : works) {
        auto change = internal::changeNote(connection, id, work, now, kind, changes);
        if (!change && change.error().code == base::ErrorCode::NotFound) {
            continue;
        }
        if (!change) {
            return base::unexpected(change.error());
        }
        if (change->before != change->after) {
            done.push_back(*std::move(change));
        }
    }
    return done;
}

using Work = std::function<base::Result<NoteChanges>(Connection &, Changes &)>;

/// One note, which has to be there.
Work changing(const base::NoteId &id, const NoteWork &work, const QDateTime &now)
{
    return [=](Connection &connection, Changes &changes) -> base::Result<NoteChanges> {
        auto change = internal::changeNote(connection, id, work, now, JournalKind::Edit, changes);
        if (!change) {
            return base::unexpected(change.error());
        }
        return NoteChanges{*std::move(change)};
    };
}

/// Several, of which some may be gone.
Work changing(const std::vector<std::pair<base::NoteId, NoteWork>> &works,
              const QDateTime &now,
              JournalKind kind = JournalKind::Edit)
{
    return [=](Connection &connection, Changes &changes) {
        return changeMany(connection, works, now, kind, changes);
    };
}

/// The same for all.
std::vector<std::pair<base::NoteId, NoteWork>> forEach(const std::vector<base::NoteId> &ids,
                                                       const NoteWork &work)
{
    std::vector<std::pair<base::NoteId, NoteWork>> works;
    for (const base::NoteId &id : ids) {
        works.emplace_back(id, work);
    }
    return works;
}

NoteWork binning(const QDateTime &now)
{
    return [now](Note &note) -> base::Result<void> {
        note.deleted = note.deleted.value_or(now);
        return {};
    };
}

base::Result<void> unbin(Note &note)
{
    note.deleted.reset();
    return {};
}

base::Result<void> editOne(Note &note, const NoteEdit &edit)
{
    if (note.deleted) {
        return base::unexpected(base::ErrorCode::Conflict,
                                QStringLiteral("the note was deleted; restore it first"));
    }
    internal::layOver(edit, note);
    return {};
}

NoteWork editing(const NoteEdit &edit)
{
    return [edit](Note &note) -> base::Result<void> {
        if (!note.deleted) {
            internal::layOver(edit, note);
        }
        return {};
    };
}

base::Result<std::vector<notes::AnchoringRecord>>
confirmations(Connection &connection, const std::vector<base::NoteId> &ids, const QDateTime &now)
{
    std::vector<notes::AnchoringRecord> records;
    for (const base::NoteId &id : ids) {
        const auto note = NoteStore(connection).get(id);
        if (!note && note.error().code != base::ErrorCode::NotFound) {
            return base::unexpected(note.error());
        }
        if (!note || note->deleted) {
            continue;
        }
        if (auto record = notes::confirmAnchoring(*note, now)) {
            records.push_back(*std::move(record));
        }
    }
    return records;
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
        if (const auto applied = store.apply(change, JournalKind::Import, changes); !applied) {
            return base::unexpected(applied.error());
        }
    }
    if (const auto attached = store.reattach(changes); !attached) {
        return base::unexpected(attached.error());
    }
    return report;
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
{
    connect(&history, &History::redoForgotten, this, &Notebook::forgetUndone);
}

void Notebook::restoreSteps()
{
    using Kept = base::Result<internal::KeptSteps>;
    const auto reading =
        m_library.read([](Connection &connection) { return internal::keptSteps(connection); });
    work::comeBack(reading, this, [this](const Kept &kept) {
        if (!kept) {
            qCWarning(base::logSession) << "steps not read:" << kept.error().detail;
            return;
        }
        const auto steps = [this](const std::vector<DoneStep> &from) {
            std::vector<History::Step> made;
            for (const DoneStep &step : from) {
                // What was done meanwhile is in the History already.
                if (m_firstStep == 0 || step.id < m_firstStep) {
                    made.push_back(stepOf(step));
                }
            }
            return made;
        };
        m_history.restore(steps(kept->done), steps(kept->undone));
    });
}

QFuture<Notebook::NoteResult> Notebook::add(const NewNote &note)
{
    auto *random = QRandomGenerator::system();
    const base::NoteId id =
        notes::makeNoteId(m_clock.now(), random->generate64(), random->generate64());
    const auto work = [note, id, now = m_clock.now()](
                          Connection &connection, Changes &changes) -> base::Result<NoteChanges> {
        auto change = internal::addNote(connection, note, id, now, changes);
        if (!change) {
            return base::unexpected(change.error());
        }
        return NoteChanges{*std::move(change)};
    };
    return doOne(StepKind::NoteAdded, work);
}

QFuture<Notebook::NoteResult> Notebook::edit(const base::NoteId &id, const NoteEdit &edit)
{
    const auto work = [edit](Note &note) {
        return editOne(note, edit);
    };
    return doOne(StepKind::NoteEdited, changing(id, work, m_clock.now()));
}

QFuture<Notebook::NoteResult> Notebook::remove(const base::NoteId &id)
{
    return doOne(StepKind::NoteDeleted, changing(id, binning(m_clock.now()), m_clock.now()));
}

QFuture<Notebook::NoteResult> Notebook::restore(const base::NoteId &id)
{
    return doOne(StepKind::NoteEdited, changing(id, unbin, m_clock.now()));
}

QFuture<Notebook::NotesResult> Notebook::editMany(const std::vector<base::NoteId> &ids,
                                                  const NoteEdit &edit)
{
    return doMany(StepKind::NoteEdited, changing(forEach(ids, editing(edit)), m_clock.now()));
}

QFuture<Notebook::NotesResult> Notebook::editEach(const std::vector<NoteEditOf> &edits,
                                                  JournalKind kind)
{
    std::vector<std::pair<base::NoteId, NoteWork>> works;
    for (const NoteEditOf &one : edits) {
        works.emplace_back(one.id, editing(one.edit));
    }
    return doMany(StepKind::NoteEdited, changing(works, m_clock.now(), kind));
}

QFuture<Notebook::NotesResult> Notebook::removeMany(const std::vector<base::NoteId> &ids)
{
    const QDateTime now = m_clock.now();
    return doMany(StepKind::NoteDeleted, changing(forEach(ids, binning(now)), now));
}

QFuture<Notebook::NotesResult> Notebook::restoreMany(const std::vector<base::NoteId> &ids)
{
    return doMany(StepKind::NoteEdited, changing(forEach(ids, unbin), m_clock.now()));
}

QFuture<Notebook::NotesResult> Notebook::confirmAnchor(const std::vector<base::NoteId> &ids)
{
    const auto work = [ids, now = m_clock.now()](Connection &connection,
                                                 Changes &changes) -> base::Result<NoteChanges> {
        const auto records = confirmations(connection, ids, now);
        if (!records) {
            return base::unexpected(records.error());
        }
        return internal::applyAnchorings(connection, *records, changes);
    };
    return doMany(StepKind::NotePlaced, work);
}

QFuture<Notebook::NotesResult> Notebook::place(const std::vector<notes::AnchoringRecord> &records)
{
    return doMany(StepKind::NotePlaced, [records](Connection &connection, Changes &changes) {
        return internal::applyAnchorings(connection, records, changes);
    });
}

QFuture<Notebook::NoteResult> Notebook::adjust(const base::NoteId &id,
                                               timestamps::MediaTime start,
                                               std::optional<timestamps::MediaTime> end)
{
    const auto work = [id, start, end, now = m_clock.now()](Connection &connection,
                                                            Changes &changes) {
        return internal::adjustNote(connection, id, start, end, now, changes);
    };
    return doOne(StepKind::NotePlaced, work);
}

QFuture<Notebook::Done> Notebook::doStep(StepKind kind, const Work &work)
{
    const auto pending = m_library.write(
        Durability::Full, [kind, work](Connection &connection, Changes &changes) -> Done {
            auto worked = work(connection, changes);
            if (!worked) {
                return base::unexpected(worked.error());
            }
            DoneStep done{0, kind, *std::move(worked)};
            const bool any =
                std::any_of(done.changes.begin(), done.changes.end(), [](const NoteChange &change) {
                    return change.before != change.after;
                });
            if (any) {
                const auto id = internal::keepStep(connection, kind, done.changes);
                if (!id) {
                    return base::unexpected(id.error());
                }
                done.id = *id;
            }
            return done;
        });
    return work::comeBack(pending, this, [this, step = m_history.underway()](const Done &done) {
        if (done && done->id != 0) {
            m_firstStep = m_firstStep == 0 ? done->id : m_firstStep;
            m_history.push(stepOf(*done));
        }
        if (done && done->kind == StepKind::NoteAdded) {
            emit added(done->changes.front().after->episode);
        }
        return done;
    });
}

QFuture<Notebook::NoteResult> Notebook::doOne(StepKind kind, const Work &work)
{
    return work::comeBack(doStep(kind, work), this, [](const Done &done) -> NoteResult {
        if (!done) {
            return base::unexpected(done.error());
        }
        return *done->changes.front().after;
    });
}

QFuture<Notebook::NotesResult> Notebook::doMany(StepKind kind, const Work &work)
{
    return work::comeBack(doStep(kind, work), this, [](const Done &done) -> NotesResult {
        if (!done) {
            return base::unexpected(done.error());
        }
        std::vector<Note> changed;
        for (const NoteChange &change : done->changes) {
            changed.push_back(*change.after);
        }
        return changed;
    });
}

History::Step Notebook::stepOf(const DoneStep &done)
{
    return {done.kind,
            [this, done] { go(done, true); },
            [this, done] { go(done, false); },
            static_cast<int>(done.changes.size())};
}

void Notebook::go(const DoneStep &step, bool back)
{
    const auto pending = m_library.write(
        Durability::Full,
        [step, back, now = m_clock.now()](Connection &connection, Changes &changes) {
            return internal::goStep(connection, step, back, now, changes);
        });
    work::comeBack(pending, this, [this](const base::Result<void> &done) {
        if (!done) {
            emit failed(done.error());
        }
    });
}

void Notebook::forgetUndone()
{
    const auto pending = m_library.write(Durability::Normal, [](Connection &connection, Changes &) {
        return internal::forgetUndone(connection);
    });
    work::comeBack(pending, this, [](const base::Result<void> &done) {
        if (!done) {
            qCWarning(base::logSession) << "undone steps not forgotten:" << done.error().detail;
        }
    });
}

QFuture<base::Result<library::NoteIndex>> Notebook::index(const library::NoteQuery &query)
{
    return m_library.read(
        [query](Connection &connection) { return library::NoteSearch(connection).index(query); });
}

QFuture<Notebook::NotesResult> Notebook::load(const std::vector<base::NoteId> &ids)
{
    return m_library.read(
        [ids](Connection &connection) { return library::NoteSearch(connection).load(ids); });
}

QFuture<base::Result<library::NoteFacets>> Notebook::facets()
{
    return m_library.read(
        [](Connection &connection) { return library::NoteSearch(connection).facets(); });
}

QFuture<Notebook::NotesResult> Notebook::list(const library::NoteFilter &filter)
{
    return m_library.read(
        [filter](Connection &connection) { return NoteStore(connection).list(filter); });
}

QFuture<Notebook::NoteResult> Notebook::find(const QString &idOrPrefix)
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

QFuture<base::Result<int>> Notebook::emptyBin()
{
    return m_library.write(
        Durability::Full,
        [before = m_clock.now().addDays(-daysInBin)](Connection &connection, Changes &changes) {
            return NoteStore(connection).emptyBin(before, changes);
        });
}

QFuture<base::Result<int>> Notebook::emptyBin(const std::vector<base::NoteId> &ids)
{
    return m_library.write(Durability::Full, [ids](Connection &connection, Changes &changes) {
        return NoteStore(connection).emptyBin(ids, changes);
    });
}

} // namespace app::session
