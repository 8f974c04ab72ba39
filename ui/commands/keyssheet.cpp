// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/keyssheet.h"

#include "ui/commands/commandregistry.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::commands {

KeysSheet::KeysSheet(CommandRegistry &registry, QWidget *parent)
    : QDialog(parent)
    , m_registry(registry)
    , m_list(new QTreeWidget(this))
    , m_single(new QCheckBox(tr("Single-letter keys act outside text fields"), this))
{
    setObjectName(QStringLiteral("keysSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list->setObjectName(QStringLiteral("keysList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setUniformRowHeights(true);
    m_list->setFont(theme::font(theme::TextStyle::Ui));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_single->setObjectName(QStringLiteral("singleKeys"));
    m_single->setChecked(registry.singleKeysEnabled());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme::metrics::space12);
    layout->addWidget(m_list);
    layout->addWidget(m_single);
    layout->addWidget(buttons);
    resize(520, 600);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_single, &QCheckBox::toggled, &registry, &CommandRegistry::setSingleKeysEnabled);
    connect(&registry, &CommandRegistry::keysChanged, this, [this] {
        m_single->setChecked(m_registry.singleKeysEnabled());
        fill();
    });
    fill();
}

void KeysSheet::fill()
{
    m_list->clear();
    for (const Menu menu :
         {Menu::Listen, Menu::Note, Menu::View, Menu::Edit, Menu::File, Menu::None}) {
        auto *const head = new QTreeWidgetItem(m_list, {menuText(menu)});
        head->setFont(0, theme::font(theme::TextStyle::GroupHead));
        head->setFlags(Qt::ItemIsEnabled);
        head->setFirstColumnSpanned(true);
        for (const CommandRow &row : m_registry.rows()) {
            if (row.menu != menu) {
                continue;
            }
            QStringList keys;
            for (const QKeySequence &one : m_registry.keys(row.id)) {
                keys += one.toString(QKeySequence::NativeText);
            }
            new QTreeWidgetItem(
                head, {QString(row.text).remove(QChar(0x2026)), keys.join(QLatin1String(", "))});
        }
    }
    m_list->expandAll();
}

} // namespace ui::commands
