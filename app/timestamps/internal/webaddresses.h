// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timestampreader.h"

#include <QStringView>

#include <vector>

namespace app::timestamps::internal {

/// Finds web and mail addresses written in a text (lower case), in order, not overlapping.
[[nodiscard]] std::vector<TextSpan> findWebAddresses(QStringView folded);

} // namespace app::timestamps::internal
