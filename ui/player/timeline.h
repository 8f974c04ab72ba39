// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"
#include "app/timestamps/timerange.h"
#include "ui/player/internal/timelineshape.h"
#include "ui/player/playertypes.h"
#include "ui/theme/thememanager.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ui::player {

namespace internal {
class TimeTip;
}

/// The recording from left to right, with its chapters, the listener's flags and the playhead.
///
/// Always left to right. A slider for screen readers. Dragging asks for places a few times a
/// second and for the last one on release; the playhead goes there at once, without waiting for the
/// player. Left/Right 5 s, PgUp/PgDn 30 s, Home/End; Alt+Up/Down walk the flags, Enter opens one.
/// The shape of the sound is kept as a picture; a tick draws a strip of it. Thread: main.
class Timeline final : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(const theme::ThemeManager &themes, QWidget *parent = nullptr);
    ~Timeline() override;

    /// Repaints only the strip the playhead moved over. Ignored while the mouse drags it.
    void setPosition(app::timestamps::MediaTime place);
    /// Empty: no length is known, so no place can be pointed at.
    void setDuration(std::optional<app::timestamps::Duration> duration);
    /// In any order; those not meant for a list are left out.
    void setChapters(const app::timestamps::Chapters &chapters);
    void setFlags(std::vector<TimelineFlag> flags);
    /// What of the recording is at hand, in any order; empty: all of it.
    void setBufferedParts(Parts parts);
    /// The shape of the sound: the greatest level of each slot, 255 the greatest there is; null or
    /// empty for a plain track. Shared, not copied.
    /// \param perSecond  slots in a second
    void setWaveform(std::shared_ptr<const std::vector<quint8>> peaks, double perSecond);
    /// Gives the words spoken at a place, for the tip; asked while the mouse hovers. May be empty.
    void setWordsAt(std::function<QString(app::timestamps::MediaTime)> wordsAt);
    /// Shades a stretch; empty for none.
    void setRange(std::optional<app::timestamps::TimeRange> range);
    /// Shades the stretch that is repeated and marks its ends A and B.
    void setLoop(std::optional<app::timestamps::TimeRange> loop);
    /// Marks A while it waits for B.
    void setLoopStart(std::optional<app::timestamps::MediaTime> place);
    /// Where what is being marked begins; it is shaded from there to the playhead.
    void setMarkStart(std::optional<app::timestamps::MediaTime> place);
    /// False: the place is a guess.
    void setPositionExact(bool exact);
    /// A line of 4 px without waveform, flags and chapters, for low windows.
    void setCompact(bool compact);

    /// Where the playhead is drawn: while dragging, under the mouse.
    [[nodiscard]] app::timestamps::MediaTime position() const { return m_position; }

    [[nodiscard]] std::optional<app::timestamps::Duration> duration() const { return m_duration; }

    /// Of the chapter at a place; empty before the first.
    [[nodiscard]] QString chapterTitle(app::timestamps::MediaTime place) const;
    /// "24 minutes 31 seconds of 58 minutes, Reading the ledgers"; a guessed place is "about".
    [[nodiscard]] QString spokenValue() const;

    [[nodiscard]] bool isScrubbing() const { return m_scrubbing; }

    /// Asks for a place as if it had been chosen here, clamped to the recording.
    void requestSeek(app::timestamps::MediaTime place);

    [[nodiscard]] double xOf(app::timestamps::MediaTime place) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void seekRequested(app::timestamps::MediaTime place);
    /// A step of the arrow and page keys, cut at the ends; the playhead went there already.
    void stepRequested(app::timestamps::Duration by);
    /// The playhead moved without a request yet: for the label beside it.
    void scrubbed(app::timestamps::MediaTime place);
    void noteActivated(const app::base::NoteId &id);
    /// By the mouse, or for the playhead by the Menu key.
    void menuRequested(app::timestamps::MediaTime place, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] app::timestamps::MediaTime placeAt(double x) const;
    [[nodiscard]] app::timestamps::MediaTime clamped(app::timestamps::MediaTime place) const;
    /// Index into m_flags.
    [[nodiscard]] std::optional<std::size_t> flagAt(QPointF point) const;
    [[nodiscard]] QString tipText(QPointF point) const;
    [[nodiscard]] QString wordsAt(QPointF point) const;
    [[nodiscard]] std::optional<std::pair<double, double>>
    stretch(const std::optional<app::timestamps::TimeRange> &range) const;
    void relayout();
    void layOutMarks();
    void showTip();
    void movePlayhead(app::timestamps::MediaTime place);
    void setHover(std::optional<QPointF> point);
    void scrubTo(double x);
    void endScrub();
    void walkFlags(int step);
    void activateFlag();
    void stepBy(app::timestamps::Duration by);
    [[nodiscard]] bool seekByKey(int key);

    const theme::ThemeManager &m_themes;
    app::timestamps::MediaTime m_position;
    std::optional<app::timestamps::Duration> m_duration;
    app::timestamps::Chapters m_chapters;
    std::vector<TimelineFlag> m_flags;
    Parts m_parts;
    std::optional<app::timestamps::TimeRange> m_range;
    std::optional<app::timestamps::TimeRange> m_loop;
    std::optional<app::timestamps::MediaTime> m_loopStart;
    std::optional<app::timestamps::MediaTime> m_markStart;
    std::function<QString(app::timestamps::MediaTime)> m_wordsAt;
    internal::TimelineShape m_shape;
    std::optional<QPointF> m_hover;
    std::optional<std::size_t> m_pressedFlag;
    std::optional<std::size_t> m_chosenFlag; ///< by the keyboard
    QPointer<internal::TimeTip> m_tip;
    QTimer m_throttle{this};
    bool m_exact = true;
    bool m_scrubbing = false;
    bool m_seekWaits = false;
    bool m_ring = false;
};

} // namespace ui::player
