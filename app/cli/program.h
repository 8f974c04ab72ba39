// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app::cli {

/// Runs one command line and prints what it gives. \returns the exit status
/// \param arguments  with the program's name first
int runProgram(const QStringList &arguments);

} // namespace app::cli
