// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/paths.h"
#include "ui/window/application.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("earmark"));
    QApplication::setApplicationDisplayName(QStringLiteral("Earmark"));
    QApplication::setApplicationVersion(QStringLiteral(EARMARK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("earmark"));

    const app::platform::Paths paths = app::platform::systemPaths();
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("library"),
                      QStringLiteral("The library's folder."),
                      QStringLiteral("DIR"),
                      paths.data});
    parser.addPositionalArgument(QStringLiteral("files"),
                                 QStringLiteral("Feeds or OPML files to add."),
                                 QStringLiteral("[URL or FILE ...]"));
    parser.process(application);
    return ui::window::runApplication({.libraryFolder = parser.value(QStringLiteral("library")),
                                       .settingsPath = paths.settings,
                                       .arguments = parser.positionalArguments()});
}
