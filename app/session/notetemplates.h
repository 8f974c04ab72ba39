// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QMap>
#include <QString>

namespace app::session {

/// The listener's own templates for exported notes: one file for each format, which may be edited
/// by hand, copied and kept under version control. Thread: main; files are read by a worker.
class NoteTemplates final
{
public:
    /// \param folder  made when the first template is kept
    NoteTemplates(QString folder, work::WorkerPool &pool)
        : m_folder(std::move(folder))
        , m_pool(pool)
    {}

    /// Where the template of a format lies, or would.
    [[nodiscard]] QString path(const QString &format) const;

    /// All of them, by format. Errors: Denied, TooLarge (over 256 KB), Malformed (no UTF-8).
    [[nodiscard]] QFuture<base::Result<QMap<QString, QString>>> all() const;

    /// Keeps one; an empty text gives it up, for the one the format came with.
    /// Errors: Denied, DiskFull.
    [[nodiscard]] QFuture<base::Result<void>> keep(const QString &format,
                                                   const QString &text) const;

private:
    QString m_folder;
    work::WorkerPool &m_pool;
};

/// The text of one. Errors: NotFound, Denied, TooLarge, Malformed. Blocks. Thread: any.
[[nodiscard]] base::Result<QString> readNoteTemplate(const QString &path);

} // namespace app::session
