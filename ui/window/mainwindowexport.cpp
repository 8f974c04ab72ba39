// SPDX-License-Identifier: GPL-3.0-or-later
// Which notes the window offers to export.
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/notequery.h"
#include "app/session/notebook.h"
#include "app/session/session.h"
#include "app/work/comeback.h"
#include "ui/window/exportflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messages.h"

namespace ui::window {

namespace {

using app::base::Result;
using app::library::Episode;
using app::library::NoteFacets;

/// The likeliest first: what was chosen, then what is open, then all.
std::vector<NotesToExport> notesToExport(const std::vector<app::base::NoteId> &chosen,
                                         const std::optional<Episode> &episode,
                                         const NoteFacets &facets)
{
    std::vector<NotesToExport> scopes;
    if (!chosen.empty()) {
        const int count = static_cast<int>(chosen.size());
        scopes.push_back({.title = MainWindow::tr("The %n chosen note(s)", nullptr, count),
                          .notes = count,
                          .ids = chosen});
    }
    if (episode) {
        scopes.push_back({.title = MainWindow::tr("This episode: %1").arg(episode->row.title),
                          .notes = episode->row.noteCount,
                          .episodes = {episode->row.id}});
    }
    scopes.push_back({.title = MainWindow::tr("All notes"), .notes = facets.all});
    for (const app::library::NotedPodcast &podcast : facets.podcasts) {
        scopes.push_back({.title = MainWindow::tr("Podcast: %1").arg(podcast.title),
                          .notes = podcast.count,
                          .feedUrls = {podcast.feedUrl}});
    }
    return scopes;
}

/// Only those that have one; the others are called what they are.
std::map<app::notes::Color, QString> givenNames(const notes::Codebook &codebook)
{
    std::map<app::notes::Color, QString> names;
    for (std::size_t i = 0; i < codebook.names().size(); ++i) {
        if (!codebook.names()[i].isEmpty()) {
            names.emplace(static_cast<app::notes::Color>(i), codebook.names()[i]);
        }
    }
    return names;
}

} // namespace

void MainWindow::exportNotes(const std::vector<app::base::NoteId> &chosen,
                             const std::optional<Episode> &episode)
{
    m_exporting->setColorNames(givenNames(m_codebook));
    app::work::comeBack(m_session.notebook().facets(),
                        this,
                        [this, chosen, episode](const Result<NoteFacets> &facets) {
                            m_exporting->open(
                                notesToExport(chosen, episode, facets ? *facets : NoteFacets()),
                                this);
                        });
}

void MainWindow::exportEpisode(app::base::EpisodeId id)
{
    app::work::comeBack(m_session.library().read([id](app::library::Connection &connection) {
        return app::library::EpisodeStore(connection).get(id);
    }),
                        this,
                        [this](const Result<Episode> &episode) {
                            if (episode) {
                                exportNotes({}, *episode);
                            } else {
                                m_messages->sayFailure(text::Attempt::Export, episode.error());
                            }
                        });
}

} // namespace ui::window
