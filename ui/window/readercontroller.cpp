// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/readercontroller.h"

#include "app/exports/deeplink.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/notestore.h"
#include "app/library/podcaststore.h"
#include "app/session/episodeservice.h"
#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "app/work/workerpool.h"
#include "ui/text/timetext.h"
#include "ui/transcript/shownotesview.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/messages.h"
#include "ui/window/readerpane.h"
#include "ui/window/timescontroller.h"
#include "ui/window/transcriptcontroller.h"

#include <QDesktopServices>
#include <QLocale>

namespace ui::window {

using app::base::EpisodeId;
using app::base::Result;
using app::exports::DeepLink;
using app::library::Episode;
using app::playback::PlayerState;
using app::session::Listening;
using app::timestamps::MediaTime;

namespace {

struct LinkedPlace
{
    EpisodeId episode;
    MediaTime place;
};

/// The one of an item's guid; where podcasts share it, of the podcast that the link names.
Result<EpisodeId> findEpisode(app::library::Connection &connection, const DeepLink &link)
{
    app::library::EpisodeStore episodes(connection);
    const auto only = episodes.find(link.itemGuid);
    if (only && only->feed.guid == link.itemGuid) {
        return only->row.id;
    }
    const auto podcasts = app::library::PodcastStore(connection).all();
    for (const auto &podcast : podcasts.value_or({})) {
        app::notes::EpisodeRef named;
        named.feedUrl = podcast.feedUrl;
        named.podcastGuid = podcast.guid;
        named.episodeGuid = link.itemGuid;
        if (!app::exports::isAbout(link, named)) {
            continue;
        }
        app::library::EpisodeFilter ofPodcast;
        ofPodcast.podcast = podcast.id;
        const auto rows = episodes.page(ofPodcast, 0, 0);
        for (const auto &row : rows.value_or({})) {
            if (row.guid == link.itemGuid) {
                return row.id;
            }
        }
    }
    return app::base::unexpected(app::base::ErrorCode::NotFound,
                                 QStringLiteral("no episode has the guid of a link"));
}

/// A note's own place counts where the link names no time; its episode, where it names none.
Result<LinkedPlace> findPlace(app::library::Connection &connection, const DeepLink &link)
{
    const auto note = app::library::NoteStore(connection).get(link.note);
    const auto episode = link.itemGuid.isEmpty() ? Result<EpisodeId>(app::base::unexpected(
                             app::base::ErrorCode::NotFound, QStringLiteral("no item is named")))
                                                 : findEpisode(connection, link);
    if (!episode && !note) {
        return app::base::unexpected(episode.error());
    }
    return LinkedPlace{episode ? *episode : note->episode,
                       link.start.value_or(note ? note->start : MediaTime())};
}

} // namespace

ReaderController::ReaderController(app::session::Session &session,
                                   models::NoteModel &notes,
                                   const Panels &panels)
    : m_session(session)
    , m_notes(notes)
    , m_panels(panels)
{
    transcript::TranscriptView &words = panels.transcript;
    connect(&panels.times, &TimesController::shown, this, [this] {
        m_panels.pane.setHasTimeList(m_panels.times.hasList());
        refreshNotes();
    });
    connect(&panels.pane,
            &ReaderPane::chaptersRequested,
            &panels.times,
            &TimesController::openChapters);
    connect(&words,
            &transcript::TranscriptView::seekRequested,
            this,
            [this](app::timestamps::MediaTime place, Qt::KeyboardModifiers modifiers) {
                m_session.listening().jumpTo(m_wanted, place, modifiers & Qt::ControlModifier);
            });
    connect(&words, &transcript::TranscriptView::followingChanged, this, [this](bool on) {
        m_panels.pane.setFollow(
            m_panels.pane.page() == ReaderPane::Transcript && m_panels.transcript.isTimed(), on);
    });
    connect(&panels.pane,
            &ReaderPane::followRequested,
            &words,
            &transcript::TranscriptView::setFollowing);
    connect(&panels.pane, &ReaderPane::pageChanged, this, [this](ReaderPane::Page page) {
        m_panels.pane.setFollow(page == ReaderPane::Transcript && m_panels.transcript.isTimed(),
                                m_panels.transcript.isFollowing());
    });
    connect(&panels.pane, &ReaderPane::findRequested, this, [this] {
        if (auto *const text = shownText()) {
            text->find();
        }
    });
    for (transcript::ReaderPane *const text :
         std::initializer_list<transcript::ReaderPane *>{&panels.showNotes, &words}) {
        connect(
            text, &transcript::ReaderPane::openLinkRequested, this, &ReaderController::openLink);
        connect(
            text, &transcript::ReaderPane::noteActivated, this, &ReaderController::noteActivated);
    }
    connect(&panels.transcripts,
            &TranscriptController::shown,
            this,
            &ReaderController::transcriptShown);
    connect(&panels.pane,
            &ReaderPane::transcriptMenuRequested,
            &panels.transcripts,
            &TranscriptController::openMenu);
    connect(&notes, &models::NoteModel::loaded, this, &ReaderController::refreshNotes);
    connect(&session.library(), &app::library::Library::changed, this, &ReaderController::follow);
    Listening &listening = session.listening();
    connect(&listening, &Listening::currentChanged, this, [this] {
        refreshHead();
        followSound();
    });
    connect(&listening.player(),
            &app::playback::Player::positionChanged,
            this,
            &ReaderController::followSound);
    connect(&session.episodes().downloadQueue(),
            &app::downloads::DownloadQueue::progressChanged,
            this,
            &ReaderController::refreshHead);
}

void ReaderController::open(EpisodeId episode)
{
    if (m_wanted == episode) {
        emit opened();
        return;
    }
    m_wanted = episode;
    auto reading = m_session.library().read([episode](app::library::Connection &connection) {
        return app::library::EpisodeStore(connection).get(episode);
    });
    m_reading = app::work::Job(reading);
    app::work::comeBack(reading, this, [this, episode](const Result<Episode> &found) {
        if (m_wanted != episode) {
            return;
        }
        if (!found) {
            m_wanted = {};
            m_panels.pane.clear();
            m_panels.messages.sayFailure(text::Attempt::OpenLibrary, found.error());
            return;
        }
        episodeCame(*found);
    });
}

void ReaderController::showInTranscript(const app::notes::Note &note)
{
    const bool there = m_episode && m_episode->row.id == note.episode && m_wanted == note.episode;
    m_noteWanted = note;
    open(note.episode);
    m_panels.pane.setPage(ReaderPane::Transcript);
    if (there) {
        revealNote();
    }
}

void ReaderController::revealNote()
{
    if (!m_noteWanted || m_noteWanted->episode != m_wanted || reading().sentences.empty()) {
        return;
    }
    const auto note = *std::exchange(m_noteWanted, std::nullopt);
    if (const auto at = reading().sentenceAt(note.start)) {
        const auto &sentence = reading().sentences[*at];
        m_panels.transcript.setFollowing(false);
        m_panels.transcript.reader().scrollTo(sentence.offset, 0.38);
    }
}

void ReaderController::episodeCame(const Episode &episode)
{
    m_episode = episode;
    refreshHead();
    m_notes.setFilter({.episode = episode.row.id, .tag = {}, .since = {}});
    m_panels.times.show(episode);
    m_panels.transcripts.show(episode);
    followSound();
    emit opened();
}

void ReaderController::refreshHead()
{
    if (!m_episode) {
        return;
    }
    const app::library::EpisodeRow &row = m_episode->row;
    QStringList details;
    if (row.published.isValid()) {
        details += text::dateText(row.published.toLocalTime().date(), QLocale());
    }
    if (row.duration) {
        details += text::lengthText(*row.duration);
    }
    QString download;
    const auto progress = m_session.episodes().downloadQueue().progress(row.id);
    if (progress && progress->state == app::downloads::DownloadProgress::State::Running) {
        const qint64 total = progress->totalBytes.value_or(0);
        download = total > 0 ? tr("Downloading, %1 %").arg(progress->receivedBytes * 100 / total)
                             : tr("Downloading");
    }
    m_panels.pane.setHead({.title = row.title,
                           .podcastTitle = row.podcastTitle,
                           .details = details.join(QStringLiteral("  ·  ")),
                           .isPlaying = isPlayingThis(),
                           .isQueued = row.queued,
                           .isDownloaded = !row.filePath.isEmpty(),
                           .canPlay = row.hasAudio,
                           .download = download});
}

void ReaderController::transcriptShown()
{
    m_panels.pane.setFollow(m_panels.pane.page() == ReaderPane::Transcript
                                && m_panels.transcript.isTimed(),
                            m_panels.transcript.isFollowing());
    refreshNotes();
    followSound();
    revealNote();
}

void ReaderController::refreshNotes()
{
    if (!m_episode || m_notes.filter().episode != m_wanted) {
        return;
    }
    const QList<app::notes::Note> notes(m_notes.notes().begin(), m_notes.notes().end());
    m_panels.showNotes.setNotes(notes);
    m_panels.transcript.setNotes(notes);
    m_panels.pane.setNoteCount(static_cast<int>(notes.size()));
}

bool ReaderController::isPlayingThis() const
{
    const auto &current = m_session.listening().current();
    return current && current->row.id == m_wanted;
}

const app::transcripts::ReadingText &ReaderController::reading() const
{
    return m_panels.transcript.transcript();
}

transcript::ReaderPane *ReaderController::shownText() const
{
    switch (m_panels.pane.page()) {
    case ReaderPane::ShowNotes:
        return &m_panels.showNotes;
    case ReaderPane::Transcript:
        return &m_panels.transcript;
    case ReaderPane::Notes:
        break;
    }
    return nullptr;
}

void ReaderController::followSound()
{
    if (isPlayingThis()) {
        m_panels.transcript.setPosition(m_session.listening().player().position());
    } else {
        m_panels.transcript.clearPosition();
    }
}

void ReaderController::follow(const app::library::Changes &changes)
{
    if (!m_episode || !(changes.episodes.contains(m_wanted) || changes.queue)) {
        return;
    }
    app::work::comeBack(
        m_session.library().read([id = m_wanted](app::library::Connection &connection) {
            return app::library::EpisodeStore(connection).get(id);
        }),
        this,
        [this, id = m_wanted](const Result<Episode> &episode) {
            if (!episode || m_wanted != id) {
                return;
            }
            m_episode = *episode;
            refreshHead();
            m_panels.transcripts.show(*m_episode);
            m_panels.times.show(*m_episode);
        });
}

void ReaderController::openLink(const QUrl &url)
{
    QDesktopServices::openUrl(url);
}

void ReaderController::chooseTranscriptFile(EpisodeId episode)
{
    if (m_wanted == episode && m_episode) {
        m_panels.transcripts.chooseFile();
        return;
    }
    connect(this,
            &ReaderController::opened,
            &m_panels.transcripts,
            &TranscriptController::chooseFile,
            Qt::SingleShotConnection);
    open(episode);
}

void ReaderController::openLinkedPlace(const QUrl &link)
{
    const auto named = app::exports::parseDeepLink(link);
    if (!named) {
        m_panels.messages.say(tr("This link names no place that Earmark could open."));
        return;
    }
    const auto finding =
        m_session.library().read([link = *named](app::library::Connection &connection) {
            return findPlace(connection, link);
        });
    app::work::comeBack(finding, this, [this](const Result<LinkedPlace> &found) {
        if (!found) {
            m_panels.messages.say(tr("The episode of this link is not in the library."));
            return;
        }
        open(found->episode);
        m_session.listening().jumpTo(found->episode, found->place);
    });
}

void ReaderController::setTextSize(int pixels)
{
    m_panels.showNotes.reader().setTextSize(pixels);
    m_panels.transcript.reader().setTextSize(pixels);
}

} // namespace ui::window
