// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace app::library {

class Connection;

/// Checks a library: SQLite integrity, foreign keys, files that should be there. One sentence per
/// problem; an empty list is a healthy library.
[[nodiscard]] base::Result<QStringList> checkLibrary(Connection &connection);

/// Mends what can be mended without losing anything: rebuilds indexes, forgets files that are gone.
/// \returns what is still wrong
[[nodiscard]] base::Result<QStringList> repairLibrary(Connection &connection);

} // namespace app::library
