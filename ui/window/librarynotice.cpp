// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/librarynotice.h"

#include "ui/text/errortext.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QUrl>

namespace ui::window {

namespace metrics = theme::metrics;

LibraryNotice::LibraryNotice(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_banner(new widgets::Banner(themes, widgets::Banner::Kind::Notice, this))
{
    m_banner->setObjectName(QStringLiteral("libraryNotice"));
    m_banner->setIconName(QStringLiteral("warning"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space8, metrics::space16, metrics::space8);
    layout->addWidget(m_banner);
    hide();
    connect(m_banner, &widgets::Banner::actionTriggered, this, [this](const QString &action) {
        if (action == QLatin1String("show")) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_keptAside).path()));
        } else {
            hide();
        }
    });
}

QString LibraryNotice::sentences(const app::library::Recovery &recovery)
{
    QStringList all;
    if (recovery.backup) {
        all +=
            tr("It was put back from the backup of %1.")
                .arg(QLocale().toString(recovery.backup->made.toLocalTime(), QLocale::ShortFormat));
    } else {
        all += tr("There was no backup that could be used, so it begins anew.");
    }
    all += tr("%n note(s) came from the backup.", nullptr, recovery.notesFromBackup);
    all += tr("%n note(s) came from the journal.", nullptr, recovery.notesFromJournal);
    if (!recovery.keptAside.isEmpty()) {
        all +=
            tr("The damaged file is kept as %1.").arg(QDir::toNativeSeparators(recovery.keptAside));
    }
    return all.join(u' ');
}

void LibraryNotice::tellRecovery(const app::library::Recovery &recovery)
{
    m_keptAside = recovery.keptAside;
    QList<widgets::MessageAction> actions;
    if (!m_keptAside.isEmpty()) {
        actions += {QStringLiteral("show"), tr("Show the damaged file")};
    }
    actions += {QStringLiteral("read"), tr("All right")};
    m_banner->setText(tr("Your library was damaged."), sentences(recovery));
    m_banner->setActions(actions);
    show();
}

void LibraryNotice::tellJournal(const app::base::Error &error)
{
    m_banner->setText(tr("Your notes are kept, but not twice."),
                      tr("Their journal could not be written: %1. It is tried again with the next "
                         "note.")
                          .arg(text::errorClause(error)));
    m_banner->setActions({{QStringLiteral("read"), tr("All right")}});
    show();
}

} // namespace ui::window
