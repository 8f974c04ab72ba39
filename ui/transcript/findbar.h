// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timestampreader.h"
#include "ui/theme/thememanager.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace ui::widgets {
class ElidedLabel;
class IconButton;
class SearchField;
} // namespace ui::widgets

namespace ui::transcript {

class ReaderView;

/// Finds words in a reader: "3 of 14", Enter or F3 for the next, Shift with either for the one
/// before, Esc to close. Starts at what is seen, not at the top. A long text is searched piece by
/// piece, so that typing never waits.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    FindBar(const theme::ThemeManager &themes, ReaderView &reader, QWidget *parent = nullptr);

    /// Shows the field with the focus, filled with the selected words if they are few.
    void open();
    void close();
    void next();
    void previous();
    /// The reader has another text: looks for the same words there.
    void refresh();

    /// Whether pieces of a long text are still to be searched.
    [[nodiscard]] bool isSearching() const { return m_rest.isActive(); }

signals:
    void closed();
    /// All of the text has been searched.
    void searched();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void searchOn();
    void choose();
    void go(int index);
    void showCount();

    const theme::ThemeManager &m_themes;
    ReaderView &m_reader;
    widgets::SearchField *m_field;
    widgets::ElidedLabel *m_count;
    widgets::IconButton *m_previous;
    widgets::IconButton *m_next;
    std::vector<app::timestamps::TextSpan> m_found;
    int m_current = -1;
    qsizetype m_searched = 0; ///< how much of the text, in UTF-16 units
    qsizetype m_from = 0;     ///< where the reader looked when the search began
    QTimer m_rest;
};

} // namespace ui::transcript
