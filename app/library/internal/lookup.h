// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/library/connection.h"

#include <QStringList>

namespace app::library::internal {

/// Nothing of that name: \p what is "episode", "podcast" or "note".
[[nodiscard]] base::Unexpected notFound(const QString &what, const QString &wanted);

/// The number in \p text when it is nothing but one.
[[nodiscard]] std::optional<qint64> asNumber(const QString &text);

/// Takes the only row of a statement that selects (id, title). No row is absence.
/// Errors: Conflict, whose detail names a few of the rows; the statement's own.
[[nodiscard]] base::Result<std::optional<qint64>>
onlyRow(Statement statement, const QString &what, const QString &wanted);

/// Fails with NotFound unless the last statement changed something.
[[nodiscard]] base::Result<void>
changedOne(Connection &connection, const base::Result<void> &done, const QString &what, qint64 id);

} // namespace app::library::internal
