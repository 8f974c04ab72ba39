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
constexpr int wordsHeight = 18;
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

void TimeTip::showText(const QString &time, const QString &rest, const QString &words, QPoint foot)
{
    const QFont font = theme::font(theme::TextStyle::Meta);
    const QFontMetricsF measure(font);
    const double timeWidth = widgets::timecodeWidth(font, time);
    const double room = widest - 2 * padding - timeWidth;
    m_time = time;
    m_rest = measure.elidedText(rest.left(500), Qt::ElideRight, room);
    m_words = measure.elidedText(words.left(500), Qt::ElideRight, widest - 2 * padding);
    const double content =
        std::max(timeWidth + measure.horizontalAdvance(m_rest), measure.horizontalAdvance(m_words));
    const int wanted = static_cast<int>(std::ceil(content + 2 * padding + 1));
    const int tall = m_words.isEmpty() ? tipHeight : tipHeight + wordsHeight;
    const QWidget *const frame = parentWidget();
    const int x = std::clamp(foot.x() - wanted / 2, 4, std::max(4, frame->width() - wanted - 4));
    setGeometry(x, std::max(0, foot.y() - tall), wanted, tall);
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
    QRectF line(padding, 0, width() - 2 * padding, tipHeight);
    painter.setPen(c.invtext);
    widgets::paintTimecode(painter, line, font, m_time);
    line.setLeft(line.left() + widgets::timecodeWidth(font, m_time));
    painter.setPen(c.invtext2);
    painter.setFont(font);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_rest);
    if (!m_words.isEmpty()) {
        const QRectF below(padding, tipHeight - 3, width() - 2 * padding, wordsHeight);
        painter.drawText(below, Qt::AlignVCenter | Qt::TextSingleLine, m_words);
    }
}

} // namespace ui::player::internal
