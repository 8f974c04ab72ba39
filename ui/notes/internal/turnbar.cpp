// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/turnbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui::notes::internal {

namespace metrics = theme::metrics;

TurnBar::TurnBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_words(new widgets::ElidedLabel(themes, theme::TextStyle::UiStrong, {}, this))
{
    setObjectName(QStringLiteral("turnBar"));
    m_words->setObjectName(QStringLiteral("turnWords"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space8, metrics::space12, metrics::space8);
    layout->setSpacing(metrics::space4);
    layout->addWidget(m_words, 1);
    const auto add = [&](const char *icon, const QString &name, const char *object) {
        auto *const button = new widgets::IconButton(themes, QLatin1String(icon), name, this);
        button->setObjectName(QLatin1String(object));
        layout->addWidget(button);
        return button;
    };
    auto *const before = add("chapter-previous", tr("Play the note before"), "turnBefore");
    auto *const next = add("chapter-next", tr("Play the next note"), "turnNext");
    auto *const end = add("close", tr("Stop playing notes in turn"), "turnEnd");
    connect(before, &QAbstractButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(next, &QAbstractButton::clicked, this, [this] { emit stepRequested(1); });
    connect(end, &QAbstractButton::clicked, this, &TurnBar::endRequested);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void TurnBar::setTurn(int position, int count)
{
    m_words->setText(tr("Playing note %1 of %2").arg(position).arg(count));
    setVisible(position > 0);
}

void TurnBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().soft);
    painter.fillRect(0, 0, width(), 1, m_themes.current().line);
}

} // namespace ui::notes::internal
