// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/keybutton.h"
#include "ui/player/internal/nowplaying.h"
#include "ui/player/internal/sliderpopup.h"
#include "ui/player/internal/timelabel.h"
#include "ui/player/internal/transport.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/widgets/artwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QAction>
#include <QHash>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace ui::player {

using app::timestamps::Duration;
using internal::SliderPopup;

namespace {

constexpr Duration back{-15000};
constexpr Duration forward{30000};
constexpr int hundredths = 100;

/// "1.4×": no more digits than are needed.
QString speedText(double speed)
{
    QString number = QString::number(speed, 'f', 2);
    while (number.endsWith(QLatin1Char('0'))) {
        number.chop(1);
    }
    if (number.endsWith(QLatin1Char('.'))) {
        number.chop(1);
    }
    return number.replace(QLatin1Char('.'), QLocale().decimalPoint()) + QChar(0xD7);
}

double sane(double value, double least, double most)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

} // namespace

void PlayerBar::setSpeed(double speed)
{
    m_speed = sane(speed, 0.5, 3);
    const QString words = speedText(m_speed);
    m_transport->speed->setText(words);
    m_transport->speed->setAccessibleName(tr("Speed %1", "such as 1.4×").arg(words));
    m_transport->speed->setHint(tr("Speed"));
    m_transport->speed->updateGeometry();
    if (m_speedPopup) {
        m_speedPopup->setValue(qRound(m_speed * hundredths));
    }
}

void PlayerBar::setVolume(double volume)
{
    m_volume = sane(volume, 0, 1);
    if (m_volume > 0) {
        m_volumeBeforeMute = m_volume;
    }
    const int percent = qRound(m_volume * 100);
    m_transport->volume->setIconName(percent > 0 ? QStringLiteral("volume")
                                                 : QStringLiteral("volume-off"));
    m_transport->volume->setAccessibleName(tr("Volume %1 %", "percent").arg(percent));
    m_transport->volume->setHint(m_transport->volume->accessibleName());
    if (m_volumePopup) {
        m_volumePopup->setValue(percent);
    }
}

void PlayerBar::bindAction(const QString &name, QAction *action)
{
    const QHash<QString, widgets::PushControl *> controls{
        {QStringLiteral("player.toggle"), m_transport->toggle},
        {QStringLiteral("player.back15"), m_transport->back},
        {QStringLiteral("player.forward30"), m_transport->forward},
        {QStringLiteral("player.chapterPrev"), m_transport->chapterPrevious},
        {QStringLiteral("player.chapterNext"), m_transport->chapterNext},
        {QStringLiteral("player.normal"), m_transport->speed},
        {QStringLiteral("player.mute"), m_transport->volume},
        {QStringLiteral("mark.last30"), m_transport->mark},
        {QStringLiteral("nav.back"), m_transport->returnBack},
    };
    widgets::PushControl *const control = controls.value(name);
    if (!control || !action) {
        return;
    }
    const auto follow = [this, control, action] {
        if (control == m_transport->mark) {
            m_transport->mark->setKeys(action->shortcut());
        } else {
            control->setKeysHint(action->shortcut());
        }
    };
    connect(action, &QAction::changed, control, follow);
    follow();
}

void PlayerBar::connectTimeline()
{
    connect(m_timeline, &Timeline::seekRequested, this, &PlayerBar::seekRequested);
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
    clicked(m_transport->mark, [this] { emit markRequested(); });
    clicked(m_transport->speed, [this] { openSpeed(); });
    clicked(m_transport->volume, [this] { openVolume(); });
    clicked(m_transport->more, [this] { openMore(); });
}

void PlayerBar::openSpeed()
{
    if (!m_speedPopup) {
        const auto format = [](int value) {
            return speedText(double(value) / hundredths);
        };
        m_speedPopup =
            new SliderPopup(m_themes, {tr("Speed"), tr("Normal", "the speed"), format}, this);
        m_speedPopup->setObjectName(QStringLiteral("speedPopup"));
        m_speedPopup->setRange(50, 300, 5);
        connect(m_speedPopup, &SliderPopup::valueChosen, this, [this](int value) {
            emit speedRequested(double(value) / hundredths);
        });
        connect(
            m_speedPopup, &SliderPopup::resetRequested, this, [this] { emit speedRequested(1); });
    }
    m_speedPopup->setValue(qRound(m_speed * hundredths));
    m_speedPopup->openOver(m_narrow ? static_cast<QWidget &>(*m_transport->more)
                                    : *m_transport->speed);
}

void PlayerBar::openVolume()
{
    if (!m_volumePopup) {
        const auto format = [](int value) {
            return tr("%1 %", "percent").arg(value);
        };
        m_volumePopup = new SliderPopup(
            m_themes, {tr("Volume"), tr("Mute", "verb: silence on and off"), format}, this);
        m_volumePopup->setObjectName(QStringLiteral("volumePopup"));
        m_volumePopup->setRange(0, 100, 5);
        connect(m_volumePopup, &SliderPopup::valueChosen, this, [this](int value) {
            emit volumeRequested(double(value) / 100);
        });
        connect(m_volumePopup, &SliderPopup::resetRequested, this, [this] {
            emit volumeRequested(m_volume > 0 ? 0 : m_volumeBeforeMute);
        });
    }
    m_volumePopup->setValue(qRound(m_volume * 100));
    m_volumePopup->openOver(m_narrow ? static_cast<QWidget &>(*m_transport->more)
                                     : *m_transport->volume);
}

void PlayerBar::openMore()
{
    if (!m_more) {
        m_more = new QMenu(this);
        m_more->setObjectName(QStringLiteral("playerMoreMenu"));
    }
    m_more->clear();
    const auto add = [this](const char *icon, const QString &words, auto work) {
        QAction *const action =
            m_more->addAction(m_themes.icons().icon(QLatin1String(icon)), words);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    const bool chapters = m_transport->chapterNext->isEnabled();
    add("chapter-previous", tr("Previous chapter"), [this] {
        emit chapterRequested(-1);
    })->setEnabled(chapters);
    add("chapter-next", tr("Next chapter"), [this] {
        emit chapterRequested(1);
    })->setEnabled(chapters);
    m_more->addSeparator();
    add("speed", tr("Speed: %1…", "such as 1.4×").arg(speedText(m_speed)), [this] { openSpeed(); });
    add("volume", tr("Volume: %1 %…", "percent").arg(qRound(m_volume * 100)), [this] {
        openVolume();
    });
    const QSize size = m_more->sizeHint();
    const QPoint corner = m_transport->more->mapToGlobal(QPoint(m_transport->more->width(), 0));
    m_more->popup(corner - QPoint(size.width(), size.height() + 4));
}

} // namespace ui::player
