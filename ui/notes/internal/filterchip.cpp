// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/filterchip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QPainter>

#include <algorithm>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr int padding = 12;
constexpr int dot = 10;
constexpr int widestWords = 180;

} // namespace

FilterChip::FilterChip(const theme::ThemeManager &themes, const QString &name, QWidget *parent)
    : PushControl(themes, name, parent)
    , m_name(name)
{
    setFont(theme::font(theme::TextStyle::UiStrong));
}

QString FilterChip::words() const
{
    return m_chosen.isEmpty() ? m_name : m_chosen;
}

void FilterChip::setChosen(const QString &words)
{
    if (m_chosen == words) {
        return;
    }
    m_chosen = words;
    setAccessibleName(words.isEmpty()
                          ? m_name
                          : tr("%1: %2", "a filter and what is chosen: Colour: Yellow, green")
                                .arg(m_name, words));
    setHint(accessibleName());
    updateGeometry();
    update();
}

void FilterChip::setDots(const std::vector<app::notes::Color> &dots)
{
    m_dots = dots;
    updateGeometry();
    update();
}

void FilterChip::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
}

void FilterChip::setOpens(bool opens)
{
    m_opens = opens;
    updateGeometry();
}

int FilterChip::before() const
{
    const int dots = static_cast<int>(m_dots.size());
    const int spots = dots == 0 ? 0 : dot + (dots - 1) * (dot - metrics::space4) + 6;
    return padding + spots + (m_iconName.isEmpty() ? 0 : metrics::smallIcon + 6);
}

QSize FilterChip::sizeHint() const
{
    const int text = std::min(fontMetrics().horizontalAdvance(words()), widestWords);
    const int behind = m_opens ? metrics::space4 + metrics::smallIcon + metrics::space8 : padding;
    return {before() + text + behind, std::max(metrics::controlHeight, fontMetrics().height() + 8)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const theme::Theme &c = colors();
    const bool lit = isNarrowing();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isDown() ? c.pressed : lit ? c.selected : underMouse() ? c.hover : c.raised;
    painter.setPen(lit ? c.accent : c.linestrong);
    painter.setBrush(fill);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);

    int x = padding;
    for (const app::notes::Color color : m_dots) {
        painter.setPen(QPen(fill, 1));
        painter.setBrush(c.highlightLine[static_cast<std::size_t>(color)]);
        painter.drawEllipse(QRect(x, (height() - dot) / 2, dot, dot));
        x += dot - metrics::space4;
    }
    const qreal ratio = devicePixelRatioF();
    if (!m_iconName.isEmpty()) {
        painter.drawPixmap(padding,
                           (height() - metrics::smallIcon) / 2,
                           themes().icons().pixmap(
                               m_iconName, metrics::smallIcon, lit ? c.accent : c.text2, ratio));
    }
    if (m_opens) {
        painter.drawPixmap(width() - metrics::space8 - metrics::smallIcon,
                           (height() - metrics::smallIcon) / 2,
                           themes().icons().pixmap(QStringLiteral("chevron-down"),
                                                   metrics::smallIcon,
                                                   lit ? c.accent : c.text2,
                                                   ratio));
    }
    const QRect room(before(), 0, std::min(width() - before(), widestWords), height());
    painter.setPen(lit ? c.accent : c.text);
    painter.drawText(room,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fontMetrics().elidedText(words(), Qt::ElideRight, room.width()));
    if (hasRing()) {
        widgets::paintFocusRing(painter, rect(), height() / 2.0, c.accent);
    }
}

} // namespace ui::notes::internal
