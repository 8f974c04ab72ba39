// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui::exchange {

/// What a format of exported notes is called, such as "Markdown (Obsidian)".
/// \param format  an id of app::exports::exportFormats(); another is shown as it is
[[nodiscard]] QString formatTitle(const QString &format);

/// What one does with it, in a sentence; empty for an id that is not known.
[[nodiscard]] QString formatExplanation(const QString &format);

} // namespace ui::exchange
