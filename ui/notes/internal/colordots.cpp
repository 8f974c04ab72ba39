// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/colordots.h"

#include "ui/notes/notewords.h"
#include "ui/widgets/pushcontrol.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui::notes::internal {
namespace {

using app::notes::Color;

constexpr int side = 28;
constexpr double spot = 18;
constexpr double chosenRing = 24;

} // namespace

ColorDot::ColorDot(const theme::ThemeManager &themes, Color color, QWidget *parent)
    : QRadioButton(parent)
    , m_themes(themes)
    , m_color(color)
{
    setObjectName(QStringLiteral("color-") + app::notes::colorName(color));
    setName(colorWord(color));
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void ColorDot::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

QSize ColorDot::sizeHint() const
{
    return {side, side};
}

void ColorDot::focusInEvent(QFocusEvent *event)
{
    m_ring = widgets::isKeyboardFocus(event->reason());
    QRadioButton::focusInEvent(event);
}

void ColorDot::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    const auto centered = [this](double size) {
        return QRectF((width() - size) / 2, (height() - size) / 2, size, size);
    };
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() && isEnabled()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.hover);
        painter.drawEllipse(rect());
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? colors.highlightLine[static_cast<std::size_t>(m_color)]
                                 : colors.disabled);
    painter.drawEllipse(centered(spot));
    if (isChecked()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(isEnabled() ? colors.text : colors.disabled, 2));
        painter.drawEllipse(centered(chosenRing));
    }
    if (hasFocus() && m_ring) {
        widgets::paintFocusRing(painter, rect(), 6, colors.accent);
    }
}

ColorDots::ColorDots(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_dots{}
{
    setObjectName(QStringLiteral("colorDots"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        auto *const dot = new ColorDot(themes, allColors[i], this);
        m_dots[i] = dot;
        layout->addWidget(dot);
        connect(dot, &QAbstractButton::toggled, this, [this, color = allColors[i]](bool on) {
            if (on) {
                emit colorChanged(color);
            }
        });
    }
    layout->addStretch(1);
    m_dots.front()->setChecked(true);
}

Color ColorDots::color() const
{
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        if (m_dots[i]->isChecked()) {
            return allColors[i];
        }
    }
    return Color::Yellow;
}

void ColorDots::setCodebook(const Codebook &codebook)
{
    const auto name = [this, &codebook] {
        for (std::size_t i = 0; i < m_dots.size(); ++i) {
            m_dots[i]->setName(codebook.fullName(allColors[i]));
        }
    };
    connect(&codebook, &Codebook::changed, this, name);
    name();
}

void ColorDots::setColor(Color color)
{
    m_dots[static_cast<std::size_t>(color)]->setChecked(true);
}

} // namespace ui::notes::internal
