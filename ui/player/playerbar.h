// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/player.h"
#include "app/settings/sound.h"
#include "app/timestamps/chapters.h"
#include "app/timestamps/timerange.h"
#include "ui/player/playertypes.h"
#include "ui/theme/thememanager.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QUrl;

namespace ui::player {

class Timeline;

namespace internal {
class Panels;
class TimeLabel;
class Transport;
} // namespace internal

/// What is playing and what can be done with it: the timeline above, the buttons below.
///
/// Shows what it is told and emits wishes; nothing it asks for is taken as done, but for the
/// playhead. 124 high; 108 in a narrow window, where what does not fit goes under More; lower still
/// when compact or when nothing is loaded. Runs no timer of its own but while the player waits or a
/// button is held. Thread: main.
class PlayerBar final : public QWidget
{
    Q_OBJECT

public:
    using MediaTime = app::timestamps::MediaTime;
    using Duration = app::timestamps::Duration;

    explicit PlayerBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);
    ~PlayerBar() override;

    /// Empty: "Nothing is playing". Another episode than before also forgets all that was told of
    /// the old one, but for speed, sound, volume, sleep and devices.
    void setEpisode(const std::optional<PlayerEpisode> &episode);
    /// Without one, a tile with the podcast's letters.
    void setCover(const QPixmap &cover);
    void setPosition(MediaTime place);
    /// False: the place is a guess until the file is indexed; the time gets a "~".
    void setPositionExact(bool exact);
    void setDuration(std::optional<Duration> duration);
    void setState(app::playback::PlayerState state);
    /// \param sentence  why it does not play, to be shown; empty takes it back
    void setFailure(const QString &sentence);
    /// How far the wait has come, said while the state is Opening or Buffering.
    void setWaiting(const std::optional<WaitingShown> &waiting);
    void setFlags(std::vector<TimelineFlag> flags);
    /// What of the recording is at hand; empty: all of it, or unknown.
    void setBufferedParts(Parts parts);
    /// Shows the button that leads back from a jump.
    void setBackPlace(std::optional<MediaTime> place);
    /// Shades a stretch of the timeline.
    void setRange(std::optional<app::timestamps::TimeRange> range);
    /// Shades the stretch that is repeated, from A to B.
    void setLoop(std::optional<app::timestamps::TimeRange> loop);
    /// A was set and waits for B.
    void setLoopStart(std::optional<MediaTime> place);
    /// Where what is being marked begins: it is shaded, and the mark's button ends it.
    void setMarkStart(std::optional<MediaTime> place);
    void setMarkBack(Duration reach); ///< of the mark's button otherwise
    /// For windows too low: the timeline is a thin line then.
    void setCompact(bool compact);

    void setSpeed(double speed);
    void setSound(const app::settings::SoundOptions &sound);
    /// What left-out pauses have saved in this episode.
    void setTimeSaved(Duration saved);
    /// Whether speed and sound are the podcast's own.
    void setOwnSettings(bool own);
    void setVolume(double volume); ///< 0 to 1
    /// \param chosen   id of the one in use; empty: the computer's default
    /// \param follows  whether sound moves along when another becomes the default
    void setDevices(std::vector<DeviceChoice> devices, const QByteArray &chosen, bool follows);
    void setSleep(const SleepShown &sleep);

    void setChapters(const app::timestamps::Chapters &chapters);
    /// \param index  into the chapters as they were given
    void setChapterPicture(int index, const QPixmap &picture);
    /// \param current  id of the one shown
    void setChapterSources(std::vector<ChapterSource> sources, const QString &current);
    /// Whether pictures from other servers may be loaded for this podcast.
    void setRemotePicturesAllowed(bool allowed);

    /// Has a control's tip or menu entry show an action's keys, now and after they change.
    /// \param name  a command's id; those without a control here are ignored
    void bindAction(const QString &name, QAction *action);

    /// Opens a card, as if its button had been pressed. Nothing happens without an episode.
    void openSpeed();
    void openSleep();
    void openVolume();
    void openChapters();

    [[nodiscard]] Timeline &timeline() { return *m_timeline; }

    [[nodiscard]] bool isNarrow() const { return m_narrow; }

signals:
    void toggleRequested();
    /// A jump. Steps of the timeline's keys come as skipRequested().
    void seekRequested(app::timestamps::MediaTime place);
    /// \param by  negative for back
    void skipRequested(app::timestamps::Duration by);
    /// \param delta  -1 or 1
    void chapterRequested(int delta);
    void speedRequested(double speed);
    void soundRequested(const app::settings::SoundOptions &sound);
    void ownSettingsRequested(bool own);
    void podcastSettingsRequested();
    void volumeRequested(double volume);
    /// \param id  empty: the computer's default
    void deviceRequested(const QByteArray &id);
    void followDefaultRequested(bool follows);
    void sleepMinutesRequested(int minutes);
    void sleepAtEndOfChapterRequested();
    void sleepAtEndOfEpisodeRequested();
    void sleepExtendRequested(); ///< five minutes more
    void sleepOffRequested();
    void markRequested();
    void markEndRequested(); ///< of what is being marked
    void backRequested();
    void queueRequested();
    void loopToggled();
    void loopStartRequested();
    void loopEndRequested();
    void loopCleared();
    void chapterLinkActivated(const QUrl &link);
    void chapterSourceRequested(const QString &id);
    void remotePicturesRequested(bool allowed);
    void stopWaitingRequested();
    void noteActivated(const app::base::NoteId &id);
    void titleActivated();
    void retryRequested();
    /// A context menu is wanted at a place of the timeline.
    void timelineMenuRequested(app::timestamps::MediaTime place, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Waiting { No, Short, Shown, Long };

    void buildTimelineRow();
    void connectTransport();
    void connectTimeline();
    void setNarrow(bool narrow);
    void refresh();
    void refreshHeight();
    void refreshTimes();
    void refreshChapter();
    void refreshStatus();
    void refreshHints();
    void refreshBack();
    void refreshMark();
    void followWaiting();
    [[nodiscard]] bool isFailed() const;
    [[nodiscard]] QString waitingText() const;

    const theme::ThemeManager &m_themes;
    QWidget *m_timelineRow;
    internal::TimeLabel *m_elapsed;
    Timeline *m_timeline;
    internal::TimeLabel *m_left;
    internal::Transport *m_transport;
    internal::Panels *m_panels;

    std::optional<PlayerEpisode> m_episode;
    QPixmap m_cover;
    std::optional<Duration> m_duration;
    app::playback::PlayerState m_state = app::playback::PlayerState::Empty;
    QString m_failure;
    std::optional<WaitingShown> m_progress;
    std::optional<MediaTime> m_backPlace;
    std::optional<MediaTime> m_markStart;
    Duration m_markBack{30'000};
    bool m_exact = true;
    bool m_showTotal = false;
    bool m_narrow = false;
    bool m_compact = false;
    Waiting m_waiting = Waiting::No;
    QTimer m_wait{this};
};

} // namespace ui::player
