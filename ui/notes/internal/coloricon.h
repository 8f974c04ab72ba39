// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/theme/theme.h"

#include <QIcon>

namespace ui::notes::internal {

/// A spot of one of the five colours, for menus.
[[nodiscard]] QIcon colorIcon(const theme::Theme &theme, app::notes::Color color);

} // namespace ui::notes::internal
