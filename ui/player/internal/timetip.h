// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

namespace ui::player::internal {

/// The dark tip over the timeline: a time, then what is there; below it the words spoken. Lives
/// over the window's other contents, for Qt's own tips wait before they show and trail the pointer.
class TimeTip final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)
    Q_PROPERTY(QString words READ words)

public:
    TimeTip(const theme::ThemeManager &themes, QWidget *window);

    /// \param foot  middle of the lower edge, in the window's coordinates
    void showText(const QString &time, const QString &rest, const QString &words, QPoint foot);

    [[nodiscard]] QString text() const { return m_time + m_rest; }

    [[nodiscard]] const QString &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::ThemeManager &m_themes;
    QString m_time;
    QString m_rest;
    QString m_words;
};

} // namespace ui::player::internal
