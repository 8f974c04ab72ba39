// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timetip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/timecodepainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;

namespace {

constexpr int tipHeight = 26;
constexpr int padding = 8;
constexpr int widest = 420;

} // namespace

TimeTip::TimeTip(const theme::ThemeManager &themes, QWidget *window)
    : QWidget(window)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("timelineTip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TimeTip::showText(const QString &time, const QString &rest, QPoint foot)
{
    const QFont font = theme::font(theme::TextStyle::Meta);
    const QFontMetricsF measure(font);
    const double timeWidth = widgets::timecodeWidth(font, time);
    const double room = widest - 2 * padding - timeWidth;
    m_time = time;
    m_rest = measure.elidedText(rest.left(500), Qt::ElideRight, room);
    const int wanted = static_cast<int>(
        std::ceil(timeWidth + measure.horizontalAdvance(m_rest) + 2 * padding + 1));
    const QWidget *const frame = parentWidget();
    const int x = std::clamp(foot.x() - wanted / 2, 4, std::max(4, frame->width() - wanted - 4));
    setGeometry(x, std::max(0, foot.y() - tipHeight), wanted, tipHeight);
    raise();
    show();
    update();
}

void TimeTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.inv);
    painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    const QFont font = theme::font(theme::TextStyle::Meta);
    QRectF line = QRectF(rect()).adjusted(padding, 0, -padding, 0);
    painter.setPen(c.invtext);
    widgets::paintTimecode(painter, line, font, m_time);
    line.setLeft(line.left() + widgets::timecodeWidth(font, m_time));
    painter.setPen(c.invtext2);
    painter.setFont(font);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_rest);
}

} // namespace ui::player::internal
