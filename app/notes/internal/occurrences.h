// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>

namespace app::notes::internal {

/// Calls \p found with every place of a text where some words stand, overlapping ones too, in
/// order. Linear in both, however they repeat themselves.
void forEachOccurrence(QStringView text,
                       QStringView words,
                       const std::function<void(qsizetype)> &found);

} // namespace app::notes::internal
