// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string_view>

namespace {

/// A PDF is laid out with fonts, which take an application with a screen, if only one that nobody
/// sees. Everything else does without.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    const bool needsFonts = std::any_of(argv, argv + argc, [](const char *argument) {
        const QByteArray word = QByteArray(argument).toLower();
        return word == "pdf" || word == "--format=pdf";
    });
    if (!needsFonts) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Standard error has sentences about problems. What libraries miss on this computer is none.
void sayProblem(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const std::string_view category(context.category == nullptr ? "" : context.category);
    if (category.starts_with("earmark.") || type == QtFatalMsg) {
        std::fprintf(stderr, "earmark-cli: %s\n", message.simplified().toUtf8().constData());
    }
}

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(sayProblem);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("earmark"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EARMARK_VERSION));
    return app::cli::runProgram(QCoreApplication::arguments());
}
