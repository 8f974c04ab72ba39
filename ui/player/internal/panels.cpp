// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/panels.h"

#include "ui/commands/commandregistry.h"
#include "ui/player/internal/chapterspanel.h"
#include "ui/player/internal/keybutton.h"
#include "ui/player/internal/nowplaying.h"
#include "ui/player/internal/panelparts.h"
#include "ui/player/internal/sleeppanel.h"
#include "ui/player/internal/soundpanel.h"
#include "ui/player/internal/transport.h"
#include "ui/player/internal/volumepanel.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"

#include <QAction>
#include <QUrl>

namespace ui::player::internal {

using commands::CommandRegistry;
using theme::ThemeManager;

Panels::Panels(const ThemeManager &themes, Transport &transport, PlayerBar &bar)
    : QObject(&bar)
    , m_themes(themes)
    , m_transport(transport)
    , m_bar(bar)
{
    connectButtons();
    watchLoopButton();
    refreshSound();
    refreshVolume();
    refreshSleep();
    refreshLoop();
}

Panels::~Panels()
{
    for (widgets::Popover *const card : cards()) {
        delete card;
    }
}

std::vector<widgets::Popover *> Panels::cards() const
{
    std::vector<widgets::Popover *> all;
    for (widgets::Popover *const card : std::initializer_list<widgets::Popover *>{
             m_sound.data(), m_sleep.data(), m_volume.data(), m_chapters.data()}) {
        if (card) {
            all.push_back(card);
        }
    }
    return all;
}

void Panels::connectButtons()
{
    const auto clicked = [this](QAbstractButton *button, void (Panels::*work)()) {
        connect(button, &QAbstractButton::clicked, this, work);
    };
    clicked(m_transport.speed, &Panels::openSound);
    clicked(m_transport.sleep, &Panels::openSleep);
    clicked(m_transport.volume, &Panels::openVolume);
    clicked(m_transport.chapter, &Panels::openChapters);
    clicked(m_transport.more, &Panels::openMore);
}

void Panels::refreshSound()
{
    const QString words = speedText(sound.speed);
    widgets::Button &button = *m_transport.speed;
    if (button.text() != words) {
        button.setText(words);
        button.setAccessibleName(tr("Speed %1", "such as 1.4×").arg(words));
        button.setHint(tr("Speed and sound"));
        button.updateGeometry();
    }
    if (m_sound) {
        m_sound->showState(sound);
    }
}

void Panels::refreshVolume()
{
    if (volume.volume > 0) {
        m_volumeBeforeMute = volume.volume;
    }
    const int percent = qRound(volume.volume * 100);
    widgets::IconButton &button = *m_transport.volume;
    button.setIconName(percent > 0 ? QStringLiteral("volume") : QStringLiteral("volume-off"));
    button.setAccessibleName(tr("Volume %1 %", "percent").arg(percent));
    button.setHint(button.accessibleName());
    if (m_volume) {
        m_volume->showState(volume);
    }
}

void Panels::refreshSleep()
{
    const bool running = sleep.mode != SleepShown::Mode::Off;
    const QString left = sleepText(sleep);
    widgets::Button &button = *m_transport.sleep;
    button.setCheckable(running);
    button.setChecked(running);
    button.setText(left);
    QString name = tr("Sleep timer");
    if (sleep.mode == SleepShown::Mode::EndOfChapter) {
        name = tr("Sleep timer: at the end of the chapter");
    } else if (sleep.mode == SleepShown::Mode::EndOfEpisode) {
        name = tr("Sleep timer: at the end of the episode");
    } else if (running) {
        name = tr("Sleep timer: %1", "such as 12 min").arg(left);
    }
    button.setAccessibleName(name);
    button.setHint(name);
    button.updateGeometry();
    if (m_sleep) {
        m_sleep->showState(sleep, chapters.hasListed());
    }
}

void Panels::refreshChapters()
{
    if (m_chapters && m_chapters->isVisible()) {
        m_chapters->showState(chapters);
        if (!chapters.hasListed()) {
            m_chapters->dismiss();
        }
    }
}

void Panels::refreshPlace()
{
    if (m_chapters && m_chapters->isVisible()) {
        m_chapters->showPlace(chapters.place);
    }
}

void Panels::refreshLoop()
{
    widgets::IconButton &button = *m_transport.loop;
    const bool on = loop.range.has_value();
    button.setChecked(on);
    button.setAccessibleName(on           ? tr("Loop: on")
                             : loop.start ? tr("Loop: A is set, B is missing")
                                          : tr("Loop", "repeat a stretch"));
    button.setHint(on           ? tr("Stop repeating")
                   : loop.start ? tr("A is set: choose B in the menu")
                                : tr("Repeat a stretch; more in the menu"));
}

void Panels::forget()
{
    const bool pictures = chapters.remotePictures;
    chapters = {};
    chapters.remotePictures = pictures;
    loop = {};
    sound.saved = {};
    sound.own = false;
    if (m_chapters) {
        m_chapters->dismiss();
    }
    refreshLoop();
    refreshSleep();
}

void Panels::closeAll()
{
    for (widgets::Popover *const card : cards()) {
        card->dismiss();
    }
}

void Panels::bindAction(const QString &name, QAction *action)
{
    m_actions.insert(name, action);
    const QHash<QString, widgets::PushControl *> controls{
        {QStringLiteral("player.toggle"), m_transport.toggle},
        {QStringLiteral("player.back15"), m_transport.back},
        {QStringLiteral("player.forward30"), m_transport.forward},
        {QStringLiteral("player.chapterPrev"), m_transport.chapterPrevious},
        {QStringLiteral("player.chapterNext"), m_transport.chapterNext},
        {QStringLiteral("player.loop"), m_transport.loop},
        {QStringLiteral("player.sleep"), m_transport.sleep},
        {QStringLiteral("player.mute"), m_transport.volume},
        {QStringLiteral("mark.last30"), m_transport.mark},
        {QStringLiteral("mark.range"), m_transport.mark},
        {QStringLiteral("nav.queue"), m_transport.queue},
        {QStringLiteral("nav.back"), m_transport.returnBack},
    };
    widgets::PushControl *const control = controls.value(name);
    if (!control) {
        return;
    }
    const auto follow = [this, name, control] {
        if (control == m_transport.mark) {
            refreshMarkKeys();
        } else {
            control->setKeysHint(keysOf(name));
        }
    };
    connect(action, &QAction::changed, control, follow);
    if (const auto *const registry = qobject_cast<const CommandRegistry *>(action->parent())) {
        connect(registry, &CommandRegistry::keysChanged, control, follow);
    }
    follow();
}

void Panels::refreshMarkKeys()
{
    m_transport.mark->setKeys(keysOf(markCommand));
}

QKeySequence Panels::keysOf(const QString &name) const
{
    const QPointer<QAction> action = m_actions.value(name);
    if (!action) {
        return {};
    }
    // Space is a key of the registry's, though no shortcut of the action.
    if (const auto *const registry = qobject_cast<const CommandRegistry *>(action->parent())) {
        return registry->keys(name).value(0);
    }
    return action->shortcut();
}

QWidget &Panels::anchor(QWidget &button) const
{
    return button.isVisible() ? button : *m_transport.more;
}

void Panels::openSound()
{
    if (!m_transport.nowPlaying->isVisible()) {
        return;
    }
    if (!m_sound) {
        m_sound = new SoundPanel(m_themes, &m_bar);
        m_sound->setClearOf(&m_transport);
        connect(m_sound, &SoundPanel::speedChosen, &m_bar, &PlayerBar::speedRequested);
        connect(m_sound, &SoundPanel::optionsChosen, &m_bar, &PlayerBar::soundRequested);
        connect(m_sound, &SoundPanel::ownChosen, &m_bar, &PlayerBar::ownSettingsRequested);
        connect(
            m_sound, &SoundPanel::settingsRequested, &m_bar, &PlayerBar::podcastSettingsRequested);
    }
    m_sound->showState(sound);
    m_sound->setKeys(keysOf(QStringLiteral("player.slower")),
                     keysOf(QStringLiteral("player.faster")),
                     keysOf(QStringLiteral("player.normal")));
    m_sound->toggleOver(anchor(*m_transport.speed));
}

void Panels::openSleep()
{
    if (!m_transport.nowPlaying->isVisible()) {
        return;
    }
    if (!m_sleep) {
        m_sleep = new SleepPanel(m_themes, &m_bar);
        m_sleep->setClearOf(&m_transport);
        connect(m_sleep, &SleepPanel::minutesChosen, &m_bar, &PlayerBar::sleepMinutesRequested);
        connect(m_sleep,
                &SleepPanel::endOfChapterChosen,
                &m_bar,
                &PlayerBar::sleepAtEndOfChapterRequested);
        connect(m_sleep,
                &SleepPanel::endOfEpisodeChosen,
                &m_bar,
                &PlayerBar::sleepAtEndOfEpisodeRequested);
        connect(m_sleep, &SleepPanel::longerChosen, &m_bar, &PlayerBar::sleepExtendRequested);
        connect(m_sleep, &SleepPanel::offChosen, &m_bar, &PlayerBar::sleepOffRequested);
    }
    m_sleep->showState(sleep, chapters.hasListed());
    m_sleep->toggleOver(anchor(*m_transport.sleep));
    // A press opens what a press does not undo: the button keeps showing what is set.
    refreshSleep();
}

void Panels::openVolume()
{
    if (!m_transport.nowPlaying->isVisible()) {
        return;
    }
    if (!m_volume) {
        m_volume = new VolumePanel(m_themes, &m_bar);
        m_volume->setClearOf(&m_transport);
        connect(m_volume, &VolumePanel::volumeChosen, &m_bar, &PlayerBar::volumeRequested);
        connect(m_volume, &VolumePanel::deviceChosen, &m_bar, &PlayerBar::deviceRequested);
        connect(m_volume, &VolumePanel::followChosen, &m_bar, &PlayerBar::followDefaultRequested);
        connect(m_volume, &VolumePanel::muteRequested, this, [this] {
            emit m_bar.volumeRequested(volume.volume > 0 ? 0 : m_volumeBeforeMute);
        });
    }
    m_volume->showState(volume);
    m_volume->toggleOver(anchor(*m_transport.volume));
}

void Panels::openChapters()
{
    if (!m_transport.nowPlaying->isVisible() || !chapters.hasListed()) {
        return;
    }
    if (!m_chapters) {
        m_chapters = new ChaptersPanel(m_themes, &m_bar);
        m_chapters->setClearOf(&m_transport);
        connect(m_chapters, &ChaptersPanel::chapterChosen, this, [this](auto start) {
            m_bar.timeline().requestSeek(start);
        });
        connect(m_chapters, &ChaptersPanel::linkChosen, &m_bar, &PlayerBar::chapterLinkActivated);
        connect(
            m_chapters, &ChaptersPanel::sourceChosen, &m_bar, &PlayerBar::chapterSourceRequested);
        connect(m_chapters,
                &ChaptersPanel::picturesAllowed,
                &m_bar,
                &PlayerBar::remotePicturesRequested);
    }
    if (!m_chapters->isVisible()) {
        m_chapters->showState(chapters);
        m_chapters->goToCurrent();
    }
    m_chapters->toggleOver(anchor(*m_transport.chapter));
}

} // namespace ui::player::internal
