// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "ui/models/episodemodel.h"
#include "ui/theme/thememanager.h"
#include "ui/widgets/banner.h"

#include <QWidget>

#include <optional>

class QListView;
class QStackedWidget;
class QTimer;

namespace ui::widgets {
class ElidedLabel;
class EmptyState;
class IconButton;
class SearchField;
} // namespace ui::widgets

namespace ui::library {

/// The list of a place's episodes, with its head and a field to narrow it. Thread: main.
class EpisodePanel final : public QWidget
{
    Q_OBJECT

public:
    EpisodePanel(const theme::ThemeManager &themes,
                 models::EpisodeModel &model,
                 QWidget *parent = nullptr);

    /// Shows a place: its name, its episodes, and what to say when there are none.
    void showPlace(const QString &title,
                   const app::library::EpisodeFilter &filter,
                   const QString &emptyTitle,
                   const QString &emptyText,
                   const QList<widgets::MessageAction> &emptyActions = {});

    void setPlaying(app::base::EpisodeId episode);
    /// Marks the open one, without a signal.
    void setCurrent(app::base::EpisodeId episode);
    /// The one the keyboard is on.
    [[nodiscard]] std::optional<app::library::EpisodeRow> current() const;

    /// In the queue: asks for the chosen one a place earlier (-1) or later (1).
    void moveCurrent(int by);

    /// Shows the field that narrows the list, and gives it the keyboard.
    void beginFilter();
    void focusList();

signals:
    void episodeChosen(app::base::EpisodeId episode);
    /// Enter or a double click: choose it and go there.
    void episodeActivated(app::base::EpisodeId episode);
    /// It is to go to another place of the queue, counted without itself.
    void queueMoveRequested(app::base::EpisodeId episode, int to);
    void menuRequested(const app::library::EpisodeRow &episode, const QPoint &globalPosition);
    void emptyActionTriggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildList();
    void refreshEmpty();
    void applyFilter();
    void openMenu(const QPoint &position);

    const theme::ThemeManager &m_themes;
    models::EpisodeModel &m_model;
    widgets::ElidedLabel *m_title;
    widgets::IconButton *m_filterButton;
    widgets::SearchField *m_filterField;
    QStackedWidget *m_stack;
    QListView *m_list;
    widgets::EmptyState *m_empty;
    QTimer *m_typing;
    app::base::EpisodeId m_current;
    QString m_emptyTitle;
    QString m_emptyText;
    QList<widgets::MessageAction> m_emptyActions;
};

} // namespace ui::library
