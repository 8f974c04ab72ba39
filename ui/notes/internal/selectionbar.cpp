// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/selectionbar.h"

#include "ui/notes/internal/coloricon.h"
#include "ui/notes/internal/tagcard.h"
#include "ui/notes/notewords.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

#include <array>

namespace ui::notes::internal {
namespace {

using widgets::Button;
using widgets::IconButton;
namespace metrics = theme::metrics;

constexpr int leastWidth = 320;

} // namespace

SelectionBar::SelectionBar(const theme::ThemeManager &themes,
                           const Codebook &codebook,
                           QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_codebook(codebook)
    , m_words(new widgets::ElidedLabel(themes, theme::TextStyle::UiStrong, {}, this))
    , m_tag(new Button(themes, Button::Kind::Secondary, tr("Tag…"), this))
    , m_color(new Button(themes, Button::Kind::Secondary, tr("Colour…"), this))
    , m_export(new Button(themes, Button::Kind::Secondary, tr("Export…"), this))
    , m_restore(new Button(themes, Button::Kind::Secondary, tr("Restore"), this))
    , m_delete(new IconButton(themes, QStringLiteral("trash"), tr("Delete the chosen notes"), this))
    , m_drop(new Button(themes, Button::Kind::Secondary, tr("Delete for good…"), this))
    , m_more(new IconButton(themes, QStringLiteral("more"), tr("More"), this))
    , m_tags(new TagCard(themes, this))
{
    setObjectName(QStringLiteral("selectionBar"));
    widgets::setAccessibleRole(*this, QAccessible::ToolBar);
    setAccessibleName(tr("Chosen notes"));
    m_words->setObjectName(QStringLiteral("selectionCount"));
    m_tag->setObjectName(QStringLiteral("selectionTag"));
    m_tag->setIconName(QStringLiteral("tag"));
    m_color->setObjectName(QStringLiteral("selectionColor"));
    m_color->setIconName(QStringLiteral("highlight"));
    m_export->setObjectName(QStringLiteral("selectionExport"));
    m_export->setIconName(QStringLiteral("export"));
    m_restore->setObjectName(QStringLiteral("selectionRestore"));
    m_restore->setIconName(QStringLiteral("undo"));
    m_delete->setObjectName(QStringLiteral("selectionDelete"));
    m_drop->setObjectName(QStringLiteral("selectionDrop"));
    m_drop->setIconName(QStringLiteral("trash"));
    m_more->setObjectName(QStringLiteral("selectionMore"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space8, metrics::space12, metrics::space8);
    layout->setSpacing(metrics::space8);
    layout->addWidget(m_words, 1);
    for (QWidget *const part : std::initializer_list<QWidget *>{
             m_tag, m_color, m_export, m_restore, m_drop, m_delete, m_more}) {
        layout->addWidget(part);
    }
    connect(m_tag, &QAbstractButton::clicked, this, [this] { m_tags->toggleOver(*m_tag); });
    connect(m_tags, &TagCard::chosen, this, &SelectionBar::tagsRequested);
    connect(m_color, &QAbstractButton::clicked, this, &SelectionBar::openColors);
    connect(m_export, &QAbstractButton::clicked, this, &SelectionBar::exportRequested);
    connect(m_restore, &QAbstractButton::clicked, this, &SelectionBar::restoreRequested);
    connect(m_delete, &QAbstractButton::clicked, this, &SelectionBar::deleteRequested);
    connect(m_drop, &QAbstractButton::clicked, this, &SelectionBar::dropRequested);
    connect(m_more, &QAbstractButton::clicked, this, &SelectionBar::openMore);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void SelectionBar::setCount(int count, bool inBin)
{
    m_words->setText(tr("%n chosen", nullptr, count));
    for (QWidget *const part :
         std::initializer_list<QWidget *>{m_tag, m_color, m_export, m_delete, m_more}) {
        part->setVisible(!inBin);
    }
    m_restore->setVisible(inBin);
    m_drop->setVisible(inBin);
    fit();
}

QSize SelectionBar::minimumSizeHint() const
{
    return {leastWidth, QWidget::minimumSizeHint().height()};
}

void SelectionBar::setKnownTags(const std::vector<app::notes::UsedTag> &tags)
{
    m_tags->setKnownTags(tags);
}

void SelectionBar::openColors()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("selectionColors"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const app::notes::Color color : allColors) {
        QAction *const action =
            menu->addAction(colorIcon(m_themes.current(), color), m_codebook.name(color));
        action->setObjectName(QStringLiteral("color-") + app::notes::colorName(color));
        connect(action, &QAction::triggered, this, [this, color] { emit colorRequested(color); });
    }
    menu->popup(m_color->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height()));
}

void SelectionBar::openMore()
{
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("selectionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Star"), this, [this] { emit starRequested(true); });
    menu->addAction(tr("Take the star away"), this, [this] { emit starRequested(false); });
    menu->addAction(tr("Their places are right"), this, &SelectionBar::confirmRequested);
    menu->popup(m_more->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height()));
}

void SelectionBar::fit()
{
    // Where there is no room for all words, the icons have to do; their tips keep them.
    const std::array named{m_tag, m_color, m_export, m_restore, m_drop};
    for (Button *const button : named) {
        button->setText(button->accessibleName());
    }
    int wanted =
        metrics::space16 + metrics::space12
        + QFontMetrics(theme::font(theme::TextStyle::UiStrong)).horizontalAdvance(m_words->text());
    for (const QWidget *const part : std::initializer_list<QWidget *>{
             m_tag, m_color, m_export, m_restore, m_drop, m_delete, m_more}) {
        wanted += part->isHidden() ? 0 : part->sizeHint().width() + metrics::space8;
    }
    for (Button *const button : named) {
        button->setText(wanted > width() ? QString() : button->accessibleName());
        button->updateGeometry();
    }
}

void SelectionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SelectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().player);
    painter.fillRect(0, 0, width(), 1, m_themes.current().line);
}

} // namespace ui::notes::internal
