// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/notes/note.h"

#include <QJsonObject>

namespace app::notes::internal {

/// A note as the journal has it, whole.
[[nodiscard]] QJsonObject noteToJson(const Note &note);

/// Reads what noteToJson() made. Keys it does not know are passed over, absent ones are empty.
/// Errors: Malformed (detail names the key).
[[nodiscard]] base::Result<Note> noteFromJson(const QJsonObject &object);

/// ISO 8601 in UTC with milliseconds, or null.
[[nodiscard]] QJsonValue dateToJson(const QDateTime &date);
/// Not valid when it is null or no date.
[[nodiscard]] QDateTime dateFromJson(const QJsonValue &value);

} // namespace app::notes::internal
