// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace ui::widgets {

namespace metrics = theme::metrics;

MessageBar::MessageBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_text(new ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_buttons(new QWidget(this))
{
    setAccessibleRole(*this, QAccessible::AlertMessage);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_text->setColor(&theme::Theme::invtext);
    m_text->setMaximumLines(2);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(metrics::space12 + metrics::icon + metrics::space12, 6, 8, 6);
    all->setSpacing(metrics::space12);
    all->addWidget(m_text, 1);
    all->addWidget(m_buttons);
    m_timer.setSingleShot(true);
    setStay(std::chrono::seconds(8));
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::onTime);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    hide();
}

void MessageBar::setStay(std::chrono::milliseconds stay)
{
    m_timer.setInterval(stay);
}

void MessageBar::showMessage(const QString &text, const QList<MessageAction> &actions)
{
    while (QLayoutItem *item = m_buttons->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const MessageAction &action : actions) {
        auto *button = new Button(m_themes, Button::Kind::Secondary, action.text, m_buttons);
        button->setCompact(true);
        button->setObjectName(action.id);
        connect(button, &Button::clicked, this, [this, id = action.id] {
            dismiss();
            emit actionTriggered(id);
        });
        m_buttons->layout()->addWidget(button);
    }
    m_buttons->setVisible(!actions.isEmpty());
    m_text->setText(text);
    setAccessibleName(text);
    show();
    raise();
    announce(*this);
    m_timer.start();
}

void MessageBar::dismiss()
{
    m_timer.stop();
    if (!isHidden()) {
        hide();
        emit dismissed();
    }
}

void MessageBar::onTime()
{
    const QWidget *focused = QApplication::focusWidget();
    if (underMouse() || (focused && isAncestorOf(focused))) {
        m_timer.start();
        return;
    }
    dismiss();
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent *event)
{
    if (isVisible()) {
        m_timer.start();
    }
    QWidget::leaveEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        dismiss();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.inv);
    painter.drawRoundedRect(rect(), metrics::cardRadius, metrics::cardRadius);
    const QPixmap icon = m_themes.icons().pixmap(
        QStringLiteral("info"), metrics::icon, c.invtext, devicePixelRatioF());
    const int x = layoutDirection() == Qt::RightToLeft ? width() - metrics::space12 - metrics::icon
                                                       : metrics::space12;
    painter.drawPixmap(x, (height() - metrics::icon) / 2, icon);
}

} // namespace ui::widgets
