// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"

#include <QBoxLayout>
#include <QPainter>

namespace ui::widgets {

namespace metrics = theme::metrics;

namespace {

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        // The button may be the one whose click led here.
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

// A widget, for an empty layout would keep the words beside it from growing.
template <typename Layout>
QWidget *makeRow(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new Layout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    row->hide();
    return row;
}

constexpr int iconColumn = metrics::space12 + metrics::icon + metrics::space12;

} // namespace

Banner::Banner(const theme::ThemeManager &themes, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_kind(kind)
    , m_iconName(kind == Kind::Notice ? QStringLiteral("info") : QStringLiteral("warning"))
    , m_title(new ElidedLabel(themes, theme::TextStyle::UiStrong, {}, this))
    , m_text(new ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_beside(makeRow<QHBoxLayout>(this))
    , m_below(makeRow<FlowLayout>(this))
{
    setAccessibleRole(*this, QAccessible::AlertMessage);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (ElidedLabel *label : {m_title, m_text}) {
        label->setMaximumLines(0);
        label->setColor(kind == Kind::Notice ? &theme::Theme::ambertext : &theme::Theme::text);
    }
    m_title->hide();
    m_below->layout()->setContentsMargins(0, metrics::space8, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_below);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(iconColumn, 10, 10, 10);
    all->setSpacing(metrics::space12);
    all->addLayout(words, 1);
    all->addWidget(m_beside);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
}

void Banner::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void Banner::setText(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(QString(title + QLatin1Char(' ') + text).trimmed());
    rebuild();
    if (isVisible()) {
        announce(*this);
    }
}

void Banner::setActions(const QList<MessageAction> &actions)
{
    m_actions = actions;
    rebuild();
}

void Banner::rebuild()
{
    clear(*m_beside->layout());
    clear(*m_below->layout());
    const bool below = !m_title->text().isEmpty();
    QLayout *const row = (below ? m_below : m_beside)->layout();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const MessageAction action = m_actions.at(i);
        const bool plain = below && m_actions.size() > 1 && i == m_actions.size() - 1;
        auto *button = new Button(m_themes,
                                  plain ? Button::Kind::Amber : Button::Kind::Secondary,
                                  action.text,
                                  row->parentWidget());
        button->setCompact(true);
        button->setObjectName(action.id);
        connect(
            button, &Button::clicked, this, [this, id = action.id] { emit actionTriggered(id); });
        row->addWidget(button);
    }
    m_below->setVisible(below && !m_actions.isEmpty());
    m_beside->setVisible(!below && !m_actions.isEmpty());
}

void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce(*this);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    const bool notice = m_kind == Kind::Notice;
    painter.setPen(notice ? c.amberfill : c.danger);
    painter.setBrush(notice ? c.ambersoft : c.dangersoft);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
    const QPixmap icon = m_themes.icons().pixmap(
        m_iconName, metrics::icon, notice ? c.ambertext : c.text, devicePixelRatioF());
    const int x = layoutDirection() == Qt::RightToLeft ? width() - metrics::space12 - metrics::icon
                                                       : metrics::space12;
    const bool titled = !m_title->text().isEmpty();
    const int middle = titled ? m_title->y() + 10 : height() / 2;
    painter.drawPixmap(x, middle - metrics::icon / 2, icon);
}

} // namespace ui::widgets
