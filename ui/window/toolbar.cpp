// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/toolbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>

namespace ui::window {
namespace {

namespace metrics = theme::metrics;
using widgets::ElidedLabel;
using widgets::IconButton;

IconButton *makeButton(const theme::ThemeManager &themes,
                       const char *icon,
                       const QString &name,
                       const char *objectName,
                       QWidget *parent)
{
    auto *const button = new IconButton(themes, QLatin1String(icon), name, parent);
    button->setObjectName(QLatin1String(objectName));
    return button;
}

} // namespace

ToolBar::ToolBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_menu(makeButton(themes, "menu", tr("Menu"), "menuButton", this))
    , m_sidebar(makeButton(themes, "sidebar", tr("Sidebar"), "sidebarButton", this))
    , m_back(makeButton(themes, "arrow-left", tr("Back"), "backButton", this))
    , m_forward(makeButton(themes, "arrow-right", tr("Forward"), "forwardButton", this))
    , m_place(new ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_progress(new ElidedLabel(themes, theme::TextStyle::Meta, {}, this))
    , m_check(makeButton(themes, "refresh", tr("Check for new episodes"), "checkButton", this))
    , m_add(makeButton(themes, "plus", tr("Add podcast"), "addButton", this))
{
    setObjectName(QStringLiteral("toolbar"));
    setAccessibleName(tr("Toolbar"));
    setFixedHeight(metrics::toolbarHeight);
    auto *const brand =
        new ElidedLabel(themes, theme::TextStyle::Section, QStringLiteral("Earmark"), this);
    brand->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    brand->setFixedWidth(124);
    m_place->setColor(&theme::Theme::text2);
    m_progress->setColor(&theme::Theme::text2);
    m_progress->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::space12, 0, metrics::space12, 1);
    layout->setSpacing(metrics::space4);
    layout->addWidget(m_menu);
    layout->addSpacing(metrics::space4);
    layout->addWidget(brand);
    layout->addWidget(m_sidebar);
    layout->addSpacing(metrics::space12);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addSpacing(metrics::space8);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_check);
    layout->addWidget(m_add);

    connect(m_menu, &QAbstractButton::clicked, this, &ToolBar::menuRequested);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void ToolBar::bind(IconButton *button, QAction *action)
{
    button->setKeysHint(action->shortcut());
    button->setEnabled(action->isEnabled());
    connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setEnabled(action->isEnabled());
    });
}

void ToolBar::bindSidebar(QAction *action)
{
    bind(m_sidebar, action);
}

void ToolBar::bindBack(QAction *action)
{
    bind(m_back, action);
}

void ToolBar::bindForward(QAction *action)
{
    bind(m_forward, action);
}

void ToolBar::bindCheck(QAction *action)
{
    bind(m_check, action);
}

void ToolBar::bindAdd(QAction *action)
{
    bind(m_add, action);
}

void ToolBar::setPlace(const QString &title)
{
    m_place->setText(title);
}

void ToolBar::setProgress(const QString &text)
{
    m_progress->setText(text);
}

QPoint ToolBar::menuPosition() const
{
    return m_menu->mapToGlobal(QPoint(0, m_menu->height() + metrics::space4));
}

void ToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().window);
    painter.setPen(m_themes.current().line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace ui::window
