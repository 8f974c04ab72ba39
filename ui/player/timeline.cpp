// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/timeline.h"

#include "ui/player/internal/timelineaccessible.h"
#include "ui/player/internal/timetip.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"

#include <QAccessible>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui::player {

using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using internal::FlagMark;
using internal::TimelineShape;

namespace {

// Chapters closer than this could not be told apart, nor flags nearer than a pixel.
constexpr double closestChapters = 8;
constexpr std::chrono::milliseconds seekEvery{120};

} // namespace

Timeline::Timeline(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    internal::installTimelineAccessibility();
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Position"));
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(seekEvery);
    connect(&m_throttle, &QTimer::timeout, this, [this] {
        if (m_scrubbing && m_seekWaits) {
            m_seekWaits = false;
            m_throttle.start();
            emit seekRequested(m_position);
        }
    });
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    relayout();
}

Timeline::~Timeline()
{
    // It belongs to the window, which may live on.
    delete m_tip;
}

void Timeline::setPosition(MediaTime place)
{
    if (!m_scrubbing) {
        movePlayhead(place);
    }
}

void Timeline::setDuration(std::optional<Duration> duration)
{
    if (duration && *duration <= Duration(0)) {
        duration.reset();
    }
    if (duration != m_duration) {
        m_duration = duration;
        relayout();
    }
}

void Timeline::setChapters(const Chapters &chapters)
{
    m_chapters.clear();
    std::copy_if(chapters.begin(),
                 chapters.end(),
                 std::back_inserter(m_chapters),
                 [](const Chapter &chapter) { return chapter.listed; });
    app::timestamps::sortChapters(m_chapters);
    relayout();
}

void Timeline::setFlags(std::vector<TimelineFlag> flags)
{
    if (flags == m_flags) {
        return;
    }
    m_flags = std::move(flags);
    std::stable_sort(
        m_flags.begin(), m_flags.end(), [](const TimelineFlag &a, const TimelineFlag &b) {
            return a.start < b.start;
        });
    m_chosenFlag.reset();
    m_pressedFlag.reset();
    relayout();
}

void Timeline::setBufferedParts(Parts parts)
{
    for (auto &[from, to] : parts) {
        from = std::isfinite(from) ? std::clamp(from, 0.0, 1.0) : 0.0;
        to = std::isfinite(to) ? std::clamp(to, 0.0, 1.0) : 0.0;
    }
    parts.erase(std::remove_if(parts.begin(),
                               parts.end(),
                               [](const auto &part) { return part.second <= part.first; }),
                parts.end());
    std::sort(parts.begin(), parts.end());
    if (parts != m_parts) {
        m_parts = std::move(parts);
        relayout();
    }
}

void Timeline::setWaveform(std::shared_ptr<const std::vector<quint8>> peaks, double perSecond)
{
    m_shape.wave.setPeaks(std::move(peaks), perSecond);
    relayout();
}

void Timeline::setWordsAt(std::function<QString(MediaTime)> wordsAt)
{
    m_wordsAt = std::move(wordsAt);
    if (m_tip && m_tip->isVisible()) {
        showTip();
    }
}

void Timeline::setLoop(std::optional<TimeRange> loop)
{
    if (loop != m_loop) {
        m_loop = loop;
        relayout();
    }
}

void Timeline::setLoopStart(std::optional<MediaTime> place)
{
    if (place != m_loopStart) {
        m_loopStart = place;
        relayout();
    }
}

void Timeline::setMarkStart(std::optional<MediaTime> place)
{
    if (place != m_markStart) {
        m_markStart = place;
        relayout();
    }
}

void Timeline::setCompact(bool compact)
{
    if (compact != m_shape.compact) {
        m_shape.compact = compact;
        updateGeometry();
        relayout();
    }
}

void Timeline::setPositionExact(bool exact)
{
    m_exact = exact;
}

void Timeline::setRange(std::optional<TimeRange> range)
{
    if (range != m_range) {
        m_range = range;
        relayout();
    }
}

QString Timeline::chapterTitle(MediaTime place) const
{
    const auto index = app::timestamps::chapterAt(m_chapters, place);
    return index ? m_chapters[*index].title : QString();
}

QString Timeline::spokenValue() const
{
    QString here = text::spokenText(m_position);
    if (!m_exact) {
        here = tr("about %1", "a spoken time that is a guess").arg(here);
    }
    const QString place = m_duration ? tr("%1 of %2", "how far, of how long; both are spoken times")
                                           .arg(here, text::spokenText(MediaTime(*m_duration)))
                                     : here;
    const QString chapter = chapterTitle(m_position);
    return chapter.isEmpty() ? place : tr("%1, %2", "a spoken time, a chapter").arg(place, chapter);
}

void Timeline::requestSeek(MediaTime place)
{
    movePlayhead(clamped(place));
    m_seekWaits = false;
    emit scrubbed(m_position);
    emit seekRequested(m_position);
    QAccessibleValueChangeEvent event(this, m_position.ms());
    QAccessible::updateAccessibility(&event);
}

double Timeline::xOf(MediaTime place) const
{
    const double length = m_duration ? static_cast<double>(m_duration->count()) : 0;
    const double part =
        length > 0 ? std::clamp(static_cast<double>(place.ms()) / length, 0.0, 1.0) : 0;
    return m_shape.left + part * (m_shape.right - m_shape.left);
}

MediaTime Timeline::placeAt(double x) const
{
    const double part = std::clamp((x - m_shape.left) / (m_shape.right - m_shape.left), 0.0, 1.0);
    const auto length = static_cast<double>(m_duration.value_or(Duration(0)).count());
    return MediaTime::fromMs(qRound64(part * length));
}

MediaTime Timeline::clamped(MediaTime place) const
{
    place = std::max(place, MediaTime());
    return m_duration ? std::min(place, MediaTime(*m_duration)) : place;
}

std::optional<std::pair<double, double>>
Timeline::stretch(const std::optional<TimeRange> &range) const
{
    if (!range || range->isEmpty() || !m_duration) {
        return std::nullopt;
    }
    return std::pair(xOf(range->start), xOf(range->end));
}

void Timeline::layOutMarks()
{
    m_shape.chapterXs.clear();
    m_shape.flags.clear();
    if (!m_duration) {
        return;
    }
    double last = m_shape.left;
    for (const Chapter &chapter : m_chapters) {
        const double x = xOf(chapter.start);
        if (x - last >= closestChapters && m_shape.right - x >= closestChapters) {
            m_shape.chapterXs.push_back(x);
            last = x;
        }
    }
    for (std::size_t i = 0; i < m_flags.size(); ++i) {
        const FlagMark mark{xOf(m_flags[i].start), i, static_cast<int>(m_flags[i].color)};
        if (m_shape.flags.empty() || mark.x - m_shape.flags.back().x >= 1) {
            m_shape.flags.push_back(mark);
        }
    }
}

void Timeline::relayout()
{
    m_shape.setSize(width(), height());
    m_shape.enabled = isEnabled();
    m_shape.hasPlayhead = isEnabled() && m_duration.has_value();
    m_shape.playhead = xOf(m_position);
    m_shape.chosenFlag = m_chosenFlag;
    m_shape.range = stretch(m_range);
    m_shape.loop = stretch(m_loop);
    const auto xWhenKnown = [this](const std::optional<MediaTime> &place) {
        return place && m_duration ? std::optional(xOf(*place)) : std::nullopt;
    };
    m_shape.loopStart = xWhenKnown(m_loopStart);
    m_shape.markStart = xWhenKnown(m_markStart);
    layOutMarks();
    const double width = m_shape.right - m_shape.left;
    m_shape.parts.clear();
    for (const auto &[from, to] : m_parts) {
        m_shape.parts.emplace_back(m_shape.left + from * width, m_shape.left + to * width);
    }
    m_shape.wave.layOut({m_shape.left, m_shape.right, m_shape.middle, m_shape.half},
                        m_duration.value_or(Duration(0)),
                        m_shape.chapterXs,
                        m_shape.parts);
    update();
}

void Timeline::movePlayhead(MediaTime place)
{
    m_position = place;
    const double x = xOf(place);
    // Twenty times a second, mostly within the same pixel of an hour: nothing to draw then.
    const double ratio = devicePixelRatioF();
    if (!m_shape.hasPlayhead || std::round(x * ratio) == std::round(m_shape.playhead * ratio)) {
        return;
    }
    const QRect before = m_shape.strip(m_shape.playhead);
    const QRect after = m_shape.strip(x);
    m_shape.playhead = x;
    update(before.united(after));
}

std::optional<std::size_t> Timeline::flagAt(QPointF point) const
{
    if (m_shape.compact || point.y() > m_shape.laneTop + TimelineShape::laneHeight + 2
        || !isEnabled()) {
        return std::nullopt;
    }
    std::optional<std::size_t> found;
    // Later ones are drawn over earlier ones, and take the click, too.
    for (const FlagMark &flag : m_shape.flags) {
        if (point.x() >= flag.x - 4 && point.x() <= flag.x + TimelineShape::flagWidth + 2) {
            found = flag.index;
        }
    }
    return found;
}

QString Timeline::tipText(QPointF point) const
{
    if (const auto flag = flagAt(point)) {
        const QString words = m_flags[*flag].text.left(400).simplified();
        return words.isEmpty() ? QString() : QStringLiteral(" · ") + words;
    }
    const auto index = app::timestamps::chapterAt(m_chapters, placeAt(point.x()));
    if (!index) {
        return {};
    }
    return QStringLiteral(" · ")
           + tr("%1 %2", "number and title of a chapter")
                 .arg(*index + 1)
                 .arg(m_chapters[*index].title);
}

QString Timeline::wordsAt(QPointF point) const
{
    if (!m_wordsAt || flagAt(point)) {
        return {};
    }
    const QString words = m_wordsAt(placeAt(point.x())).left(300).simplified();
    return words.isEmpty() ? QString() : tr("“%1”", "words that are spoken").arg(words);
}

void Timeline::setHover(std::optional<QPointF> point)
{
    if (point && (!isEnabled() || !m_duration)) {
        point.reset();
    }
    const std::optional<double> before = m_shape.hover;
    m_hover = point;
    m_shape.hover.reset();
    if (point && !flagAt(*point) && !m_scrubbing) {
        m_shape.hover = xOf(placeAt(point->x()));
    }
    for (const auto &x : {before, m_shape.hover}) {
        if (x && before != m_shape.hover) {
            update(m_shape.strip(*x));
        }
    }
    if (point) {
        showTip();
    } else if (m_tip) {
        m_tip->hide();
    }
}

void Timeline::showTip()
{
    if (m_tip && m_tip->parentWidget() != window()) {
        delete m_tip;
    }
    if (!m_tip) {
        m_tip = new internal::TimeTip(m_themes, window());
    }
    const auto flag = flagAt(*m_hover);
    const MediaTime place = flag ? m_flags[*flag].start : placeAt(m_hover->x());
    const QPoint foot(qRound(xOf(place)), std::max(qRound(m_shape.laneTop) - 4, 0));
    m_tip->showText(
        text::clockText(place), tipText(*m_hover), wordsAt(*m_hover), mapTo(window(), foot));
}

void Timeline::scrubTo(double x)
{
    const MediaTime place = placeAt(x);
    if (place == m_position) {
        return;
    }
    movePlayhead(place);
    emit scrubbed(m_position);
    if (m_throttle.isActive()) {
        m_seekWaits = true;
        return;
    }
    m_seekWaits = false;
    m_throttle.start();
    emit seekRequested(m_position);
}

void Timeline::endScrub()
{
    m_scrubbing = false;
    m_seekWaits = false;
    m_throttle.stop();
}

void Timeline::walkFlags(int step)
{
    if (m_flags.empty()) {
        return;
    }
    const auto last = m_flags.size() - 1;
    if (!m_chosenFlag) {
        const auto after = std::upper_bound(
            m_flags.begin(), m_flags.end(), m_position, [](MediaTime place, const TimelineFlag &f) {
                return place < f.start;
            });
        const auto next = static_cast<std::size_t>(after - m_flags.begin());
        m_chosenFlag = step > 0 ? std::min(next, last) : (next > 0 ? next - 1 : 0);
    } else if (step > 0) {
        m_chosenFlag = std::min(*m_chosenFlag + 1, last);
    } else if (*m_chosenFlag > 0) {
        m_chosenFlag = *m_chosenFlag - 1;
    }
    const TimelineFlag &flag = m_flags[*m_chosenFlag];
    relayout();
    setAccessibleDescription(tr("Note at %1: %2", "spoken time; the note's words")
                                 .arg(text::spokenText(flag.start), flag.text.left(400)));
    setHover(QPointF(xOf(flag.start) + 2, m_shape.laneTop + 4));
}

void Timeline::activateFlag()
{
    if (m_chosenFlag) {
        emit noteActivated(m_flags[*m_chosenFlag].id);
        return;
    }
    // Without a choice, the note the listener hears.
    for (const TimelineFlag &flag : m_flags) {
        const MediaTime end = flag.end.value_or(flag.start + Duration(5000));
        if (flag.start <= m_position && m_position < end) {
            emit noteActivated(flag.id);
            return;
        }
    }
}

QSize Timeline::sizeHint() const
{
    return {600, theme::metrics::timelineHeight};
}

QSize Timeline::minimumSizeHint() const
{
    return {120, m_shape.compact ? 24 : 48};
}

} // namespace ui::player
