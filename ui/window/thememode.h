// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/theme/thememanager.h"

namespace ui::window {

/// The look that belongs to a setting.
[[nodiscard]] constexpr theme::ThemeManager::Mode modeOf(app::settings::ColorScheme scheme)
{
    using Mode = theme::ThemeManager::Mode;
    switch (scheme) {
    case app::settings::ColorScheme::Light:
        return Mode::Light;
    case app::settings::ColorScheme::Dark:
        return Mode::Dark;
    case app::settings::ColorScheme::System:
        break;
    }
    return Mode::System;
}

} // namespace ui::window
