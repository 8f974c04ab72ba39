// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

class QAction;

namespace ui::widgets {
class ElidedLabel;
class IconButton;
} // namespace ui::widgets

namespace ui::window {

/// The bar along the top: menu, sidebar, Back and Forward, where one is, check feeds, add. Thread:
/// main.
class ToolBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ToolBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// Makes a button do what an action does, with its keys in the tip, and follow whether it can.
    void bindSidebar(QAction *action);
    void bindBack(QAction *action);
    void bindForward(QAction *action);
    void bindCheck(QAction *action);
    void bindAdd(QAction *action);

    void setPlace(const QString &title);
    /// "Checking 12 of 48…" instead of the place's name while feeds are fetched; empty when done.
    void setProgress(const QString &text);

    /// Where the menu is to open.
    [[nodiscard]] QPoint menuPosition() const;

signals:
    void menuRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void bind(widgets::IconButton *button, QAction *action);

    const theme::ThemeManager &m_themes;
    widgets::IconButton *m_menu;
    widgets::IconButton *m_sidebar;
    widgets::IconButton *m_back;
    widgets::IconButton *m_forward;
    widgets::ElidedLabel *m_place;
    widgets::ElidedLabel *m_progress;
    widgets::IconButton *m_check;
    widgets::IconButton *m_add;
};

} // namespace ui::window
