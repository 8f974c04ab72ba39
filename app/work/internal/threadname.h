// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::work::internal {

/// Gives the calling thread a name that debuggers and system monitors show; cut where the system
/// allows less.
void nameThisThread(const QString &name);

} // namespace app::work::internal
