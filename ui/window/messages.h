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

    /// Something to do about a message.
    struct Choice
    {
        QString text;
        std::function<void()> work;
    };

    /// With one thing to do about it.
    void offer(const QString &text, const QString &action, std::function<void()> work);
    /// With a few things to do about it, and Undo where what it is about can be undone.
    void ask(const QString &text, const QList<Choice> &choices, bool undo = false);
    void sayFailure(text::Attempt attempt, const app::base::Error &error);

private:
    void sayStep(app::session::StepKind kind);

    widgets::MessageBar &m_bar;
    app::session::History &m_history;
    QList<Choice> m_choices;
};

} // namespace ui::window
