// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"
#include "ui/theme/thememanager.h"

#include <QDialog>

#include <functional>

class QAbstractButton;
class QTableWidget;

namespace ui::times {

/// A list of times to be looked over before they become chapters, or leave as a file.
/// Titles and times are edited in place. Thread: main.
class ChaptersDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param isOwn         they are the listener's own already, and can be given up
    /// \param isDownloaded  they can be written into the episode's file
    ChaptersDialog(const theme::ThemeManager &themes,
                   const QString &episodeTitle,
                   app::timestamps::Chapters chapters,
                   bool isOwn,
                   bool isDownloaded,
                   QWidget *parent);

    /// As they stand, in order of time.
    [[nodiscard]] app::timestamps::Chapters chapters() const;

    /// What is heard, for the time of a new row.
    void setHeard(std::function<app::timestamps::MediaTime()> heard) { m_heard = std::move(heard); }

signals:
    void playRequested(app::timestamps::MediaTime place);
    void useRequested();
    void exportRequested();
    void writeRequested();
    void publishersRequested();

private:
    void buildTable();
    void buildButtons(const theme::ThemeManager &themes, bool isOwn, bool isDownloaded);
    void addRow(int row, const app::timestamps::Chapter &chapter);
    void addChapter();
    void removeChosen();
    void check(int row);
    void showState();

    app::timestamps::Chapters m_chapters; ///< with what the table does not show, by row
    std::function<app::timestamps::MediaTime()> m_heard;
    QTableWidget *m_table;
    QList<QAbstractButton *> m_needRows;
    QAbstractButton *m_play = nullptr;
    QAbstractButton *m_remove = nullptr;
    bool m_filling = false;
};

} // namespace ui::times
