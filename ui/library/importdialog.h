// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QDialog>
#include <QStringList>

class QPlainTextEdit;
class QProgressBar;

namespace ui::widgets {
class Button;
class ElidedLabel;
} // namespace ui::widgets

namespace ui::library {

/// Shows how following the podcasts of a file goes, and in the end which feeds could not be read.
/// Show it with open(). Thread: main.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// A feed that could not be followed.
    struct Failure
    {
        QString address;
        QString sentence; ///< why
    };

    explicit ImportDialog(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// \p done of \p total feeds; a total of 0 says the file is still being read.
    void setProgress(int done, int total);

    /// It is over. \param followed  how many podcasts are followed now
    void showResult(int followed, const QList<Failure> &failures);

    /// Nothing came of it, such as a file that is no OPML.
    void showError(const QString &sentence);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// The failures as they are shown and copied, one line each.
    [[nodiscard]] QString failureText() const;

signals:
    /// Cancel was pressed, or the dialog closed, before it was over.
    void cancelRequested();

public:
    /// Esc: cancels and closes.
    void reject() override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void finish(const QString &title);
    void refresh();

    const theme::ThemeManager &m_themes;
    widgets::ElidedLabel *m_title;
    QProgressBar *m_bar;
    widgets::ElidedLabel *m_count;
    QPlainTextEdit *m_failures;
    widgets::Button *m_copy;
    widgets::Button *m_close;
    bool m_busy = true;
};

} // namespace ui::library
