// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/downloads/downloadqueue.h"
#include "app/library/library.h"
#include "app/network/httpclient.h"
#include "app/session/episodeservice.h"
#include "app/session/feedfetcher.h"
#include "app/session/history.h"
#include "app/session/listening.h"
#include "app/session/localfiles.h"
#include "app/session/notebook.h"
#include "app/session/noteexchange.h"
#include "app/session/subscriptions.h"
#include "app/session/transcriptservice.h"
#include "app/work/workerpool.h"

namespace app::session {

/// In the order they are built; destroyed in reverse.
struct Session::Rooms
{
    Rooms(SessionParts parts, std::unique_ptr<library::Library> opened)
        : output(parts.output ? std::move(parts.output) : playback::deviceOutput())
        , clock(*parts.clock)
        , library(std::move(opened))
        , http(network::makeHttpClient())
        , workers(std::make_unique<work::WorkerPool>())
        , downloads(std::make_unique<downloads::DownloadQueue>(*http))
        , feeds(*http, *workers)
        , subscriptions(feeds, *library, clock)
        , episodes(*library, *downloads, *http, *workers, history)
        , transcripts(*library, *http, *workers, clock)
        , notebook(*library, history, clock)
        , exchange(notebook, subscriptions, *workers)
        , localFiles(*library, *workers, clock)
    {}

    playback::AudioOutputFactory output;
    const base::Clock &clock;
    std::unique_ptr<library::Library> library;
    std::unique_ptr<network::HttpClient> http;
    std::unique_ptr<work::WorkerPool> workers;
    std::unique_ptr<downloads::DownloadQueue> downloads;
    History history;
    FeedFetcher feeds;
    Subscriptions subscriptions;
    EpisodeService episodes;
    TranscriptService transcripts;
    Notebook notebook;
    NoteExchange exchange;
    LocalFiles localFiles;
    std::unique_ptr<playback::Player> player;
    std::unique_ptr<Listening> listening;
};

base::Result<std::unique_ptr<Session>> Session::open(SessionParts parts)
{
    static const base::SystemClock systemClock;
    if (!parts.clock) {
        parts.clock = &systemClock;
    }
    auto library = library::Library::open(parts.libraryFolder, *parts.clock);
    if (!library) {
        return base::unexpected(library.error());
    }
    return std::unique_ptr<Session>(
        new Session(std::make_unique<Rooms>(std::move(parts), *std::move(library))));
}

Session::Session(std::unique_ptr<Rooms> rooms)
    : m_rooms(std::move(rooms))
{}

Session::~Session()
{
    close();
}

void Session::close()
{
    if (m_rooms->listening && m_rooms->library) {
        m_rooms->listening->savePosition();
        m_rooms->player->unload();
    }
    // Everything that could still answer ends while those who wait for answers are alive: in Qt 6.4
    // a future must not finish after the object that its continuation belongs to. The library
    // writes what it was given first.
    m_rooms->downloads.reset();
    m_rooms->http.reset();
    m_rooms->workers.reset();
    m_rooms->library.reset();
}

const base::Clock &Session::clock() const
{
    return m_rooms->clock;
}

library::Library &Session::library()
{
    return *m_rooms->library;
}

network::HttpClient &Session::http()
{
    return *m_rooms->http;
}

work::WorkerPool &Session::workers()
{
    return *m_rooms->workers;
}

History &Session::history()
{
    return m_rooms->history;
}

FeedFetcher &Session::feeds()
{
    return m_rooms->feeds;
}

Subscriptions &Session::subscriptions()
{
    return m_rooms->subscriptions;
}

EpisodeService &Session::episodes()
{
    return m_rooms->episodes;
}

TranscriptService &Session::transcripts()
{
    return m_rooms->transcripts;
}

Notebook &Session::notebook()
{
    return m_rooms->notebook;
}

NoteExchange &Session::exchange()
{
    return m_rooms->exchange;
}

LocalFiles &Session::localFiles()
{
    return m_rooms->localFiles;
}

Listening &Session::listening()
{
    if (!m_rooms->listening) {
        m_rooms->player = playback::makeEnginePlayer(m_rooms->output);
        m_rooms->listening = std::make_unique<Listening>(
            *m_rooms->player, *m_rooms->library, m_rooms->episodes, m_rooms->clock);
    }
    return *m_rooms->listening;
}

} // namespace app::session
