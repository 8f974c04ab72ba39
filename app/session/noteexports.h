// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/exports/exporter.h"
#include "app/library/library.h"
#include "app/session/notetemplates.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <vector>

namespace app::session {

/// Which notes leave, and how.
struct ExportRequest
{
    QString format;                          ///< an id of exports::exportFormats()
    std::vector<base::EpisodeId> episodes{}; ///< the notes of these
    QStringList feedUrls{};                  ///< and of these podcasts
    std::vector<base::NoteId> notes{};       ///< and these; with all empty: all
    /// The listener's own template for the format is put in where none is given, and so are the
    /// texts that places are counted in.
    exports::ExportOptions options{};
    /// The sound of each note that has a range beside the text, where its episode is downloaded.
    bool clips = false;
};

/// What was written.
struct ExportReport
{
    int notes = 0;
    QStringList files;
    int clips = 0;
    int clipsMissing = 0; ///< notes whose episode is not downloaded, or not as it was
};

/// What would be written.
struct ExportPreview
{
    int notes = 0;
    int files = 0;
    QString name;       ///< of the first file
    QString text;       ///< its beginning; empty when it is no text
    bool isCut = false; ///< there is more of it
};

/// Notes out of the library, in any format. Thread: main; files are written by a worker.
class NoteExports final : public QObject
{
    Q_OBJECT

public:
    NoteExports(library::Library &library,
                const NoteTemplates &templates,
                work::WorkerPool &workers);
    ~NoteExports() override;

    /// Writes notes. A format with one file per episode writes into the folder \p path (made if
    /// missing), or, when \p path ends in the format's suffix and only one episode has notes, that
    /// file; others write the file \p path. Each file is replaced whole or not at all; of several
    /// none is added when not all can be written.
    ///
    /// Errors: NotFound (nothing to export, no such format), Conflict (one file for several
    /// episodes), Malformed (the listener's template), Denied, DiskFull, Busy (another export, or
    /// cancelled).
    [[nodiscard]] QFuture<base::Result<ExportReport>> write(const ExportRequest &request,
                                                            const QString &path);
    /// Of many notes only the first are looked at. Errors as above.
    [[nodiscard]] QFuture<base::Result<ExportPreview>> preview(const ExportRequest &request);

    /// What is being written ends with Busy.
    void cancel();

signals:
    /// Notes and clips that are done, of all.
    void progressed(int done, int total);

private:
    struct Material;
    using Written = base::Result<ExportReport>;
    /// \param mostQuoted  how many notes the texts are kept of that they were quoted from
    [[nodiscard]] QFuture<base::Result<Material>> gather(const ExportRequest &request,
                                                         std::size_t mostQuoted);
    [[nodiscard]] QFuture<Written> watched(const QFuture<Written> &writing);
    // On a worker.
    [[nodiscard]] static Written writeAll(Material material,
                                          const QString &path,
                                          const std::atomic<bool> &stop,
                                          QPromise<Written> &promise);
    [[nodiscard]] static base::Result<void> writeClips(Material &material,
                                                       const QString &path,
                                                       const std::atomic<bool> &stop,
                                                       QPromise<Written> &promise,
                                                       ExportReport &report);
    [[nodiscard]] static base::Result<ExportPreview> previewOf(Material material);

    library::Library &m_library;
    const NoteTemplates &m_templates;
    work::WorkerPool &m_workers;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< looked at by the worker
};

} // namespace app::session
