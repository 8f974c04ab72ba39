// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/downloads/internal/byteranges.h"

#include <QFile>
#include <QString>

/// What differs between systems in writing files that survive a power cut.
namespace app::downloads::internal {

/// Waits until the bytes are on the disk. May take seconds.
[[nodiscard]] bool flushToDisk(QFile &file);

/// Which bytes of an open file the file system holds: after a power cut those may be missing that
/// were written last, and read as zeros. All, where the system does not tell.
[[nodiscard]] ByteRanges storedRanges(const QFile &file);

/// Gives a file another name, replacing what has it, at once. Whether that survives a power cut is
/// sure only after flushFolderOf().
/// Errors: Denied, DiskFull.
[[nodiscard]] base::Result<void> replaceFile(const QString &from, const QString &to);

/// Waits until the names of the files beside \p path are on the disk. May take seconds.
void flushFolderOf(const QString &path);

/// Keeps other programs from writing to the same file until it is closed. False: one does already.
[[nodiscard]] bool lockForWriting(QFile &file);

/// Why the last operation on \p file failed. Errors: DiskFull, else Denied.
[[nodiscard]] base::Error writeError(const QFile &file);

} // namespace app::downloads::internal
