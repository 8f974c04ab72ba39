// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace ui::window {

void installTranslations(const QLocale &locale)
{
    initTranslationResources();
    auto *const qt = new QTranslator(QCoreApplication::instance());
    if (qt->load(locale,
                 QStringLiteral("qtbase"),
                 QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
    auto *const own = new QTranslator(QCoreApplication::instance());
    const QString folder = QStringLiteral(":/i18n");
    if (own->load(locale, QStringLiteral("earmark"), QStringLiteral("_"), folder)
        || own->load(QStringLiteral("earmark_en"), folder)) {
        QCoreApplication::installTranslator(own);
    }
}

} // namespace ui::window
