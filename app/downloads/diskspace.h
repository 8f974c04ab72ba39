// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace app::downloads {

/// Checks that \p neededBytes (and 32 MB to spare) fit on the volume of \p folder.
/// Errors: DiskFull, with both figures in the detail. Thread: any.
[[nodiscard]] base::Result<void> checkRoom(const QString &folder, qint64 neededBytes);

} // namespace app::downloads
