// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/player/internal/panelstate.h"
#include "ui/widgets/popover.h"

class QListView;
class QMenu;
class QUrl;

namespace ui::widgets {
class Button;
class ElidedLabel;
class ToggleSwitch;
} // namespace ui::widgets

namespace ui::player::internal {

class ChapterDelegate;
class ChapterListModel;

/// The card with the list of chapters and where they come from.
class ChaptersPanel final : public widgets::Popover
{
    Q_OBJECT

public:
    ChaptersPanel(const theme::ThemeManager &themes, QWidget *owner);

    void showState(const ChapterState &state);
    void showPlace(app::timestamps::MediaTime place);
    /// Scrolls to the chapter that is heard and puts the keyboard there.
    void goToCurrent();

signals:
    void chapterChosen(app::timestamps::MediaTime start);
    void linkChosen(const QUrl &link);
    void sourceChosen(const QString &id);
    void picturesAllowed(bool allowed);

protected:
    [[nodiscard]] QWidget *firstFocus() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildList();
    void openSources();
    void openLink(int row);
    void choose(const QModelIndex &index);

    ChapterListModel *m_model;
    ChapterDelegate *m_delegate;
    QListView *m_list;
    widgets::Button *m_source;
    widgets::Button *m_page;
    widgets::ToggleSwitch *m_pictures = nullptr;
    widgets::ElidedLabel *m_picturesLabel = nullptr;
    QMenu *m_menu = nullptr;
    std::vector<ChapterSource> m_sources;
    QString m_current;
    int m_linkPressed = -1;
};

} // namespace ui::player::internal
