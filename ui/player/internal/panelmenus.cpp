// SPDX-License-Identifier: GPL-3.0-or-later
// The menus over the bar: More, in narrow windows, and that of the loop button.
#include "ui/player/internal/panelparts.h"
#include "ui/player/internal/panels.h"
#include "ui/player/internal/sleeppanel.h"
#include "ui/player/internal/transport.h"
#include "ui/player/playerbar.h"
#include "ui/text/timetext.h"
#include "ui/widgets/iconbutton.h"

#include <QAction>
#include <QMenu>
#include <QUrl>

#include <chrono>

namespace ui::player::internal {

namespace {

constexpr std::chrono::milliseconds longPress{500};

} // namespace

void Panels::watchLoopButton()
{
    widgets::IconButton *const button = m_transport.loop;
    m_hold.setSingleShot(true);
    m_hold.setInterval(longPress);
    connect(button, &QAbstractButton::pressed, this, [this] { m_hold.start(); });
    connect(button, &QAbstractButton::released, this, [this] { m_hold.stop(); });
    connect(button, &QAbstractButton::clicked, this, [this] {
        // What it shows is the player's state, not the press.
        refreshLoop();
        emit m_bar.loopToggled();
    });
    const auto open = [this, button] {
        openLoopMenu(button->mapToGlobal(QPoint(0, 0)));
    };
    connect(&m_hold, &QTimer::timeout, this, [this, button, open] {
        if (button->isDown()) {
            button->setDown(false);
            refreshLoop();
            open();
        }
    });
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(button, &QWidget::customContextMenuRequested, this, open);
}

void Panels::openAbove(QMenu &menu, const QPoint &global)
{
    menu.popup(global - QPoint(0, menu.sizeHint().height() + 4));
}

void Panels::openLoopMenu(const QPoint &global)
{
    if (!m_loopMenu) {
        m_loopMenu = new QMenu(&m_bar);
        m_loopMenu->setObjectName(QStringLiteral("playerLoopMenu"));
    }
    m_loopMenu->clear();
    fillLoopMenu(*m_loopMenu);
    openAbove(*m_loopMenu, global);
}

void Panels::fillLoopMenu(QMenu &menu)
{
    const auto add = [&](const QString &words, const char *command, void (PlayerBar::*wish)()) {
        // The keys are only shown: the command has them already.
        const QString keys = keysOf(QLatin1String(command)).toString(QKeySequence::NativeText);
        QAction *const action =
            menu.addAction(keys.isEmpty() ? words : words + QLatin1Char('\t') + keys);
        connect(action, &QAction::triggered, &m_bar, wish);
        return action;
    };
    const bool running = loop.range.has_value();
    QAction *const repeat = add(
        running ? tr("Loop %1", "a stretch such as 11:45–13:20").arg(text::clockText(*loop.range))
                : tr("Loop the selection or sentence"),
        "player.loop",
        &PlayerBar::loopToggled);
    repeat->setObjectName(QStringLiteral("loopToggle"));
    repeat->setCheckable(true);
    repeat->setChecked(running);
    menu.addSeparator();
    add(loop.start ? tr("A is at %1: set it here", "start of a loop; a time")
                         .arg(text::clockText(*loop.start))
                   : tr("Start of the loop here (A)"),
        "range.start",
        &PlayerBar::loopStartRequested)
        ->setObjectName(QStringLiteral("loopStart"));
    add(tr("End of the loop here (B)"), "range.end", &PlayerBar::loopEndRequested)
        ->setObjectName(QStringLiteral("loopEnd"));
    QAction *const clear = add(tr("No loop"), "", &PlayerBar::loopCleared);
    clear->setObjectName(QStringLiteral("loopClear"));
    clear->setEnabled(running || loop.start);
    if (const auto sentence = m_actions.value(QStringLiteral("player.repeatSentence"))) {
        menu.addSeparator();
        menu.addAction(sentence);
    }
}

void Panels::openMore()
{
    if (!m_more) {
        m_more = new QMenu(&m_bar);
        m_more->setObjectName(QStringLiteral("playerMoreMenu"));
    }
    m_more->clear();
    const auto add = [this](const char *icon, const QString &words, auto work) {
        QAction *const action =
            m_more->addAction(m_themes.icons().icon(QLatin1String(icon)), words);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    const bool chaptered = m_transport.chapterNext->isEnabled();
    add("chapter-previous", tr("Previous chapter"), [this] {
        emit m_bar.chapterRequested(-1);
    })->setEnabled(chaptered);
    add("chapter-next", tr("Next chapter"), [this] {
        emit m_bar.chapterRequested(1);
    })->setEnabled(chaptered);
    add("chapters", tr("Chapters…"), [this] { openChapters(); })->setEnabled(chapters.hasListed());
    m_more->addSeparator();
    add("speed", tr("Speed: %1…", "such as 1.4×").arg(speedText(sound.speed)), [this] {
        openSound();
    });
    const QString left = sleepText(sleep);
    add("sleep",
        left.isEmpty() ? tr("Sleep timer…") : tr("Sleep timer: %1…", "such as 12 min").arg(left),
        [this] { openSleep(); });
    add("volume", tr("Volume: %1 %…", "percent").arg(qRound(volume.volume * 100)), [this] {
        openVolume();
    });
    QMenu *const loopMenu = m_more->addMenu(m_themes.icons().icon(QStringLiteral("loop")),
                                            tr("Loop", "repeat a stretch"));
    loopMenu->setObjectName(QStringLiteral("moreLoopMenu"));
    loopMenu->setEnabled(m_transport.loop->isEnabled());
    fillLoopMenu(*loopMenu);
    m_more->addSeparator();
    add("queue", tr("Queue"), [this] { emit m_bar.queueRequested(); });
    const int width = m_more->sizeHint().width();
    openAbove(*m_more, m_transport.more->mapToGlobal(QPoint(m_transport.more->width() - width, 0)));
}

} // namespace ui::player::internal
