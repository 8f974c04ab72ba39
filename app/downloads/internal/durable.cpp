// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/durable.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace app::downloads::internal {

using base::Error;
using base::ErrorCode;

bool flushToDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return ::_commit(file.handle()) == 0;
#endif
}

ByteRanges storedRanges(const QFile &file)
{
    ByteRanges ranges;
    const qint64 size = file.size();
#if defined(Q_OS_LINUX)
    const int handle = file.handle();
    const auto before = ::lseek(handle, 0, SEEK_CUR);
    qint64 at = ::lseek(handle, 0, SEEK_DATA);
    const bool isTold = at >= 0 || errno == ENXIO;
    while (at >= 0 && at < size) {
        const qint64 end = ::lseek(handle, at, SEEK_HOLE);
        ranges.add(at, end > at ? end : size);
        at = end > at ? ::lseek(handle, end, SEEK_DATA) : size;
    }
    ::lseek(handle, before, SEEK_SET);
    if (isTold) {
        return ranges;
    }
#endif
    ranges.add(0, size);
    return ranges;
}

base::Result<void> replaceFile(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(
        QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), failure);
    if (failure) {
        const bool full = failure == std::errc::no_space_on_device;
        return unexpected(full ? ErrorCode::DiskFull : ErrorCode::Denied,
                          QStringLiteral("cannot give %1 its name: %2")
                              .arg(to, QString::fromStdString(failure.message())));
    }
    return {};
}

void flushFolderOf([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    const int handle = ::open(folder.constData(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

bool lockForWriting([[maybe_unused]] QFile &file)
{
#ifdef Q_OS_UNIX
    return ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
#else
    return true;
#endif
}

Error writeError(const QFile &file)
{
    const qint64 free = QStorageInfo(QFileInfo(file.fileName()).path()).bytesAvailable();
    const bool full = file.error() == QFileDevice::ResourceError || (free >= 0 && free < 65'536);
    return {full ? ErrorCode::DiskFull : ErrorCode::Denied,
            QStringLiteral("cannot write %1: %2").arg(file.fileName(), file.errorString()),
            0};
}

} // namespace app::downloads::internal
