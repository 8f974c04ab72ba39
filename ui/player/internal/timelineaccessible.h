// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui::player::internal {

/// Has screen readers see every Timeline as a slider over milliseconds. Safe to repeat.
void installTimelineAccessibility();

} // namespace ui::player::internal
