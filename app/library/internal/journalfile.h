// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace app::library::internal {

/// Where a journal ends.
struct JournalEnd
{
    qint64 sizeBytes = -1;
    qint64 lastSequence = 0; ///< of its last whole line
    QByteArray fragment;     ///< what stands behind its last line feed; a whole line, or a torn one
};

/// A file that is only appended to, in whole lines. Whoever writes must hold the database's lock.
class JournalFile final
{
public:
    /// Opens it, or makes it with the first line. Errors: Denied.
    /// \param known  what it was the last time; then its end need not be read again
    [[nodiscard]] static base::Result<JournalFile> open(const QString &path,
                                                        const JournalEnd &known);

    [[nodiscard]] const JournalEnd &end() const { return m_end; }

    /// All of it. Errors: Denied.
    [[nodiscard]] base::Result<QByteArray> contents();

    /// Cuts the torn start of a line off that is about to be written again.
    [[nodiscard]] base::Result<void> cutFragment();
    /// Takes a line to be written by finish(), or before that when there are many.
    [[nodiscard]] base::Result<void> add(const QByteArray &line, qint64 sequence);
    /// Writes what was added and has it on disk. After a failure nothing of it is in the file, as
    /// far as that can be helped. Errors: DiskFull, Denied.
    [[nodiscard]] base::Result<void> finish();

private:
    explicit JournalFile(const QString &path);
    [[nodiscard]] base::Result<void> readEnd();
    [[nodiscard]] base::Result<void> makeReady();
    [[nodiscard]] base::Result<void> write();
    [[nodiscard]] base::Unexpected failed();

    std::unique_ptr<QFile> m_file;
    JournalEnd m_end;
    qint64 m_before = 0; ///< its size before anything was added
    qint64 m_last = 0;   ///< of what was added
    QByteArray m_waiting;
    bool m_isNew = false;
};

} // namespace app::library::internal
