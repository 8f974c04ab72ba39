// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace ui::widgets {

namespace metrics = theme::metrics;

namespace {

constexpr int iconGap = 6;

} // namespace

Button::Button(const theme::ThemeManager &themes, Kind kind, const QString &text, QWidget *parent)
    : PushControl(themes, text, parent)
    , m_kind(kind)
{
    setText(text);
    setFont(theme::font(theme::TextStyle::UiStrong));
}

void Button::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

void Button::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

int Button::padding() const
{
    return m_compact || m_kind == Kind::Inverse || !m_iconName.isEmpty() ? 10 : 12;
}

QSize Button::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(text());
    const int icon = m_iconName.isEmpty() ? 0 : metrics::icon + (words > 0 ? iconGap : 0);
    const int height =
        std::max(m_compact ? 28 : metrics::controlHeight, fontMetrics().height() + 8);
    return {words + icon + 2 * padding(), height};
}

Button::Look Button::look() const
{
    const theme::Theme &c = colors();
    const bool lit = isDown() || underMouse();
    const QColor none(Qt::transparent);
    if (!isEnabled()) {
        const bool filled = m_kind == Kind::Primary;
        const bool bordered = m_kind == Kind::Secondary || m_kind == Kind::Danger;
        return {filled ? c.hover : none, bordered ? c.line : none, c.disabled};
    }
    switch (m_kind) {
    case Kind::Primary:
        return {lit ? c.accenthover : c.accent, none, c.onaccent};
    case Kind::Secondary:
        if (isChecked()) {
            return {isDown() ? c.pressed : c.selected, c.linestrong, c.accent};
        }
        return {isDown() ? c.pressed : (lit ? c.hover : c.raised), c.linestrong, c.text};
    case Kind::Danger:
        return {isDown() ? c.pressed : (lit ? c.dangersoft : c.raised), c.danger, c.danger};
    case Kind::Inverse:
        return {lit || isChecked() ? c.invhover : none, none, c.invtext};
    case Kind::Amber:
        return {lit ? c.hover : none, none, c.ambertext};
    case Kind::Quiet:
        break;
    }
    if (isChecked()) {
        return {isDown() ? c.pressed : c.selected, none, c.accent};
    }
    return {isDown() ? c.pressed : (lit ? c.hover : none), none, lit ? c.text : c.text2};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look now = look();
    const bool gap = hasRing() && m_kind == Kind::Primary;
    const double inset = gap ? 4 : 0.5;
    painter.setPen(now.border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(now.border, 1));
    painter.setBrush(now.fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            metrics::controlRadius,
                            metrics::controlRadius);

    QRect content = rect().adjusted(padding(), 0, -padding(), 0);
    if (!m_iconName.isEmpty()) {
        const QPixmap icon =
            themes().icons().pixmap(m_iconName, metrics::icon, now.ink, devicePixelRatioF());
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int x = mirrored ? content.right() + 1 - metrics::icon : content.left();
        painter.drawPixmap(x, (height() - metrics::icon) / 2, icon);
        const int taken = metrics::icon + iconGap;
        content.adjust(mirrored ? 0 : taken, 0, mirrored ? -taken : 0, 0);
    }
    painter.setPen(now.ink);
    const auto align =
        m_iconName.isEmpty() ? Qt::AlignCenter : (Qt::AlignLeading | Qt::AlignVCenter);
    painter.drawText(content,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), align))
                         | Qt::TextShowMnemonic,
                     text());
    if (hasRing()) {
        const QColor ring = m_kind == Kind::Inverse ? colors().invtext : colors().accent;
        paintFocusRing(painter, rect(), metrics::controlRadius, ring);
    }
}

} // namespace ui::widgets
