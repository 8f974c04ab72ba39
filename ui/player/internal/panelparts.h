// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QRadioButton>
#include <QString>

class QBoxLayout;
class QSlider;

namespace ui::widgets {
class Button;
class SegmentedControl;
class ToggleSwitch;
} // namespace ui::widgets

namespace ui::player::internal {

/// "1.4×": no more digits than are needed.
[[nodiscard]] QString speedText(double speed);

/// A slider in the look's colours, which it follows.
[[nodiscard]] QSlider *makeSlider(const theme::ThemeManager &themes,
                                  const QString &objectName,
                                  const QString &name,
                                  QWidget *parent);

/// The nearest whole step of a slider, whose mouse may stop anywhere.
[[nodiscard]] int wholeStep(const QSlider &slider);

/// Words at the leading side, a switch at the trailing side.
[[nodiscard]] widgets::ToggleSwitch *addSwitch(QBoxLayout &layout,
                                               const theme::ThemeManager &themes,
                                               const QString &objectName,
                                               const QString &words,
                                               QWidget *parent);

/// A line of words with a choice below or beside it.
[[nodiscard]] widgets::SegmentedControl *makeChoice(const theme::ThemeManager &themes,
                                                    const QString &objectName,
                                                    const QString &name,
                                                    const QStringList &choices,
                                                    QWidget *parent);

[[nodiscard]] widgets::Button *makeQuietButton(const theme::ThemeManager &themes,
                                               const QString &objectName,
                                               const QString &words,
                                               QWidget *parent);

/// A thin line between parts of a card.
void addLine(QBoxLayout &layout, const theme::ThemeManager &themes, QWidget *parent);

/// One of several, a row high, with the dot of the look; its words elide.
class RadioRow final : public QRadioButton
{
    Q_OBJECT

public:
    RadioRow(const theme::ThemeManager &themes, const QString &words, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &place) const override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
    bool m_ring = false;
};

} // namespace ui::player::internal
