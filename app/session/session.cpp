// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/base/logging.h"
#include "app/downloads/downloadqueue.h"
#include "app/library/backups.h"
#include "app/library/library.h"
#include "app/library/notejournal.h"
#include "app/library/recovery.h"
#include "app/network/httpclient.h"
#include "app/session/anchorkeeper.h"
#include "app/session/chapterservice.h"
#include "app/session/clips.h"
#include "app/session/episodeservice.h"
#include "app/session/feedfetcher.h"
#include "app/session/history.h"
#include "app/session/internal/housekeeping.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/localfiles.h"
#include "app/session/notebook.h"
#include "app/session/noteexchange.h"
#include "app/session/noteexports.h"
#include "app/session/notemarks.h"
#include "app/session/notetemplates.h"
#include "app/session/outputdevices.h"
#include "app/session/sleeptimer.h"
#include "app/session/soundmaps.h"
#include "app/session/subscriptions.h"
#include "app/session/timekeeping.h"
#include "app/session/transcriptservice.h"
#include "app/session/vaultkeeper.h"
#include "app/work/workerpool.h"

#include <QDir>
#include <QFileInfo>

namespace app::session {
namespace {

std::optional<settings::SettingsFile> settingsFile(const QString &path)
{
    return path.isEmpty() ? std::nullopt : std::optional(settings::SettingsFile(path));
}

/// A library, and what had to be done for it.
struct Opened
{
    std::unique_ptr<library::Library> library;
    std::optional<library::Recovery> recovery;
};

/// Without these a file that cannot be read may just as well be somebody else's: it stays.
bool hasCopies(const QString &folder)
{
    return !library::listBackups(folder).empty()
           || QFileInfo::exists(library::NoteJournal::fileName(folder));
}

base::Result<Opened> openLibrary(const QString &folder, bool recovers, const base::Clock &clock)
{
    auto library = library::Library::open(folder, clock);
    if (library) {
        return Opened{*std::move(library), std::nullopt};
    }
    if (library.error().code != base::ErrorCode::Corrupt || !recovers || !hasCopies(folder)) {
        return base::unexpected(library.error());
    }
    qCWarning(base::logSession) << "the library is damaged:" << library.error().detail;
    auto recovery = library::recoverLibrary(folder, clock);
    if (!recovery) {
        return base::unexpected(recovery.error());
    }
    library = library::Library::open(folder, clock);
    if (!library) {
        return base::unexpected(library.error());
    }
    return Opened{*std::move(library), *std::move(recovery)};
}

} // namespace

/// In the order they are built; destroyed in reverse.
struct Session::Rooms
{
    Rooms(SessionParts parts, Opened opened)
        : output(parts.output ? std::move(parts.output) : playback::deviceOutput())
        , makeDevices(parts.devices ? std::move(parts.devices) : playback::makeAudioDevices)
        , clock(*parts.clock)
        , recovery(std::move(opened.recovery))
        , library(std::move(opened.library))
        , http(network::makeHttpClient())
        , workers(std::make_unique<work::WorkerPool>())
        , downloads(std::make_unique<downloads::DownloadQueue>(*http))
        , listeningSettings(*library, settingsFile(parts.settingsPath))
        , feeds(*http, *workers)
        , subscriptions(feeds, *library, clock)
        , episodes(*library, *downloads, history)
        , timekeeping(*library, *workers, history, clock)
        , chapters(*library, *http, *workers, listeningSettings, timekeeping, history)
        , soundMaps(*library, *workers)
        , clips(*workers)
        , transcripts(*library, *http, *workers, history, clock)
        , notebook(*library, history, clock)
        , exchange(*library, notebook, subscriptions, *workers, clock)
        , noteTemplates(QDir(library->folder()).filePath(QStringLiteral("templates")), *workers)
        , noteExports(*library, noteTemplates, *workers)
        , vault(*library, *workers, clock)
        , anchorKeeper(*library, transcripts, notebook, *workers, clock)
        , localFiles(*library, *workers, clock)
        , housekeeping(*library, notebook, *workers, clock)
    {
        QObject::connect(
            &episodes, &EpisodeService::fileKept, &chapters, &ChapterService::readFile);
        QObject::connect(
            &episodes, &EpisodeService::fileKept, &anchorKeeper, &AnchorKeeper::identify);
        QObject::connect(&notebook, &Notebook::added, &anchorKeeper, &AnchorKeeper::identify);
        notebook.restoreSteps();
    }

    playback::AudioOutputFactory output;
    std::function<std::unique_ptr<playback::AudioDevices>()> makeDevices;
    const base::Clock &clock;
    std::optional<library::Recovery> recovery;
    std::unique_ptr<library::Library> library;
    std::unique_ptr<network::HttpClient> http;
    std::unique_ptr<work::WorkerPool> workers;
    std::unique_ptr<downloads::DownloadQueue> downloads;
    History history;
    ListeningSettings listeningSettings;
    FeedFetcher feeds;
    Subscriptions subscriptions;
    EpisodeService episodes;
    Timekeeping timekeeping;
    ChapterService chapters;
    SoundMaps soundMaps;
    Clips clips;
    TranscriptService transcripts;
    Notebook notebook;
    NoteExchange exchange;
    NoteTemplates noteTemplates;
    NoteExports noteExports;
    VaultKeeper vault;
    AnchorKeeper anchorKeeper;
    LocalFiles localFiles;
    internal::Housekeeping housekeeping;
    std::unique_ptr<playback::Player> player;
    std::unique_ptr<Listening> listening;
    std::unique_ptr<SleepTimer> sleepTimer;
    std::unique_ptr<NoteMarks> noteMarks;
    std::unique_ptr<OutputDevices> outputDevices;
};

base::Result<std::unique_ptr<Session>> Session::open(SessionParts parts)
{
    static const base::SystemClock systemClock;
    if (!parts.clock) {
        parts.clock = &systemClock;
    }
    auto opened = openLibrary(parts.libraryFolder, parts.recovers, *parts.clock);
    if (!opened) {
        return base::unexpected(opened.error());
    }
    return std::unique_ptr<Session>(
        new Session(std::make_unique<Rooms>(std::move(parts), *std::move(opened))));
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
    if (!m_rooms->library) {
        return;
    }
    m_rooms->outputDevices.reset();
    m_rooms->sleepTimer.reset();
    if (m_rooms->listening) {
        m_rooms->listening->close();
    }
    // Long work is told to end before somebody waits for it.
    m_rooms->clips.cancel();
    m_rooms->noteExports.cancel();
    m_rooms->soundMaps.forget();
    m_rooms->anchorKeeper.cancel();
    // Everything that could still answer ends while those who wait for answers are alive: in Qt 6.4
    // a future must not finish after the object that its continuation belongs to. The library
    // writes what it was given first.
    m_rooms->downloads.reset();
    m_rooms->http.reset();
    m_rooms->workers.reset();
    m_rooms->library.reset();
}

const std::optional<library::Recovery> &Session::recovery() const
{
    return m_rooms->recovery;
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

Timekeeping &Session::timekeeping()
{
    return m_rooms->timekeeping;
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

NoteExports &Session::noteExports()
{
    return m_rooms->noteExports;
}

NoteTemplates &Session::noteTemplates()
{
    return m_rooms->noteTemplates;
}

VaultKeeper &Session::vault()
{
    return m_rooms->vault;
}

AnchorKeeper &Session::anchorKeeper()
{
    return m_rooms->anchorKeeper;
}

LocalFiles &Session::localFiles()
{
    return m_rooms->localFiles;
}

ListeningSettings &Session::listeningSettings()
{
    return m_rooms->listeningSettings;
}

ChapterService &Session::chapters()
{
    return m_rooms->chapters;
}

SoundMaps &Session::soundMaps()
{
    return m_rooms->soundMaps;
}

Clips &Session::clips()
{
    return m_rooms->clips;
}

Listening &Session::listening()
{
    if (!m_rooms->listening) {
        m_rooms->player = playback::makeEnginePlayer(m_rooms->output);
        m_rooms->listening = std::make_unique<Listening>(ListeningParts{*m_rooms->player,
                                                                        *m_rooms->library,
                                                                        m_rooms->episodes,
                                                                        m_rooms->chapters,
                                                                        m_rooms->soundMaps,
                                                                        m_rooms->listeningSettings,
                                                                        m_rooms->clock});
        Listening &listening = *m_rooms->listening;
        AnchorKeeper &keeper = m_rooms->anchorKeeper;
        QObject::connect(&listening, &Listening::currentChanged, &keeper, [&listening, &keeper] {
            if (const auto &current = listening.current()) {
                keeper.identify(current->row.id);
            }
        });
    }
    return *m_rooms->listening;
}

SleepTimer &Session::sleepTimer()
{
    if (!m_rooms->sleepTimer) {
        m_rooms->sleepTimer = std::make_unique<SleepTimer>(listening(), m_rooms->clock);
    }
    return *m_rooms->sleepTimer;
}

NoteMarks &Session::noteMarks()
{
    if (!m_rooms->noteMarks) {
        m_rooms->noteMarks =
            std::make_unique<NoteMarks>(listening(), m_rooms->notebook, m_rooms->transcripts);
    }
    return *m_rooms->noteMarks;
}

OutputDevices &Session::outputDevices()
{
    if (!m_rooms->outputDevices) {
        m_rooms->outputDevices = std::make_unique<OutputDevices>(
            listening().player(), m_rooms->makeDevices(), m_rooms->listeningSettings);
    }
    return *m_rooms->outputDevices;
}

} // namespace app::session
