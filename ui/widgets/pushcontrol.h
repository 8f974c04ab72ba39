// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace ui::widgets {

/// Whether focus came from the keyboard, so that a ring is to be shown.
[[nodiscard]] bool isKeyboardFocus(Qt::FocusReason reason);

/// Draws the ring of keyboard focus just inside a rectangle.
void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QColor &color);

/// What all our buttons share: the look in use, hover, keyboard focus, a tip with the keys.
class PushControl : public QAbstractButton
{
    Q_OBJECT

public:
    /// Shown in the tip after the words.
    void setKeysHint(const QKeySequence &keys);

    /// The tip: what the button does, or, disabled, why it cannot. Defaults to the accessible name.
    void setHint(const QString &hint);

protected:
    PushControl(const theme::ThemeManager &themes, const QString &name, QWidget *parent);

    [[nodiscard]] const theme::ThemeManager &themes() const { return m_themes; }

    [[nodiscard]] const theme::Theme &colors() const { return m_themes.current(); }

    [[nodiscard]] bool hasRing() const { return m_ring; }

    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refreshTip();

    const theme::ThemeManager &m_themes;
    QKeySequence m_keys;
    QString m_hint;
    bool m_ring = false;
};

} // namespace ui::widgets
