// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/player.h"
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
class QMenu;

namespace ui::player {

class Timeline;

namespace internal {
class SliderPopup;
class TimeLabel;
class Transport;
} // namespace internal

/// What is playing and what can be done with it: the timeline above, the buttons below.
///
/// Shows what it is told and emits wishes; nothing it asks for is taken as done, but for the
/// playhead. 124 high; 108 in a narrow window, where speed and volume go under More; lower still
/// when nothing is loaded. Runs no timer of its own but while the player waits. Thread: main.
class PlayerBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PlayerBar(const theme::ThemeManager &themes, QWidget *parent = nullptr);
    ~PlayerBar() override;

    /// Empty: "Nothing is playing". Another episode than before also forgets the position, length,
    /// chapters, flags, buffer, range and failure of the old one.
    void setEpisode(const std::optional<PlayerEpisode> &episode);
    /// Without one, a tile with the podcast's letters.
    void setCover(const QPixmap &cover);
    void setPosition(app::timestamps::MediaTime place);
    void setDuration(std::optional<app::timestamps::Duration> duration);
    void setState(app::playback::PlayerState state);
    /// \param sentence  why it does not play, to be shown; empty takes it back
    void setFailure(const QString &sentence);
    void setSpeed(double speed);
    /// \param volume  0 to 1
    void setVolume(double volume);
    void setChapters(const app::timestamps::Chapters &chapters);
    void setFlags(std::vector<TimelineFlag> flags);
    /// How much of the recording is at hand, 0 to 1; empty: all of it, or unknown.
    void setBuffered(std::optional<double> part);
    /// Shows the button that leads back from a jump.
    void setBackPlace(std::optional<app::timestamps::MediaTime> place);
    /// Shades a stretch of the timeline.
    void setRange(std::optional<app::timestamps::TimeRange> range);

    /// Has a control's tip show an action's keys, now and after they change.
    ///
    /// \param name  a command's id: player.toggle, player.back15, player.forward30,
    ///              player.chapterPrev, player.chapterNext, player.normal, player.mute, mark.last30
    ///              or nav.back; others are ignored
    void bindAction(const QString &name, QAction *action);

    [[nodiscard]] Timeline &timeline() { return *m_timeline; }

    [[nodiscard]] bool isNarrow() const { return m_narrow; }

signals:
    void toggleRequested();
    void seekRequested(app::timestamps::MediaTime place);
    /// \param by  negative for back
    void skipRequested(app::timestamps::Duration by);
    /// \param delta  -1 or 1
    void chapterRequested(int delta);
    void speedRequested(double speed);
    void volumeRequested(double volume);
    void markRequested();
    void backRequested();
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
    void followWaiting();
    [[nodiscard]] bool isFailed() const;
    [[nodiscard]] QString waitingText() const;
    void openSpeed();
    void openVolume();
    void openMore();

    const theme::ThemeManager &m_themes;
    QWidget *m_timelineRow;
    internal::TimeLabel *m_elapsed;
    Timeline *m_timeline;
    internal::TimeLabel *m_left;
    internal::Transport *m_transport;
    internal::SliderPopup *m_speedPopup = nullptr;
    internal::SliderPopup *m_volumePopup = nullptr;
    QMenu *m_more = nullptr;

    std::optional<PlayerEpisode> m_episode;
    QPixmap m_cover;
    std::optional<app::timestamps::Duration> m_duration;
    app::playback::PlayerState m_state = app::playback::PlayerState::Empty;
    QString m_failure;
    std::optional<double> m_buffered;
    std::optional<app::timestamps::MediaTime> m_backPlace;
    double m_speed = 1;
    double m_volume = 1;
    double m_volumeBeforeMute = 1;
    bool m_hasChapters = false;
    bool m_showTotal = false;
    bool m_narrow = false;
    Waiting m_waiting = Waiting::No;
    QTimer m_wait{this};
};

} // namespace ui::player
