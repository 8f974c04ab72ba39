// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/application.h"

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

} // namespace

int runApplication(const ApplicationOptions &options)
{
    installTranslations(QLocale());
    QApplication::setWindowIcon(theme::applicationIcon());
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
    QList<QUrl> urls;
    for (const QString &argument : options.arguments) {
        urls += QUrl::fromUserInput(argument, QDir::currentPath(), QUrl::AssumeLocalFile);
    }
    window.take(urls);
    const int status = QApplication::exec();
    (*session)->close();
    return status;
}

} // namespace ui::window
