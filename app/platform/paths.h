// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::platform {

/// Where this system wants a program to keep things.
struct Paths
{
    QString data;      ///< the library: ~/.local/share/earmark
    QString settings;  ///< one file: ~/.config/earmark/earmark.ini
    QString cache;     ///< what may be deleted at any time
    QString config;    ///< the folder of the settings: ~/.config/earmark
    QString downloads; ///< episodes, unless the listener chose another folder
};

/// The folders of this user, by the system's own rules; none is made here.
/// Source: XDG Base Directory on Linux, Qt's QStandardPaths elsewhere.
[[nodiscard]] Paths systemPaths();

} // namespace app::platform
