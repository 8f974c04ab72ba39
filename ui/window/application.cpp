// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/application.h"

#include "app/platform/singleinstance.h"
#include "app/session/session.h"
#include "app/settings/settingsfile.h"
#include "ui/text/errortext.h"
#include "ui/theme/iconset.h"
#include "ui/theme/thememanager.h"
#include "ui/window/languages.h"
#include "ui/window/mainwindow.h"
#include "ui/window/thememode.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QUrl>

namespace ui::window {
namespace {

int explainFailure(const ApplicationOptions &options, const app::base::Error &error)
{
    QMessageBox message(QMessageBox::Critical,
                        QStringLiteral("Earmark"),
                        text::failureText(text::Attempt::OpenLibrary, error));
    message.setInformativeText(
        QStringLiteral("%1\n\n%2")
            .arg(QDir::toNativeSeparators(options.libraryFolder), error.detail));
    message.show();
    QApplication::exec();
    return 1;
}

/// As addresses, since a program that runs already may stand in another folder.
QStringList addresses(const QStringList &arguments)
{
    QStringList urls;
    for (const QString &argument : arguments) {
        const QUrl url = QUrl::fromUserInput(argument, QDir::currentPath(), QUrl::AssumeLocalFile);
        urls += url.toString(QUrl::FullyEncoded);
    }
    return urls;
}

void take(MainWindow &window, const QStringList &addresses)
{
    QList<QUrl> urls;
    for (const QString &address : addresses) {
        urls += QUrl(address);
    }
    window.take(urls);
}

void bringForward(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

int runApplication(const ApplicationOptions &options)
{
    installTranslations(QLocale());
    QApplication::setWindowIcon(theme::applicationIcon());
    app::platform::SingleInstance instance(options.libraryFolder);
    if (instance.handOver(addresses(options.arguments))) {
        return 0;
    }
    const app::settings::SettingsFile settings(options.settingsPath);
    theme::ThemeManager themes(modeOf(settings.appearance().scheme));
    themes.applyTo(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    auto session = app::session::Session::open({.libraryFolder = options.libraryFolder,
                                                .output = {},
                                                .clock = nullptr,
                                                .settingsPath = options.settingsPath});
    if (!session) {
        return explainFailure(options, session.error());
    }
    MainWindow window(**session, themes, settings);
    window.show();
    take(window, addresses(options.arguments));
    QObject::connect(&instance,
                     &app::platform::SingleInstance::received,
                     &window,
                     [&window](const QStringList &later) {
                         bringForward(window);
                         take(window, later);
                     });
    const int status = QApplication::exec();
    (*session)->close();
    return status;
}

} // namespace ui::window
