// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/workspace.h"

#include "ui/library/episodepanel.h"
#include "ui/library/sidebar.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSplitter>
#include <QSplitterHandle>
#include <QStackedWidget>

#include <array>

namespace ui::window {
namespace {

namespace metrics = theme::metrics;

} // namespace

Workspace::Workspace(const Panes &panes, QWidget *parent)
    : QWidget(parent)
    , m_panes(panes)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
{
    m_splitter->setObjectName(QStringLiteral("paneSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(panes.episodes);
    m_splitter->addWidget(panes.reader);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({metrics::listWidth, 900});
    panes.episodes->setMinimumWidth(240);
    panes.reader->setMinimumWidth(320);
    m_splitter->handle(1)->installEventFilter(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(panes.notes);
    m_stack->addWidget(panes.firstRun);
    panes.sidebar->setParent(this);
    panes.sidebar->installEventFilter(this);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panes.sidebar);
    layout->addWidget(m_stack, 1);
}

Workspace::Fold Workspace::fold() const
{
    return width() >= metrics::wideWindow     ? Fold::Wide
           : width() >= metrics::narrowWindow ? Fold::Rail
                                              : Fold::Narrow;
}

void Workspace::setView(View view)
{
    m_view = view;
    arrange();
}

void Workspace::openReader()
{
    m_readerOpen = true;
    arrange();
}

void Workspace::closeReader()
{
    const bool wasOnly = isReaderOnly();
    m_readerOpen = false;
    arrange();
    if (wasOnly) {
        m_panes.episodes->focusList();
    }
}

bool Workspace::isReaderOnly() const
{
    return m_view == View::Episodes && fold() == Fold::Narrow && m_readerOpen;
}

void Workspace::toggleSidebar()
{
    if (fold() == Fold::Wide) {
        m_sidebarHidden = !m_sidebarHidden;
    } else {
        m_sidebarOver = !m_sidebarOver;
    }
    arrange();
    if (m_sidebarOver) {
        m_panes.sidebar->setFocus(Qt::ShortcutFocusReason);
    }
}

void Workspace::foldSidebar()
{
    if (m_sidebarOver) {
        m_sidebarOver = false;
        arrange();
    }
}

void Workspace::arrange()
{
    const Fold how = fold();
    if (how == Fold::Wide) {
        m_sidebarOver = false;
    }
    auto *const row = static_cast<QHBoxLayout *>(layout());
    if (m_sidebarOver) {
        // Out of the layout and over the rest, until a place is chosen or Esc.
        row->removeWidget(m_panes.sidebar);
        m_panes.sidebar->setRail(false);
        m_panes.sidebar->setGeometry(0, 0, metrics::sidebarWidth, height());
        m_panes.sidebar->show();
        m_panes.sidebar->raise();
    } else {
        if (row->indexOf(m_panes.sidebar) < 0) {
            row->insertWidget(0, m_panes.sidebar);
        }
        m_panes.sidebar->setRail(how == Fold::Rail);
        m_panes.sidebar->setVisible(how == Fold::Rail || (how == Fold::Wide && !m_sidebarHidden));
    }
    QWidget *const shown = m_view == View::FirstRun ? m_panes.firstRun
                           : m_view == View::Notes  ? m_panes.notes
                                                    : m_splitter;
    m_stack->setCurrentWidget(shown);
    m_panes.episodes->setVisible(how != Fold::Narrow || !m_readerOpen);
    m_panes.reader->setVisible(how != Fold::Narrow || m_readerOpen);
}

void Workspace::focusNextPane(bool forward)
{
    const std::array<QWidget *, 3> panes{m_panes.sidebar,
                                         m_view == View::Episodes
                                             ? static_cast<QWidget *>(m_panes.episodes)
                                             : m_stack->currentWidget(),
                                         m_view == View::Episodes ? m_panes.reader : window()};
    int at = -1;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        if (QWidget *const focus = focusWidget();
            focus && (panes[i] == focus || panes[i]->isAncestorOf(focus))) {
            at = static_cast<int>(i);
            break;
        }
    }
    const int count = static_cast<int>(panes.size());
    for (int step = 1; step <= count; ++step) {
        const int next = ((at + (forward ? step : -step)) % count + count) % count;
        QWidget *const pane = panes[static_cast<std::size_t>(next)];
        for (QWidget *const child : pane->findChildren<QWidget *>()) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
                return;
            }
        }
    }
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_splitter->handle(1) && event->type() == QEvent::MouseButtonDblClick) {
        const int list = fold() == Fold::Wide ? metrics::listWidth : metrics::listWidthNarrow;
        m_splitter->setSizes({list, m_splitter->width() - list});
        return true;
    }
    if (watched == m_panes.sidebar && m_sidebarOver && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        foldSidebar();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::window
