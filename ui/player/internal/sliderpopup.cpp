// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/sliderpopup.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScreen>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;

namespace {

constexpr int cardWidth = 264;

} // namespace

SliderPopup::SliderPopup(const theme::ThemeManager &themes, const Words &words, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_themes(themes)
    , m_format(words.format)
    , m_name(new widgets::ElidedLabel(themes, theme::TextStyle::UiStrong, words.name, this))
    , m_value(new widgets::ElidedLabel(themes, theme::TextStyle::Ui, {}, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_reset(new widgets::Button(themes, widgets::Button::Kind::Secondary, words.reset, this))
{
    setAttribute(Qt::WA_TranslucentBackground);
    setAccessibleName(words.name);
    m_slider->setObjectName(QStringLiteral("popupSlider"));
    m_slider->setAccessibleName(words.name);
    m_reset->setObjectName(QStringLiteral("popupReset"));
    m_reset->setCompact(true);
    m_value->setAlignment(Qt::AlignTrailing);
    m_value->setColor(&theme::Theme::text2);
    auto *const head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_value, 1);
    auto *const line = new QHBoxLayout;
    line->setSpacing(metrics::space12);
    line->addWidget(m_slider, 1);
    line->addWidget(m_reset);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(
        metrics::space16, metrics::space12, metrics::space16, metrics::space12);
    layout->setSpacing(metrics::space8);
    layout->addLayout(head);
    layout->addLayout(line);
    setFixedWidth(cardWidth);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        // The mouse may stop anywhere; only whole steps are meant.
        const int least = m_slider->minimum();
        const int whole =
            least + static_cast<int>(std::lround(double(value - least) / m_step)) * m_step;
        showValue(whole);
        emit valueChosen(whole);
    });
    connect(m_reset, &QAbstractButton::clicked, this, &SliderPopup::resetRequested);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { dress(); });
    dress();
}

void SliderPopup::setRange(int least, int most, int step)
{
    const QSignalBlocker quiet(m_slider);
    m_step = std::max(step, 1);
    m_slider->setRange(least, most);
    m_slider->setSingleStep(m_step);
    m_slider->setPageStep(m_step * 4);
}

void SliderPopup::setValue(int value)
{
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(value);
    }
    showValue(value);
}

void SliderPopup::showValue(int value)
{
    const QString words = m_format(value);
    m_value->setText(words);
    m_slider->setAccessibleDescription(words);
}

void SliderPopup::openOver(const QWidget &control)
{
    adjustSize();
    const QRect screen = control.screen()->availableGeometry();
    const QPoint top = control.mapToGlobal(QPoint(control.width() / 2, 0));
    const int x = std::clamp(
        top.x() - width() / 2,
        screen.left() + metrics::space4,
        std::max(screen.left() + metrics::space4, screen.right() - width() - metrics::space4));
    const int above = top.y() - height() - metrics::space8;
    move(x, above >= screen.top() ? above : top.y() + control.height() + metrics::space8);
    show();
    m_slider->setFocus(Qt::PopupFocusReason);
}

void SliderPopup::dress()
{
    const theme::Theme &c = m_themes.current();
    m_slider->setStyleSheet(
        QStringLiteral("QSlider{min-height:24px;background:transparent}"
                       "QSlider::groove:horizontal{height:4px;border-radius:2px;background:%1}"
                       "QSlider::sub-page:horizontal{border-radius:2px;background:%2}"
                       "QSlider::handle:horizontal{width:12px;height:12px;margin:-6px 0;"
                       "border-radius:8px;border:2px solid %2;background:%3}"
                       "QSlider::handle:horizontal:focus{background:%2;border-color:%4}")
            .arg(c.wave.name(), c.accent.name(), c.raised.name(), c.text.name()));
    update();
}

void SliderPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_themes.current().linestrong);
    painter.setBrush(m_themes.current().raised);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
}

} // namespace ui::player::internal
