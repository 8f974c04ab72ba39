// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QFrame>

#include <functional>

class QSlider;

namespace ui::widgets {
class Button;
class ElidedLabel;
} // namespace ui::widgets

namespace ui::player::internal {

/// A card over a button with one slider, for the speed and the volume. Esc or a click elsewhere
/// closes it.
class SliderPopup final : public QFrame
{
    Q_OBJECT

public:
    struct Words
    {
        QString name;                       ///< of the slider
        QString reset;                      ///< of the button beside it
        std::function<QString(int)> format; ///< a value as shown
    };

    SliderPopup(const theme::ThemeManager &themes, const Words &words, QWidget *parent);

    /// \param step  of the arrow keys; a page is four
    void setRange(int least, int most, int step);

    /// Without a signal.
    void setValue(int value);

    /// Opens above a control, as far as the screen allows.
    void openOver(const QWidget &control);

signals:
    /// The listener moved the slider.
    void valueChosen(int value);
    void resetRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    void showValue(int value);

    const theme::ThemeManager &m_themes;
    std::function<QString(int)> m_format;
    widgets::ElidedLabel *m_name;
    widgets::ElidedLabel *m_value;
    QSlider *m_slider;
    widgets::Button *m_reset;
    int m_step = 1;
};

} // namespace ui::player::internal
