// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/playback/audiodevices.h"
#include "app/playback/engineplayer.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace app::library {
class Library;
struct Recovery;
} // namespace app::library

namespace app::network {
class HttpClient;
}

namespace app::work {
class WorkerPool;
}

namespace app::session {

class AnchorKeeper;
class ChapterService;
class Clips;
class EpisodeService;
class FeedFetcher;
class History;
class LocalFiles;
class Listening;
class ListeningSettings;
class Notebook;
class NoteExchange;
class NoteMarks;
class NoteExports;
class NoteTemplates;
class VaultKeeper;
class OutputDevices;
class SleepTimer;
class SoundMaps;
class Subscriptions;
class Timekeeping;
class TranscriptService;

/// What a session is made of; tests put their own parts in.
struct SessionParts
{
    QString libraryFolder;
    playback::AudioOutputFactory output; ///< empty: the computer's device
    const base::Clock *clock = nullptr;  ///< empty: the computer's clock
    QString settingsPath = {};           ///< empty: the defaults, and nothing is kept
    /// Empty: the computer's.
    std::function<std::unique_ptr<playback::AudioDevices>()> devices = {};
    /// Put a damaged library right, where there is a backup or a journal to do it from.
    bool recovers = true;
};

/// Builds the app's services in order, owns them, and shuts them down in reverse: sound first, then
/// downloads, then the library. Thread: main.
class Session final
{
public:
    /// A damaged library is put right first: see recovery(). Errors: those of Library::open and
    /// recoverLibrary.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> open(SessionParts parts);
    ~Session();

    /// Stops the sound, keeps the position, ends downloads and closes the library. Whoever uses the
    /// services calls this before letting go of the objects that wait for their answers; after it
    /// no service may be used. The destructor does it too.
    void close();

    /// What was done because the library was damaged; the listener has to be told. Empty when it
    /// was not.
    [[nodiscard]] const std::optional<library::Recovery> &recovery() const;

    [[nodiscard]] const base::Clock &clock() const;
    [[nodiscard]] library::Library &library();
    [[nodiscard]] network::HttpClient &http();
    [[nodiscard]] work::WorkerPool &workers();
    [[nodiscard]] History &history();
    [[nodiscard]] FeedFetcher &feeds();
    [[nodiscard]] Subscriptions &subscriptions();
    [[nodiscard]] EpisodeService &episodes();
    [[nodiscard]] TranscriptService &transcripts();
    [[nodiscard]] Timekeeping &timekeeping();
    [[nodiscard]] Notebook &notebook();
    [[nodiscard]] NoteExchange &exchange();
    [[nodiscard]] AnchorKeeper &anchorKeeper();
    [[nodiscard]] NoteExports &noteExports();
    [[nodiscard]] NoteTemplates &noteTemplates();
    [[nodiscard]] VaultKeeper &vault();
    [[nodiscard]] LocalFiles &localFiles();
    [[nodiscard]] ListeningSettings &listeningSettings();
    [[nodiscard]] ChapterService &chapters();
    [[nodiscard]] SoundMaps &soundMaps();
    [[nodiscard]] Clips &clips();
    /// Made when first asked for: a command that plays nothing starts no engine. So are those
    /// below.
    [[nodiscard]] Listening &listening();
    [[nodiscard]] SleepTimer &sleepTimer();
    [[nodiscard]] NoteMarks &noteMarks();
    [[nodiscard]] OutputDevices &outputDevices();

private:
    struct Rooms;
    explicit Session(std::unique_ptr<Rooms> rooms);
    std::unique_ptr<Rooms> m_rooms;
};

} // namespace app::session
