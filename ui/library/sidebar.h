// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/sidebarmodel.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

class QDropEvent;
class QListView;
class QModelIndex;

namespace ui::widgets {
class ElidedLabel;
class IconButton;
} // namespace ui::widgets

namespace ui::library {

/// The places: Inbox, Queue, Downloads, Notes and the podcasts. Thread: main.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    Sidebar(const theme::ThemeManager &themes,
            models::SidebarModel &model,
            QWidget *parent = nullptr);

    /// Icons only, 56 wide.
    void setRail(bool rail);

    /// Marks a place as the current one, without a signal.
    void setCurrent(const QString &key);

    /// The small line at the bottom, such as "Checked 8 min ago".
    void setStatus(const QString &text);

signals:
    void placeChosen(const ui::models::Place &place);
    void addRequested();
    /// An episode was dropped on the queue.
    void queueRequested(app::base::EpisodeId episode);
    void podcastMenuRequested(const ui::models::Place &place, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void openMenu(const QPoint &position);
    void dragOver(QDropEvent &event);

    const theme::ThemeManager &m_themes;
    models::SidebarModel &m_model;
    QListView *m_list;
    widgets::ElidedLabel *m_status;
    widgets::IconButton *m_add;
    QString m_current;
};

} // namespace ui::library
