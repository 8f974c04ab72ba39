// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/folderchooser.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStandardPaths>

namespace ui::preferences {
namespace {

using widgets::Button;
namespace metrics = theme::metrics;

constexpr int pathWidth = 150;

} // namespace

FolderChooser::FolderChooser(const theme::ThemeManager &themes,
                             const QString &folder,
                             QWidget *parent)
    : QWidget(parent)
    , m_folder(folder)
    , m_path(new widgets::ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_choose(new Button(themes, Button::Kind::Secondary, tr("Choose…", "a folder"), this))
    , m_stop(new Button(themes, Button::Kind::Quiet, tr("Stop", "using a folder"), this))
{
    m_path->setObjectName(QStringLiteral("folderPath"));
    m_path->setColor(&theme::Theme::text2);
    m_path->setFixedWidth(pathWidth);
    m_choose->setObjectName(QStringLiteral("folderChoose"));
    m_stop->setObjectName(QStringLiteral("folderStop"));
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::space8);
    row->addWidget(m_path);
    row->addWidget(m_choose);
    row->addWidget(m_stop);
    setFocusProxy(m_choose);
    connect(m_choose, &QAbstractButton::clicked, this, &FolderChooser::choose);
    connect(m_stop, &QAbstractButton::clicked, this, [this] { setFolder({}); });
    refresh();
}

void FolderChooser::setFolder(const QString &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        refresh();
        emit changed(folder);
    }
}

void FolderChooser::choose()
{
    const QString start = m_folder.isEmpty()
                              ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                              : m_folder;
    auto *const dialog = new QFileDialog(window(), tr("Choose a folder"), start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderChooser::setFolder);
    dialog->open();
}

void FolderChooser::refresh()
{
    m_path->setText(m_folder.isEmpty() ? tr("None", "no folder")
                                       : QDir::toNativeSeparators(m_folder));
    m_stop->setVisible(!m_folder.isEmpty());
}

} // namespace ui::preferences
