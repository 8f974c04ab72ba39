// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/notes/anchorhistory.h"
#include "app/notes/journal.h"
#include "app/notes/notechange.h"
#include "app/session/history.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace app::library {
struct NoteFacets;
struct NoteIndex;
struct NoteQuery;
} // namespace app::library

namespace app::session {

namespace internal {
struct DoneStep;
}

/// A note about to be made.
struct NewNote
{
    base::EpisodeId episode;
    timestamps::MediaTime start;
    std::optional<timestamps::MediaTime> end;
    notes::Anchor anchor;
    QString text;
    QStringList tags; ///< those written in the text are added
    notes::Color color = notes::Color::Yellow;
    bool starred = false;
};

/// What of a note is to be different; empty fields stay.
struct NoteEdit
{
    std::optional<QString> text{};
    std::optional<QStringList> tags{}; ///< those written in the text are added
    QStringList addTags{};             ///< to those it has, or to \c tags
    QStringList removeTags{};          ///< case does not matter; one written in the text stays
    std::optional<notes::Color> color{};
    std::optional<timestamps::MediaTime> start{};
    std::optional<std::optional<timestamps::MediaTime>> end{};
    std::optional<QString> quote{};
    std::optional<notes::Anchor> anchor{};
    std::optional<bool> starred{};
};

/// An edit of one note among several.
struct NoteEditOf
{
    base::NoteId id;
    NoteEdit edit;
};

/// What an import did with its notes.
struct ImportReport
{
    int added = 0;
    int updated = 0;
    int skipped = 0;
};

/// What a note remembers of its episode.
[[nodiscard]] notes::EpisodeRef referTo(const library::Episode &episode);

/// The listener's notes. When a future has its note, the note is on disk (synchronous FULL) and in
/// the journal. Every edit can be undone through the History, also after the program was started
/// anew: undoing takes back what the step changed and leaves alone what was changed since.
/// Thread: main.
class Notebook final : public QObject
{
    Q_OBJECT

public:
    using NoteResult = base::Result<notes::Note>;
    using NotesResult = base::Result<std::vector<notes::Note>>;

    Notebook(library::Library &library, History &history, const base::Clock &clock);

    /// Gives the History the steps that earlier runs left. They come a little later.
    void restoreSteps();

    /// The note remembers which file its times were taken on, as far as that is known.
    /// Errors: NotFound (no such episode), Conflict (end before start), DiskFull, ...
    [[nodiscard]] QFuture<NoteResult> add(const NewNote &note);
    /// Errors: NotFound; Conflict when the note is in the bin.
    [[nodiscard]] QFuture<NoteResult> edit(const base::NoteId &id, const NoteEdit &edit);
    /// Moves it to the bin, where it stays 30 days. Deleting twice is the same as once.
    [[nodiscard]] QFuture<NoteResult> remove(const base::NoteId &id);
    [[nodiscard]] QFuture<NoteResult> restore(const base::NoteId &id);

    // Each of these is one step to undo, done wholly or not at all. Notes that are gone are left
    // out, and so are those in the bin but where they are restored. They give the notes that were
    // changed, in the order asked.
    [[nodiscard]] QFuture<NotesResult> editMany(const std::vector<base::NoteId> &ids,
                                                const NoteEdit &edit);
    /// Each note its own edit.
    [[nodiscard]] QFuture<NotesResult> editEach(const std::vector<NoteEditOf> &edits,
                                                notes::JournalKind kind = notes::JournalKind::Edit);
    [[nodiscard]] QFuture<NotesResult> removeMany(const std::vector<base::NoteId> &ids);
    [[nodiscard]] QFuture<NotesResult> restoreMany(const std::vector<base::NoteId> &ids);
    /// The listener has looked at where they stand, and agrees.
    [[nodiscard]] QFuture<NotesResult> confirmAnchor(const std::vector<base::NoteId> &ids);
    /// Puts notes where the listener wants them; those that have left the places the records begin
    /// with stay. The records are kept.
    [[nodiscard]] QFuture<NotesResult> place(const std::vector<notes::AnchoringRecord> &records);
    /// The listener says from where to where a note goes, on the copy there is: its place is exact
    /// from then on, and where it was is kept. Without an \p end it is a moment.
    /// Errors: NotFound; Conflict when the note is in the bin, or ends before it starts.
    [[nodiscard]] QFuture<NoteResult> adjust(const base::NoteId &id,
                                             timestamps::MediaTime start,
                                             std::optional<timestamps::MediaTime> end);

    /// Which notes a view shows, in what order and groups.
    [[nodiscard]] QFuture<base::Result<library::NoteIndex>> index(const library::NoteQuery &query);
    /// Those notes in that order; gone ones are left out.
    [[nodiscard]] QFuture<NotesResult> load(const std::vector<base::NoteId> &ids);
    /// What notes can be filtered by.
    [[nodiscard]] QFuture<base::Result<library::NoteFacets>> facets();

    [[nodiscard]] QFuture<NotesResult> list(const library::NoteFilter &filter);
    /// By id or its beginning.
    [[nodiscard]] QFuture<NoteResult> find(const QString &idOrPrefix);

    /// Takes notes in by their ids: unknown ones are added, known ones updated when the incoming
    /// one is newer, else skipped. All or nothing.
    [[nodiscard]] QFuture<base::Result<ImportReport>> import(const std::vector<notes::Note> &notes);

    /// Removes for good what has been in the bin for 30 days. \returns how many
    [[nodiscard]] QFuture<base::Result<int>> emptyBin();
    /// Removes these for good at once, those of them that are in the bin. The one thing done to
    /// notes that cannot be undone. \returns how many
    [[nodiscard]] QFuture<base::Result<int>> emptyBin(const std::vector<base::NoteId> &ids);

signals:
    /// A note was made.
    void added(app::base::EpisodeId episode);
    /// A change asked for without anybody waiting (undo, redo) could not be done.
    void failed(const app::base::Error &error);

private:
    using Done = base::Result<internal::DoneStep>;
    using Work = std::function<base::Result<std::vector<notes::NoteChange>>(library::Connection &,
                                                                            library::Changes &)>;
    [[nodiscard]] QFuture<Done> doStep(StepKind kind, const Work &work);
    [[nodiscard]] QFuture<NoteResult> doOne(StepKind kind, const Work &work);
    [[nodiscard]] QFuture<NotesResult> doMany(StepKind kind, const Work &work);
    [[nodiscard]] History::Step stepOf(const internal::DoneStep &done);
    void go(const internal::DoneStep &step, bool back);
    void forgetUndone();

    library::Library &m_library;
    History &m_history;
    const base::Clock &m_clock;
    qint64 m_firstStep = 0; ///< the number of the first that was done since the start
};

} // namespace app::session
