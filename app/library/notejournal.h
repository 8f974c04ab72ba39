// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/changes.h"
#include "app/library/internal/journalfile.h"

#include <QString>

#include <functional>

namespace app::library {

class Connection;

/// The file beside the database that has every change of every note, one line each, from which all
/// notes can be rebuilt (see notes/journal.h).
///
/// Each change is first put into the database's outbox, in the transaction that makes it; from
/// there it is appended here and synced before anybody is told that it is done. Programs that write
/// at once wait for each other by the database's own lock. Nothing in the file is ever changed but
/// the torn start of a line that is still in the outbox.
/// Thread: the writing lane.
class NoteJournal final
{
public:
    explicit NoteJournal(QString path);

    /// <folder>/notes.journal
    [[nodiscard]] static QString fileName(const QString &folder);

    /// Appends what is in the outbox, after the commit. Errors: Denied, DiskFull; those of the
    /// database. Whatever failed is still in the outbox.
    [[nodiscard]] base::Result<void> flush(Connection &connection);

    /// Makes the library and its journal agree; once, when the library is opened.
    ///
    /// A library that lacks changes, because it is an older copy, gets them from the journal. A
    /// journal that lacks some, or is not there yet, gets a snapshot of what is different. Errors:
    /// as flush(). \returns how many notes came or changed
    [[nodiscard]] base::Result<int> catchUp(Connection &connection, Changes &changes);

    /// From now until the next catchUp() an older library is meant to be older: what the journal
    /// has beyond it is not brought back. Thread: any. Errors: Denied.
    [[nodiscard]] static base::Result<void> expectOlderLibrary(const QString &folder);
    /// Takes that back.
    static void expectSameLibrary(const QString &folder);

private:
    [[nodiscard]] base::Result<int>
    inTransaction(Connection &connection,
                  const std::function<base::Result<int>(internal::JournalFile &)> &work);
    [[nodiscard]] base::Result<void> append(Connection &connection, internal::JournalFile &file);
    [[nodiscard]] base::Result<void> finish(Connection &connection, internal::JournalFile &file);
    [[nodiscard]] base::Result<bool> isAtOne(Connection &connection);
    [[nodiscard]] base::Result<int>
    agree(Connection &connection, internal::JournalFile &file, Changes &changes);

    QString m_path;
    internal::JournalEnd m_known; ///< when we last wrote to it
    bool m_agreed = false;        ///< the library had all that the journal has
};

} // namespace app::library
