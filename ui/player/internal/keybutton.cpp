// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/keybutton.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr double chipHeight = 18;

} // namespace

KeyButton::KeyButton(const theme::ThemeManager &themes,
                     const QString &iconName,
                     const QString &text,
                     QWidget *parent)
    : PushControl(themes, text, parent)
    , m_iconName(iconName)
{
    setFont(theme::font(theme::TextStyle::UiStrong));
    setText(text);
    setHint(text);
}

void KeyButton::setWords(const QString &words)
{
    setText(words);
    updateGeometry();
    update();
}

void KeyButton::setKeys(const QKeySequence &keys)
{
    m_chip = keys.toString(QKeySequence::NativeText);
    setKeysHint(keys);
    updateGeometry();
    update();
}

void KeyButton::setChipShown(bool shown)
{
    m_chipShown = shown;
    updateGeometry();
    update();
}

double KeyButton::chipWidth() const
{
    if (!m_chipShown || m_chip.isEmpty()) {
        return 0;
    }
    const QFontMetricsF measure(theme::font(theme::TextStyle::KeyHint));
    return std::max(20.0, std::ceil(measure.horizontalAdvance(m_chip)) + 10);
}

QSize KeyButton::sizeHint() const
{
    const double chip = chipWidth();
    const double words = std::ceil(QFontMetricsF(font()).horizontalAdvance(text()));
    const double width = metrics::icon + gap + words + (chip > 0 ? gap + chip : 0) + 2 * padding;
    return {static_cast<int>(width) + 1,
            std::max(metrics::controlHeight, fontMetrics().height() + 8)};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = colors();
    const bool on = isEnabled();
    const QColor ink = on ? c.text : c.disabled;
    QColor fill = on ? c.raised : QColor(Qt::transparent);
    if (on && (isDown() || underMouse())) {
        fill = isDown() ? c.pressed : c.hover;
    }
    painter.setPen(on ? c.linestrong : c.line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                            metrics::controlRadius,
                            metrics::controlRadius);
    // Icon, words and chip from the leading edge on, whichever that is.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto part = [&](double from, double room) {
        return QRectF(mirrored ? width() - from - room : from, 0, room, height());
    };
    const QRectF icon = part(padding, metrics::icon);
    painter.drawPixmap(
        QPointF(icon.x(), (height() - metrics::icon) / 2.0),
        themes().icons().pixmap(m_iconName, metrics::icon, ink, devicePixelRatioF()));
    const double words = std::ceil(QFontMetricsF(font()).horizontalAdvance(text())) + 1;
    double from = padding + metrics::icon + gap;
    painter.setPen(ink);
    painter.drawText(part(from, words), Qt::AlignCenter | Qt::TextSingleLine, text());
    from += words + gap;
    if (const double chip = chipWidth(); chip > 0) {
        const QRectF body =
            part(from, chip)
                .adjusted(0.5, (height() - chipHeight) / 2, -0.5, -(height() - chipHeight) / 2);
        painter.setPen(c.line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, metrics::tintRadius, metrics::tintRadius);
        painter.setFont(theme::font(theme::TextStyle::KeyHint));
        painter.setPen(on ? c.text3 : c.disabled);
        painter.drawText(body, Qt::AlignCenter | Qt::TextSingleLine, m_chip);
    }
    if (hasRing()) {
        widgets::paintFocusRing(painter, rect(), metrics::controlRadius, c.accent);
    }
}

} // namespace ui::player::internal
