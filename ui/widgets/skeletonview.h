// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QTimer>
#include <QWidget>

namespace ui::widgets {

/// Grey bars where text will be, with a word of what is loading; shows itself after 200 ms only, so
/// that quick loads do not flash. Still: nothing moves.
class SkeletonView final : public QWidget
{
    Q_OBJECT

public:
    explicit SkeletonView(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// \param text  for example "Loading transcript..."
    void setText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
    QString m_text;
    QTimer m_delay;
};

} // namespace ui::widgets
