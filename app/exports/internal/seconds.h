// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::exports::internal {

/// Milliseconds as seconds with as many decimals as they need, at most three: "270", "270.5".
[[nodiscard]] QString secondsText(qint64 ms);

} // namespace app::exports::internal
