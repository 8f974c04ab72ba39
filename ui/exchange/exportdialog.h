// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"

#include <QDialog>
#include <QMap>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;

namespace ui::widgets {
class Button;
class ProgressLine;
} // namespace ui::widgets

namespace ui::exchange {

/// Notes that can leave together.
struct ExportScope
{
    QString title; ///< "The 3 chosen notes", "This episode"
    int notes = 0;
};

/// What was chosen in the dialog.
struct ExportChoice
{
    int scope = 0; ///< index of the dialog's scopes
    QString format;
    bool tags = true;
    bool colors = true;
    bool clips = false;

    bool operator==(const ExportChoice &) const = default;
};

/// Which notes leave in which format, with a look at what it will be. Thread: main.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \param scopes  at least one; the first is chosen
    /// \param choice  what is chosen at first, such as last time
    ExportDialog(const theme::ThemeManager &themes,
                 std::vector<ExportScope> scopes,
                 const ExportChoice &choice,
                 QWidget *parent);

    [[nodiscard]] ExportChoice choice() const;

    /// Formats with a template of the listener's own are marked, and can go back to theirs.
    void setOwnTemplates(const QMap<QString, bool> &own);

    /// Answers previewRequested(). \param name  of the file; \p note says what is not shown
    void showPreview(const QString &name, const QString &text, const QString &note);
    void showPreviewFailure(const QString &sentence);

    /// While notes are written; a total of 0: not known yet.
    void setProgress(int done, int total);
    /// It did not go: what stands in the dialog can be changed and tried again.
    void showFailure(const QString &sentence);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Esc: stops what is being written, else closes.
    void reject() override;

signals:
    /// What would be written has changed. Answer with showPreview().
    void previewRequested(const ui::exchange::ExportChoice &choice);
    void exportRequested(const ui::exchange::ExportChoice &choice);
    void templateRequested(const QString &format);
    void cancelRequested();

private:
    void build(const std::vector<ExportScope> &scopes);
    QWidget *buildFormats();
    QWidget *buildFormat();
    void buildFoot(QLayout *foot);
    void choose(const ExportChoice &choice);
    void tell();
    void refresh();
    void setBusy(bool busy);

    const theme::ThemeManager &m_themes;
    std::vector<ExportScope> m_scopes;
    QComboBox *m_scope;
    QListWidget *m_formats;
    QLabel *m_explanation;
    QCheckBox *m_tags;
    QCheckBox *m_colors;
    QCheckBox *m_clips;
    widgets::Button *m_template;
    QLabel *m_previewName;
    QPlainTextEdit *m_preview;
    widgets::ProgressLine *m_progress;
    QLabel *m_state;
    widgets::Button *m_close;
    widgets::Button *m_export;
    QMap<QString, bool> m_ownTemplates;
    QTimer m_soon; ///< several changes at once ask for one preview
    bool m_busy = false;
};

} // namespace ui::exchange
