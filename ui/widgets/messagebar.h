// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"
#include "ui/widgets/banner.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

namespace ui::widgets {

class ElidedLabel;

/// The short dark message after something was done, usually with Undo. Goes away by itself, but
/// never while the mouse or the keyboard is on it. Takes no focus when it appears.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Shows a message in place of the one before.
    void showMessage(const QString &text, const QList<MessageAction> &actions = {});

    /// 8 seconds unless told otherwise.
    void setStay(std::chrono::milliseconds stay);

    void dismiss();

signals:
    /// A button was pressed; the message is gone by then.
    void actionTriggered(const QString &id);
    /// The message went away, by time, by Esc or by a button.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onTime();

    const theme::ThemeManager &m_themes;
    ElidedLabel *m_text;
    QWidget *m_buttons;
    QTimer m_timer;
};

} // namespace ui::widgets
