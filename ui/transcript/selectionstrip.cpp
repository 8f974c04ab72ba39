// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/selectionstrip.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pushcontrol.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ui::transcript {

namespace metrics = theme::metrics;
using app::notes::Color;

namespace {

constexpr int away = 4;
constexpr std::array colors{Color::Yellow, Color::Green, Color::Blue, Color::Red, Color::Violet};

/// One colour to highlight with.
class ColorDot final : public widgets::PushControl
{
public:
    ColorDot(const theme::ThemeManager &themes, Color color, QWidget *parent)
        : PushControl(themes, colorText(color), parent)
        , m_color(color)
    {
        setCheckable(true);
        setHint(colorText(color));
    }

    [[nodiscard]] QSize sizeHint() const override { return {24, 28}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const theme::Theme &c = colors();
        // The strip is dark in the light look and light in the dark one.
        const QColor fill = c.highlightLine[static_cast<std::size_t>(m_color)];
        const QPointF middle = QRectF(rect()).center();
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(c.invtext);
            painter.drawEllipse(middle, 8.5, 8.5);
            painter.setBrush(c.inv);
            painter.drawEllipse(middle, 7, 7);
        }
        painter.setBrush(fill);
        painter.drawEllipse(middle, 5.5, 5.5);
        if (hasRing()) {
            widgets::paintFocusRing(painter, rect(), metrics::controlRadius, c.invtext);
        }
    }

private:
    Color m_color;
};

} // namespace

QString colorText(Color color)
{
    switch (color) {
    case Color::Yellow:
        return SelectionStrip::tr("Yellow", "colour of a highlight");
    case Color::Green:
        return SelectionStrip::tr("Green", "colour of a highlight");
    case Color::Blue:
        return SelectionStrip::tr("Blue", "colour of a highlight");
    case Color::Red:
        return SelectionStrip::tr("Rose", "colour of a highlight");
    case Color::Violet:
        return SelectionStrip::tr("Violet", "colour of a highlight");
    }
    return {};
}

SelectionStrip::SelectionStrip(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("selectionStrip"));
    setAccessibleName(tr("Selected words", "toolbar for the selected words"));
    widgets::setAccessibleRole(*this, QAccessible::ToolBar);
    setCursor(Qt::ArrowCursor);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(2);
    auto *highlight = new widgets::Button(
        themes, widgets::Button::Kind::Inverse, tr("Highlight", "verb: mark the words"), this);
    highlight->setObjectName(QStringLiteral("stripHighlight"));
    highlight->setIconName(QStringLiteral("highlight"));
    highlight->setCompact(true);
    highlight->setKeysHint(QKeySequence(Qt::Key_H));
    connect(
        highlight, &QAbstractButton::clicked, this, [this] { emit highlightRequested(m_color); });
    row->addWidget(highlight);
    m_buttons.append(highlight);
    addDots();
    row->addSpacing(9);
    addButton(QStringLiteral("note"),
              tr("Note", "write a note on the words"),
              QStringLiteral("stripNote"),
              &SelectionStrip::noteRequested);
    addButton(QStringLiteral("copy-time"),
              tr("Copy with time", "copy the words with episode and time"),
              QStringLiteral("stripCopyTime"),
              &SelectionStrip::copyWithTimeRequested);
    m_timed = {addButton(QStringLiteral("clip"),
                         tr("Clip", "save the words' sound as a file"),
                         QStringLiteral("stripClip"),
                         &SelectionStrip::clipRequested),
               addButton(QStringLiteral("loop"),
                         tr("Loop", "repeat the words' sound"),
                         QStringLiteral("stripLoop"),
                         &SelectionStrip::loopRequested)};
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        button->setFocusPolicy(Qt::NoFocus);
    }
    setColor(m_color);
    connect(&themes, &theme::ThemeManager::changed, this, [this] { update(); });
    hide();
}

QAbstractButton *SelectionStrip::addButton(const QString &icon,
                                           const QString &text,
                                           const QString &name,
                                           void (SelectionStrip::*wish)())
{
    auto *button = new widgets::Button(m_themes, widgets::Button::Kind::Inverse, text, this);
    button->setObjectName(name);
    button->setIconName(icon);
    button->setCompact(true);
    connect(button, &QAbstractButton::clicked, this, wish);
    layout()->addWidget(button);
    m_buttons.append(button);
    return button;
}

void SelectionStrip::setColorNames(const std::array<QString, 5> &names)
{
    m_colorNames = names;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        m_dots[i]->setAccessibleName(colorName(colors[i]));
        m_dots[i]->setHint(colorName(colors[i]));
    }
}

QString SelectionStrip::colorName(Color color) const
{
    const QString &own = m_colorNames[static_cast<std::size_t>(color)];
    return own.isEmpty() ? colorText(color) : own;
}

void SelectionStrip::setTimed(bool timed)
{
    for (QAbstractButton *const button : std::as_const(m_timed)) {
        button->setVisible(timed);
    }
    layout()->activate();
}

void SelectionStrip::addDots()
{
    for (std::size_t i = 0; i < colors.size(); ++i) {
        auto *dot = new ColorDot(m_themes, colors[i], this);
        dot->setObjectName(QStringLiteral("stripColor%1").arg(i + 1));
        dot->setKeysHint(QKeySequence(Qt::Key_1 + static_cast<int>(i)));
        connect(dot, &QAbstractButton::clicked, this, [this, color = colors[i]] {
            setColor(color);
            emit highlightRequested(color);
        });
        layout()->addWidget(dot);
        m_dots[i] = dot;
        m_buttons.append(dot);
    }
}

void SelectionStrip::setColor(Color color)
{
    m_color = color;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        m_dots[i]->setChecked(colors[i] == color);
    }
}

void SelectionStrip::showFor(const QRectF &words, const QRectF &bounds)
{
    const QSize size = sizeHint();
    const double below = words.bottom() + away;
    const double above = words.top() - away - size.height();
    const bool fitsBelow = below + size.height() <= bounds.bottom();
    // Below is read next, above was read before: it goes below only where above is cut off or
    // outside, unless there is no text there yet.
    double y = fitsBelow ? below : above;
    y = std::clamp(y,
                   bounds.top() + away,
                   std::max(bounds.top() + away, bounds.bottom() - away - size.height()));
    const double x =
        std::clamp(words.left(),
                   bounds.left() + away,
                   std::max(bounds.left() + away, bounds.right() - away - size.width()));
    setGeometry(qRound(x), qRound(y), size.width(), size.height());
    show();
    raise();
}

void SelectionStrip::enter()
{
    for (QAbstractButton *button : std::as_const(m_buttons)) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_buttons.front()->setFocus(Qt::TabFocusReason);
}

void SelectionStrip::step(int by)
{
    qsizetype next = m_buttons.indexOf(qobject_cast<QAbstractButton *>(focusWidget())) + by;
    while (next >= 0 && next < m_buttons.size() && m_buttons.at(next)->isHidden()) {
        next += by;
    }
    if (next < 0 || next >= m_buttons.size()) {
        emit left();
        return;
    }
    m_buttons.at(next)->setFocus(Qt::TabFocusReason);
}

bool SelectionStrip::focusNextPrevChild(bool next)
{
    step(next ? 1 : -1);
    return true;
}

void SelectionStrip::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Escape:
        hide();
        emit left();
        break;
    case Qt::Key_Right:
        step(forward);
        break;
    case Qt::Key_Left:
        step(-forward);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SelectionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_themes.current().inv);
    painter.drawRoundedRect(rect(), metrics::cardRadius, metrics::cardRadius);
    const QWidget *lastDot = m_dots.back();
    painter.fillRect(QRect(lastDot->geometry().right() + 6, 8, 1, height() - 16),
                     m_themes.current().invtext2);
}

} // namespace ui::transcript
