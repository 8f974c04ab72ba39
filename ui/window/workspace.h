// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace ui::library {
class EpisodePanel;
class Sidebar;
} // namespace ui::library

namespace ui::window {

/// Puts the panes side by side, or one at a time, as the width of the window allows. Thread: main.
///
/// From 1240 all three; from 960 the sidebar is a rail; below, the list or the reader. A folded
/// sidebar can be laid over the list for one choice.
class Workspace final : public QWidget
{
    Q_OBJECT

public:
    enum class View { FirstRun, Episodes, Notes };

    /// Takes over the panes.
    struct Panes
    {
        library::Sidebar *sidebar = nullptr;
        library::EpisodePanel *episodes = nullptr;
        QWidget *reader = nullptr;
        QWidget *notes = nullptr;
        QWidget *firstRun = nullptr;
    };

    Workspace(const Panes &panes, QWidget *parent = nullptr);

    void setView(View view);

    [[nodiscard]] View view() const { return m_view; }

    /// In a narrow window: turns to the reader, or back to the list.
    void openReader();
    void closeReader();
    /// Whether the reader covers the list, so that going back means closing it.
    [[nodiscard]] bool isReaderOnly() const;

    void toggleSidebar();
    /// Folds a sidebar that was laid over the list.
    void foldSidebar();
    /// Moves the keyboard to the next pane.
    void focusNextPane(bool forward);

    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Fold { Wide, Rail, Narrow };

    void arrange();
    [[nodiscard]] Fold fold() const;

    Panes m_panes;
    View m_view = View::Episodes;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    bool m_sidebarHidden = false; ///< by the listener, in a wide window
    bool m_sidebarOver = false;   ///< laid over the list, in a narrower one
    bool m_readerOpen = false;
};

} // namespace ui::window
