// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/internal/files.h"
#include "app/library/library.h"
#include "app/library/migrations.h"
#include "app/library/notejournal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace app::library {
namespace {

using base::ErrorCode;

base::Unexpected unusable(const QString &path)
{
    return base::unexpected(
        ErrorCode::Malformed,
        QStringLiteral("\"%1\" is not a whole backup of an Earmark library").arg(path));
}

base::Result<void> checkBackup(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        return base::unexpected(ErrorCode::NotFound,
                                QStringLiteral("there is no file \"%1\"").arg(path));
    }
    const auto facts = inspectFile(path, allMigrations().back().version);
    if (!facts) {
        return facts.error().code == ErrorCode::Corrupt ? unusable(path)
                                                        : base::unexpected(facts.error());
    }
    return facts->isNew ? base::Result<void>(unusable(path)) : base::Result<void>();
}

/// Has one file without a log, held by nobody else, until the connection goes.
base::Result<std::unique_ptr<Connection>> holdAlone(const QString &path)
{
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection) {
        return connection;
    }
    for (const char *sql : {"PRAGMA journal_mode=DELETE", "BEGIN EXCLUSIVE"}) {
        const auto done = (*connection)->runScript(sql);
        if (!done && done.error().code == ErrorCode::Busy) {
            return base::unexpected(
                ErrorCode::Busy,
                QStringLiteral("the library \"%1\" is open in another program; close that first")
                    .arg(path));
        }
        if (!done) {
            return base::unexpected(done.error());
        }
    }
    return connection;
}

/// A damaged library cannot be brought into one file; then its log is kept beside it.
base::Result<void> keepLog(const QString &path, const QString &keptPath)
{
    const QString log = path + QStringLiteral("-wal");
    if (QFileInfo::exists(log)) {
        if (auto kept = internal::replaceFile(log, keptPath + QStringLiteral("-wal")); !kept) {
            return kept;
        }
    }
    QFile::remove(path + QStringLiteral("-shm"));
    return {};
}

base::Result<void> putInPlace(const QString &copy, const QString &path, const base::Clock &clock)
{
    if (!QFileInfo::exists(path)) {
        return internal::replaceFile(copy, path);
    }
    const auto held = holdAlone(path);
    if (!held && held.error().code != ErrorCode::Corrupt) {
        return base::unexpected(held.error());
    }
    const QString kept =
        internal::freeName(path + QStringLiteral(".before-restore-")
                           + clock.now().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    if (auto done = internal::keepUnder(path, kept); !done) {
        return done;
    }
    if (!held) {
        if (auto done = keepLog(path, kept); !done) {
            return done;
        }
    }
    return internal::replaceFile(copy, path);
}

base::Result<void> checkTarget(const QString &folder, const QString &backupPath)
{
    const QFileInfo library(Library::fileName(folder));
    if (library.exists()
        && library.canonicalFilePath() == QFileInfo(backupPath).canonicalFilePath()) {
        return base::unexpected(
            ErrorCode::Malformed,
            QStringLiteral("\"%1\" is the library itself, not a backup of it").arg(backupPath));
    }
    if (!QDir().mkpath(folder)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("the library folder \"%1\" cannot be made").arg(folder));
    }
    return {};
}

base::Result<qint64> copyBackup(const QString &backupPath, const QString &copy)
{
    const auto source = Connection::open(backupPath, Connection::Access::ReadOnly);
    if (!source) {
        return base::unexpected(source.error());
    }
    auto sizeBytes = internal::copyDatabase(**source, copy);
    if (!sizeBytes && sizeBytes.error().code == ErrorCode::Corrupt) {
        return unusable(backupPath);
    }
    return sizeBytes;
}

} // namespace

base::Result<qint64>
restoreLibrary(const QString &folder, const QString &backupPath, const base::Clock &clock)
{
    auto done = checkTarget(folder, backupPath);
    if (done) {
        done = checkBackup(backupPath);
    }
    if (!done) {
        return base::unexpected(done.error());
    }
    const QString path = Library::fileName(folder);
    const QString copy = internal::freeName(path + QStringLiteral(".restoring"));
    const auto sizeBytes = copyBackup(backupPath, copy);
    if (!sizeBytes) {
        return sizeBytes;
    }
    if (const auto whole = internal::checkWhole(copy); !whole) {
        done = whole.error().code == ErrorCode::Corrupt ? unusable(backupPath) : whole;
    }
    if (done && QFileInfo::exists(NoteJournal::fileName(folder))) {
        done = NoteJournal::expectOlderLibrary(folder);
    }
    if (done) {
        done = putInPlace(copy, path, clock);
    }
    if (!done) {
        QFile::remove(copy);
        return base::unexpected(done.error());
    }
    internal::syncFolder(folder);
    return sizeBytes;
}

} // namespace app::library
