// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportflow.h"

#include "app/session/notetemplates.h"
#include "app/session/session.h"
#include "app/work/comeback.h"
#include "ui/exchange/formatwords.h"
#include "ui/exchange/templatedialog.h"
#include "ui/text/errortext.h"
#include "ui/window/messages.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace ui::window {

using app::base::Result;
using app::session::ExportPreview;
using app::session::ExportReport;
using exchange::ExportChoice;

ExportFlow::ExportFlow(app::session::Session &session,
                       const theme::ThemeManager &themes,
                       Messages &messages,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_themes(themes)
    , m_messages(messages)
    , m_lastFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    connect(&session.noteExports(),
            &app::session::NoteExports::progressed,
            this,
            [this](int done, int total) {
                if (m_dialog && m_dialog->isBusy()) {
                    m_dialog->setProgress(done, total);
                }
            });
}

void ExportFlow::open(std::vector<NotesToExport> scopes, QWidget *window)
{
    if (m_dialog) {
        m_dialog->raise();
        return;
    }
    m_scopes = std::move(scopes);
    std::vector<exchange::ExportScope> titles;
    for (const NotesToExport &scope : m_scopes) {
        titles.push_back({scope.title, scope.notes});
    }
    ExportChoice choice = m_last;
    choice.scope = 0;
    m_dialog = new exchange::ExportDialog(m_themes, std::move(titles), choice, window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    using exchange::ExportDialog;
    connect(m_dialog, &ExportDialog::previewRequested, this, &ExportFlow::preview);
    connect(m_dialog, &ExportDialog::exportRequested, this, &ExportFlow::askWhere);
    connect(m_dialog, &ExportDialog::templateRequested, this, &ExportFlow::editTemplate);
    connect(m_dialog, &ExportDialog::cancelRequested, this, [this] {
        m_session.noteExports().cancel();
    });
    showTemplates();
    m_dialog->open();
}

app::session::ExportRequest ExportFlow::requestOf(const ExportChoice &choice) const
{
    const NotesToExport &scope = m_scopes[static_cast<std::size_t>(choice.scope)];
    app::session::ExportRequest request{.format = choice.format,
                                        .episodes = scope.episodes,
                                        .feedUrls = scope.feedUrls,
                                        .notes = scope.ids};
    request.options.tags = choice.tags;
    request.options.colors = choice.colors;
    request.options.colorNames = m_colorNames;
    request.clips = choice.clips;
    return request;
}

void ExportFlow::preview(const ExportChoice &choice)
{
    const auto looking = m_session.noteExports().preview(requestOf(choice));
    m_preview = app::work::Job(looking);
    app::work::comeBack(looking, m_dialog.data(), [this](const Result<ExportPreview> &preview) {
        if (!preview) {
            m_dialog->showPreviewFailure(text::failureText(text::Attempt::Export, preview.error()));
            return;
        }
        if (preview->notes == 0) {
            m_dialog->showPreviewFailure(tr("There are no notes here."));
            return;
        }
        QStringList remarks;
        if (preview->files > 1) {
            remarks += tr("the first of %n file(s)", nullptr, preview->files);
        }
        if (preview->isCut) {
            remarks += tr("only the beginning is shown");
        }
        if (preview->text.isEmpty()) {
            remarks += tr("not shown here; it looks like the web page");
        }
        m_dialog->showPreview(preview->name, preview->text, remarks.join(tr(", ", "list")));
    });
}

void ExportFlow::showTemplates()
{
    app::work::comeBack(m_session.noteTemplates().all(),
                        m_dialog.data(),
                        [this](const Result<QMap<QString, QString>> &templates) {
                            QMap<QString, bool> own;
                            if (templates) {
                                for (const QString &format : templates->keys()) {
                                    own.insert(format, true);
                                }
                            }
                            m_dialog->setOwnTemplates(own);
                        });
}

void ExportFlow::editTemplate(const QString &format)
{
    app::work::comeBack(
        m_session.noteTemplates().all(),
        m_dialog.data(),
        [this, format](const Result<QMap<QString, QString>> &templates) {
            if (!templates) {
                m_dialog->showFailure(text::errorSentence(templates.error()));
                return;
            }
            auto *const dialog =
                new exchange::TemplateDialog(m_themes, format, templates->value(format), m_dialog);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog,
                    &exchange::TemplateDialog::templateChosen,
                    m_dialog.data(),
                    [this, format](const QString &text) {
                        app::work::comeBack(m_session.noteTemplates().keep(format, text),
                                            m_dialog.data(),
                                            [this](const Result<void> &kept) {
                                                if (!kept) {
                                                    m_dialog->showFailure(
                                                        text::errorSentence(kept.error()));
                                                    return;
                                                }
                                                showTemplates();
                                            });
                    });
            dialog->open();
        });
}

void ExportFlow::askWhere(const ExportChoice &choice)
{
    const auto format = app::exports::exportFormat(choice.format);
    auto *const dialog = new QFileDialog(m_dialog, tr("Export notes"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format->perEpisode) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(format->fileSuffix);
        dialog->setNameFilter(
            QStringLiteral("%1 (*.%2)").arg(exchange::formatTitle(format->id), format->fileSuffix));
        dialog->selectFile(
            QStringLiteral("%1.%2").arg(tr("Notes", "file name"), format->fileSuffix));
    }
    connect(dialog, &QFileDialog::fileSelected, m_dialog, [this, choice](const QString &path) {
        write(choice, path);
    });
    dialog->open();
}

void ExportFlow::write(const ExportChoice &choice, const QString &path)
{
    m_last = choice;
    m_lastFolder = QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
    m_dialog->setProgress(0, 0);
    app::work::comeBack(
        m_session.noteExports().write(requestOf(choice), path),
        this,
        [this, path](const Result<ExportReport> &report) {
            if (!report) {
                const QString sentence = text::failureText(text::Attempt::Export, report.error());
                m_dialog ? m_dialog->showFailure(sentence)
                         : m_messages.sayFailure(text::Attempt::Export, report.error());
                return;
            }
            if (m_dialog) {
                m_dialog->accept();
            }
            QString sentence = tr("%n note(s) written to %1.", nullptr, report->notes).arg(path);
            if (report->clipsMissing > 0) {
                sentence += u' '
                            + tr("The sound of %n note(s) is missing: download the episode first.",
                                 nullptr,
                                 report->clipsMissing);
            }
            m_messages.say(sentence);
        });
}

} // namespace ui::window
