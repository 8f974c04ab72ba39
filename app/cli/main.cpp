// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("earmark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EARMARK_VERSION));
    return app::cli::runProgram(QCoreApplication::arguments());
}
