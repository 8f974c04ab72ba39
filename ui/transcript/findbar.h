// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/timestampreader.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace ui::widgets {
class ElidedLabel;
class IconButton;
class SearchField;
} // namespace ui::widgets

namespace ui::transcript {

class ReaderView;

/// Finds words in a reader: "3 of 14", Enter or F3 for the next, Shift with either for the one
/// before, Esc to close. Starts at what is seen, not at the top.
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

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void go(int index);

    const theme::ThemeManager &m_themes;
    ReaderView &m_reader;
    widgets::SearchField *m_field;
    widgets::ElidedLabel *m_count;
    widgets::IconButton *m_previous;
    widgets::IconButton *m_next;
    std::vector<app::timestamps::TextSpan> m_found;
    int m_current = -1;
};

} // namespace ui::transcript
