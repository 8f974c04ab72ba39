// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ui::window {

/// Where a run of the program finds its things.
struct ApplicationOptions
{
    QString libraryFolder;
    QString settingsPath;
    QStringList arguments; ///< files and addresses to take in
};

/// Opens the library, shows the window and runs until it is closed; where one of that library is
/// open already, hands it the arguments instead. \returns the exit status
/// A library that cannot be opened is explained in a window, and gives 1. Needs a QApplication.
int runApplication(const ApplicationOptions &options);

} // namespace ui::window
