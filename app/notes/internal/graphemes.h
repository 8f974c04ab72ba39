// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace app::notes::internal {

/// Whether a place lies between the two halves of one character.
[[nodiscard]] bool splitsPair(QStringView text, qsizetype at);

/// Moves a place to the nearest edge of the character that people see there.
[[nodiscard]] qsizetype clusterEdge(QStringView text, qsizetype at, bool backwards);

} // namespace app::notes::internal
