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

#include <QObject>

#include <optional>

namespace app::session {

class ProgressKeeper;

/// Listening to episodes: which one is loaded, jumps, Back and Forward. Thread: main.
class Listening final : public QObject
{
    Q_OBJECT

public:
    Listening(playback::Player &player,
              library::Library &library,
              EpisodeService &episodes,
              const base::Clock &clock);
    ~Listening() override;

    /// Loads an episode where the listener left it (or at \p place) and plays it, unless \p paused.
    void open(base::EpisodeId episode,
              std::optional<timestamps::MediaTime> place = std::nullopt,
              bool paused = false);

    /// A click on a time: loads that episode if need be, remembers where the sound was for Back,
    /// goes there and plays, also when paused before; with \p keepPaused it does not begin to play.
    void jumpTo(base::EpisodeId episode, timestamps::MediaTime place, bool keepPaused = false);

    /// A jump within what is loaded, remembered for Back when it is far.
    void seek(timestamps::MediaTime place);
    /// A step of a drag along the timeline; the seek() that ends it is one jump from where it
    /// began.
    void scrub(timestamps::MediaTime place);
    /// J and L: never remembered.
    void skip(timestamps::Duration by);
    void toggle();

    /// The listener's wish for a speed: of the podcast's own when it has one, else for all.
    void setSpeed(double speed);
    /// Likewise for pauses in speech and loudness; quality and mono are for all.
    void setSound(const settings::SoundOptions &options);

    /// Repeats a stretch of what is loaded; empty ends that.
    void setLoop(const std::optional<timestamps::TimeRange> &range);
    /// A and B: the first call of either waits for the other.
    void setLoopStart();
    void setLoopEnd();
    [[nodiscard]] std::optional<timestamps::MediaTime> loopStart() const;

    /// To the next of the queue; what is heard stays unplayed where it is.
    void playNextInQueue();
    /// Gives up waiting for bytes: pauses and stops the download; what is there is kept.
    void stopWaiting();

    void goBack();
    void goForward();

    [[nodiscard]] std::optional<ListeningPlace> backPlace() const { return m_stack.back(); }

    [[nodiscard]] std::optional<ListeningPlace> forwardPlace() const { return m_stack.forward(); }

    /// What is loaded; empty before the first.
    [[nodiscard]] const std::optional<library::Episode> &current() const { return m_current; }

    [[nodiscard]] const timestamps::Chapters &chapters() const { return m_chapters; }

    /// Of what is loaded; empty until it is known.
    [[nodiscard]] const std::shared_ptr<const media::SoundAnalysis> &analysis() const
    {
        return m_analysis;
    }

    /// What of the file is there, each 0 to 1; empty when all is.
    [[nodiscard]] std::vector<std::pair<double, double>> availableParts() const;

    [[nodiscard]] const EffectiveSettings &settings() const { return m_settings; }

    /// Starts of the transcript's sentences of what is loaded, for beginning there after a pause.
    void setSentences(base::EpisodeId episode, std::vector<timestamps::MediaTime> starts);

    [[nodiscard]] std::optional<ListeningPlace> here() const;

    [[nodiscard]] playback::Player &player() { return m_player; }

    /// Saves the position now, for shutting down. The future ends when it is stored.
    QFuture<base::Result<void>> savePosition();

signals:
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
    void load(base::EpisodeId episode, std::optional<timestamps::MediaTime> place, bool playing);
    void loaded(const library::Episode &episode,
                const QByteArray &index,
                std::optional<timestamps::MediaTime> place,
                bool playing);
    [[nodiscard]] base::Result<std::shared_ptr<media::ByteSource>>
    openSource(const library::Episode &episode);
    void loadChapters(const library::Episode &episode);
    void keepIndex(const media::SeekIndex &index);
    void keepDuration(timestamps::Duration duration);
    void playNext();
    void go(const ListeningPlace &place);

    playback::Player &m_player;
    library::Library &m_library;
    EpisodeService &m_episodes;
    std::unique_ptr<ProgressKeeper> m_progress;
    BackStack m_stack;
    std::optional<ListeningPlace> m_scrubbedFrom;
    std::optional<library::Episode> m_current;
    base::EpisodeId m_wanted; ///< being loaded
    timestamps::Chapters m_chapters;
    std::shared_ptr<const media::SoundAnalysis> m_analysis;
    EffectiveSettings m_settings;
    work::Job m_loading;
    work::Job m_loadingChapters;
};

} // namespace app::session
