// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/session/noteexports.h"
#include "app/work/job.h"
#include "ui/exchange/exportdialog.h"
#include "ui/theme/thememanager.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <vector>

namespace app::session {
class Session;
}

namespace ui::window {

class Messages;

/// Notes that can be exported together.
struct NotesToExport
{
    QString title;                                ///< "This episode"
    int notes = 0;                                ///< how many there are
    std::vector<app::base::EpisodeId> episodes{}; ///< the notes of these
    QStringList feedUrls{};                       ///< and of these podcasts
    std::vector<app::base::NoteId> ids{};         ///< and these; with all empty: all
};

/// Notes on their way out: what is chosen, looked at and written. Thread: main.
class ExportFlow final : public QObject
{
    Q_OBJECT

public:
    ExportFlow(app::session::Session &session,
               const theme::ThemeManager &themes,
               Messages &messages,
               QObject *parent);

    /// What the listener calls the colours.
    void setColorNames(std::map<app::notes::Color, QString> names)
    {
        m_colorNames = std::move(names);
    }

    /// Asks what is to be written and where. \param scopes  at least one; the first is offered
    void open(std::vector<NotesToExport> scopes, QWidget *window);

private:
    [[nodiscard]] app::session::ExportRequest requestOf(const exchange::ExportChoice &choice) const;
    void preview(const exchange::ExportChoice &choice);
    void showTemplates();
    void editTemplate(const QString &format);
    void askWhere(const exchange::ExportChoice &choice);
    void write(const exchange::ExportChoice &choice, const QString &path);

    app::session::Session &m_session;
    const theme::ThemeManager &m_themes;
    Messages &m_messages;
    std::map<app::notes::Color, QString> m_colorNames;
    std::vector<NotesToExport> m_scopes;
    exchange::ExportChoice m_last{.format = QStringLiteral("markdown")};
    QString m_lastFolder;
    QPointer<exchange::ExportDialog> m_dialog;
    app::work::Job m_preview;
};

} // namespace ui::window
