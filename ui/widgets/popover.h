// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QPointer>
#include <QWidget>

namespace ui::widgets {

/// A card over one control, inside the window: no shadow, no window of its own.
///
/// Lay it out like any widget. Opening puts the focus inside, Tab stays inside, Esc and a press
/// elsewhere close it; then the control has the focus again if it was inside. Thread: main.
class Popover : public QWidget
{
    Q_OBJECT

public:
    /// \param name    for screen readers
    /// \param owner   any widget of the window it is to open in
    Popover(const theme::ThemeManager &themes, const QString &name, QWidget *owner);
    ~Popover() override;

    /// Stands above this widget, where there is room, instead of right above its control.
    void setClearOf(QWidget *widget) { m_clearOf = widget; }

    /// Opens above a control, or below where there is no room above; moves there when open.
    void openOver(QWidget &control);

    /// As openOver(), or closes when it is open over that control.
    void toggleOver(QWidget &control);

    void dismiss();

signals:
    void dismissed();

protected:
    [[nodiscard]] const theme::ThemeManager &themes() const { return m_themes; }

    /// What has the focus first; the first control that takes it unless overridden.
    [[nodiscard]] virtual QWidget *firstFocus() const;

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    [[nodiscard]] bool isInside(const QWidget *widget) const;

    const theme::ThemeManager &m_themes;
    QPointer<QWidget> m_control;
    QPointer<QWidget> m_clearOf;
};

} // namespace ui::widgets
