// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/panelparts.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pushcontrol.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/toggleswitch.h"

#include <QBoxLayout>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using theme::TextStyle;
using theme::ThemeManager;

namespace {

constexpr int radioDot = 16;
constexpr int padding = 4;
constexpr int rowHeight = 28;

void dress(QSlider &slider, const theme::Theme &c)
{
    slider.setStyleSheet(
        QStringLiteral("QSlider{min-height:24px;background:transparent}"
                       "QSlider::groove:horizontal{height:4px;border-radius:2px;background:%1}"
                       "QSlider::sub-page:horizontal{border-radius:2px;background:%2}"
                       "QSlider::handle:horizontal{width:12px;height:12px;margin:-6px 0;"
                       "border-radius:8px;border:2px solid %2;background:%3}"
                       "QSlider::handle:horizontal:focus{background:%2;border-color:%4}")
            .arg(c.wave.name(), c.accent.name(), c.raised.name(), c.text.name()));
}

class Line final : public QWidget
{
public:
    Line(const ThemeManager &themes, QWidget *parent)
        : QWidget(parent)
        , m_themes(themes)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), m_themes.current().line);
    }

private:
    const ThemeManager &m_themes;
};

} // namespace

QString speedText(double speed)
{
    QString number = QString::number(speed, 'f', 2);
    while (number.endsWith(QLatin1Char('0'))) {
        number.chop(1);
    }
    if (number.endsWith(QLatin1Char('.'))) {
        number.chop(1);
    }
    return number.replace(QLatin1Char('.'), QLocale().decimalPoint()) + QChar(0xD7);
}

QSlider *makeSlider(const ThemeManager &themes,
                    const QString &objectName,
                    const QString &name,
                    QWidget *parent)
{
    auto *const slider = new QSlider(Qt::Horizontal, parent);
    slider->setObjectName(objectName);
    slider->setAccessibleName(name);
    const auto follow = [slider, &themes] {
        dress(*slider, themes.current());
    };
    QObject::connect(&themes, &ThemeManager::changed, slider, follow);
    follow();
    return slider;
}

int wholeStep(const QSlider &slider)
{
    const int step = std::max(slider.singleStep(), 1);
    const int least = slider.minimum();
    return least + static_cast<int>(std::lround(double(slider.value() - least) / step)) * step;
}

widgets::ToggleSwitch *addSwitch(QBoxLayout &layout,
                                 const ThemeManager &themes,
                                 const QString &objectName,
                                 const QString &words,
                                 QWidget *parent)
{
    auto *const label = new widgets::ElidedLabel(themes, TextStyle::Ui, words, parent);
    label->setObjectName(objectName + QStringLiteral("Label"));
    auto *const toggle = new widgets::ToggleSwitch(themes, words, parent);
    toggle->setObjectName(objectName);
    auto *const row = new QHBoxLayout;
    row->setSpacing(metrics::space12);
    row->addWidget(label, 1);
    row->addWidget(toggle);
    layout.addLayout(row);
    return toggle;
}

widgets::SegmentedControl *makeChoice(const ThemeManager &themes,
                                      const QString &objectName,
                                      const QString &name,
                                      const QStringList &choices,
                                      QWidget *parent)
{
    auto *const choice = new widgets::SegmentedControl(themes, parent);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    for (const QString &words : choices) {
        choice->addTab(words);
    }
    return choice;
}

widgets::Button *makeQuietButton(const ThemeManager &themes,
                                 const QString &objectName,
                                 const QString &words,
                                 QWidget *parent)
{
    auto *const button = new widgets::Button(themes, widgets::Button::Kind::Quiet, words, parent);
    button->setObjectName(objectName);
    button->setCompact(true);
    return button;
}

void addLine(QBoxLayout &layout, const ThemeManager &themes, QWidget *parent)
{
    layout.addSpacing(metrics::space4);
    layout.addWidget(new Line(themes, parent));
    layout.addSpacing(metrics::space4);
}

RadioRow::RadioRow(const ThemeManager &themes, const QString &words, QWidget *parent)
    : QRadioButton(words, parent)
    , m_themes(themes)
{
    setAccessibleName(words);
    setAttribute(Qt::WA_Hover);
    setFont(theme::font(TextStyle::Ui));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

QSize RadioRow::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + radioDot + metrics::space8 + 2 * padding,
            std::max(rowHeight, fontMetrics().height() + 8)};
}

QSize RadioRow::minimumSizeHint() const
{
    return {radioDot + 2 * padding, sizeHint().height()};
}

bool RadioRow::hitButton(const QPoint &place) const
{
    return rect().contains(place);
}

void RadioRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &c = m_themes.current();
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? c.pressed : c.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double x = mirrored ? width() - padding - radioDot : padding;
    const QRectF dot(x, (height() - radioDot) / 2.0, radioDot, radioDot);
    const QColor line = isChecked() ? c.accent : c.linestrong;
    painter.setPen(QPen(isEnabled() ? line : c.disabled, isChecked() ? 2 : 1));
    painter.setBrush(c.raised);
    painter.drawEllipse(dot.adjusted(1, 1, -1, -1));
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isEnabled() ? c.accent : c.disabled);
        painter.drawEllipse(dot.adjusted(4.5, 4.5, -4.5, -4.5));
    }
    const int taken = padding + radioDot + metrics::space8;
    const QRectF words =
        QRectF(rect()).adjusted(mirrored ? padding : taken, 0, mirrored ? -taken : -padding, 0);
    painter.setPen(isEnabled() ? c.text : c.disabled);
    painter.drawText(words,
                     static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font()).elidedText(text(), Qt::ElideRight, words.width() + 0.5));
    if (m_ring) {
        widgets::paintFocusRing(painter, rect(), metrics::controlRadius, c.accent);
    }
}

void RadioRow::focusInEvent(QFocusEvent *event)
{
    m_ring = widgets::isKeyboardFocus(event->reason());
    QRadioButton::focusInEvent(event);
    update();
}

void RadioRow::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    QRadioButton::focusOutEvent(event);
    update();
}

} // namespace ui::player::internal
