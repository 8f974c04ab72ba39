// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace app::platform {

/// Writes a file whole or not at all: what was there stays until the new one is on disk.
///
/// Something that is no plain file (a folder, a pipe, a device) is never replaced.
/// Errors: Denied, DiskFull. Blocks: not for the main thread of a window.
[[nodiscard]] base::Result<void> writeWholeFile(const QString &path, const QByteArray &bytes);

/// Reads a file that may not be larger than \p mostBytes.
/// Errors: NotFound, Denied, TooLarge. Blocks as above.
[[nodiscard]] base::Result<QByteArray> readWholeFile(const QString &path, qint64 mostBytes);

} // namespace app::platform
