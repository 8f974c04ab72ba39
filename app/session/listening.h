// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/media/soundanalysis.h"
#include "app/playback/player.h"
#include "app/session/backstack.h"
#include "app/session/episodeservice.h"
#include "app/session/listeningsettings.h"
#include "app/work/job.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace app::session {

class ChapterService;
class ProgressKeeper;
class SoundMaps;

namespace internal {
class LoopMarks;
class QueuePlayer;
class Rewinder;
class SoundFacts;
struct Playable;
} // namespace internal

/// What listening needs; all of it outlives it.
struct ListeningParts
{
    playback::Player &player;
    library::Library &library;
    EpisodeService &episodes;
    ChapterService &chapters;
    SoundMaps &soundMaps;
    ListeningSettings &settings;
    const base::Clock &clock;
};

/// Listening to episodes: which one is loaded, jumps, Back and Forward, what follows.
///
/// Every wish goes through here, also those of media keys: going on after a pause begins a little
/// earlier, the queue follows without a gap, and each podcast sounds as chosen. Thread: main.
class Listening final : public QObject
{
    Q_OBJECT

public:
    explicit Listening(const ListeningParts &parts);
    ~Listening() override;

    /// Loads an episode where the listener left it (or at \p place; else behind its podcast's
    /// intro) and plays it, unless \p paused.
    void open(base::EpisodeId episode,
              std::optional<timestamps::MediaTime> place = std::nullopt,
              bool paused = false);

    /// A click on a time: loads that episode if need be, remembers where the sound was for Back,
    /// goes there and plays, also when paused before; with \p keepPaused it does not begin to play.
    void jumpTo(base::EpisodeId episode, timestamps::MediaTime place, bool keepPaused = false);

    /// A jump within what is loaded, remembered for Back when it is far.
    void seek(timestamps::MediaTime place);
    /// A step of a drag along the timeline; the seek() that ends it is one jump from its start.
    void scrub(timestamps::MediaTime place);
    /// J and L, and every other step of a key: never remembered for Back.
    void skip(timestamps::Duration by);
    void toggle();
    /// Goes on, after a pause a little earlier (see rewound()), unless the place was changed since,
    /// and never before the place last jumped to. What failed or was given up is tried again.
    void play();
    void pause();

    /// The listener's wish for a speed: of the podcast's own when it has one, else for all.
    void setSpeed(double speed);
    /// Likewise for pauses in speech and loudness; quality and mono are for all.
    void setSound(const settings::SoundOptions &options);

    /// Repeats a stretch of what is loaded, jumping there from elsewhere; empty ends that.
    void setLoop(const std::optional<timestamps::TimeRange> &range);
    /// A and B, in any order, at a place or what is heard: the first of either waits for the other.
    /// With a loop made, A starts over and B moves its end.
    void setLoopStart(std::optional<timestamps::MediaTime> place = std::nullopt);
    void setLoopEnd(std::optional<timestamps::MediaTime> place = std::nullopt);
    [[nodiscard]] std::optional<timestamps::MediaTime> loopStart() const;

    /// To the next of the queue, after its last its first; what is heard stays unplayed.
    void playNextInQueue();
    /// Whether what is next in the queue follows at the end by itself; at first it does.
    void setFollowing(bool follows);
    /// Gives up waiting for bytes: pauses and stops the download; what is there is kept.
    void stopWaiting();

    void goBack();
    void goForward();

    [[nodiscard]] std::optional<ListeningPlace> backPlace() const;
    [[nodiscard]] std::optional<ListeningPlace> forwardPlace() const;

    /// What is loaded; empty before the first.
    [[nodiscard]] const std::optional<library::Episode> &current() const;
    [[nodiscard]] const timestamps::Chapters &chapters() const;
    /// Of what is loaded; empty until it is known.
    [[nodiscard]] const std::shared_ptr<const media::SoundAnalysis> &analysis() const;

    /// What of the file is there, each 0 to 1; empty when all is, or its size is unknown.
    [[nodiscard]] std::vector<std::pair<double, double>> availableParts() const;

    [[nodiscard]] const EffectiveSettings &settings() const;
    /// What the podcast of what is loaded has of its own.
    [[nodiscard]] const settings::PodcastSettings &own() const;

    /// Starts of the transcript's sentences of what is loaded, for beginning there after a pause.
    void setSentences(base::EpisodeId episode, std::vector<timestamps::MediaTime> starts);

    [[nodiscard]] std::optional<ListeningPlace> here() const;

    [[nodiscard]] playback::Player &player() { return m_player; }

    /// Saves the position now. The future ends when it is stored.
    QFuture<base::Result<void>> savePosition();

    /// Saves the position and lets go of everything, for the end of the program.
    void close();

signals:
    /// The listener plays, pauses or jumps, then with the place chosen; before it is done.
    void steered();
    void jumped(app::timestamps::MediaTime to);
    void currentChanged();
    void chaptersChanged();
    void backChanged();
    void analysisChanged();
    void settingsChanged();
    /// A or B of a loop that waits for the other.
    void loopStartChanged();
    /// A few times a second while a download grows.
    void availableChanged();
    /// An episode that could not be loaded or played.
    void failed(app::base::EpisodeId episode, const app::base::Error &error);

private:
    void go(timestamps::MediaTime place);
    void connectPlayer();
    void connectOthers();
    void load(base::EpisodeId episode, std::optional<timestamps::MediaTime> place, bool playing);
    void loaded(const internal::Playable &playable,
                std::optional<timestamps::MediaTime> place,
                bool playing);
    void become(const internal::Playable &playable,
                const std::shared_ptr<media::ByteSource> &bytes,
                timestamps::MediaTime stored);
    [[nodiscard]] timestamps::MediaTime
    beginning(const internal::Playable &playable, const EffectiveSettings &settings, bool playing);
    void resume();
    [[nodiscard]] bool isSounding() const;
    [[nodiscard]] timestamps::MediaTime earliest() const;
    void noticeState(playback::PlayerState state);
    void applySettings();
    void leaveOutEnd();
    void storeOwn();
    void storeVolume(double volume);
    void showMark(const std::optional<timestamps::TimeRange> &made);
    void showAvailable(const downloads::DownloadProgress &progress);
    void showLoop(const std::optional<timestamps::TimeRange> &range);
    void loadChapters();
    void goOn();
    void playNext();
    QFuture<base::Result<std::vector<base::EpisodeId>>> keepPlayed(base::EpisodeId episode);
    void go(const ListeningPlace &place);

    ListeningParts m_parts;
    playback::Player &m_player;
    std::unique_ptr<ProgressKeeper> m_progress;
    std::unique_ptr<internal::SoundFacts> m_facts;
    std::unique_ptr<internal::QueuePlayer> m_queue;
    std::unique_ptr<internal::Rewinder> m_rewinder;
    std::unique_ptr<internal::LoopMarks> m_loopMarks;
    BackStack m_stack;
    std::optional<ListeningPlace> m_scrubbedFrom;
    std::optional<library::Episode> m_current;
    std::shared_ptr<media::ByteSource> m_bytes; ///< of what is loaded
    std::optional<timestamps::MediaTime> m_givenUpAt;
    base::EpisodeId m_wanted; ///< being loaded
    std::optional<timestamps::MediaTime> m_placeWanted;
    bool m_playWanted = false; ///< once it is
    timestamps::Chapters m_chapters;
    settings::PodcastSettings m_own; ///< of the podcast of what is loaded
    bool m_storingVolume = false;
    EffectiveSettings m_settings;
    work::Job m_loading;
    work::Job m_loadingChapters;
    QElapsedTimer m_shownAvailable;
};

} // namespace app::session
