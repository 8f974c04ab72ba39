// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/importflow.h"

#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/session/feedfetcher.h"
#include "app/session/history.h"
#include "app/session/listening.h"
#include "app/session/localfiles.h"
#include "app/session/noteexchange.h"
#include "app/session/sample.h"
#include "app/session/subscriptions.h"
#include "app/work/comeback.h"
#include "ui/exchange/formatwords.h"
#include "ui/exchange/importpreview.h"
#include "ui/library/importdialog.h"
#include "ui/text/timetext.h"
#include "ui/window/messages.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ui::window {

using app::base::Result;

namespace {

constexpr qsizetype longestWords = 300;
constexpr int mostFound = 50;

/// "Audacity labels", as the formats are called where notes leave.
QString titleOf(const QString &kind)
{
    const QString title = exchange::formatTitle(kind);
    return title == kind ? ImportFlow::tr("a text with times") : title;
}

std::vector<exchange::IncomingNote> rowsOf(const app::exports::ImportPlan &plan)
{
    std::vector<exchange::IncomingNote> notes;
    notes.reserve(plan.notes.size());
    for (const app::exports::PlannedNote &planned : plan.notes) {
        const app::notes::Note &note = planned.note;
        const QString &words = note.text.isEmpty() ? note.anchor.quote : note.text;
        QStringList episode{note.episodeRef.podcastTitle, note.episodeRef.episodeTitle};
        episode.removeAll({});
        notes.push_back({planned.becomes,
                         text::clockText(note.start),
                         words.left(longestWords).simplified(),
                         episode.join(QStringLiteral(": "))});
    }
    return notes;
}

exchange::EpisodeChoice choiceOf(const app::library::EpisodeRow &row)
{
    QStringList names{row.podcastTitle, row.title};
    names.removeAll({});
    return {row.id, names.join(QStringLiteral(": "))};
}

} // namespace

ImportFlow::ImportFlow(app::session::Session &session,
                       const theme::ThemeManager &themes,
                       Messages &messages,
                       QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_themes(themes)
    , m_messages(messages)
{
    connect(&session.subscriptions(),
            &app::session::Subscriptions::progressChanged,
            this,
            [this](int done, int total) {
                if (m_dialog && m_dialog->isBusy()) {
                    m_dialog->setProgress(done, total);
                }
            });
}

void ImportFlow::chooseFile(QWidget *window)
{
    auto *const dialog = new QFileDialog(window, tr("Open file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Sound, subscriptions and notes (%1)")
             .arg(QStringLiteral("*.mp3 *.m4a *.m4b *.ogg *.oga *.opus *.flac *.wav *.aac *.opml "
                                 "*.xml *.jsonl *.json *.csv *.txt *.md")),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, window](const QString &path) {
        take(path, window);
    });
    dialog->open();
}

void ImportFlow::addSound(const QString &path)
{
    const auto adding = m_session.localFiles().add(path, tr("Files on this computer"));
    app::work::comeBack(adding, this, [this](const Result<app::base::EpisodeId> &episode) {
        if (episode) {
            emit episodeAdded(*episode);
        } else {
            m_messages.sayFailure(text::Attempt::PlayAudio, episode.error());
        }
    });
}

void ImportFlow::take(const QString &path, QWidget *window)
{
    if (app::session::isSoundFile(path)) {
        addSound(path);
        return;
    }
    auto looking = m_session.exchange().preview(path);
    m_job = app::work::Job(looking);
    app::work::comeBack(looking,
                        this,
                        [this, path, window = QPointer(window)](
                            const Result<app::session::ImportPreview> &preview) {
                            // What holds no notes is subscriptions, or is said to be neither.
                            preview ? showPreview(path, *preview, window)
                                    : takeIn(m_session.exchange().follow(path), window);
                        });
}

void ImportFlow::showPreview(const QString &path,
                             const app::session::ImportPreview &preview,
                             QWidget *window)
{
    using exchange::ImportPreview;
    // What is shown is what is taken in, whatever becomes of the file meanwhile.
    const auto shown = std::make_shared<app::session::ImportPreview>(preview);
    auto *const dialog = new ImportPreview(m_themes,
                                           QFileInfo(path).fileName(),
                                           titleOf(preview.kind),
                                           rowsOf(preview.plan),
                                           preview.warnings,
                                           window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &ImportPreview::importRequested, this, [this, shown, window = QPointer(window)] {
            takeIn(m_session.exchange().apply(*shown), window);
        });
    if (preview.wantsEpisode) {
        connect(dialog,
                &ImportPreview::episodeSearchRequested,
                this,
                [this, dialog](const QString &words) { findEpisodes(words, dialog); });
        connect(dialog,
                &ImportPreview::episodeChosen,
                this,
                [this, path, dialog, shown](app::base::EpisodeId episode) {
                    lookAgain(path, episode, dialog, shown);
                });
        dialog->offerEpisodes();
    }
    dialog->open();
}

void ImportFlow::lookAgain(const QString &path,
                           app::base::EpisodeId episode,
                           exchange::ImportPreview *dialog,
                           const std::shared_ptr<app::session::ImportPreview> &shown)
{
    const auto said = episode.isValid() ? std::optional(episode) : std::nullopt;
    auto looking = m_session.exchange().preview(path, said);
    m_job = app::work::Job(looking);
    app::work::comeBack(
        looking, dialog, [this, dialog, shown](const Result<app::session::ImportPreview> &preview) {
            if (!preview) {
                dialog->reject();
                m_messages.sayFailure(text::Attempt::Import, preview.error());
                return;
            }
            *shown = *preview;
            dialog->showNotes(rowsOf(preview->plan));
        });
}

void ImportFlow::findEpisodes(const QString &words, exchange::ImportPreview *dialog)
{
    using Rows = std::vector<app::library::EpisodeRow>;
    auto finding = m_session.library().read([words](app::library::Connection &connection) {
        app::library::EpisodeFilter filter;
        filter.titleContains = words;
        return app::library::EpisodeStore(connection).page(filter, 0, mostFound);
    });
    m_finding = app::work::Job(finding);
    app::work::comeBack(finding, dialog, [this, words, dialog](const Result<Rows> &found) {
        std::vector<exchange::EpisodeChoice> choices;
        const auto &open = m_session.listening().current();
        if (open && open->row.title.contains(words, Qt::CaseInsensitive)) {
            choices.push_back(choiceOf(open->row));
        }
        for (const app::library::EpisodeRow &row : found.value_or({})) {
            if (!open || row.id != open->row.id) {
                choices.push_back(choiceOf(row));
            }
        }
        dialog->setFoundEpisodes(choices);
    });
}

void ImportFlow::takeIn(const QFuture<Outcome> &importing, QWidget *window)
{
    m_dialog = new library::ImportDialog(m_themes, window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &library::ImportDialog::cancelRequested, this, [this] { m_job = {}; });
    m_dialog->setProgress(0, 0);
    m_dialog->open();
    m_job = app::work::Job(importing);
    app::work::comeBack(importing, this, [this](const Outcome &outcome) { showOutcome(outcome); });
}

void ImportFlow::showOutcome(const Outcome &outcome)
{
    if (!m_dialog) {
        return;
    }
    if (!outcome) {
        m_dialog->showError(text::failureText(text::Attempt::Import, outcome.error()));
        return;
    }
    if (outcome->kind != QLatin1String("opml")) {
        m_dialog->accept();
        m_messages.say(tr("Notes: %1 added, %2 updated, %3 known already.")
                           .arg(outcome->added)
                           .arg(outcome->updated)
                           .arg(outcome->skipped));
        return;
    }
    QList<library::ImportDialog::Failure> failures;
    for (const auto &[address, error] : outcome->failed) {
        failures.append({address, text::errorSentence(error)});
    }
    m_dialog->showResult(outcome->added, failures);
}

void ImportFlow::unfollow(app::base::PodcastId podcast, const QString &title)
{
    withFeedAddress(podcast, [this, podcast, title](const QString &address) {
        app::work::comeBack(m_session.subscriptions().unsubscribe(podcast),
                            this,
                            [this, address, title](const Result<void> &done) {
                                if (!done) {
                                    m_messages.sayFailure(text::Attempt::ReadSubscriptions,
                                                          done.error());
                                    return;
                                }
                                m_session.history().push({app::session::StepKind::Unfollowed,
                                                          [this, address] { followAgain(address); },
                                                          [this, address] {
                                                              unfollowAddress(address);
                                                          }});
                            });
    });
}

void ImportFlow::followAgain(const QString &address)
{
    auto following = app::session::isWebAddress(address)
                         ? m_session.subscriptions().subscribe(address)
                         : app::session::addSample(
                             m_session.library(), m_session.clock(), QStringLiteral(":/sample"));
    app::work::comeBack(following, this, [this](const Result<app::library::Podcast> &podcast) {
        if (!podcast) {
            m_messages.sayFailure(text::Attempt::ReadFeed, podcast.error());
        }
    });
}

void ImportFlow::unfollowAddress(const QString &address)
{
    app::work::comeBack(m_session.library().read([address](app::library::Connection &connection) {
        return app::library::PodcastStore(connection).find(address);
    }),
                        this,
                        [this](const Result<app::library::Podcast> &podcast) {
                            return podcast ? m_session.subscriptions().unsubscribe(podcast->id)
                                           : QFuture<Result<void>>();
                        });
}

void ImportFlow::withFeedAddress(app::base::PodcastId podcast,
                                 const std::function<void(const QString &)> &work)
{
    app::work::comeBack(m_session.library().read([podcast](app::library::Connection &connection) {
        return app::library::PodcastStore(connection).get(podcast);
    }),
                        this,
                        [work](const Result<app::library::Podcast> &found) {
                            if (found) {
                                work(found->feedUrl);
                            }
                        });
}

} // namespace ui::window
