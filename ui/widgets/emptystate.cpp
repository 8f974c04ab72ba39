// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

namespace ui::widgets {

namespace metrics = theme::metrics;

namespace {

constexpr int wordsWidth = 320;

} // namespace

EmptyState::EmptyState(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_icon(new QLabel(this))
    , m_title(new ElidedLabel(themes, theme::TextStyle::UiStrong, {}, this))
    , m_text(new ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_buttons(new QHBoxLayout)
{
    m_icon->setAlignment(Qt::AlignCenter);
    for (ElidedLabel *label : {m_title, m_text}) {
        label->setMaximumLines(0);
        label->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(wordsWidth);
    }
    m_text->setColor(&theme::Theme::text2);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::space4);
    words->addWidget(m_title);
    words->addWidget(m_text);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(words, 1000);
    middle->addStretch(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(metrics::space24, metrics::space24, metrics::space24, metrics::space24);
    all->setSpacing(metrics::space8);
    all->addStretch(2);
    all->addWidget(m_icon);
    all->addLayout(middle);
    all->addSpacing(metrics::space4);
    all->addLayout(m_buttons);
    all->addStretch(3);
    connect(&themes, &theme::ThemeManager::changed, this, &EmptyState::refreshIcon);
}

void EmptyState::setContent(const QString &iconName,
                            const QString &title,
                            const QString &text,
                            const QList<MessageAction> &actions)
{
    m_iconName = iconName;
    refreshIcon();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    m_buttons->addStretch(1);
    for (const MessageAction &action : actions) {
        auto *button = new Button(m_themes, Button::Kind::Secondary, action.text, this);
        button->setCompact(true);
        button->setObjectName(action.id);
        connect(
            button, &Button::clicked, this, [this, id = action.id] { emit actionTriggered(id); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        refreshIcon();
    }
    QWidget::changeEvent(event);
}

void EmptyState::refreshIcon()
{
    m_icon->setPixmap(m_themes.icons().pixmap(
        m_iconName, metrics::icon, m_themes.current().text2, devicePixelRatioF()));
}

} // namespace ui::widgets
