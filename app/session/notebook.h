// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/notes/notechange.h"
#include "app/session/history.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>

namespace app::session {

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
};

/// What of a note is to be different; empty fields stay.
struct NoteEdit
{
    std::optional<QString> text{};
    std::optional<QStringList> tags{};
    std::optional<notes::Color> color{};
    std::optional<timestamps::MediaTime> start{};
    std::optional<std::optional<timestamps::MediaTime>> end{};
    std::optional<QString> quote{};
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

/// The listener's notes. When a future has its note, the note is on disk (synchronous FULL).
/// Every edit can be undone through the History. Thread: main.
class Notebook final : public QObject
{
    Q_OBJECT

public:
    Notebook(library::Library &library, History &history, const base::Clock &clock);

    /// Errors: NotFound (no such episode), Conflict (end before start), DiskFull, ...
    [[nodiscard]] QFuture<base::Result<notes::Note>> add(const NewNote &note);
    /// Errors: NotFound; Conflict when the note is in the bin.
    [[nodiscard]] QFuture<base::Result<notes::Note>> edit(const base::NoteId &id,
                                                          const NoteEdit &edit);
    /// Moves it to the bin, where it stays 30 days. Deleting twice is the same as once.
    [[nodiscard]] QFuture<base::Result<notes::Note>> remove(const base::NoteId &id);
    [[nodiscard]] QFuture<base::Result<notes::Note>> restore(const base::NoteId &id);

    [[nodiscard]] QFuture<base::Result<std::vector<notes::Note>>>
    list(const library::NoteFilter &filter);
    /// By id or its beginning.
    [[nodiscard]] QFuture<base::Result<notes::Note>> find(const QString &idOrPrefix);

    /// Takes notes in by their ids: unknown ones are added, known ones updated when the incoming
    /// one is newer, else skipped. All or nothing.
    [[nodiscard]] QFuture<base::Result<ImportReport>> import(const std::vector<notes::Note> &notes);

signals:
    /// A change asked for without anybody waiting (undo, redo) could not be done.
    void failed(const app::base::Error &error);

private:
    using NoteResult = base::Result<notes::Note>;
    [[nodiscard]] QFuture<NoteResult> change(const base::NoteId &id,
                                             StepKind kind,
                                             std::function<base::Result<void>(notes::Note &)> edit);
    void remember(const notes::NoteChange &change, StepKind kind);
    void reapply(const base::NoteId &id, const notes::Note &target);

    library::Library &m_library;
    History &m_history;
    const base::Clock &m_clock;
};

} // namespace app::session
