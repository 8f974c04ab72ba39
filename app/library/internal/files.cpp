// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/files.h"

#include "app/library/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace app::library::internal {
namespace {

using base::ErrorCode;

std::filesystem::path nativePath(const QString &path)
{
    return QFileInfo(path).filesystemAbsoluteFilePath();
}

base::Result<void> copyPages(Connection &source, Connection &target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (!backup) {
        return base::unexpected(target.lastError());
    }
    // All pages in one step are one moment; smaller steps start again whenever somebody writes.
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) != SQLITE_OK) {
        return base::unexpected(target.lastError());
    }
    // The log mode travels in the first page; a copy is to be one file, safely on disk.
    return target.runScript("PRAGMA synchronous=EXTRA; PRAGMA journal_mode=DELETE;");
}

base::Result<void> copyTo(Connection &source, const QString &path)
{
    auto target = Connection::open(path, Connection::Access::Create);
    if (!target) {
        return base::unexpected(target.error());
    }
    return copyPages(source, **target);
}

} // namespace

base::Result<qint64> copyDatabase(Connection &source, const QString &path)
{
    const QString unfinished = freeName(path + QStringLiteral(".unfinished"));
    auto done = copyTo(source, unfinished);
    const qint64 sizeBytes = QFileInfo(unfinished).size();
    if (done) {
        done = replaceFile(unfinished, path);
    }
    if (!done) {
        removeDatabase(unfinished);
        return base::unexpected(done.error());
    }
    syncFolder(QFileInfo(path).absolutePath());
    return sizeBytes;
}

base::Result<void> checkWhole(const QString &path)
{
    const auto connection = Connection::open(path, Connection::Access::ReadOnly);
    if (!connection) {
        return base::unexpected(connection.error());
    }
    auto check = (*connection)->prepare("PRAGMA integrity_check(1)");
    const bool whole = check.next() && check.text(0) == QLatin1String("ok");
    if (const auto done = check.finish(); !whole || !done) {
        return base::unexpected(ErrorCode::Corrupt, QStringLiteral("\"%1\" is damaged").arg(path));
    }
    return {};
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-journal", "-wal", "-shm"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
}

base::Result<void> replaceFile(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::rename(nativePath(from), nativePath(to), failed);
    if (failed) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("\"%1\" cannot be written: %2")
                                    .arg(to, QString::fromStdString(failed.message())));
    }
    return {};
}

base::Result<void> keepUnder(const QString &path, const QString &newName)
{
    std::error_code failed;
    std::filesystem::create_hard_link(nativePath(path), nativePath(newName), failed);
    if (failed && !QFile::copy(path, newName)) {
        return base::unexpected(
            ErrorCode::Denied,
            QStringLiteral("\"%1\" cannot be kept as \"%2\"").arg(path, newName));
    }
    return {};
}

void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(folder);
#endif
}

bool meansNoRoom(int systemError)
{
#ifdef EDQUOT
    if (systemError == EDQUOT) {
        return true;
    }
#endif
    return systemError == ENOSPC || systemError == EFBIG;
}

QString freeName(const QString &stem)
{
    QString name = stem;
    for (int number = 2; QFileInfo::exists(name); ++number) {
        name = stem + QLatin1Char('-') + QString::number(number);
    }
    return name;
}

} // namespace app::library::internal
