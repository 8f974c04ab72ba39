// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toggleswitch.h"

#include "ui/theme/metrics.h"

#include <QPainter>

namespace ui::widgets {
namespace {

constexpr int trackWidth = 36;
constexpr int trackHeight = 20;
constexpr int knobGap = 3;
constexpr int ringRoom = 4;

} // namespace

ToggleSwitch::ToggleSwitch(const theme::ThemeManager &themes, const QString &name, QWidget *parent)
    : PushControl(themes, name, parent)
{
    setCheckable(true);
}

QSize ToggleSwitch::sizeHint() const
{
    return {trackWidth + 2 * ringRoom, trackHeight + 2 * ringRoom};
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(ringRoom, (height() - trackHeight) / 2.0, trackWidth, trackHeight);
    const auto &look = colors();
    const QColor on = underMouse() ? look.accenthover : look.accent;
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? look.track : isChecked() ? on : look.linestrong);
    painter.drawRoundedRect(track, trackHeight / 2.0, trackHeight / 2.0);
    const double knob = trackHeight - 2 * knobGap;
    const bool atRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    const double x = atRight ? track.right() - knobGap - knob : track.left() + knobGap;
    painter.setBrush(!isEnabled() ? look.disabled : isChecked() ? look.onaccent : look.reader);
    painter.drawEllipse(QRectF(x, track.top() + knobGap, knob, knob));
    if (hasRing()) {
        paintFocusRing(painter, rect(), (trackHeight + 2 * ringRoom) / 2.0, look.accent);
    }
}

} // namespace ui::widgets
