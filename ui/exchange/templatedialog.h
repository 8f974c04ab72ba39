// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;

namespace ui::widgets {
class Button;
}

namespace ui::exchange {

/// The template of one format as text, with the fields it may use. What is wrong with it is said
/// while it is written, with the line. Thread: main.
class TemplateDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param format  an id of app::exports::exportFormats() that has a template
    /// \param own     the listener's own template; empty: the one the format came with
    TemplateDialog(const theme::ThemeManager &themes,
                   const QString &format,
                   const QString &own,
                   QWidget *parent);

signals:
    /// \param text  empty: the one the format came with is wanted again
    void templateChosen(const QString &text);

private:
    void build();
    QWidget *buildFields();
    void insertField(const QListWidgetItem *item);
    void check();
    void use();

    const theme::ThemeManager &m_themes;
    QString m_format;
    QString m_original; ///< as the format came
    QPlainTextEdit *m_text;
    QListWidget *m_fields;
    QLabel *m_state;
    widgets::Button *m_reset;
    widgets::Button *m_use;
    QTimer m_soon;
};

} // namespace ui::exchange
