// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/session/history.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagebar.h"

#include <QObject>

#include <functional>

namespace ui::window {

/// Says what was done, with Undo where it can be undone, and what could not be done. Thread: main.
class Messages final : public QObject
{
    Q_OBJECT

public:
    Messages(widgets::MessageBar &bar, app::session::History &history);

    void say(const QString &text);
    /// With one thing to do about it.
    void offer(const QString &text, const QString &action, std::function<void()> work);
    void sayFailure(text::Attempt attempt, const app::base::Error &error);

private:
    void sayStep(app::session::StepKind kind);

    widgets::MessageBar &m_bar;
    app::session::History &m_history;
    std::function<void()> m_offered;
};

} // namespace ui::window
