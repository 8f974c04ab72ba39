// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QDateTime>

namespace app::notes {

/// A new note's name: the time in the first 48 bits, then chance, so that ids sort as they were
/// made. \param entropyHigh,entropyLow  random bits Source: RFC 9562, 5.7 (UUID version 7).
[[nodiscard]] base::NoteId
makeNoteId(const QDateTime &now, quint64 entropyHigh, quint64 entropyLow);

/// Whether a text is a UUID in the form NoteId holds; imports are refused otherwise.
[[nodiscard]] bool isNoteId(const QString &text);

} // namespace app::notes
