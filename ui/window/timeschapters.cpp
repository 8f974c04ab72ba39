// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/chapterservice.h"
#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "ui/times/chaptersdialog.h"
#include "ui/window/messages.h"
#include "ui/window/timescontroller.h"

#include <QFileDialog>

#include <algorithm>

namespace ui::window {

using app::base::Result;
using app::session::ChapterFormat;
using app::session::EpisodeChapters;
using app::timestamps::Chapters;

void TimesController::openChapters()
{
    if (!m_episode) {
        return;
    }
    const auto reading = m_session.chapters().of(*m_episode);
    app::work::comeBack(
        reading,
        this,
        [this, id = m_episode->row.id, found = m_notes.chapters](
            const Result<EpisodeChapters> &chapters) {
            if (!m_episode || m_episode->row.id != id) {
                return;
            }
            Chapters own;
            for (const auto &list : chapters.value_or(EpisodeChapters()).lists) {
                if (list.source == QLatin1String("own")) {
                    own = list.chapters;
                }
            }
            auto *const dialog = new times::ChaptersDialog(m_themes,
                                                           m_episode->row.title,
                                                           own.empty() ? found : own,
                                                           !own.empty(),
                                                           !m_episode->row.filePath.isEmpty(),
                                                           m_view.window());
            dialog->setHeard([this, id] { return heard(id); });
            connect(dialog,
                    &times::ChaptersDialog::playRequested,
                    this,
                    [this, id](MediaTime place) { m_session.listening().jumpTo(id, place); });
            connect(dialog, &times::ChaptersDialog::useRequested, this, [this, dialog] {
                useChapters(dialog->chapters());
                dialog->close();
            });
            connect(dialog, &times::ChaptersDialog::publishersRequested, this, [this, dialog] {
                useChapters({});
                dialog->close();
            });
            connect(dialog, &times::ChaptersDialog::exportRequested, this, [this, dialog] {
                exportChapters(dialog->chapters());
            });
            connect(dialog, &times::ChaptersDialog::writeRequested, this, [this, dialog] {
                writeChapters(dialog->chapters());
            });
            openDialog(dialog);
        });
}

void TimesController::useChapters(const Chapters &chapters)
{
    app::work::comeBack(m_session.chapters().setOwn(m_episode->row.id, chapters),
                        this,
                        [this](const Result<void> &done) {
                            if (!done) {
                                m_messages.sayFailure(text::Attempt::SaveNote, done.error());
                            }
                        });
}

void TimesController::exportChapters(const Chapters &chapters)
{
    auto *const dialog = new QFileDialog(m_view.window(), tr("Export chapters"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString podlove = tr("Podlove Simple Chapters (*.psc)");
    dialog->setNameFilters({tr("Podcasting 2.0 chapters (*.json)"), podlove});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, podlove](const QString &filter) {
        dialog->setDefaultSuffix(filter == podlove ? QStringLiteral("psc")
                                                   : QStringLiteral("json"));
    });
    connect(
        dialog,
        &QFileDialog::fileSelected,
        this,
        [this, chapters, episode = *m_episode](const QString &path) {
            const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
            app::work::comeBack(
                m_session.chapters().exportTo(
                    episode, chapters, isJson ? ChapterFormat::Json : ChapterFormat::Podlove, path),
                this,
                [this](const Result<void> &done) {
                    done ? m_messages.say(tr("Chapters exported."))
                         : m_messages.sayFailure(text::Attempt::Export, done.error());
                });
        });
    dialog->open();
}

void TimesController::writeChapters(const Chapters &chapters)
{
    app::work::comeBack(m_session.chapters().writeIntoFile(*m_episode, chapters),
                        this,
                        [this](const Result<void> &done) {
                            done ? m_messages.say(tr("Chapters written into the file."))
                                 : m_messages.sayFailure(text::Attempt::Export, done.error());
                        });
}

} // namespace ui::window
