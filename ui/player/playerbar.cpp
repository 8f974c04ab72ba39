// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerbar.h"

#include "ui/player/internal/keybutton.h"
#include "ui/player/internal/nowplaying.h"
#include "ui/player/internal/panels.h"
#include "ui/player/internal/timelabel.h"
#include "ui/player/internal/transport.h"
#include "ui/player/timeline.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/timecodepainter.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <QtMath>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui::player {

using app::playback::PlayerState;
using app::timestamps::Chapters;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using internal::TimeLabel;
namespace metrics = theme::metrics;

namespace {

constexpr int narrowTimeline = 52;
constexpr int compactTimeline = 24;
constexpr int labelDrop = 21;      ///< puts a label's middle beside the track's, not the widget's
constexpr int roomForWords = 1160; ///< width from which "Back to" stands before its time
constexpr qint64 bytesPerMegabyte = 1'000'000;
constexpr std::chrono::milliseconds quietWait{200};
constexpr std::chrono::milliseconds longWait{8000};

} // namespace

PlayerBar::PlayerBar(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_timelineRow(new QWidget(this))
    , m_elapsed(new TimeLabel(themes, TimeLabel::Kind::Plain, tr("Elapsed time"), m_timelineRow))
    , m_timeline(new Timeline(themes, m_timelineRow))
    , m_left(new TimeLabel(themes, TimeLabel::Kind::Button, tr("Remaining time"), m_timelineRow))
    , m_transport(new internal::Transport(themes, this))
    , m_panels(new internal::Panels(themes, *m_transport, *this))
{
    setObjectName(QStringLiteral("playerBar"));
    setAccessibleName(tr("Player"));
    widgets::setAccessibleRole(*this, QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_elapsed->setObjectName(QStringLiteral("playerElapsed"));
    m_left->setObjectName(QStringLiteral("playerRemaining"));
    buildTimelineRow();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_timelineRow);
    layout->addWidget(m_transport, 1);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (m_waiting == Waiting::Short) {
            m_waiting = Waiting::Shown;
            m_wait.start(longWait - quietWait);
        } else {
            m_waiting = Waiting::Long;
        }
        refreshStatus();
    });
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    connectTimeline();
    connectTransport();
    refresh();
}

PlayerBar::~PlayerBar()
{
    // Its cards belong to the window, which may live on.
    delete m_panels;
}

void PlayerBar::buildTimelineRow()
{
    m_timelineRow->setLayoutDirection(Qt::LeftToRight);
    auto *const row = new QHBoxLayout(m_timelineRow);
    row->setContentsMargins(metrics::space16, 0, metrics::space16, 0);
    row->setSpacing(0);
    row->addWidget(m_elapsed);
    row->addWidget(m_timeline, 1);
    row->addWidget(m_left);
    m_left->setAlignment(Qt::AlignLeft);
}

void PlayerBar::setEpisode(const std::optional<PlayerEpisode> &episode)
{
    const bool other = !episode || !m_episode || episode->id != m_episode->id;
    m_episode = episode;
    if (other) {
        m_cover = {};
        m_failure.clear();
        m_progress.reset();
        m_duration.reset();
        m_exact = true;
        m_timeline->setDuration({});
        m_timeline->setChapters({});
        m_timeline->setFlags({});
        m_timeline->setBufferedParts({});
        m_timeline->setWaveform({}, 0);
        m_timeline->setRange({});
        m_timeline->setLoop({});
        m_timeline->setLoopStart({});
        m_timeline->setMarkStart({});
        m_markStart.reset();
        m_timeline->setPositionExact(true);
        m_timeline->setPosition({});
        m_panels->forget();
    }
    if (episode) {
        m_transport->nowPlaying->setEpisode(episode->title, episode->podcastTitle);
        m_transport->podcast->setText(episode->podcastTitle.left(400).simplified());
        m_transport->artwork->setCover(m_cover, episode->podcastTitle);
    }
    m_panels->sound.podcast = episode ? episode->podcastTitle.left(400).simplified() : QString();
    m_panels->refreshSound();
    refresh();
}

void PlayerBar::setCover(const QPixmap &cover)
{
    m_cover = cover;
    m_transport->artwork->setCover(cover, m_episode ? m_episode->podcastTitle : QString());
}

void PlayerBar::setPosition(MediaTime place)
{
    m_timeline->setPosition(place);
    refreshTimes();
    refreshChapter();
}

void PlayerBar::setDuration(std::optional<Duration> duration)
{
    m_timeline->setDuration(duration);
    if (m_timeline->duration() != m_duration) {
        m_duration = m_timeline->duration();
        refreshTimes();
    }
}

void PlayerBar::setState(PlayerState state)
{
    if (state != m_state) {
        m_state = state;
        refresh();
    }
}

void PlayerBar::setFailure(const QString &sentence)
{
    if (sentence != m_failure) {
        m_failure = sentence;
        refresh();
    }
}

void PlayerBar::setPositionExact(bool exact)
{
    if (exact == m_exact) {
        return;
    }
    m_exact = exact;
    m_timeline->setPositionExact(exact);
    m_elapsed->setAttribute(Qt::WA_TransparentForMouseEvents, exact);
    m_elapsed->setHint(exact ? QString()
                             : tr("This place is a guess until the whole file has been looked "
                                  "through; then it will be exact"));
    refreshTimes();
}

void PlayerBar::setWaiting(const std::optional<WaitingShown> &waiting)
{
    if (waiting != m_progress) {
        m_progress = waiting;
        if (m_waiting == Waiting::Shown) {
            refreshStatus();
        }
    }
}

void PlayerBar::setFlags(std::vector<TimelineFlag> flags)
{
    m_timeline->setFlags(std::move(flags));
}

void PlayerBar::setBufferedParts(Parts parts)
{
    m_timeline->setBufferedParts(std::move(parts));
}

void PlayerBar::setCompact(bool compact)
{
    if (compact != m_compact) {
        m_compact = compact;
        m_timeline->setCompact(compact);
        refreshHeight();
    }
}

void PlayerBar::setBackPlace(std::optional<MediaTime> place)
{
    m_backPlace = place;
    refreshBack();
}

void PlayerBar::setRange(std::optional<TimeRange> range)
{
    m_timeline->setRange(range);
}

bool PlayerBar::isFailed() const
{
    return m_episode && (m_state == PlayerState::Failed || !m_failure.isEmpty());
}

void PlayerBar::refresh()
{
    followWaiting();
    const bool loaded = m_episode.has_value();
    const bool usable = loaded && !isFailed();
    const bool running =
        usable && (m_state == PlayerState::Playing || m_state == PlayerState::Buffering);
    m_timelineRow->setVisible(loaded);
    m_timeline->setEnabled(usable);
    m_transport->arrange(loaded, m_narrow);
    if (!loaded) {
        m_panels->closeAll();
    }
    m_transport->toggle->setEnabled(loaded);
    m_transport->toggle->setIconName(running ? QStringLiteral("pause") : QStringLiteral("play"));
    m_transport->toggle->setAccessibleName(running ? tr("Pause") : tr("Play"));
    m_transport->back->setEnabled(usable);
    m_transport->forward->setEnabled(usable);
    const bool chapters = m_panels->chapters.hasListed();
    m_transport->chapterPrevious->setEnabled(usable && chapters);
    m_transport->chapterNext->setEnabled(usable && chapters);
    m_transport->loop->setEnabled(usable);
    refreshHints();
    refreshHeight();
    refreshTimes();
    refreshChapter();
    refreshBack();
    refreshMark();
    refreshStatus();
}

void PlayerBar::refreshHints()
{
    // A disabled button says why.
    const bool loaded = m_episode.has_value();
    const auto hint = [loaded](widgets::IconButton *button) {
        button->setHint(loaded ? button->accessibleName() : tr("Nothing is playing"));
    };
    hint(m_transport->toggle);
    hint(m_transport->back);
    hint(m_transport->forward);
    for (widgets::IconButton *const button :
         {m_transport->chapterPrevious, m_transport->chapterNext}) {
        button->setHint(m_panels->chapters.hasListed() ? button->accessibleName()
                                                       : tr("This episode has no chapters"));
    }
}

void PlayerBar::refreshHeight()
{
    // The line along the top is part of the row above it.
    const int high = m_compact  ? compactTimeline
                     : m_narrow ? narrowTimeline
                                : metrics::timelineHeight;
    const int buttons = m_narrow && m_episode ? metrics::playerHeightNarrow - narrowTimeline
                                              : metrics::transportHeight;
    m_timelineRow->setFixedHeight(high);
    for (TimeLabel *const label : {m_elapsed, m_left}) {
        label->setContentsMargins(0, m_compact ? 0 : labelDrop, 0, 0);
        label->setFixedHeight(high);
    }
    setFixedHeight(m_episode ? high + buttons : buttons);
}

void PlayerBar::refreshTimes()
{
    const MediaTime place = m_timeline->position();
    const QString elapsed = m_exact ? text::clockText(place) : u'~' + text::clockText(place);
    m_elapsed->setTime(m_episode ? elapsed : QString());
    if (!m_episode || !m_duration) {
        m_left->setTime({});
        m_left->setEnabled(false);
        return;
    }
    const QString longest = text::remainingClockText(*m_duration);
    const double widest = widgets::timecodeWidth(theme::font(theme::TextStyle::Meta), longest);
    const int room = std::max(48, static_cast<int>(std::ceil(widest)) + metrics::space8);
    // The track must not move when a time grows a digit.
    m_elapsed->setMinimumWidth(room);
    m_left->setMinimumWidth(room);
    m_left->setEnabled(true);
    m_left->setTime(m_showTotal ? text::clockText(MediaTime(*m_duration))
                                : text::remainingClockText(*m_duration - place.sinceStart()));
}

void PlayerBar::refreshChapter()
{
    m_transport->chapter->setChapter(m_timeline->chapterTitle(m_timeline->position()));
    m_panels->chapters.place = m_timeline->position();
    m_panels->refreshPlace();
}

void PlayerBar::refreshBack()
{
    widgets::Button &button = *m_transport->returnBack;
    button.setVisible(m_episode && m_backPlace);
    if (!m_backPlace) {
        return;
    }
    const QString time = text::clockText(*m_backPlace);
    // Where room is short the arrow says it.
    button.setText(width() < roomForWords ? time : tr("Back to %1", "a time").arg(time));
    button.setAccessibleName(tr("Back to %1", "a spoken time").arg(text::spokenText(*m_backPlace)));
    button.setHint(tr("Back to %1", "a time").arg(time));
    button.updateGeometry();
}

void PlayerBar::refreshMark()
{
    internal::KeyButton &button = *m_transport->mark;
    QString words;
    QString brief = tr("Mark", "verb: keep what was just heard");
    if (m_markStart) {
        brief = text::clockText(*m_markStart);
        words = tr("Mark from %1", "a time; pressed at the end of what is to be marked").arg(brief);
    } else {
        const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(m_markBack).count();
        words = tr("Mark last %1 s").arg(seconds);
    }
    button.setWords(m_narrow ? brief : words);
    button.setAccessibleName(words);
    button.setHint(words);
    m_panels->markCommand =
        m_markStart ? QStringLiteral("mark.range") : QStringLiteral("mark.last30");
    m_panels->refreshMarkKeys();
}

void PlayerBar::followWaiting()
{
    const bool waits = m_episode && !isFailed()
                       && (m_state == PlayerState::Buffering || m_state == PlayerState::Opening);
    if (waits && m_waiting == Waiting::No) {
        m_waiting = Waiting::Short;
        m_wait.start(quietWait);
    } else if (!waits) {
        m_waiting = Waiting::No;
        m_wait.stop();
    }
}

QString PlayerBar::waitingText() const
{
    if (m_waiting == Waiting::Long) {
        return tr("Still waiting for the server.");
    }
    const bool opening = m_state == PlayerState::Opening;
    if (!m_progress) {
        return opening ? tr("Opening audio…") : tr("Buffering…");
    }
    const qint64 have = std::max<qint64>(m_progress->have, 0);
    const qint64 total = m_progress->total.value_or(0);
    if (total <= 0) {
        return tr("Loading %1 MB…", "how much has come").arg(have / bytesPerMegabyte);
    }
    if (opening) {
        return tr("Loading %1 of %2 MB", "how much has come, of how much")
            .arg(have / bytesPerMegabyte)
            .arg((total + bytesPerMegabyte - 1) / bytesPerMegabyte);
    }
    const double part = std::min(1.0, static_cast<double>(have) / static_cast<double>(total));
    return tr("Buffering… %1 %", "how much has come, in percent").arg(qFloor(part * 100));
}

void PlayerBar::refreshStatus()
{
    const bool failed = isFailed();
    const bool waits = m_waiting == Waiting::Shown || m_waiting == Waiting::Long;
    widgets::ElidedLabel &status = *m_transport->status;
    QString words;
    if (failed) {
        words = m_failure.isEmpty() ? tr("This episode cannot be played.") : m_failure;
    } else if (waits) {
        words = waitingText();
    }
    const bool news = status.text().isEmpty() != words.isEmpty() || failed;
    if (words != status.text()) {
        status.setColor(failed ? &theme::Theme::danger : &theme::Theme::text2);
        status.setText(words);
        m_transport->alert->setAccessibleName(words);
        m_transport->alert->setVisible(!words.isEmpty());
        if (news && !words.isEmpty()) {
            // Not every percent is worth a word.
            widgets::announce(*m_transport->alert);
        }
    }
    m_transport->alert->setVisible(!words.isEmpty());
    m_transport->showSecondLine(m_episode && words.isEmpty(),
                                m_panels->chapters.hasListed() && !m_narrow);
    m_transport->retry->setVisible(failed);
    m_transport->stop->setVisible(waits);
}

void PlayerBar::setNarrow(bool narrow)
{
    if (narrow != m_narrow) {
        m_narrow = narrow;
        refresh();
    }
}

void PlayerBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const theme::Theme &c = m_themes.current();
    painter.fillRect(event->rect(), c.player);
    painter.fillRect(0, 0, width(), 1, c.line);
}

void PlayerBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(width() < metrics::narrowWindow);
    refreshBack();
}

} // namespace ui::player
