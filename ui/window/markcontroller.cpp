// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/markcontroller.h"

#include "app/platform/notifications.h"
#include "app/session/listening.h"
#include "app/session/listeningsettings.h"
#include "app/session/notemarks.h"
#include "app/work/comeback.h"
#include "ui/commands/commandregistry.h"
#include "ui/player/playerbar.h"
#include "ui/text/timetext.h"
#include "ui/window/messages.h"

#include <QKeyEvent>

#include <array>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::base::Result;
using app::session::Marked;
using app::session::NoteMarks;
using app::settings::MarkKey;
using app::timestamps::Duration;

/// A media key as it reaches the window, and the command that obeys it otherwise.
struct MediaKey
{
    MarkKey key;
    Qt::Key pressed;
    const char *usual; ///< empty: none
};

constexpr std::array mediaKeys{
    MediaKey{MarkKey::Previous, Qt::Key_MediaPrevious, "player.back15"},
    MediaKey{MarkKey::Next, Qt::Key_MediaNext, "player.forward30"},
    MediaKey{MarkKey::Stop, Qt::Key_MediaStop, ""},
};

QString placeText(const Marked &marked)
{
    return marked.range.isEmpty() ? text::clockText(marked.range.start)
                                  : text::clockText(marked.range);
}

} // namespace

MarkController::MarkController(app::session::Session &session,
                               commands::CommandRegistry &commands,
                               player::PlayerBar &bar,
                               Messages &messages,
                               QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_commands(commands)
    , m_bar(bar)
    , m_messages(messages)
    , m_window(window)
{
    window->installEventFilter(this);
    bindCommands();
    connect(&bar, &player::PlayerBar::markRequested, this, &MarkController::markLast);
    connect(&bar, &player::PlayerBar::markEndRequested, this, [this] { endRange(); });
    connect(&session.noteMarks(), &NoteMarks::rangeStartChanged, this, &MarkController::showRange);
    connect(&session.listeningSettings(),
            &app::session::ListeningSettings::commonChanged,
            this,
            &MarkController::showReach);
    showRange();
    showReach();
}

void MarkController::bindCommands()
{
    const auto bind = [this](const char *id, auto work) {
        m_commands.bind(QLatin1String(id), this, work);
    };
    bind("mark.last30", [this] { markLast(); });
    bind("mark.last2min", [this] { markBack(2min); });
    bind("mark.moment", [this] { markMoment(); });
    bind("mark.range", [this] { m_session.noteMarks().rangeStart() ? endRange() : beginRange(); });
    bind("mark.cancel", [this] { cancelRange(); });
    for (const char *const id : {"mark.last30", "mark.range"}) {
        m_bar.bindAction(QLatin1String(id), m_commands.action(QLatin1String(id)));
    }
}

void MarkController::setMediaKey(MarkKey key)
{
    m_mediaKey = key;
    for (const MediaKey &media : mediaKeys) {
        const QKeySequence pressed(media.pressed);
        const QString meant =
            media.key == key ? QStringLiteral("mark.last30") : QString::fromLatin1(media.usual);
        for (const commands::CommandRow &row : m_commands.rows()) {
            QList<QKeySequence> keys = row.keys;
            keys.removeAll(pressed);
            if (row.id == meant) {
                keys.append(pressed);
            }
            m_commands.setKeys(row.id, keys);
        }
    }
}

bool MarkController::canMark()
{
    if (!m_session.listening().current()) {
        m_messages.say(tr("Nothing is playing."));
        return false;
    }
    return true;
}

void MarkController::markLast()
{
    markBack(m_session.listeningSettings().common().markBack);
}

void MarkController::markBack(Duration back)
{
    if (canMark()) {
        tell(m_session.noteMarks().markBack(back), false);
    }
}

void MarkController::markUnseen()
{
    if (canMark()) {
        const Duration back = m_session.listeningSettings().common().markBack;
        tell(m_session.noteMarks().markBack(back), !m_window->isActiveWindow());
    }
}

void MarkController::markMoment(Place at)
{
    if (canMark()) {
        tell(m_session.noteMarks().markMoment(at), false);
    }
}

void MarkController::beginRange(Place at)
{
    if (!canMark()) {
        return;
    }
    m_session.noteMarks().beginRange(at);
    if (const auto from = m_session.noteMarks().rangeStart()) {
        m_messages.ask(tr("Marking from %1", "a time").arg(text::clockText(*from)),
                       {{tr("To here", "end here what is being marked"),
                         [this] {
                             endRange();
                         }},
                        {tr("Give up", "do not mark what was begun"), [this] {
                             cancelRange();
                         }}});
    }
}

void MarkController::endRange(Place at)
{
    if (canMark()) {
        tell(m_session.noteMarks().endRange(at), false);
    }
}

void MarkController::cancelRange()
{
    if (m_session.noteMarks().rangeStart()) {
        m_session.noteMarks().cancelRange();
        m_messages.say(tr("Nothing was marked."));
    }
}

void MarkController::tell(const QFuture<Result<Marked>> &marking, bool unseen)
{
    app::work::comeBack(marking, this, [this, unseen](const Result<Marked> &marked) {
        if (!marked) {
            m_messages.sayFailure(text::Attempt::SaveNote, marked.error());
            return;
        }
        const QString said = tr("Marked %1").arg(placeText(*marked));
        m_messages.ask(said,
                       {{tr("Note", "write one about what was marked"),
                         [this, id = marked->note.id] {
                             emit noteWanted(id);
                         }}},
                       true);
        if (unseen) {
            if (!m_notifications) {
                m_notifications = app::platform::makeNotifications(this);
            }
            const auto &current = m_session.listening().current();
            m_notifications->show(said, current ? current->row.title : QString());
        }
    });
}

void MarkController::showRange()
{
    const auto from = m_session.noteMarks().rangeStart();
    m_bar.setMarkStart(from);
    m_commands.action(QStringLiteral("mark.range"))
        ->setText(from ? tr("End the mark begun at %1", "a time").arg(text::clockText(*from))
                       : tr("Begin a mark here"));
    m_commands.setEnabled(QStringLiteral("mark.cancel"), from.has_value());
}

void MarkController::showReach()
{
    const Duration back = m_session.listeningSettings().common().markBack;
    m_bar.setMarkBack(back);
    m_commands.action(QStringLiteral("mark.last30"))
        ->setText(tr("Mark the last %n second(s)", nullptr, static_cast<int>(back / 1s)));
}

bool MarkController::eventFilter(QObject *watched, QEvent *event)
{
    // It comes here when no panel had anything to close.
    if (watched == m_window && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && m_session.noteMarks().rangeStart()) {
        cancelRange();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::window
