// SPDX-License-Identifier: GPL-3.0-or-later
// What the bar shows in its cards, and the wishes its controls make.
#include "ui/player/internal/keybutton.h"
#include "ui/player/internal/nowplaying.h"
#include "ui/player/internal/panels.h"
#include "ui/player/internal/timelabel.h"
#include "ui/player/internal/transport.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

namespace ui::player {

using app::timestamps::Chapters;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;

namespace {

constexpr Duration back{-15000};
constexpr Duration forward{30000};

double sane(double value, double least, double most)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

/// Whether a part was another before.
template <typename Value>
bool replace(Value &part, Value value)
{
    if (part == value) {
        return false;
    }
    part = std::move(value);
    return true;
}

} // namespace

void PlayerBar::setSpeed(double speed)
{
    if (replace(m_panels->sound.speed, sane(speed, 0.5, 3))) {
        m_panels->refreshSound();
    }
}

void PlayerBar::setSound(const app::settings::SoundOptions &sound)
{
    if (replace(m_panels->sound.options, sound)) {
        m_panels->refreshSound();
    }
}

void PlayerBar::setTimeSaved(Duration saved)
{
    // Told with every tick; only whole seconds are shown.
    using Seconds = std::chrono::seconds;
    if (replace<Duration>(m_panels->sound.saved, std::chrono::floor<Seconds>(saved))) {
        m_panels->refreshSound();
    }
}

void PlayerBar::setOwnSettings(bool own)
{
    if (replace(m_panels->sound.own, own)) {
        m_panels->refreshSound();
    }
}

void PlayerBar::setVolume(double volume)
{
    if (replace(m_panels->volume.volume, sane(volume, 0, 1))) {
        m_panels->refreshVolume();
    }
}

void PlayerBar::setDevices(std::vector<DeviceChoice> devices,
                           const QByteArray &chosen,
                           bool follows)
{
    const bool other = replace(m_panels->volume.devices, std::move(devices));
    const bool another = replace(m_panels->volume.chosen, chosen);
    if (replace(m_panels->volume.follows, follows) || other || another) {
        m_panels->refreshVolume();
    }
}

void PlayerBar::setSleep(const SleepShown &sleep)
{
    if (replace(m_panels->sleep, sleep)) {
        m_panels->refreshSleep();
    }
}

void PlayerBar::setLoop(std::optional<TimeRange> loop)
{
    m_timeline->setLoop(loop);
    if (replace(m_panels->loop.range, loop)) {
        m_panels->refreshLoop();
    }
}

void PlayerBar::setLoopStart(std::optional<MediaTime> place)
{
    m_timeline->setLoopStart(place);
    if (replace(m_panels->loop.start, place)) {
        m_panels->refreshLoop();
    }
}

void PlayerBar::setMarkStart(std::optional<MediaTime> place)
{
    m_timeline->setMarkStart(place);
    if (replace(m_markStart, place)) {
        refreshMark();
    }
}

void PlayerBar::setMarkBack(Duration reach)
{
    if (replace(m_markBack, reach)) {
        refreshMark();
    }
}

void PlayerBar::setChapters(const Chapters &chapters)
{
    m_timeline->setChapters(chapters);
    if (replace(m_panels->chapters.chapters, chapters)) {
        m_panels->chapters.pictures.clear();
        m_panels->refreshChapters();
        m_panels->refreshSleep();
    }
    refresh();
}

void PlayerBar::setChapterPicture(int index, const QPixmap &picture)
{
    if (index >= 0 && static_cast<std::size_t>(index) < m_panels->chapters.chapters.size()) {
        m_panels->chapters.pictures.insert(index, picture);
        m_panels->refreshChapters();
    }
}

void PlayerBar::setChapterSources(std::vector<ChapterSource> sources, const QString &current)
{
    const bool other = replace(m_panels->chapters.sources, std::move(sources));
    if (replace(m_panels->chapters.source, current) || other) {
        m_panels->refreshChapters();
    }
}

void PlayerBar::setRemotePicturesAllowed(bool allowed)
{
    if (replace(m_panels->chapters.remotePictures, allowed)) {
        m_panels->refreshChapters();
    }
}

void PlayerBar::bindAction(const QString &name, QAction *action)
{
    if (action) {
        m_panels->bindAction(name, action);
    }
}

void PlayerBar::openSpeed()
{
    m_panels->openSound();
}

void PlayerBar::openSleep()
{
    m_panels->openSleep();
}

void PlayerBar::openVolume()
{
    m_panels->openVolume();
}

void PlayerBar::openChapters()
{
    m_panels->openChapters();
}

void PlayerBar::connectTimeline()
{
    connect(m_timeline, &Timeline::seekRequested, this, &PlayerBar::seekRequested);
    connect(m_timeline, &Timeline::stepRequested, this, &PlayerBar::skipRequested);
    connect(m_timeline, &Timeline::noteActivated, this, &PlayerBar::noteActivated);
    connect(m_timeline, &Timeline::menuRequested, this, &PlayerBar::timelineMenuRequested);
    connect(m_timeline, &Timeline::scrubbed, this, [this] {
        refreshTimes();
        refreshChapter();
    });
    m_left->setHint(tr("Switch between the time left and the length"));
    connect(m_left, &QAbstractButton::clicked, this, [this] {
        m_showTotal = !m_showTotal;
        m_left->setAccessibleName(m_showTotal ? tr("Length") : tr("Remaining time"));
        refreshTimes();
    });
}

void PlayerBar::connectTransport()
{
    const auto clicked = [this](QAbstractButton *button, auto work) {
        connect(button, &QAbstractButton::clicked, this, work);
    };
    clicked(m_transport->nowPlaying, [this] { emit titleActivated(); });
    clicked(m_transport->retry, [this] { emit retryRequested(); });
    clicked(m_transport->chapterPrevious, [this] { emit chapterRequested(-1); });
    clicked(m_transport->back, [this] { emit skipRequested(back); });
    clicked(m_transport->toggle, [this] { emit toggleRequested(); });
    clicked(m_transport->forward, [this] { emit skipRequested(forward); });
    clicked(m_transport->chapterNext, [this] { emit chapterRequested(1); });
    clicked(m_transport->returnBack, [this] { emit backRequested(); });
    clicked(m_transport->mark,
            [this] { m_markStart ? emit markEndRequested() : emit markRequested(); });
    clicked(m_transport->stop, [this] { emit stopWaitingRequested(); });
    clicked(m_transport->queue, [this] { emit queueRequested(); });
}

} // namespace ui::player
