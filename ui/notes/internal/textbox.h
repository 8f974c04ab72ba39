// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QPlainTextEdit>
#include <QWidget>

namespace ui::notes::internal {

/// Where a note is written: a Markdown field of some lines in the frame of our fields.
class TextBox final : public QWidget
{
    Q_OBJECT

public:
    explicit TextBox(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit &edit() const { return *m_edit; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fitHeight();

    const theme::ThemeManager &m_themes;
    QPlainTextEdit *m_edit;
};

/// Puts marks such as "**" round the selection, or takes them away when they are there; without a
/// selection the cursor ends up between them. One step of undo.
void toggleMarks(QPlainTextEdit &edit, const QString &marks);

/// Makes the selection the words of a link, "[words](address)". \param address  may be empty; then
/// the cursor waits where it goes.
void insertLink(QPlainTextEdit &edit, const QString &address);

} // namespace ui::notes::internal
