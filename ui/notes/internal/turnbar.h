// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::widgets {
class ElidedLabel;
}

namespace ui::notes::internal {

/// Says which of several notes is played, and steps among them.
class TurnBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TurnBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// \param position  from 1; 0 hides the bar
    void setTurn(int position, int count);

signals:
    void stepRequested(int by);
    void endRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
    widgets::ElidedLabel *m_words;
};

} // namespace ui::notes::internal
