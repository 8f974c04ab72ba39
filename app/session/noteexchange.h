// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"
#include "app/session/notebook.h"
#include "app/session/subscriptions.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace app::session {

/// What was taken in.
struct ImportOutcome
{
    QString kind; ///< "opml" or "jsonl"
    int added = 0;
    int updated = 0;
    int skipped = 0;
    std::vector<std::pair<QString, base::Error>>
        failed; ///< feeds of an OPML that could not be read
};

/// Podcasts and notes from files into the library. Thread: main; files are read by a worker.
class NoteExchange final : public QObject
{
    Q_OBJECT

public:
    NoteExchange(Notebook &notebook, Subscriptions &subscriptions, work::WorkerPool &pool);

    /// Takes in OPML (follows its feeds) or JSON Lines of notes, by content.
    /// Errors: NotFound, Unsupported (neither), and those of the readers.
    [[nodiscard]] QFuture<base::Result<ImportOutcome>> importFile(const QString &path);

private:
    [[nodiscard]] QFuture<base::Result<ImportOutcome>>
    importOutlines(const std::vector<feeds::Outline> &outlines);
    [[nodiscard]] QFuture<base::Result<ImportOutcome>>
    importNotes(const std::vector<notes::Note> &notes);

    Notebook &m_notebook;
    Subscriptions &m_subscriptions;
    work::WorkerPool &m_pool;
};

} // namespace app::session
