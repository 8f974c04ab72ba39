// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/timestamps/mediatime.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace app::platform {
class Notifications;
}

namespace app::session {
struct Marked;
}

namespace ui::commands {
class CommandRegistry;
}

namespace ui::player {
class PlayerBar;
}

namespace ui::window {

class Messages;

/// Marks what is heard, by keys, buttons and media keys: the moment, what was just heard, and from
/// one place to another. Shows in the player bar and the menu that such a stretch has been begun.
/// Thread: main.
class MarkController final : public QObject
{
    Q_OBJECT

public:
    using Place = std::optional<app::timestamps::MediaTime>;

    /// \param commands  whose mark.* are given their work here
    /// \param window  where Esc, when nothing else wants it, gives a begun stretch up
    MarkController(app::session::Session &session,
                   commands::CommandRegistry &commands,
                   player::PlayerBar &bar,
                   Messages &messages,
                   QWidget *window);

    /// Which media key marks, in place of what it does otherwise.
    void setMediaKey(app::settings::MarkKey key);

    [[nodiscard]] app::settings::MarkKey mediaKey() const { return m_mediaKey; }

    /// What was just heard, as far back as the settings say.
    void markLast();
    /// The same without anybody looking: says so on the desktop while the window is not in front.
    void markUnseen();

    /// \param at  empty: what is heard
    void markMoment(Place at = {});
    void beginRange(Place at = {});
    void endRange(Place at = {});
    void cancelRange();

signals:
    /// A note is to be written about what was marked.
    void noteWanted(const app::base::NoteId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bindCommands();
    void markBack(app::timestamps::Duration back);
    [[nodiscard]] bool canMark();
    void tell(const QFuture<app::base::Result<app::session::Marked>> &marking, bool unseen);
    void showRange();
    void showReach();

    app::session::Session &m_session;
    commands::CommandRegistry &m_commands;
    player::PlayerBar &m_bar;
    Messages &m_messages;
    QWidget *m_window;
    app::platform::Notifications *m_notifications = nullptr; ///< made when first needed
    app::settings::MarkKey m_mediaKey = app::settings::MarkKey::None;
};

} // namespace ui::window
