// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/exports/importer.h"
#include "app/library/library.h"
#include "app/notes/note.h"
#include "app/session/notebook.h"
#include "app/session/subscriptions.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace app::session {

/// What was taken in.
struct ImportOutcome
{
    QString kind; ///< "opml", or a name of exports::importKindName()
    int added = 0;
    int updated = 0;
    int skipped = 0;
    std::vector<std::pair<QString, base::Error>>
        failed; ///< feeds of an OPML that could not be read
};

/// What a file of notes would do to the library.
struct ImportPreview
{
    QString kind; ///< a name of exports::importKindName()
    exports::ImportPlan plan;
    QStringList warnings; ///< what is left out, as sentences in English
    /// There are new notes that name no episode and found none: the listener may say which it is.
    bool wantsEpisode = false;
};

/// Podcasts and notes from files into the library. Thread: main; files are read by a worker.
class NoteExchange final : public QObject
{
    Q_OBJECT

public:
    NoteExchange(library::Library &library,
                 Notebook &notebook,
                 Subscriptions &subscriptions,
                 work::WorkerPool &pool,
                 const base::Clock &clock);

    /// What importFile() would do with a file of notes; nothing is changed.
    /// Errors: NotFound, Denied, Unsupported (OPML too), and those of exports::readNotes().
    [[nodiscard]] QFuture<base::Result<ImportPreview>>
    preview(const QString &path, std::optional<base::EpisodeId> episode = {});

    /// Takes in what was looked at, whatever became of the file since. Notes that are known
    /// meanwhile are skipped as importFile() does. Errors: DiskFull, ...
    [[nodiscard]] QFuture<base::Result<ImportOutcome>> apply(const ImportPreview &preview);

    /// Follows the feeds of an OPML, and takes in nothing else: what holds notes is looked at
    /// first. Errors: NotFound, Denied, Unsupported, and those of feeds::readOpml().
    [[nodiscard]] QFuture<base::Result<ImportOutcome>> follow(const QString &path);

    /// Takes in OPML (follows its feeds) or notes in any form exports::readNotes() knows, by
    /// content. Notes that are known are skipped, unless the file's are newer. What other programs
    /// wrote finds its episode by title and podcast, or link, where just one fits.
    /// \param episode  what notes are about that name none
    /// Errors: NotFound (no such episode, too), Denied, Unsupported (neither), and those of the
    /// readers.
    [[nodiscard]] QFuture<base::Result<ImportOutcome>>
    importFile(const QString &path, std::optional<base::EpisodeId> episode = {});

private:
    struct Content;
    using Read = base::Result<std::shared_ptr<const Content>>;
    [[nodiscard]] QFuture<Read> read(const QString &path, std::optional<base::EpisodeId> episode);
    [[nodiscard]] QFuture<base::Result<ImportOutcome>>
    importOutlines(const std::vector<feeds::Outline> &outlines);
    [[nodiscard]] QFuture<base::Result<ImportOutcome>>
    importNotes(const std::shared_ptr<const Content> &content);
    [[nodiscard]] QFuture<base::Result<ImportPreview>>
    planned(const std::shared_ptr<const Content> &content);

    library::Library &m_library;
    Notebook &m_notebook;
    Subscriptions &m_subscriptions;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
};

} // namespace app::session
