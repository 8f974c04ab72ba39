// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/timelabel.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/timecodepainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;

namespace {

constexpr int labelHeight = 24;
constexpr int least = 48;
constexpr int padding = 4;

} // namespace

TimeLabel::TimeLabel(const theme::ThemeManager &themes,
                     Kind kind,
                     const QString &name,
                     QWidget *parent)
    : PushControl(themes, name, parent)
    , m_kind(kind)
{
    if (kind == Kind::Plain) {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        widgets::setAccessibleRole(*this, QAccessible::StaticText);
    }
}

void TimeLabel::setTime(const QString &time)
{
    if (time == m_time) {
        return;
    }
    m_time = time;
    const double needed = widgets::timecodeWidth(theme::font(theme::TextStyle::Meta), time);
    if (needed != m_timeWidth) {
        m_timeWidth = needed;
        updateGeometry();
    }
    update(body());
}

QRect TimeLabel::body() const
{
    // The row may be higher than the words' own room in it.
    const QRect room = contentsRect();
    return {room.left(), room.top() + (room.height() - labelHeight) / 2, room.width(), labelHeight};
}

QSize TimeLabel::sizeHint() const
{
    const int words = static_cast<int>(std::ceil(m_timeWidth)) + 2 * padding;
    const QMargins margins = contentsMargins();
    return {std::max(least, words), labelHeight + margins.top() + margins.bottom()};
}

void TimeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = colors();
    const bool lit = m_kind == Kind::Button && isEnabled() && underMouse() && !m_time.isEmpty();
    if (lit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? c.pressed : c.hover);
        painter.drawRoundedRect(body(), metrics::controlRadius, metrics::controlRadius);
    }
    painter.setPen(m_kind == Kind::Plain || lit ? c.text : c.text2);
    widgets::paintTimecode(painter,
                           QRectF(body()).adjusted(padding, 0, -padding, 0),
                           theme::font(theme::TextStyle::Meta),
                           m_time,
                           m_alignment);
    if (hasRing()) {
        widgets::paintFocusRing(painter, body(), metrics::controlRadius, c.accent);
    }
}

} // namespace ui::player::internal
